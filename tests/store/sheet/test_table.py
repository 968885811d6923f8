"""A file becomes rows of text, whatever program wrote it and whatever it was meant to do to us."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from wall.model.errors import StoreError
from wall.model.tile import Cause
from wall.store.sheet import csv_table, table, xlsx_table
from wall.store.sheet.table import Table, read_table

TEXT = "số,tên,rtsp,ghi chú\n7,Ngã Sáu,rtsp://h/a,dòng 1\n"
CELLS = {"number": "7", "name": "Ngã Sáu", "url": "rtsp://h/a", "notes": "dòng 1"}

ReadBytes = Callable[[bytes], Table]


@pytest.fixture
def read(tmp_path: Path) -> ReadBytes:
    def read(content: bytes) -> Table:
        path = tmp_path / "cameras.any"
        path.write_bytes(content)
        return read_table(path)

    return read


def book(*rows: tuple[Any, ...]) -> bytes:
    made = openpyxl.Workbook()
    assert made.active is not None
    for row in rows:
        made.active.append(row)
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def repacked(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with one of its parts changed."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(changed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, change(data) if name == part else data)
    return changed.getvalue()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_of_every_kind(read: ReadBytes, encoding: str, delimiter: str) -> None:
    found = read(TEXT.replace(",", delimiter).replace("\n", "\r\n").encode(encoding))
    assert [(row.line, row.cells) for row in found.rows] == [(2, CELLS)]
    assert found.columns == CELLS.keys()


def test_csv_from_an_old_vietnamese_windows(read: ReadBytes) -> None:
    text = "name,url\nNga\u0303 Sa\u0301u Võ Cươ\u0300ng,rtsp://h/a\n"
    cp1258 = text.replace("õ", "o\u0303").encode("cp1258")
    assert read(cp1258).rows[0].cells["name"] == "Ngã Sáu Võ Cường"


def test_quotes_lines_and_semicolons_in_cells(read: ReadBytes) -> None:
    found = read(b'name;url;notes\n"a;""b""";rtsp://h/a;"1\n2"\n;;\n\nc;rtsp://h/c\n')
    assert [(row.line, row.cells["name"], row.cells["notes"]) for row in found.rows] == [
        (2, 'a;"b"', "1\n2"),
        (5, "c", ""),
    ]


def test_titles_may_stand_above_the_heading(read: ReadBytes) -> None:
    content = book(("DANH SÁCH CAMERA 2026",), (None,), ("Số", "Tên", "RTSP"), (7, "Ngã Sáu", "rtsp://h/a"))
    assert [(row.line, row.cells["number"]) for row in read(content).rows] == [(4, "7")]


def test_a_workbook(read: ReadBytes) -> None:
    content = book(("số", "tên", "vĩ độ", "ghi chú", "rtsp", "??"), (7.0, "Ngã Sáu", 21.1861, True, None, 1), (None,))
    (row,) = read(content).rows
    assert row.cells == {"number": "7", "name": "Ngã Sáu", "lat": "21.1861", "notes": "True", "url": ""}
    assert read(content).unknown == ("??",)


def test_a_formula_is_not_carried_out_and_its_last_result_is_read(read: ReadBytes) -> None:
    content = book(("number", "name", "url"), (7, "x", "rtsp://h/a"))
    formula = b'<c r="B2" t="str"><f>WEBSERVICE("http://127.0.0.1:9/")</f><v>computed</v></c>'
    changed = repacked(content, "xl/worksheets/sheet1.xml", lambda xml: _with_cell(xml, formula))
    assert read(changed).rows[0].cells["name"] == "computed"


def _with_cell(xml: bytes, cell: bytes) -> bytes:
    start = xml.index(b'<c r="B2"')
    return xml[:start] + cell + xml[xml.index(b"</c>", start) + 4 :]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\n\n\n",
        b"a,b,c\n1,2,3\n",
        b"name,site\nA,B\n",
        b"\x89PNG\r\n\x1a\n" + bytes(range(256)),
        b"PK\x03\x04 no archive",
        book(),
        book(("name", "site")),
    ],
)
def test_what_is_no_list_of_cameras_is_told(read: ReadBytes, content: bytes) -> None:
    with pytest.raises(StoreError, match=r"cameras\.any") as caught:
        read(content)
    assert caught.value.cause is Cause.FILE


def test_a_quotation_mark_that_is_never_closed_swallows_nothing_silently(read: ReadBytes) -> None:
    with pytest.raises(StoreError, match="line 3: a quotation mark"):
        read(b'name,url\n"A,rtsp://h/a\nB,rtsp://h/b\n')


def test_a_file_that_is_not_there_or_is_a_folder(tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", tmp_path):
        with pytest.raises(StoreError) as caught:
            read_table(path)
        assert caught.value.cause is Cause.FILE


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "cameras.csv"
    with path.open("wb") as file:
        file.truncate(csv_table.MOST_BYTES + 1)
    with pytest.raises(StoreError, match="larger than any list"):
        read_table(path)


@pytest.mark.parametrize("as_book", [False, True])
def test_too_many_rows_are_refused(read: ReadBytes, monkeypatch: pytest.MonkeyPatch, as_book: bool) -> None:
    monkeypatch.setattr(table, "MOST_ROWS", 20)
    rows = [("number", "url"), *((n, f"rtsp://h/{n}") for n in range(21))]
    fine, too_many = rows[:-1], rows
    if as_book:
        assert len(read(book(*fine)).rows) == 20
        content = book(*too_many)
    else:
        content = "\n".join(",".join(map(str, row)) for row in too_many).encode()
    with pytest.raises(StoreError, match="more than 20 rows"):
        read(content)


def test_an_archive_that_unpacks_to_far_more_is_not_unpacked(read: ReadBytes) -> None:
    content = book(("number", "url"), (1, "rtsp://h/a"))
    bomb = repacked(content, "xl/worksheets/sheet1.xml", lambda xml: xml + b" " * (300 * 2**20))
    began_s = time.monotonic()
    with pytest.raises(StoreError, match="far more than a list"):
        read(bomb)
    assert time.monotonic() - began_s < 5
    many = io.BytesIO(content)
    with zipfile.ZipFile(many, "a") as archive:
        for n in range(1100):
            archive.writestr(f"xl/x{n}", b"")
    with pytest.raises(StoreError, match="far more than a list"):
        read(many.getvalue())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(read: ReadBytes, encoding: str) -> None:
    laughs = '<?xml version="1.0" encoding="{}"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'.format
    content = book(("number", "url"), (1, "rtsp://h/a"))

    def change(xml: bytes) -> bytes:
        return (laughs(encoding) + xml.decode().partition("?>")[2]).encode(encoding)

    with pytest.raises(StoreError, match="no spreadsheet program writes"):
        read(repacked(content, "xl/worksheets/sheet1.xml", change))


def test_a_sheet_that_lies_about_its_size_costs_no_more(read: ReadBytes) -> None:
    content = book(("number", "url"), (1, "rtsp://h/a"))

    def change(xml: bytes) -> bytes:
        last = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
        return xml.replace(b'"A1:B2"', b'"A1:XFD1048576"').replace(b"</sheetData>", last)

    began_s = time.monotonic()
    found = read(repacked(content, "xl/worksheets/sheet1.xml", change))
    assert [row.cells for row in found.rows] == [{"number": "1", "url": "rtsp://h/a"}]
    assert time.monotonic() - began_s < 10


# Made once: the time of its making is in it.
TO_BREAK = book(("number", "name", "url"), (1, "a", "rtsp://u:s3cret@h/a"), (2, "b", "rtsp://u:s3cret@h/b"))


@given(data=st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_broken_file_is_told_or_read(read: ReadBytes, data: st.DataObject) -> None:
    """Bytes changed anywhere: in the archive's own tables, or inside a part that is packed again."""
    if data.draw(st.booleans()):
        parts = [
            "xl/worksheets/sheet1.xml",
            "xl/workbook.xml",
            "xl/sharedStrings.xml",
            "[Content_Types].xml",
            "xl/styles.xml",
        ]
        broken = repacked(TO_BREAK, data.draw(st.sampled_from(parts)), lambda part: _broken(part, data))
    else:
        broken = _broken(TO_BREAK, data)
    try:
        read(broken)
    except StoreError as error:
        assert error.cause is Cause.FILE
        assert "s3cret" not in str(error) and (error.__cause__ is None or "s3cret" not in str(error.__cause__))


def _broken(content: bytes, data: st.DataObject) -> bytes:
    place = data.draw(st.integers(0, len(content) - 1))
    put = data.draw(st.binary(max_size=6))
    return content[:place] + put + content[place + data.draw(st.integers(0, 40)) :]


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_told_or_read(read: ReadBytes, content: bytes) -> None:
    try:
        read(b"number,url\n" + content)
    except StoreError as error:
        assert error.cause is Cause.FILE


def test_limits_are_the_same_for_both_kinds() -> None:
    assert csv_table.MOST_BYTES == xlsx_table.MOST_BYTES
