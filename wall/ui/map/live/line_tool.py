"""What the hand draws on the map to choose cameras: around them, or along them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QApplication

from wall.model.geo.lasso import enclosed
from wall.model.geo.mercator import WorldPoint, metres_per_world, to_position
from wall.model.geo.route import Placed, along, length_m, simplified
from wall.ui.figures import number
from wall.ui.map.camera_layer import CameraLayer
from wall.ui.map.frame import MapFrame
from wall.ui.theme import RADIUS, SMALL, SPACE, Theme, font
from wall.ui.timers import single_shot

WIDTHS_M = (20, 40, 60, 80, 120, 160, 240, 400)
"""Of the corridor along a route, from side to side."""

_USUAL_WIDTH = 2
_FINDS_MS = 60
"""What is enclosed is told so soon after the line has grown."""

_COARSE_PX = 1.5
_RING_PX = 11.0
_SHADE = 72
_FINISHES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LineTool(QObject):
    """A line that is drawn in one go, or by its corners; it is finished by letting go, a double click, or Enter.

    Fulfils `MapTool`. `drawn` tells the cameras in their order; then, and at Esc, `left`.
    """

    drawn = Signal(object)
    """A tuple of camera ids."""
    left = Signal()

    def __init__(
        self, theme: Theme, cameras: Callable[[], Sequence[Placed]], marks: CameraLayer, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.changed: Callable[[], None] = lambda: None
        self._theme = theme
        self._cameras = cameras
        self._marks = marks
        self._points: list[WorldPoint] = []
        self._pressed: QPointF | None = None
        self._is_drawing = False
        self._pointer: WorldPoint | None = None
        self._frame: MapFrame | None = None
        self.found: tuple[int, ...] = ()
        """The cameras that the line chooses now."""
        self._find_soon = single_shot(self, _FINDS_MS, self._find)

    # -- of each kind

    @abstractmethod
    def _chosen(self, line: Sequence[WorldPoint]) -> tuple[int, ...]: ...

    @abstractmethod
    def _paint_line(self, painter: QPainter, frame: MapFrame, line: Sequence[WorldPoint]) -> None: ...

    @abstractmethod
    def _words(self, line: Sequence[WorldPoint]) -> str: ...

    # -- the hand

    def press(self, frame: MapFrame, at: QPointF, event: QMouseEvent) -> bool:
        self._frame, self._pressed, self._is_drawing = frame, at, False
        self._add(frame, at)
        return True

    def move(self, frame: MapFrame, at: QPointF, event: QMouseEvent) -> None:
        self._frame, self._pointer = frame, frame.world(at.x(), at.y())
        if self._pressed is not None:
            far = (at - self._pressed).manhattanLength() >= QApplication.startDragDistance()
            self._is_drawing = self._is_drawing or far
            if self._is_drawing:
                self._points.append(self._pointer)
        self._grown()

    def release(self, frame: MapFrame, at: QPointF, event: QMouseEvent) -> None:
        self._pressed = None
        if self._is_drawing:
            self.give()

    def finish(self, frame: MapFrame, at: QPointF) -> bool:
        if self._points:
            self._add(frame, at)
            self.give()
        return True

    def key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _FINISHES:
            self.give()
        elif event.key() == Qt.Key.Key_Backspace:
            self._points = self._points[:-1]
            self._grown()
        else:
            return False
        return True

    def give(self) -> None:
        """The line is as it shall be."""
        self._pointer = None
        self._find()
        found = self.found
        self.left.emit()
        self.drawn.emit(found)

    def end(self) -> None:
        self._find_soon.stop()
        self._points, self._pointer, self._pressed, self.found = [], None, None, ()

    # -- inside

    def _add(self, frame: MapFrame, at: QPointF) -> None:
        point = frame.world(at.x(), at.y())
        if not self._points or point != self._points[-1]:
            self._points.append(point)
        self._grown()

    def _grown(self) -> None:
        if not self._find_soon.isActive():
            self._find_soon.start()
        self.changed()

    @property
    def _line(self) -> list[WorldPoint]:
        """What is drawn, up to the pointer."""
        has_pointer = self._points and self._pointer is not None and not self._is_drawing
        return [*self._points, self._pointer] if has_pointer and self._pointer is not None else list(self._points)

    def _find(self) -> None:
        self._find_soon.stop()
        tolerance = _COARSE_PX / self._frame.scale if self._frame is not None else 0.0
        self.found = self._chosen(simplified(self._line, tolerance)) if self._points else ()
        self.changed()

    # -- painting

    def paint(self, painter: QPainter, frame: MapFrame) -> None:
        line = self._line
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line:
            self._paint_line(painter, frame, line)
            self._paint_found(painter, frame)
        self._paint_words(painter, frame, line)

    def _paint_found(self, painter: QPainter, frame: MapFrame) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for camera_id in self.found:
            at = self._marks.pixel_of(frame, camera_id)
            if at is not None:
                painter.setPen(QPen(self._theme.ground, 4))
                painter.drawEllipse(QPointF(*at), _RING_PX, _RING_PX)
                painter.setPen(QPen(self._theme.accent, 2))
                painter.drawEllipse(QPointF(*at), _RING_PX, _RING_PX)

    def _paint_words(self, painter: QPainter, frame: MapFrame, line: Sequence[WorldPoint]) -> None:
        """Beside the pointer, or, before there is a line, at the upper edge."""
        text, metrics = self._words(line), QFontMetrics(font(SMALL))
        wide, high = metrics.horizontalAdvance(text) + 4 * SPACE, metrics.height() + 2 * SPACE
        x, y = frame.pixel(*line[-1]) if line else (frame.width / 2 - wide / 2 - 16, 0.0)
        left = max(4.0, min(x + 16, frame.width - wide - 4))
        box = QRectF(left, max(4.0, min(y + 16, frame.height - high - 4)), wide, high)
        painter.setPen(self._theme.line)
        painter.setBrush(self._theme.raised)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setPen(self._theme.text)
        painter.setFont(font(SMALL))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class Lasso(LineTool):
    """All cameras that the line goes around."""

    def _chosen(self, line: Sequence[WorldPoint]) -> tuple[int, ...]:
        return enclosed(line, self._cameras())

    def _paint_line(self, painter: QPainter, frame: MapFrame, line: Sequence[WorldPoint]) -> None:
        path = _path(frame, line)
        path.closeSubpath()
        _stroke(painter, path, self._theme, _see_through(self._theme.accent))

    def _words(self, line: Sequence[WorldPoint]) -> str:
        translate = QCoreApplication.translate
        if not line:
            return translate("Map", "Draw around the cameras. Esc: leave it")
        return translate("Map", "{0} cameras").format(len(self.found))


class Route(LineTool):
    """The cameras along the line, in the order in which one passes them. `+` and `-` change how wide it is."""

    def __init__(
        self, theme: Theme, cameras: Callable[[], Sequence[Placed]], marks: CameraLayer, parent: QObject
    ) -> None:
        super().__init__(theme, cameras, marks, parent)
        self._width = _USUAL_WIDTH

    @property
    def width_m(self) -> int:
        """From side to side."""
        return WIDTHS_M[self._width]

    def key(self, event: QKeyEvent) -> bool:
        step = {"+": 1, "=": 1, "-": -1}.get(event.text())
        if step is None:
            return super().key(event)
        self._width = max(0, min(len(WIDTHS_M) - 1, self._width + step))
        self._grown()
        return True

    def _chosen(self, line: Sequence[WorldPoint]) -> tuple[int, ...]:
        return along(line, self._cameras(), self.width_m)

    def _paint_line(self, painter: QPainter, frame: MapFrame, line: Sequence[WorldPoint]) -> None:
        path = _path(frame, line)
        latitude = to_position(*line[-1]).latitude
        wide = self.width_m / metres_per_world(latitude) * frame.scale
        corridor = QPen(_see_through(self._theme.accent), wide)
        corridor.setCapStyle(Qt.PenCapStyle.RoundCap)
        corridor.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.strokePath(path, corridor)
        _stroke(painter, path, self._theme, None)

    def _paint_found(self, painter: QPainter, frame: MapFrame) -> None:
        """With the place of each in the order."""
        super()._paint_found(painter, frame)
        painter.setFont(font(SMALL, bold=True))
        for place, camera_id in enumerate(self.found, 1):
            at = self._marks.pixel_of(frame, camera_id)
            if at is not None:
                box = QRectF(at[0] + 6, at[1] - 22, 20, 16)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(self._theme.accent)
                painter.drawRoundedRect(box, RADIUS, RADIUS)
                painter.setPen(self._theme.ground)
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(place))

    def _words(self, line: Sequence[WorldPoint]) -> str:
        translate = QCoreApplication.translate
        if not line:
            text = translate("Map", "Draw the way, or click its corners; a double click ends it. {0} m wide (+ −)")
            return text.format(self.width_m)
        text = translate("Map", "{0} cameras · {1} m long · {2} m wide (+ −)")
        return text.format(len(self.found), number(length_m(line)), self.width_m)


def _path(frame: MapFrame, line: Sequence[WorldPoint]) -> QPainterPath:
    path = QPainterPath(QPointF(*frame.pixel(*line[0])))
    for point in line[1:] or line[:1]:
        path.lineTo(QPointF(*frame.pixel(*point)))
    return path


def _stroke(painter: QPainter, path: QPainterPath, theme: Theme, inside: QColor | None) -> None:
    if inside is not None:
        painter.fillPath(path, inside)
    painter.strokePath(path, QPen(theme.ground, 4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.strokePath(path, QPen(theme.accent, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))


def _see_through(colour: QColor) -> QColor:
    made = QColor(colour)
    made.setAlpha(_SHADE)
    return made
