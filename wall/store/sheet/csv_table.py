"""Rows of text in a CSV file, whatever a spreadsheet program made of it."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence

from wall.model.errors import StoreError
from wall.model.tile import Cause

MOST_BYTES = 32 * 2**20
_DELIMITERS = ",;\t|"
_LOOKED_AT = 10
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


def read_csv(data: bytes, name: str, likeness: Callable[[Sequence[str]], int]) -> Iterator[list[str]]:
    """The rows. `likeness` says how many cells of a row are headings: by it the delimiter is found. StoreError."""
    text = _decoded(data, name)
    delimiter = max(_DELIMITERS, key=lambda each: max(map(likeness, _first_rows(text, each)), default=0))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        yield from reader
    except csv.Error as error:
        said = f"{name}, line {reader.line_num}: a quotation mark is missing, or one too many ({error})"
        raise StoreError(said, cause=Cause.FILE) from error


def written_csv(rows: Iterable[Sequence[str]]) -> bytes:
    """RFC 4180, in UTF-8 with the mark by which spreadsheet programs know it."""
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_MINIMAL).writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def _first_rows(text: str, delimiter: str) -> list[list[str]]:
    rows = []
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            rows.append(row)
            if len(rows) == _LOOKED_AT:
                break
    except csv.Error:
        pass
    return rows


def _decoded(data: bytes, name: str) -> str:
    """By its mark, else UTF-8, UTF-16 without a mark, Windows-1258, in this order."""
    marked = [encoding for mark, encoding in _BOMS if data.startswith(mark)]
    for encoding in marked or ["utf-8", *_without_mark(data), "cp1258"]:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise StoreError(f"{name} is not text in a known encoding: save it as «CSV UTF-8»", cause=Cause.FILE)


def _without_mark(data: bytes) -> list[str]:
    """Text in UTF-16 is half zeros, in the latin part of it: even places or odd ones."""
    start = data[:200]
    even, odd = start[::2].count(0), start[1::2].count(0)
    if max(even, odd) < len(start) // 8 or not start:
        return []
    return ["utf-16-be" if even > odd else "utf-16-le"]
