"""Flags on the map: where something happened, and how often."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen, QPolygonF

from wall.model.geo.mercator import WorldPoint
from wall.ui.figures import number
from wall.ui.map.frame import MapFrame
from wall.ui.map.layer import PlainLayer
from wall.ui.theme import SMALL, SPACE, Theme, font

_POLE_PX, _FLAG_PX = 26.0, 16.0
_REACH_PX = 200.0
_APART_PX = 26.0


@dataclass(frozen=True, slots=True)
class Flag:
    """`found` is what is under the hand there, `count` is written on it. The gravest of a group (`rank`) gives it its
    colour.
    """

    found: object
    point: WorldPoint
    count: int
    colour: QColor
    rank: int = 0


@dataclass(frozen=True, slots=True)
class FlagsHere:
    """What is under the hand where several places have one flag together: the map must come closer."""

    points: tuple[WorldPoint, ...]


class FlagLayer(PlainLayer):
    """The cloth hangs to the right; to the left where `is_left`: two of them at one place can be told apart. Flags that
    would cover each other are one, with all that they count.
    """

    def __init__(self, theme: Theme, *, is_left: bool = False) -> None:
        super().__init__()
        self._theme = theme
        self._is_left = is_left
        self._flags: Sequence[Flag] = ()
        self._painted: list[Flag] = []

    @property
    def flags(self) -> Sequence[Flag]:
        """What is shown."""
        return self._flags

    def show(self, flags: Sequence[Flag]) -> None:
        """These, the last one over the others."""
        self._flags = flags
        self.changed()

    # -- Layer

    def paint(self, painter: QPainter, frame: MapFrame) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(SMALL, bold=True))
        metrics = QFontMetricsF(painter.font())
        self._painted = _together(self._flags, frame)
        for flag in self._painted:
            text = number(flag.count)
            foot = QPointF(*frame.pixel(*flag.point))
            self._paint(painter, foot, text, metrics.horizontalAdvance(text) + 2 * SPACE, flag.colour)

    def hit(self, frame: MapFrame, px: float, py: float) -> object | None:
        wide = _FLAG_PX + 10
        for flag in reversed(self._painted):
            x, y = frame.pixel(*flag.point)
            left = x + 4 - wide if self._is_left else x - 4
            if QRectF(left, y - _POLE_PX, wide, _FLAG_PX + 2).contains(px, py):
                return flag.found
        return None

    # -- inside

    def _paint(self, painter: QPainter, foot: QPointF, text: str, wide: float, colour: QColor) -> None:
        top = foot - QPointF(0, _POLE_PX)
        painter.setPen(QPen(colour, 1.5))
        painter.drawLine(foot, top)
        wide = max(wide, _FLAG_PX)
        cloth = QRectF(top.x() - (wide if self._is_left else 0), top.y(), wide, _FLAG_PX)
        corners = [cloth.topLeft(), cloth.topRight(), cloth.bottomRight(), cloth.bottomLeft()]
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF(corners))
        painter.setPen(self._theme.surface)
        painter.drawText(cloth, Qt.AlignmentFlag.AlignCenter, text)


def _together(flags: Sequence[Flag], frame: MapFrame) -> list[Flag]:
    """Those that are in sight, as many as have room beside each other."""
    groups: dict[tuple[int, int], list[Flag]] = {}
    for flag in flags:
        x, y = frame.pixel(*flag.point)
        if -_REACH_PX < x < frame.width + _REACH_PX and 0 < y < frame.height + _POLE_PX:
            near = ((column, row) for column in (-1, 0, 1) for row in (-1, 0, 1))
            square = int(x // _APART_PX), int(y // _APART_PX)
            taken = next((each for dx, dy in near if (each := (square[0] + dx, square[1] + dy)) in groups), square)
            groups.setdefault(taken, []).append(flag)
    return [_one_of(some) for some in groups.values()]


def _one_of(some: Sequence[Flag]) -> Flag:
    if len(some) == 1:
        return some[0]
    gravest = max(some, key=lambda each: each.rank)
    here = FlagsHere(tuple(each.point for each in some))
    return Flag(here, gravest.point, sum(each.count for each in some), gravest.colour, gravest.rank)
