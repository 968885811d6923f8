"""Where windows go, in whole pixels."""

from __future__ import annotations

import pytest

from tests.ui.screens.fake_displays import panel
from wall.model.grid import Rect
from wall.model.screen import Display, DisplayId
from wall.ui.screens.standing import clamped, console_display, display_at, first_area, shared

DESK, ONE, TWO = panel(0, "DESK", is_primary=True), panel(1, "S1"), panel(2, "S2")
SMALL = Display(DisplayId(connector="LVDS"), Rect(0, 0, 600, 380), True)


@pytest.mark.parametrize(
    ("area", "wanted"),
    [
        (Rect(100, 100, 800, 600), Rect(100, 100, 800, 600)),
        (Rect(1500, 700, 800, 600), Rect(1120, 480, 800, 600)),  # Most of it is on the first.
        (Rect(1800, 0, 800, 600), Rect(1920, 0, 800, 600)),  # Most of it is on the second.
        (Rect(-5000, -5000, 800, 600), Rect(0, 0, 800, 600)),  # Nowhere to be seen.
        (Rect(100, 100, 1830, 9000), Rect(90, 0, 1830, 1080)),  # Larger than the first.
        (Rect(100, 100, 3, 2), Rect(100, 100, 640, 400)),
    ],
)
def test_a_window_stands_whole_on_one_display(area: Rect, wanted: Rect) -> None:
    assert clamped(area, (DESK, ONE)) == wanted


def test_a_display_smaller_than_a_window_is_filled() -> None:
    assert clamped(Rect(10, 10, 800, 600), (SMALL,)) == SMALL.area


def test_without_a_display_nothing_is_moved() -> None:
    assert clamped(Rect(10, 10, 800, 600), ()) == Rect(10, 10, 800, 600)


def test_first_windows_stand_on_their_display_and_do_not_hide_each_other() -> None:
    areas = [first_area(ONE.area, number) for number in range(1, 9)]
    assert len({(area.x, area.y) for area in areas}) == 8
    assert all(shared(area, ONE.area) == area.width * area.height for area in areas)


def test_a_display_shows_an_area_that_it_shares_most_of() -> None:
    assert display_at(Rect(1800, 0, 800, 600), (DESK, ONE)) == ONE
    assert display_at(Rect(9000, 0, 800, 600), (DESK, ONE)) is None


@pytest.mark.parametrize(
    ("area", "walls", "wanted"),
    [
        (DESK.area, (ONE, TWO), DESK),
        (ONE.area, (ONE,), DESK),
        (DESK.area, (DESK,), ONE),
        (ONE.area, (DESK, ONE), TWO),
        (ONE.area, (DESK, ONE, TWO), ONE),
        (Rect(9000, 0, 800, 600), (ONE,), DESK),
    ],
)
def test_the_console_goes_where_no_wall_is(area: Rect, walls: tuple[Display, ...], wanted: Display) -> None:
    assert console_display(area, (DESK, ONE, TWO), walls) == wanted
