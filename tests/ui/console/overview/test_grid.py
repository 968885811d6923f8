"""Where small pictures stand: every one somewhere, found again by its place, none over another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.ui.console.overview.grid import GAP, Grid, Size, largest_that_fits

SIZE = Size(160)
grids = st.builds(
    Grid,
    st.lists(st.integers(1, 40), min_size=1, max_size=8),
    st.integers(60, 2000),
    st.builds(Size, st.integers(48, 320)),
    st.sampled_from([0, 28]),
)


@given(grids)
def test_every_picture_is_found_where_it_stands(grid: Grid) -> None:
    for place in range(grid.count):
        area = grid.rect(place)
        assert grid.at(area.x, area.y) == grid.at(area.right - 1, area.bottom - 1) == place
        assert area.bottom <= grid.height
        assert grid.at(area.right, area.y) != place and grid.at(area.x, area.bottom) != place


@given(grids)
def test_what_is_seen_is_all_and_not_much_more(grid: Grid) -> None:
    for top, height in ((0, 300), (137, 500), (grid.height // 2, 90), (0, grid.height)):
        seen = set(grid.seen(top, top + height))
        wanted = {
            place for place in range(grid.count) if grid.rect(place).bottom > top and grid.rect(place).y < top + height
        }
        assert wanted <= seen
        assert len(seen - wanted) <= 2 * grid.columns


@given(grids, st.data())
def test_steps_lead_back_and_stay_inside(grid: Grid, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, grid.count - 1))
    for dx, dy in ((1, 0), (-1, 0), (0, 1), (0, -1)):
        other = grid.step(place, dx, dy)
        assert 0 <= other < grid.count
        if dy > 0 and other != place:
            assert grid.rect(other).y > grid.rect(place).y
        if dy < 0 and other != place:
            assert grid.rect(other).y < grid.rect(place).y


def test_down_out_of_a_group_stays_in_the_column() -> None:
    grid = Grid([5, 5], 3 * SIZE.width + 2 * GAP, SIZE, 28)
    assert grid.columns == 3
    assert grid.step(1, 0, 1) == 4
    assert grid.step(2, 0, 1) == 4  # The last row is shorter.
    assert grid.step(4, 0, 1) == 6
    assert grid.step(6, 0, -1) == 4
    assert grid.step(0, 0, -1) == 0 and grid.step(9, 0, 1) == 9
    assert grid.step(4, 1, 0) == 5


def test_nothing_stands_in_an_empty_grid() -> None:
    grid = Grid([0], 500, SIZE, 0)
    assert (grid.count, grid.height, list(grid.seen(0, 100)), grid.at(10, 10)) == (0, 0, [], None)


@pytest.mark.parametrize(("width", "height"), [(1904, 900), (1240, 900), (1366, 560), (800, 500)])
def test_640_pictures_stand_in_a_window_at_once(width: int, height: int) -> None:
    each = largest_that_fits(640, width, height, 24, 320)
    grid = Grid([640], width, Size(each), 0)
    assert grid.height <= height
    larger = Grid([640], width, Size(each + 2), 0)
    assert larger.height > height


def test_few_pictures_are_as_large_as_allowed_and_many_as_small() -> None:
    assert largest_that_fits(2, 1900, 900, 48, 320) == 320
    assert largest_that_fits(10_000, 1900, 900, 48, 320) == 48
    assert largest_that_fits(0, 1900, 900, 48, 320) == 48
