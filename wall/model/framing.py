"""How a picture stands in its cell: whole, cropped to fill it, or stretched. Device pixels in and out."""

from __future__ import annotations

from enum import Enum

from wall.model.grid import Rect, fit, picture_area


class Framing(Enum):
    """What is done where a picture has other proportions than its cell. The values are what is kept on disk."""

    FIT = "fit"
    """All of it, in its own proportions."""
    FILL = "fill"
    """No edge stays empty: what does not fit is cut off."""
    STRETCH = "stretch"
    """All of it over all of the cell."""

    @property
    def next(self) -> Framing:
        """The one that follows when they are gone through."""
        order = tuple(Framing)
        return order[(order.index(self) + 1) % len(order)]


def frame_area(cell: Rect, framing: Framing) -> Rect:
    """The part of a cell that its picture may take. Even sides, because chroma is half as wide."""
    if framing is Framing.FIT:
        return picture_area(cell)
    return Rect(cell.x, cell.y, max(2, cell.width & ~1), max(2, cell.height & ~1))


def framed_size(shape: tuple[int, int], area: Rect, framing: Framing) -> tuple[int, int]:
    """How large a picture of a shape is in an area: inside it, around it, or just as large."""
    if framing is Framing.STRETCH:
        return area.width, area.height
    if framing is Framing.FIT:
        inside = fit(*shape, area)
        return inside.width, inside.height
    return covering(shape, area)


def covering(shape: tuple[int, int], area: Rect) -> tuple[int, int]:
    """The smallest size with the proportions of `shape` that leaves nothing of an area free."""
    width, height = shape
    if width <= 0 or height <= 0:
        return area.width, area.height
    if width * area.height >= height * area.width:
        return max(area.width, round(width * area.height / height)), area.height
    return area.width, max(area.height, round(height * area.width / width))
