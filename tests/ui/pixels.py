"""Looking at what was painted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QColor, QImage

from wall.model.grid import Rect
from wall.ui.wall_view import WallView
from wall.ui.wall_window import WallWindow

MakeWindow = Callable[..., WallWindow]
Colour = tuple[int, int, int]


def view_of(window: WallWindow) -> WallView:
    view = window.findChild(WallView)
    assert view is not None
    return view


def cell_image(window: WallWindow, cell: int) -> QImage:
    """What stands in a cell, at a scale of one."""
    view = view_of(window)
    area = view.cells[cell]
    return window.screenshot().copy(area.x + view.x(), area.y + view.y(), area.width, area.height)


def middle(window: WallWindow, cell: int) -> Colour:
    """The colour in the middle of a cell."""
    image = cell_image(window, cell)
    return rgb(image.pixelColor(image.width() // 2, image.height() // 2))


def rgb(colour: QColor) -> Colour:
    return colour.red(), colour.green(), colour.blue()


def is_grey(colour: Colour) -> bool:
    """Hardly any colour: the ground it is dimmed towards is a very dark blue."""
    return max(colour) - min(colour) <= 6


def differing(a: QImage, b: QImage, area: Rect) -> int:
    """How many pixels of an area differ."""
    return sum(a.pixel(x, y) != b.pixel(x, y) for y in range(area.y, area.bottom) for x in range(area.x, area.right))
