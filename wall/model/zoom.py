"""Digital zoom: which part of a picture is seen, and where in its area. The UI only paints what this says.

What is seen never leaves the picture, whatever the hand does. Along each side the point `p` of the picture (0 is its
first, 1 its last pixel) stands at `0.5 + (p - middle) / span` of the area, where `span` is how much of the picture the
area would hold: more than all of it where a border stays free.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from wall.model.framing import Framing, framed_size
from wall.model.grid import Rect
from wall.model.picture import PictureBox
from wall.model.video import StreamSize

MOST = 16.0
"""Beyond that a face is three grey squares."""

_NEAR_WHOLE = 1.02
"""Less is no zoom: a wheel must find back to the whole picture exactly."""

_STEPS_PER_DOUBLING = 2
_TOLERANCE = 0.02
_UNKNOWN = (1920, 1080)
"""How many pixels are asked for at most as long as nobody knows what the stream has."""


@dataclass(frozen=True, slots=True)
class Zoom:
    """How closely one looks, and at which point of the picture (fractions of its width and height)."""

    factor: float = 1.0
    x: float = 0.5
    y: float = 0.5

    @property
    def is_close(self) -> bool:
        """Is it closer than the whole picture?"""
        return self.factor > 1.0


WHOLE = Zoom()


@dataclass(frozen=True, slots=True)
class Crop:
    """A part of a picture, in fractions of its width and height."""

    x: float = 0.0
    y: float = 0.0
    width: float = 1.0
    height: float = 1.0

    @property
    def is_whole(self) -> bool:
        return self.width >= 1.0 and self.height >= 1.0


@dataclass(frozen=True, slots=True)
class Placed:
    """This part of a picture stands there, in whole device pixels."""

    target: Rect
    crop: Crop


@dataclass(frozen=True, slots=True)
class Frame:
    """A picture of a shape in an area of device pixels."""

    shape: tuple[int, int]
    area: Rect
    framing: Framing = Framing.FIT

    @property
    def size(self) -> tuple[int, int]:
        """How large the whole picture is there."""
        width, height = framed_size(self.shape, self.area, self.framing)
        return max(1, width), max(1, height)

    def placed(self, zoom: Zoom) -> Placed:
        """What is seen, and where."""
        across, down = self._spans(zoom.factor)
        x, width = _visible(zoom.x, across)
        y, height = _visible(zoom.y, down)
        area = self.area
        base_width, base_height = framed_size(self.shape, self.area, self.framing)
        left, w = _stand(area.x, area.width, base_width * zoom.factor)
        top, h = _stand(area.y, area.height, base_height * zoom.factor)
        return Placed(Rect(left, top, w, h), Crop(x, y, width, height))

    def settled(self, zoom: Zoom) -> Zoom:
        """The same, within what there is: no closer than `MOST`, and never past an edge of the picture."""
        factor = min(MOST, zoom.factor)
        factor = factor if factor >= _NEAR_WHOLE else 1.0
        across, down = self._spans(factor)
        return Zoom(factor, _middle(zoom.x, across), _middle(zoom.y, down))

    def towards(self, zoom: Zoom, ratio: float, at: tuple[float, float]) -> Zoom:
        """So many times closer. What stands at a place, in pixels of the wall, stays there as far as may be."""
        factor = min(MOST, max(1.0, zoom.factor * ratio))
        before, after = self._spans(zoom.factor), self._spans(factor)
        x, y = self._place(at)
        seen = replace(
            zoom,
            factor=factor,
            x=_clamped(zoom.x + (x - 0.5) * before[0]) - (x - 0.5) * after[0],
            y=_clamped(zoom.y + (y - 0.5) * before[1]) - (y - 0.5) * after[1],
        )
        return self.settled(seen)

    def moved(self, zoom: Zoom, dx: float, dy: float) -> Zoom:
        """The picture goes along with the hand, by so many pixels."""
        across, down = self._spans(zoom.factor)
        x, y = zoom.x - dx / self.area.width * across, zoom.y - dy / self.area.height * down
        return self.settled(Zoom(zoom.factor, x, y))

    def centred(self, zoom: Zoom, x: float, y: float) -> Zoom:
        """As close as before, and a point of the picture in the middle."""
        return self.settled(Zoom(zoom.factor, x, y))

    def _spans(self, factor: float) -> tuple[float, float]:
        """How much of the picture's width and height the area would hold."""
        width, height = self.size
        return self.area.width / (width * factor), self.area.height / (height * factor)

    def _place(self, at: tuple[float, float]) -> tuple[float, float]:
        """A place on the wall, in fractions of the area."""
        area = self.area
        return _clamped((at[0] - area.x) / area.width), _clamped((at[1] - area.y) / area.height)


def wanted_box(area: Rect, framing: Framing, factor: float, stream: StreamSize | None) -> PictureBox:
    """The box in which a picture is to be decoded so that a zoom has the pixels it needs, and none for nothing.

    At most as many as the stream has itself, but for the whole picture, which is made as large as it is shown: then it
    is painted as it is. In steps, so that not each turn of the wheel asks anew. Even sides.
    """
    shape = stream.shape if stream is not None else _UNKNOWN
    base = framed_size(shape, area, framing)
    box = base if framing is Framing.FILL else (area.width, area.height)
    room = max(1.0, *(has / is_shown for has, is_shown in zip(shape, base, strict=True)))
    scale = min(_step(factor), room)
    if 1.0 < room <= scale and framing is not Framing.STRETCH:
        return PictureBox(_even(shape[0]), _even(shape[1]))
    return PictureBox(_even(box[0] * scale), _even(box[1] * scale), framing is Framing.STRETCH)


def _step(factor: float) -> float:
    """The next of a few factors: twice as close is two steps."""
    steps = math.ceil(_STEPS_PER_DOUBLING * math.log2(max(1.0, factor)) - _TOLERANCE)
    return float(2 ** (steps / _STEPS_PER_DOUBLING))


def _visible(middle: float, span: float) -> tuple[float, float]:
    """Where what is seen of one side begins, and how much of it that is."""
    if span >= 1.0:
        return 0.0, 1.0
    return min(1.0 - span, max(0.0, middle - span / 2)), span


def _stand(start: int, room: int, length: float) -> tuple[int, int]:
    """Where something of a length begins, and how long it is: in the middle, or over all of the room."""
    size = min(room, round(length))
    return start + (room - size) // 2, size


def _middle(middle: float, span: float) -> float:
    return 0.5 if span >= 1.0 else min(1.0 - span / 2, max(span / 2, middle))


def _clamped(fraction: float) -> float:
    return min(1.0, max(0.0, fraction))


def _even(length: float) -> int:
    return max(2, round(length) & ~1)
