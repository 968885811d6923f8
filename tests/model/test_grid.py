"""Cell arithmetic, without Qt."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.grid import Grid, Rect, fit, picture_area

GRIDS = st.builds(Grid, st.integers(1, 8), st.integers(1, 8))
WIDTHS = st.integers(1, 8000)


@given(GRIDS, WIDTHS, WIDTHS, st.integers(0, 3))
def test_cells_with_their_gaps_fill_the_area_exactly(grid: Grid, width: int, height: int, gap: int) -> None:
    cells = grid.cells(width, height, gap)
    assert len(cells) == grid.size
    top_row = cells[: grid.columns]
    left_column = cells[:: grid.columns]
    assert sum(cell.width for cell in top_row) == max(0, width - gap * (grid.columns - 1))
    assert sum(cell.height for cell in left_column) == max(0, height - gap * (grid.rows - 1))
    for left, right in pairwise(top_row):
        assert right.x == left.right + gap
    for upper, lower in pairwise(left_column):
        assert lower.y == upper.bottom + gap


@given(GRIDS, st.integers(100, 8000), st.integers(100, 8000))
def test_cells_never_overlap_and_differ_by_one_pixel_at_most(grid: Grid, width: int, height: int) -> None:
    cells = grid.cells(width, height)
    for a, b in combinations(cells, 2):
        assert a.right <= b.x or b.right <= a.x or a.bottom <= b.y or b.bottom <= a.y
    assert max(cell.width for cell in cells) - min(cell.width for cell in cells) <= 1
    assert max(cell.height for cell in cells) - min(cell.height for cell in cells) <= 1
    assert (cells[-1].right, cells[-1].bottom) == (width, height)


@given(st.integers(1, 4000), st.integers(1, 4000), st.integers(1, 4000), st.integers(1, 4000))
def test_a_fitted_picture_lies_inside_and_keeps_its_proportions(w: int, h: int, aw: int, ah: int) -> None:
    area = Rect(7, 11, aw, ah)
    fitted = fit(w, h, area)
    assert area.x <= fitted.x and fitted.right <= area.right
    assert area.y <= fitted.y and fitted.bottom <= area.bottom
    assert fitted.width == aw or fitted.height == ah
    if min(fitted.width, fitted.height) > 50:
        assert abs(fitted.width / fitted.height - w / h) / (w / h) < 0.02


def test_a_picture_of_the_right_size_is_not_scaled() -> None:
    assert fit(320, 180, Rect(5, 6, 320, 180)) == Rect(5, 6, 320, 180)
    assert fit(240, 180, Rect(0, 0, 320, 180)) == Rect(40, 0, 240, 180)


def test_nothing_fits_into_nothing() -> None:
    assert fit(0, 0, Rect(1, 2, 30, 40)) == Rect(1, 2, 0, 0)
    assert fit(16, 9, Rect(1, 2, 0, 40)) == Rect(1, 2, 0, 0)


@given(st.integers(2, 4000), st.integers(2, 4000))
def test_a_picture_area_has_even_sides_inside_the_cell(width: int, height: int) -> None:
    cell = Rect(3, 4, width, height)
    area = picture_area(cell)
    assert area.width % 2 == 0 and area.height % 2 == 0
    assert cell.x <= area.x and area.right <= cell.right
    assert cell.y <= area.y and area.bottom <= cell.bottom


def test_six_by_six_on_a_full_hd_screen() -> None:
    cells = Grid(6, 6).cells(6 * 320 + 5, 6 * 180 + 5)
    assert {(cell.width, cell.height) for cell in cells} == {(320, 180)}
    assert {(picture_area(cell).width, picture_area(cell).height) for cell in cells} == {(320, 180)}


@pytest.mark.parametrize(
    ("cell", "dx", "dy", "expected"),
    [(0, 1, 0, 1), (0, -1, 0, 0), (2, 1, 0, 2), (2, 0, 1, 5), (8, 0, 1, 8), (4, -1, 0, 3), (4, 0, -1, 1)],
)
def test_the_hand_stops_at_the_edge(cell: int, dx: int, dy: int, expected: int) -> None:
    assert Grid(3, 3).step(cell, dx, dy) == expected


@pytest.mark.parametrize(("items", "pages"), [(0, 1), (1, 1), (36, 1), (37, 2), (640, 18)])
def test_pages(items: int, pages: int) -> None:
    assert Grid(6, 6).pages(items) == pages


@pytest.mark.parametrize(("columns", "rows"), [(0, 1), (1, 0), (-2, 3)])
def test_a_grid_without_cells_is_refused(columns: int, rows: int) -> None:
    with pytest.raises(ValueError, match="at least one cell"):
        Grid(columns, rows)


def test_a_rectangle_knows_its_pixels() -> None:
    rect = Rect(2, 3, 4, 5)
    assert rect.contains(2, 3) and rect.contains(5, 7)
    assert not rect.contains(6, 3) and not rect.contains(2, 8)
