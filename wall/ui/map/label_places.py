"""Where labels stand beside their marks so that none covers another one, or a mark, at any zoom of a step.

Boxes move with their marks: at `k` times the scale of the step a box is at `k * (x, y) + (dx, dy)`. What is apart on
one axis at both ends of the step is apart in between, because both move in a straight line.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

GAP_PX = 3.0
"""Between a label and its mark."""

_AIR_PX = 2.0
"""Between one label and another."""
_CELL_PX = 64.0


class Box(NamedTuple):
    """`x`, `y` is the anchor in pixels at the scale of the step, `dx`, `dy` the top left corner beside it."""

    x: float
    y: float
    dx: float
    dy: float
    width: float
    height: float


class _Span(NamedTuple):
    """Where a box begins and ends on both axes, at both ends of the step; with its air after it."""

    left: float
    right: float
    top: float
    bottom: float
    grown_left: float
    grown_right: float
    grown_top: float
    grown_bottom: float


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label: where its mark is (at the scale of the step), how far from that anchor the mark's middle stands, half of
    the mark's width and height, and the sizes that the label may have, the best first."""

    x: float
    y: float
    dx: float
    dy: float
    half_width: float
    half_height: float
    sizes: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Stands:
    """`label` is the place among those wanted, `size` which of its sizes it has, `dx`, `dy` the top left corner beside
    the mark's anchor."""

    label: int
    size: int
    dx: float
    dy: float


def placed(wanted: Sequence[Wanted], growth: float) -> Iterator[Stands | None]:
    """What stands, those that come first having the choice. Marks are kept free, also those without a label.

    It takes its time: who has none takes one answer after the other, and None is nothing yet, or a label for which
    there is no room.
    """
    taken = _Taken(growth, _reach(wanted, growth))
    for each in wanted:
        wide, high = each.half_width, each.half_height
        taken.add(Box(each.x, each.y, each.dx - wide, each.dy - high, 2 * wide, 2 * high))
        yield None
    for label, each in enumerate(wanted):
        yield _place(label, each, taken)


def _place(label: int, wanted: Wanted, taken: _Taken) -> Stands | None:
    for size, (width, height) in enumerate(wanted.sizes):
        for dx, dy in _beside(wanted, width, height):
            box = Box(wanted.x, wanted.y, wanted.dx + dx, wanted.dy + dy, width, height)
            if taken.has_room_for(box):
                taken.add(box)
                return Stands(label, size, box.dx, box.dy)
    return None


def _beside(wanted: Wanted, width: float, height: float) -> Iterable[tuple[float, float]]:
    """Right, left, below, above; where a mark stands in a ring, outwards first."""
    aside, off = wanted.half_width + GAP_PX, wanted.half_height + GAP_PX
    right, left = (aside, -height / 2), (-aside - width, -height / 2)
    below, above = (-width / 2, off), (-width / 2, -off - height)
    sideways = (left, right) if wanted.dx < -1 else (right, left)
    upright = (above, below) if wanted.dy < -1 else (below, above)
    return (*upright, *sideways) if abs(wanted.dy) > abs(wanted.dx) + 1 else (*sideways, *upright)


class _Taken:
    """Boxes by the squares of a raster that they lie in."""

    def __init__(self, growth: float, reach: float) -> None:
        self._growth = growth
        self._reach = reach
        self._by_square: dict[tuple[int, int], list[_Span]] = defaultdict(list)

    def add(self, box: Box) -> None:
        span = _span_of(box, self._growth)
        for square in _squares(box, 0.0):
            self._by_square[square].append(span)

    def has_room_for(self, box: Box) -> bool:
        """Also among what may still come near it within the step?"""
        span, by_square = _span_of(box, self._growth), self._by_square
        for square in _squares(box, self._reach):
            others = by_square.get(square)
            if others is not None and not _is_apart(span, others):
                return False
        return True


def _is_apart(span: _Span, others: list[_Span]) -> bool:
    """From all of them, on one axis, at both ends of the step? Asked a million times for a large city."""
    left, right, top, bottom, grown_left, grown_right, grown_top, grown_bottom = span
    for its_left, its_right, its_top, its_bottom, grown_l, grown_r, grown_t, grown_b in others:
        if (
            (right > its_left or grown_right > grown_l)
            and (its_right > left or grown_r > grown_left)
            and (bottom > its_top or grown_bottom > grown_t)
            and (its_bottom > top or grown_b > grown_top)
        ):
            return False
    return True


def _span_of(box: Box, growth: float) -> _Span:
    x, y, dx, dy, width, height = box
    wide, high = width + _AIR_PX, height + _AIR_PX
    left, top, grown_left, grown_top = x + dx, y + dy, x * growth + dx, y * growth + dy
    return _Span(left, left + wide, top, top + high, grown_left, grown_left + wide, grown_top, grown_top + high)


def _reach(wanted: Sequence[Wanted], growth: float) -> float:
    """How far two boxes can come nearer to each other within a step: only those whose anchors lie the other way round,
    and these are no further from each other than their marks stand off."""
    off = max(
        (abs(each.dx) + abs(each.dy) + max(each.half_width, each.half_height) + GAP_PX for each in wanted), default=0.0
    )
    return 2 * off * (growth - 1) + _AIR_PX


def _squares(box: Box, reach: float) -> Iterator[tuple[int, int]]:
    left, top = box.x + box.dx - reach, box.y + box.dy - reach
    right, bottom = left + box.width + 2 * reach, top + box.height + 2 * reach
    for column in range(int(left // _CELL_PX), int(right // _CELL_PX) + 1):
        for row in range(int(top // _CELL_PX), int(bottom // _CELL_PX) + 1):
            yield column, row
