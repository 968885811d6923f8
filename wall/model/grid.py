"""Arithmetic of rectangles: whole device pixels in, whole device pixels out. The UI only draws what this says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle of whole pixels; `right` and `bottom` are the first column and row outside it."""

    x: int
    y: int
    width: int
    height: int

    @property
    def right(self) -> int:
        return self.x + self.width

    @property
    def bottom(self) -> int:
        return self.y + self.height

    def contains(self, x: int, y: int) -> bool:
        """Is the pixel (x, y) inside?"""
        return self.x <= x < self.right and self.y <= y < self.bottom


def fit(width: int, height: int, area: Rect) -> Rect:
    """The largest centred rectangle inside `area` with the proportions `width`:`height`."""
    if width <= 0 or height <= 0 or area.width <= 0 or area.height <= 0:
        return Rect(area.x, area.y, 0, 0)
    if area.width * height <= area.height * width:
        w, h = area.width, max(1, round(area.width * height / width))
    else:
        w, h = max(1, round(area.height * width / height)), area.height
    w, h = min(w, area.width), min(h, area.height)
    return Rect(area.x + (area.width - w) // 2, area.y + (area.height - h) // 2, w, h)


def picture_area(cell: Rect) -> Rect:
    """Where a 16:9 picture stands in a cell. Even sides, because chroma is half as wide."""
    inside = fit(16, 9, cell)
    w, h = max(2, inside.width & ~1), max(2, inside.height & ~1)
    return Rect(cell.x + (cell.width - w) // 2, cell.y + (cell.height - h) // 2, w, h)


def spans(length: int, count: int, gap: int) -> list[tuple[int, int]]:
    """Cut a length into `count` pieces with gaps between; the pixels left over go to the first pieces."""
    room = max(0, length - gap * (count - 1))
    size, left_over = divmod(room, count)
    spans, start = [], 0
    for index in range(count):
        piece = size + (1 if index < left_over else 0)
        spans.append((start, piece))
        start += piece + gap
    return spans
