"""Where pinned tiles stand beside their places on the map, each joined to it by a leader line. Pixels; pure.

What holds, in this order: tiles stand within the viewport, cover none of each other, cover no place that one of them
belongs to, and stay where they were in relation to their places. So while the map is moved a little they go along with
it and nothing jumps; one that would leave the viewport slides along its rim; only one that cannot stay is put
elsewhere, near its place where there is room. Where there is none for all of them, they cover as little as they can.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

GAP = 8
"""Between tiles, and between a tile and the rim of the viewport."""

CLEAR = 14
"""So far around a place no tile stands: its mark is seen."""

_LEADER = 30
"""How long a leader line is where there is room."""
_RINGS = (1.0, 2.0, 3.5, 5.0, 8.0, 11.0, 14.0, 18.0, 24.0)
_WAYS = 16
_CROSSING = 400.0
"""A tile rather stands so much further away than that its leader line crosses another one, or runs under a tile."""


class Box(NamedTuple):
    """A rectangle of pixels."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    @property
    def middle(self) -> tuple[float, float]:
        return self.left + self.width / 2, self.top + self.height / 2

    def overlap(self, other: Box, apart: float = 0.0) -> float:
        """How many square pixels they share, each kept `apart` from the other."""
        across = min(self.right, other.right) - max(self.left, other.left) + apart
        down = min(self.bottom, other.bottom) - max(self.top, other.top) + apart
        return across * down if across > _HAIR and down > _HAIR else 0.0

    def nearest(self, x: float, y: float) -> tuple[float, float]:
        """The point of it that is nearest to another one: where a leader line ends."""
        return min(max(x, self.left), self.right), min(max(y, self.top), self.bottom)


_HAIR = 1e-6
"""What floating point makes of two edges that touch."""


@dataclass(frozen=True, slots=True)
class Pin:
    """A tile to be placed: which one, where its place is in the viewport (it may be outside), and how large it is."""

    key: int
    x: float
    y: float
    width: float
    height: float


Offsets = Mapping[int, tuple[float, float]]
"""By key, where the left upper corner of a tile stood in relation to its place."""


def placed(pins: Sequence[Pin], former: Offsets, width: float, height: float) -> dict[int, Box]:
    """Where the tiles stand in a viewport of this size; `former` is what `offsets` gave of the last answer.

    Those that were pinned first choose first.
    """
    view = _Viewport(width, height, list(dict.fromkeys(map(_mark, pins))))
    boxes = _one_by_one(pins, former, view)
    if all(view.is_clear(box, [each for each in boxes.values() if each is not box]) for box in boxes.values()):
        return boxes
    return _in_rows(pins, view) or boxes


def offsets(pins: Sequence[Pin], boxes: Mapping[int, Box]) -> dict[int, tuple[float, float]]:
    """What to remember of an answer for the next one."""
    return {pin.key: (boxes[pin.key].left - pin.x, boxes[pin.key].top - pin.y) for pin in pins if pin.key in boxes}


def beside(pin: Pin, pins: Sequence[Pin], boxes: Mapping[int, Box], width: float, height: float) -> Box:
    """Where one more tile stands that shall move none of the `pins`, which stand in `boxes`."""
    marks = dict.fromkeys(_mark(each) for each in (*pins, pin))
    return _beside(pin, boxes, pins, _Viewport(width, height, list(marks)))


class _Viewport:
    """What tiles stand in, with the places that are not to be covered."""

    def __init__(self, width: float, height: float, marks: Sequence[Box]) -> None:
        self.width = width
        self.height = height
        self.marks = marks

    def within(self, box: Box) -> Box:
        """The nearest box of the same size within; one that is too large stands at the left upper corner."""
        left = max(GAP, min(box.left, self.width - GAP - box.width))
        top = max(GAP, min(box.top, self.height - GAP - box.height))
        return Box(left, top, box.width, box.height)

    def covered(self, box: Box, others: Sequence[Box]) -> float:
        """How much of the places and of the other tiles it covers."""
        return sum(box.overlap(mark) for mark in self.marks) + sum(box.overlap(other, GAP) for other in others)

    def is_clear(self, box: Box, others: Sequence[Box]) -> bool:
        """Does it cover nothing? Asked of thousands of boxes."""
        left, top, right, bottom = box.left + _HAIR, box.top + _HAIR, box.right - _HAIR, box.bottom - _HAIR
        for x, y, width, height in self.marks:
            if x < right and y < bottom and x + width > left and y + height > top:
                return False
        left, top, right, bottom = left - GAP, top - GAP, right + GAP, bottom + GAP
        for x, y, width, height in others:
            if x < right and y < bottom and x + width > left and y + height > top:
                return False
        return True


class _Leader(NamedTuple):
    start: tuple[float, float]
    end: tuple[float, float]

    def crosses(self, other: _Leader) -> bool:
        return (
            _turn(*self, other.start) * _turn(*self, other.end)
            < 0
            > _turn(*other, self.start) * _turn(*other, self.end)
        )

    def runs_under(self, box: Box) -> bool:
        """Is a part of it hidden by a tile?"""
        (x, y), (end_x, end_y) = self
        if max(x, end_x) <= box.left or min(x, end_x) >= box.right:
            return False
        if max(y, end_y) <= box.top or min(y, end_y) >= box.bottom:
            return False
        corners = [(x, y) for x in (box.left, box.right) for y in (box.top, box.bottom)]
        turns = [_turn(*self, corner) for corner in corners]
        return min(turns) < 0 < max(turns)


def _one_by_one(pins: Sequence[Pin], former: Offsets, view: _Viewport) -> dict[int, Box]:
    """First those that can stay; the others find a place among them."""
    boxes: dict[int, Box] = {}
    for pin in pins:
        if pin.key in former:
            dx, dy = former[pin.key]
            box = view.within(Box(pin.x + dx, pin.y + dy, pin.width, pin.height))
            if view.is_clear(box, list(boxes.values())):
                boxes[pin.key] = box
    for pin in pins:
        if pin.key not in boxes:
            boxes[pin.key] = _beside(pin, boxes, pins, view)
    return {pin.key: boxes[pin.key] for pin in pins}


def _beside(pin: Pin, boxes: Mapping[int, Box], pins: Sequence[Pin], view: _Viewport) -> Box:
    """The nearest clear place; where there is none, the one that covers least."""
    others = list(boxes.values())
    around = [view.within(box) for box in _around(pin)]
    clear = [box for box in around if view.is_clear(box, others)]
    if not clear:
        found = next((box for box in _corners(pin, others, view) if view.is_clear(box, others)), None)
        return found or min(around, key=lambda box: view.covered(box, others))
    leaders = [_leader(each, boxes[each.key]) for each in pins if each.key in boxes]

    def rank(box: Box) -> float:
        leader = _leader(pin, box)
        crossings = sum(leader.crosses(each) for each in leaders)
        crossings += sum(leader.runs_under(other) for other in others) + sum(each.runs_under(box) for each in leaders)
        return math.dist(*leader) + crossings * _CROSSING

    return min(clear, key=rank)


def _around(pin: Pin) -> Iterator[Box]:
    """Above, below and beside its place, nearer and further away; to the right of it and above first."""
    for ring in _RINGS:
        for way in range(_WAYS):
            towards = (way - 1.5) / _WAYS * math.tau
            x, y = math.cos(towards), math.sin(towards)
            reach = _LEADER * ring
            middle_x = pin.x + x * reach + _sign(x) * pin.width / 2
            middle_y = pin.y + y * reach + _sign(y) * pin.height / 2
            yield Box(middle_x - pin.width / 2, middle_y - pin.height / 2, pin.width, pin.height)


def _corners(pin: Pin, others: Sequence[Box], view: _Viewport) -> list[Box]:
    """Flush with tiles that stand already, with places and with the rim, the nearest first: where there is just enough
    room, this finds it.
    """
    last = view.width - GAP - pin.width, view.height - GAP - pin.height
    lefts, tops = {float(GAP), last[0]}, {float(GAP), last[1]}
    for other in others:
        lefts |= {other.right + GAP, other.left - GAP - pin.width}
        tops |= {other.bottom + GAP, other.top - GAP - pin.height}
    for mark in view.marks:
        lefts |= {mark.right, mark.left - pin.width}
        tops |= {mark.bottom, mark.top - pin.height}
    x, y = pin.x - pin.width / 2, pin.y - pin.height / 2
    near = [
        ((left - x) ** 2 + (top - y) ** 2, left, top)
        for left in lefts
        if GAP <= left <= last[0]
        for top in tops
        if GAP <= top <= last[1]
    ]
    return [Box(left, top, pin.width, pin.height) for _, left, top in sorted(near)]


def _in_rows(pins: Sequence[Pin], view: _Viewport) -> dict[int, Box] | None:
    """All of them anew in rows and columns, near their places: where there is room, this finds it. None: there is none
    even so.
    """
    width, height = max(pin.width for pin in pins), max(pin.height for pin in pins)
    columns = int((view.width - GAP + _HAIR) // (width + GAP))
    rows = int((view.height - GAP + _HAIR) // (height + GAP))
    if columns * rows < len(pins):
        return None
    across, down = _steps(view.width, width, columns), _steps(view.height, height, rows)
    slots = [Box(left, top, width, height) for top in down for left in across]
    covered = {slot: view.covered(slot, ()) for slot in slots}
    free = sorted(slots, key=lambda slot: covered[slot])[: max(len(pins), sum(not each for each in covered.values()))]
    boxes = dict[int, Box]()
    for pin in pins:
        slot = min(free, key=lambda each: (covered[each] > 0, math.dist(each.middle, (pin.x, pin.y))))
        free.remove(slot)
        boxes[pin.key] = Box(slot.left, slot.top, pin.width, pin.height)
    return boxes


def _steps(length: float, size: float, count: int) -> list[float]:
    """Where so many tiles begin that share a length evenly."""
    if count == 1:
        return [float(GAP)]
    step = (length - 2 * GAP - size) / (count - 1)
    return [GAP + step * index for index in range(count)]


def _mark(pin: Pin) -> Box:
    return Box(pin.x - CLEAR, pin.y - CLEAR, 2 * CLEAR, 2 * CLEAR)


def _leader(pin: Pin, box: Box) -> _Leader:
    return _Leader((pin.x, pin.y), box.nearest(pin.x, pin.y))


def _turn(start: tuple[float, float], end: tuple[float, float], at: tuple[float, float]) -> float:
    return (end[0] - start[0]) * (at[1] - start[1]) - (end[1] - start[1]) * (at[0] - start[0])


def _sign(value: float) -> int:
    return (value > _HAIR) - (value < -_HAIR)
