"""Rows of text in an XLSX file: a ZIP archive of XML, and as hostile as one.

No formula is carried out: what the spreadsheet program computed last is read. Nothing outside the file is opened.
openpyxl is loaded with the first workbook: most runs of the program see none, and it takes a tenth of their start.
"""

from __future__ import annotations

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time

from wall.model.errors import StoreError
from wall.model.tile import Cause

MOST_BYTES = 32 * 2**20
_MOST_UNPACKED = 128 * 2**20
_MOST_PARTS = 1000
_MOST_RATIO = 200
_SMALL = 2**20
"""Below this a part may be packed as well as it likes: empty sheets are."""

_UNREADABLE = (
    *(ValueError, TypeError, KeyError, IndexError, AttributeError, AssertionError, NotImplementedError, RuntimeError),
    *(OverflowError, EOFError, MemoryError, OSError, struct.error, zlib.error),
    *(zipfile.BadZipFile, SyntaxError),
)
"""What openpyxl and what is below it raise for a file that is no workbook: both XML parsers raise SyntaxError."""


def read_xlsx(data: bytes, name: str, most_rows: int, most_columns: int) -> Iterator[list[str]]:
    """The rows of the first sheet, empty ones too, `most_rows` at most. StoreError."""
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        _refuse_bomb(data, name)
        with warnings.catch_warnings(action="ignore"):
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            sheet = book.worksheets[0]
            # What a sheet says of its own size need not be so.
            sheet.reset_dimensions()
            for row in sheet.iter_rows(max_row=most_rows, max_col=most_columns, values_only=True):
                yield [value if type(value) is str else "" if value is None else _text(value) for value in row]
    except (*_UNREADABLE, InvalidFileException) as error:
        # Without the cause: a parser's error may hold a piece of the file, and that a login.
        said = f"{name} is not a workbook that can be read ({type(error).__name__}): save it as «.xlsx» or «CSV UTF-8»"
        raise StoreError(said, cause=Cause.FILE) from None


def written_xlsx(rows: Iterable[Sequence[str | float]]) -> bytes:
    """A workbook of one sheet whose first row stays in sight."""
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("cameras")
    sheet.freeze_panes = "A2"
    for row in rows:
        sheet.append([value if value != "" else None for value in row])
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _text(value: object) -> str:
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _refuse_bomb(data: bytes, name: str) -> None:
    """Look at what the archive says of itself before unpacking: zipfile unpacks no more of a part than it says."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        sizes = [part.file_size for part in parts]
        packed = any(each.file_size > max(_SMALL, _MOST_RATIO * each.compress_size) for each in parts)
        if len(parts) > _MOST_PARTS or sum(sizes) > _MOST_UNPACKED or packed:
            raise StoreError(f"{name} unpacks to far more than a list of cameras can be", cause=Cause.FILE)
        for part in parts:
            if part.filename.endswith((".xml", ".rels")):
                _refuse_entities(archive.read(part), name)


def _refuse_entities(xml: bytes, name: str) -> None:
    """A document type can define entities, and no workbook has one. Other encodings could hide it: neither."""
    if b"<!DOCTYPE" in xml or b"<!ENTITY" in xml or b"\0" in xml[:64] or xml[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise StoreError(f"{name} holds XML that no spreadsheet program writes", cause=Cause.FILE)
