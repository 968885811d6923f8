"""Where windows stand: whole windows on what is visible, the console beside the walls. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from wall.model.grid import Rect
from wall.model.screen import Display

LEAST = (640, 400)
"""A window is never made smaller than this, unless the display is."""


def shared(one: Rect, other: Rect) -> int:
    """How many pixels two areas share."""
    across = min(one.right, other.right) - max(one.x, other.x)
    down = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(0, across) * max(0, down)


def clamped(area: Rect, displays: Sequence[Display]) -> Rect:
    """The same area, moved and cut so that one display shows all of it: the one that shows most of it already.

    Where no display shows any of it, it goes to the primary one.
    """
    if not displays:
        return area
    home = max(displays, key=lambda each: (shared(area, each.area), each.is_primary)).area
    width = min(max(area.width, LEAST[0]), home.width)
    height = min(max(area.height, LEAST[1]), home.height)
    x = min(max(area.x, home.x), home.right - width)
    y = min(max(area.y, home.y), home.bottom - height)
    return Rect(x, y, width, height)


def first_area(home: Rect, number: int) -> Rect:
    """Where a window stands that has never stood anywhere: two thirds of a display, each a step further."""
    width, height = home.width * 2 // 3, home.height * 2 // 3
    step = 32 * ((number - 1) % 8)
    return Rect(home.x + home.width // 6 + step, home.y + home.height // 12 + step, width, height)


def display_at(area: Rect, displays: Sequence[Display]) -> Display | None:
    """The display that shows most of an area; None where none shows any."""
    best = max(displays, key=lambda each: shared(area, each.area), default=None)
    return best if best is not None and shared(area, best.area) else None


def console_display(area: Rect, displays: Sequence[Display], walls: Collection[Display]) -> Display | None:
    """Where the console belongs: where it is, unless a wall stands there; then the primary display, or the first free.

    Where there is a wall on every display it stays: a console can be looked behind, a missing one cannot.
    """
    here = display_at(area, displays)
    free = [each for each in displays if each not in walls]
    if here in free:
        return here
    return min(free, key=lambda each: not each.is_primary, default=here)
