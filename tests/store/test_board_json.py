"""Layouts, boards, views and tours survive JSON, and nothing that JSON can be is taken for one that it is not."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.store import shapes
from wall.model.board import Board, Slot
from wall.model.framing import Framing
from wall.model.layout import Layout
from wall.model.view import CameraCell, Tour, View
from wall.store.board_json import board_json, content_json, read_board, read_content
from wall.store.json_fields import number, parsed, refuse_newer, truth, whole, written
from wall.store.layout_json import layout_json, read_layout
from wall.store.view_rows import read_tour, read_view, tour_row, view_row

LAYOUT = layout_json(Layout.plain(2, 2, "2 × 2"))
BOARD = board_json(Board(Layout.plain(1, 1)))


@given(shapes.layouts())
def test_a_layout_comes_back_as_it_was(layout: Layout) -> None:
    back = read_layout(parsed(written(layout_json(layout))))
    assert (back, back.name) == (layout, layout.name.strip())


@given(shapes.boards())
def test_a_board_comes_back_with_its_memories(board: Board) -> None:
    assert read_board(parsed(written(board_json(board)))) == board


@given(shapes.views())
def test_a_view_comes_back_as_it_was(view: View) -> None:
    assert read_view(view_row(view), {}) == view


@given(shapes.tours())
def test_a_tour_comes_back_as_it_was(tour: Tour) -> None:
    assert read_tour(tour_row(tour)) == tour


@given(shapes.ANYTHING, st.sampled_from(sorted(LAYOUT)))
def test_whatever_stands_in_a_layout_is_read_or_refused_in_words(junk: Any, field: str) -> None:
    with suppress(ValueError):
        read_layout({**LAYOUT, field: junk})
    with suppress(ValueError):
        read_layout(junk)


@given(shapes.ANYTHING, st.sampled_from(sorted(BOARD)))
def test_whatever_stands_in_a_board_is_read_or_refused_in_words(junk: Any, field: str) -> None:
    with suppress(ValueError):
        read_board({**BOARD, field: junk})
    with suppress(ValueError):
        read_content(junk)


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("columns", "2", "«columns» is '2', not a whole number"),
        ("columns", True, "«columns» is True, not a whole number"),
        ("rows", 49, "«rows» is 49, not a number from 1 to 48"),
        ("rows", 10**4000, "«rows» is a number without end"),
        ("rows", None, "«rows» is missing"),
        ("cells", {}, r"«cells» is a record {…}, not a list \[…\]"),
        ("cells", [], "1 to 64 cells, not 0"),
        ("cells", [[0, 0, 1, 1]] * 65, "«cells» has 65 parts, at most 64"),
        ("cells", [[0, 0, 1]], "cell 1 has 3 numbers, it needs"),
        ("cells", [[0, 0, 1, 1.5]], "a number of cell 1 is 1.5, not a whole number"),
        ("cells", [[0, 0, 2, 1], [1, 0, 1, 1]], "cells 1 and 2 lie over each other"),
        ("cells", [[1, 1, 2, 1]], "cell 1 does not lie on the raster of 2 x 2"),
        ("name", 7, "«name» is 7, not a text"),
        ("name", "x" * 1001, "«name» has 1001 characters"),
        ("format", 2, "a newer CityWall"),
        ("format", 0, "«format» is 0"),
    ],
)
def test_what_is_wrong_with_a_layout_is_told(field: str, value: object, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        read_layout({**LAYOUT, field: value})


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("all", "a camera is 'all'"),
        (-1, "a camera is -1"),
        ({"carousel": []}, "«dwell_s» is missing"),
        ({"carousel": [], "dwell_s": 5}, "needs a camera"),
        ({"carousel": [1], "dwell_s": 1}, "3 s or longer"),
        ({"carousel": [1], "dwell_s": float("inf")}, "«dwell_s» is inf, not a number"),
        ({"carousel": ["a"], "dwell_s": 5}, "a camera is 'a'"),
    ],
)
def test_what_is_wrong_with_a_cell_is_told(content: object, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        read_content(content)


def test_a_slot_of_two_parts_is_refused() -> None:
    with pytest.raises(ValueError, match="a slot has 2 parts"):
        read_board({**BOARD, "slots": [[1, []]]})


def test_what_was_kept_before_there_were_framings_stands_whole() -> None:
    old = {"format": 1, "layout": LAYOUT, "slots": [7, [8, [], []]], "selected": 0, "single": False}
    board = read_board(old | {"view_id": 0, "title": ""})
    assert set(board.page_framings()) == {Framing.FIT}
    row = {"view_id": 1, "owner": "", "folder": "", "name": "Chợ", "layout": written(LAYOUT)}
    assert read_view(row | {"contents": '{"format":1,"contents":[7]}'}, {}).framings == ()


def test_a_framing_of_a_newer_program_stands_whole() -> None:
    assert read_board(BOARD | {"slots": [[7, [], [], "tilted"]]}).slots == (Slot(CameraCell(7)),)
    with pytest.raises(ValueError, match="framing"):
        read_board(BOARD | {"slots": [[7, [], [], 3]]})


def test_the_format_is_the_one_that_is_described() -> None:
    """Kept on disks of cities: it may grow, and must not change."""
    assert json.loads(written(LAYOUT)) == {
        "format": 1,
        "name": "2 × 2",
        "columns": 2,
        "rows": 2,
        "cells": [[0, 0, 1, 1], [1, 0, 1, 1], [0, 1, 1, 1], [1, 1, 1, 1]],
    }
    carousel = {"carousel": [4, 5], "dwell_s": 7.5}
    assert [content_json(read_content(each)) for each in (7, None, "hotspot", carousel)] == [
        7,
        None,
        "hotspot",
        carousel,
    ]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("", "line 1, column 1"),
        ('{"a": 1,\n}', "line 2, column 1"),
        ("[" * 100_000, "too many things inside each other"),
        ("NaN", "has no end, or is none"),
        ("1" * 5000, "has no end, or is none"),
    ],
)
def test_what_is_no_json_is_told(data: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        parsed(data)


def test_a_name_without_an_encoding_is_still_kept() -> None:
    layout = Layout.plain(1, 1, "a\ud800b")
    assert read_layout(parsed(written(layout_json(layout)))).name == "a?b"
    assert len(layout_json(Layout.plain(1, 1, "x" * 5000))["name"]) == 1000


@pytest.mark.parametrize(("read", "wrong"), [(whole, 1.0), (number, True), (number, "1"), (truth, 1)])
def test_numbers_and_truths_are_not_mixed_up(read: Callable[[object, str], object], wrong: object) -> None:
    with pytest.raises(ValueError, match="«it»"):
        read(wrong, "«it»")


def test_what_tells_no_format_is_not_guessed_at() -> None:
    with pytest.raises(ValueError, match="«format» is missing"):
        refuse_newer({}, 1)
