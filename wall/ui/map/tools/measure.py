"""How far it is: a line of as many legs as one clicks, each with its length, and at its end the whole."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen

from wall.model.geo.measure import legs_m, running_m
from wall.model.geo.mercator import to_position, to_world
from wall.model.inventory import Position
from wall.ui.map.frame import MapFrame
from wall.ui.map.tools.click_tool import ClickTool
from wall.ui.map.tools.lengths import length
from wall.ui.theme import BODY, SMALL, SPACE, Theme, font

_POINT_PX = 4
_LEAST_LABELLED_PX = 60
"""A shorter leg has no room for its length."""


class MeasureTool(ClickTool):
    """A double click or Enter ends the line, the next click begins another; Backspace takes the last point back."""

    def __init__(self, theme: Theme, drag_by: Callable[[float, float], None], left: Callable[[], None]) -> None:
        super().__init__(drag_by, left)
        self._theme = theme
        self._is_ended = False
        self._pointer: Position | None = None
        self.points: list[Position] = []

    @property
    def total_m(self) -> float:
        """As far as the points go."""
        return running_m(self.points)[-1] if self.points else 0.0

    def put_back(self) -> bool:
        """Esc: the line is gone. False where there is none."""
        had, self.points, self._is_ended = bool(self.points), [], False
        self.changed()
        return had

    # -- MapTool

    def click(self, frame: MapFrame, at: QPointF) -> None:
        """One more point, or the first one of another line."""
        if self._is_ended:
            self.points, self._is_ended = [], False
        self.points.append(to_position(*frame.world(at.x(), at.y())))
        self.changed()

    def point_at(self, frame: MapFrame, at: QPointF) -> None:
        """The leg under way goes to the pointer."""
        self._pointer = to_position(*frame.world(at.x(), at.y()))
        if self.points and not self._is_ended:
            self.changed()

    def finish(self, frame: MapFrame, at: QPointF) -> bool:
        """The first of its two presses has made the last point."""
        self._end()
        return True

    def key(self, event: QKeyEvent) -> bool:
        """Backspace and Enter."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._end()
        elif event.key() == Qt.Key.Key_Backspace:
            self.points = self.points[:-1]
            self._is_ended = False
            self.changed()
        else:
            return False
        return True

    def paint(self, painter: QPainter, frame: MapFrame) -> None:
        """The line, the lengths of its legs, and the whole at its end."""
        if not self.points:
            return
        is_open = not self._is_ended and self._pointer is not None
        line = [*self.points, self._pointer] if is_open and self._pointer is not None else self.points
        pixels = [QPointF(*frame.pixel(*to_world(point))) for point in line]
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_line(painter, pixels, is_open=is_open)
        for (one, other), metres in zip(pairwise(pixels), legs_m(line), strict=True):
            if len(line) > 2 and (other - one).manhattanLength() >= _LEAST_LABELLED_PX:
                self._paint_label(painter, (one + other) / 2, length(metres), SMALL)
        if len(line) > 1:
            below = pixels[-1] + QPointF(0, 5 * SPACE)
            self._paint_label(painter, below, length(running_m(line)[-1]), BODY, is_bold=True)

    # -- inside

    def _end(self) -> None:
        self._is_ended = len(self.points) > 1
        self.changed()

    def _paint_line(self, painter: QPainter, pixels: list[QPointF], *, is_open: bool) -> None:
        for width, colour in ((4.0, self._theme.ground), (2.0, self._theme.accent)):
            painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPolyline(pixels[:-1] if is_open else pixels)
        if is_open and len(pixels) > 1:
            painter.setPen(QPen(self._theme.accent, 2, Qt.PenStyle.DashLine))
            painter.drawLine(pixels[-2], pixels[-1])
        painter.setPen(QPen(self._theme.ground, 1.5))
        painter.setBrush(self._theme.accent)
        for at in pixels[: len(self.points)]:
            painter.drawEllipse(at, _POINT_PX, _POINT_PX)

    def _paint_label(self, painter: QPainter, middle: QPointF, text: str, size: int, *, is_bold: bool = False) -> None:
        written = font(size, bold=is_bold)
        metrics = QFontMetricsF(written)
        room = QRectF(0, 0, metrics.horizontalAdvance(text) + 2 * SPACE, metrics.height() + 2)
        room.moveCenter(middle)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.surface)
        painter.drawRoundedRect(room, 3, 3)
        painter.setFont(written)
        painter.setPen(self._theme.text)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, text)
