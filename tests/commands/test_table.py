"""Columns stand under one another, whatever letters are in them."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from wall.commands.table import table, width_of


def test_vietnamese_names_keep_their_columns() -> None:
    composed = "Ngã Sáu – cổng phụ"
    split = unicodedata.normalize("NFD", composed)
    assert composed != split and width_of(composed) == width_of(split) == 18
    lines = table(("NAME", "N"), [(composed, "1"), (split, "2"), ("x", "3")]).splitlines()
    assert [width_of(line) for line in lines] == [21, 21, 21, 21]


def test_wide_letters_take_two_cells() -> None:
    assert width_of("海康威视") == 8
    lines = table(("A", "B"), [("海", "x"), ("ab", "y")]).splitlines()
    assert lines == ["A   B", "海  x", "ab  y"]


def test_nothing_hangs_over_the_end_of_a_line() -> None:
    assert table(("A", "B"), [("x", "")]).splitlines() == ["A  B", "x"]


def test_a_device_cannot_move_the_cursor() -> None:
    assert table(("A",), [("\x1b[2Jgone\r\n\u202e!",)]).splitlines()[1] == "[2Jgone !"


@given(st.lists(st.tuples(st.text(max_size=12), st.text(max_size=12)), max_size=4))
def test_any_cells_make_one_line_a_row(rows: list[tuple[str, str]]) -> None:
    lines = table(("A", "B"), rows).split("\n")
    assert len(lines) == len(rows) + 1
    assert all(line.isprintable() or any(map(unicodedata.combining, line)) for line in lines)
