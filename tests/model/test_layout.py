"""How a screen is cut into cells: to the pixel, by the hand and in the editor."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations, pairwise
from random import Random

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.model import layouts
from wall.model.grid import Rect
from wall.model.layout import MOST_CELLS, MOST_UNITS, Area, Layout

ONE_AND_FIVE = Layout(3, 3, (Area(0, 0, 2, 2), Area(0, 2), Area(1, 2), Area(2, 0), Area(2, 1), Area(2, 2)), "1 + 5")
SIZES = st.integers(200, 8000)
GAPS = st.integers(0, 3)
DIRECTIONS = ((1, 0), (-1, 0), (0, 1), (0, -1))


# -- pixels


@given(layouts.with_holes(), SIZES, SIZES, GAPS)
def test_cells_lie_inside_and_never_over_each_other(layout: Layout, width: int, height: int, gap: int) -> None:
    rects = layout.rects(width, height, gap)
    assert len(rects) == layout.size
    for each in rects:
        assert each.width > 0 and each.height > 0
        assert each.x >= 0 and each.right <= width and each.y >= 0 and each.bottom <= height
    for one, other in combinations(rects, 2):
        assert (
            one.right + gap <= other.x
            or other.right + gap <= one.x
            or one.bottom + gap <= other.y
            or other.bottom + gap <= one.y
        )


@given(layouts.edited(), SIZES, SIZES, GAPS)
def test_cells_and_the_gaps_between_fill_the_area_exactly(layout: Layout, width: int, height: int, gap: int) -> None:
    """With the gap added to the right of and below each cell they are tiles without joints."""
    rects = layout.rects(width, height, gap)
    assert sum((each.width + gap) * (each.height + gap) for each in rects) == (width + gap) * (height + gap)


@given(st.integers(1, 8), st.integers(1, 8), SIZES, SIZES)
def test_equal_cells_differ_by_one_pixel_at_most(columns: int, rows: int, width: int, height: int) -> None:
    rects = Layout.plain(columns, rows).rects(width, height)
    assert max(each.width for each in rects) - min(each.width for each in rects) <= 1
    assert max(each.height for each in rects) - min(each.height for each in rects) <= 1
    for left, right in pairwise(rects[:columns]):
        assert right.x == left.right + 1


@given(layouts.edited(), st.integers(1, 40), st.integers(1, 40))
def test_in_an_area_that_is_too_small_cells_may_be_empty_but_not_less(layout: Layout, width: int, height: int) -> None:
    assert all(each.width >= 0 and each.height >= 0 for each in layout.rects(width, height))


def test_one_and_five_on_a_full_hd_panel() -> None:
    large, *small = ONE_AND_FIVE.rects(1922, 1082)
    assert large == Rect(0, 0, 1281, 721)
    assert {(each.width, each.height) for each in small} == {(640, 360)}


# -- the hand


@given(st.integers(1, 8), st.integers(1, 8), st.data())
def test_among_equal_cells_the_hand_goes_there_and_back_and_stops_at_the_border(
    columns: int, rows: int, data: st.DataObject
) -> None:
    layout = Layout.plain(columns, rows)
    cell = data.draw(st.integers(0, layout.size - 1))
    dx, dy = data.draw(st.sampled_from(DIRECTIONS))
    row, column = divmod(cell, columns)
    inside = 0 <= row + dy < rows and 0 <= column + dx < columns
    to = layout.step(cell, dx, dy)
    assert to == (cell + dx + dy * columns if inside else cell)
    assert layout.step(to, -dx, -dy) == cell or not inside


@given(layouts.edited())
def test_between_two_that_share_a_whole_edge_the_hand_goes_there_and_back(layout: Layout) -> None:
    for (here, one), (there, other) in combinations(enumerate(layout.cells), 2):
        if (one.row, one.rows, one.right) == (other.row, other.rows, other.column):
            assert layout.step(here, 1, 0) == there and layout.step(there, -1, 0) == here
        if (one.column, one.columns, one.bottom) == (other.column, other.columns, other.row):
            assert layout.step(here, 0, 1) == there and layout.step(there, 0, -1) == here


@given(layouts.edited())
def test_the_hand_reaches_every_cell_and_never_goes_the_other_way(layout: Layout) -> None:
    reached, todo = {0}, [0]
    while todo:
        here = todo.pop()
        for dx, dy in DIRECTIONS:
            there = layout.step(here, dx, dy)
            one, other = layout.cells[here], layout.cells[there]
            assert here == there or (other.column - one.column) * dx > 0 or (other.row - one.row) * dy > 0
            if there not in reached:
                reached.add(there)
                todo.append(there)
    assert reached == set(range(layout.size))


@given(layouts.with_holes(), st.data())
def test_the_hand_stops_only_where_nothing_lies_further_on(layout: Layout, data: st.DataObject) -> None:
    cell = data.draw(st.integers(0, layout.size - 1))
    here = layout.cells[cell]
    assert (layout.step(cell, 1, 0) == cell) == all(other.column < here.right for other in layout.cells)
    assert (layout.step(cell, 0, -1) == cell) == all(other.bottom > here.row for other in layout.cells)
    assert layout.step(cell, 0, 0) == cell


@pytest.mark.parametrize(
    ("cell", "dx", "dy", "expected"),
    [
        (0, 1, 0, 1),
        (1, -1, 0, 0),
        (0, 0, 1, 3),
        (3, 0, -1, 0),
        (4, 0, -1, 0),
        (5, 0, -1, 2),
        (2, -1, 0, 0),
        (3, 1, 0, 4),
    ],
)
def test_the_hand_in_one_and_five(cell: int, dx: int, dy: int, expected: int) -> None:
    assert ONE_AND_FIVE.step(cell, dx, dy) == expected


# -- the editor


@given(layouts.edited(), st.data())
def test_what_was_split_and_merged_again_is_what_it_was(layout: Layout, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, layout.size - 1))
    columns, rows = data.draw(st.integers(1, 4)), data.draw(st.integers(1, 4))
    assume(layout.columns * columns <= MOST_UNITS and layout.rows * rows <= MOST_UNITS)
    assume(layout.size + columns * rows <= MOST_CELLS)
    parts = layout.split(number, columns, rows)
    assert parts.size == layout.size - 1 + columns * rows
    finer = layout.refined(parts.columns // layout.columns, parts.rows // layout.rows)
    whole = finer.cells[number]
    inside = [place for place, each in enumerate(parts.cells) if each.overlaps(whole)]
    assert len(inside) == columns * rows
    assert parts.merged(inside) == layout


@given(layouts.edited(), st.integers(1, 3), st.integers(1, 3))
def test_a_finer_raster_is_the_same_layout(layout: Layout, across: int, down: int) -> None:
    assume(layout.columns * across <= MOST_UNITS and layout.rows * down <= MOST_UNITS)
    finer = layout.refined(across, down)
    assert finer.coarsened() == layout.coarsened() == layout
    width, height = finer.columns * 20 - 1, finer.rows * 20 - 1
    assert finer.rects(width, height) == layout.rects(width, height)


def test_cells_are_split_with_as_fine_a_raster_as_it_takes() -> None:
    layout = Layout.plain(2, 1).split(1, 3, 2)
    assert (layout.columns, layout.rows) == (6, 2)
    assert layout.cells == (Area(0, 0, 2, 3), *(Area(r, c) for r in (0, 1) for c in (3, 4, 5)))
    assert layout.merged([0]) == layout


def test_cells_that_are_no_rectangle_cannot_be_merged() -> None:
    with pytest.raises(ValueError, match="no rectangle"):
        Layout.plain(2, 2).merged([0, 1, 2])
    with pytest.raises(ValueError, match="no rectangle"):  # With a hole between them.
        Layout(3, 1, (Area(0, 0), Area(0, 2))).merged([0, 1])
    with pytest.raises(ValueError, match="no cell is chosen"):
        Layout.plain(2, 2).merged([])


@pytest.mark.parametrize(("columns", "rows"), [(0, 1), (1, -1), (9, 8), (10**9, 1)])
def test_a_cell_is_not_split_into_nothing_nor_into_dust(columns: int, rows: int) -> None:
    with pytest.raises(ValueError, match="a cell is split into 1 to 64 parts"):
        Layout.plain(2, 2).split(0, columns, rows)


def test_a_raster_or_a_layout_that_is_full_cannot_be_split_further() -> None:
    with pytest.raises(ValueError, match="1 to 48 columns and rows, not 91 x 1"):
        Layout.plain(7, 1).split(0, 13, 1)
    with pytest.raises(ValueError, match="1 to 64 cells, not 65"):
        Layout.plain(8, 8).split(0, 2, 1)


# -- bad input


@pytest.mark.parametrize(
    ("columns", "rows", "cells", "said"),
    [
        (0, 1, (Area(0, 0),), "not 0 x 1"),
        (1, MOST_UNITS + 1, (Area(0, 0),), "not 1 x 49"),
        (2, 2, (), "1 to 64 cells, not 0"),
        (48, 2, tuple(Area(0, c) for c in range(MOST_CELLS + 1)), "not 65"),
        (2, 2, (Area(0, 0), Area(1, 1, 2, 1)), "cell 2 does not lie on the raster of 2 x 2"),
        (2, 2, (Area(0, 1), Area(-1, 0)), "cell 2 does not lie"),
        (2, 2, (Area(0, 0, 0, 1),), "cell 1 does not lie"),
        (2, 2, (Area(0, 0, 1, -1),), "cell 1 does not lie"),
        (2, 2, (Area(0, 0, 10**12, 10**12),), "cell 1 does not lie"),
        (4, 4, (Area(2, 2), Area(0, 0, 2, 2), Area(1, 1, 2, 2)), "cells 1 and 3 lie over each other"),
        (2, 2, (Area(0, 0), Area(0, 0)), "cells 1 and 2 lie over each other"),
    ],
)
def test_what_is_no_layout_is_refused_in_words(columns: int, rows: int, cells: tuple[Area, ...], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        Layout(columns, rows, cells)


@given(layouts.with_holes(), st.randoms())
def test_cells_are_numbered_as_one_reads_in_whatever_order_they_come(layout: Layout, random: Random) -> None:
    cells = list(layout.cells)
    random.shuffle(cells)
    assert replace(layout, cells=tuple(cells)) == layout
    assert list(layout.cells) == sorted(cells, key=lambda each: (each.row, each.column))


def test_a_name_does_not_make_another_layout() -> None:
    assert Layout.plain(2, 2) == Layout.plain(2, 2, "Bốn ô")
    assert Layout.plain(3, 2).name == "3 × 2"
