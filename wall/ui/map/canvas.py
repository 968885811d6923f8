"""The map that one sees and moves: layers over each other, north up, under mouse, fingers and keys."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterator
from functools import partial

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from wall.model.geo.mercator import WorldPoint, to_world
from wall.model.inventory import Position
from wall.ui.map.flight import Flight
from wall.ui.map.frame import MapFrame
from wall.ui.map.grasp import Grasp
from wall.ui.map.layer import Layer, MapTool
from wall.ui.map.layers import Layers
from wall.ui.map.scene import MapBox, PaintedItem
from wall.ui.pinch import Pinch
from wall.ui.theme import Theme

BAC_NINH = to_world(Position(21.1861, 106.0763))
"""Where a map begins that nobody has told where: the middle of the city."""

_FIRST_ZOOM, _CLOSEST_HOME, _HOME_MARGIN_PX = 12.0, 17.0, 48
_WHEEL_S, _STEP_S, _FAR_S = 0.12, 0.2, 0.35
"""How long the map takes for a notch of the wheel, for a key, for a far way."""

_NOTCH = 120
_PER_NOTCH = 2**0.5
_STEP = 0.25
"""Of the view, for an arrow key."""

_KEYS = Qt.Key


class MapCanvas(pg.GraphicsView):  # type: ignore[misc] # pyqtgraph ships no types.
    """Places are logical pixels of the viewport. UI thread.

    `home` is the rectangle of the world (left, top, right, bottom) that the Home key shows; None: the first one.
    """

    frame_changed = Signal(object)
    """The MapFrame that is shown now."""
    painted = Signal()
    """All of it, or a part, was just painted."""
    came_to_rest = Signal()
    """It moves no more."""
    hovered = Signal(object)
    """What is under the pointer, of whichever layer; None: nothing any more."""
    clicked = Signal(object, QPoint)
    double_clicked = Signal(object, QPoint)
    pressed_empty = Signal(QPoint)
    """A click where nothing is."""
    menu_requested = Signal(object, QPoint)
    """The right button, or the key of menus: on what (or None), and where."""
    lifted = Signal(object, QPoint, bool)
    """Something that `is_liftable` is dragged away: what, from where, and whether by a finger."""
    key_pressed = Signal(object)
    """A QKeyEvent that means nothing to the map itself; whoever takes it accepts it."""
    tool_changed = Signal(object)
    shown_or_hidden = Signal(bool)

    _is_made = False
    """pyqtgraph asks for a size while it makes its part."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent, useOpenGL=False, background=theme.ground)
        self.home: tuple[float, float, float, float] | None = None
        self.is_liftable: Callable[[object, bool], bool] = lambda _found, _by_finger: False
        self._tool: MapTool | None = None
        self._frame = MapFrame(0, 0, 256, 16, 16).centred(*BAC_NINH, _FIRST_ZOOM)
        self._box = MapBox()
        self.setCentralItem(self._box)
        self._layers = Layers(self._box, lambda: self._frame, self.viewport)
        self._tools = PaintedItem(self._box, 1e6, self._paint_tool)
        self._flight = Flight(monotonic, self)
        self._flight.moved.connect(self._show)
        self._flight.arrived.connect(self.came_to_rest)
        self._grasp = Grasp(self)
        self._pinch = Pinch(self.viewport(), self.shown_or_hidden)
        self._pinch.begun.connect(self._grasp.give_up)
        self._pinch.pinched.connect(self._take_pinch)
        self._is_made = True
        self._fit()

    # -- what is shown

    @property
    def frame(self) -> MapFrame:
        """Which part of the world is seen now."""
        return self._frame

    @property
    def overlay(self) -> QWidget:
        """The parent of widgets that stand over the map, in its pixels."""
        viewport: QWidget = self.viewport()
        return viewport

    @property
    def is_moving(self) -> bool:
        """Is it on its way, or in a hand?"""
        return self._flight.goal is not None or self._grasp.is_dragging

    def add_layer(self, layer: Layer, above: Layer | None = None) -> None:
        """One more: on top, or right above another one."""
        self._layers.add(layer, above)

    def remove_layer(self, layer: Layer) -> None:
        """ValueError where it is none of this map."""
        self._layers.remove(layer)

    @property
    def layers(self) -> tuple[Layer, ...]:
        """From the lowest to the topmost."""
        return self._layers.all

    def show_frame(self, frame: MapFrame) -> None:
        """At once."""
        self._flight.stop()
        self._show(frame)

    def show_world(self, rect: tuple[float, float, float, float], *, at_once: bool = False, margin: int = 48) -> None:
        """Have this rectangle of the world (left, top, right, bottom) wholly in view, with a margin in pixels."""
        goal = _around(self._frame, rect, margin)
        self.show_frame(goal) if at_once else self.fly_to(goal)

    def centre_on(self, position: WorldPoint, zoom: float | None = None, *, at_once: bool = False) -> None:
        """Have a point of the world in the middle; `zoom` None keeps what there is."""
        goal = self._frame.centred(*position, zoom)
        self.show_frame(goal) if at_once else self.fly_to(goal)

    def fly_to(self, goal: MapFrame, lasts_s: float = _FAR_S) -> None:
        """Go there, so that the eye can follow."""
        self._flight.begin(self._frame, goal.kept_inside(), lasts_s)

    def go_home(self, *, at_once: bool = False) -> None:
        """The whole city, but no closer than a place can be recognised."""
        goal = self._frame.centred(*BAC_NINH, _FIRST_ZOOM)
        if self.home is not None:
            goal = _around(self._frame, self.home, _HOME_MARGIN_PX)
            if goal.zoom > _CLOSEST_HOME:
                goal = goal.centred(*goal.centre, _CLOSEST_HOME)
        self.show_frame(goal) if at_once else self.fly_to(goal)

    def drag_by(self, dx: float, dy: float) -> None:
        """Take the map along, at once."""
        self.show_frame(self._frame.moved(dx, dy))

    def zoom_by(self, factor: float, at: QPointF | None = None, lasts_s: float = _STEP_S) -> None:
        """So many times as large, about this pixel (the middle, if None). Called while it still grows, it goes on."""
        pivot = at if at is not None else QPointF(self._frame.width / 2, self._frame.height / 2)
        goal = self._flight.goal
        ahead = goal.scale / self._frame.scale if goal is not None else 1.0
        wanted = self._frame.zoomed(ahead * factor, pivot.x(), pivot.y())
        self._flight.begin(self._frame, wanted, lasts_s, (pivot.x(), pivot.y()))

    def object_at(self, at: QPointF) -> object | None:
        """The topmost thing at this pixel."""
        return self._layers.object_at(self._frame, at)

    def paint_map(self, painter: QPainter, frame: MapFrame, without: Collection[Layer] = ()) -> None:
        """All layers but some on something else, as paper: the painter's logical pixels are those of the frame."""
        for _portion in self.portions(painter, frame, without):
            pass

    def portions(self, painter: QPainter, frame: MapFrame, without: Collection[Layer] = ()) -> Iterator[None]:
        """The same a few milliseconds at a time: for who must not hold the window up."""
        painter.fillRect(QRectF(0, 0, frame.width, frame.height), self.backgroundBrush())
        yield from self._layers.portions(painter, frame, without)

    def picture(self, size: QSize | None = None, ratio: float = 1.0) -> QImage:
        """What is seen as a picture of its own, in the size of the viewport or in another one (logical pixels)."""
        size = size or self.viewport().size()
        made = QImage(size * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        made.setDevicePixelRatio(ratio)
        painter = QPainter(made)
        self.paint_map(painter, self._frame.resized(size.width(), size.height(), ratio))
        painter.end()
        return made

    # -- the tool

    @property
    def tool(self) -> MapTool | None:
        """What has the hand instead of panning; None: nothing."""
        return self._tool

    @tool.setter
    def tool(self, tool: MapTool | None) -> None:
        former, self._tool = self._tool, tool
        if former is not None and former is not tool:
            former.end()
        if tool is not None:
            tool.changed = self._tools.update
        self._tools.update()
        if former is not tool:
            self.tool_changed.emit(tool)

    def _paint_tool(self, painter: QPainter) -> None:
        if self._tool is not None:
            painter.save()
            self._tool.paint(painter, self._frame)
            painter.restore()

    # -- moving

    def _show(self, frame: MapFrame) -> None:
        frame = frame.kept_inside()
        if frame != self._frame:
            self._frame = frame
            self._box.show_frame(frame)
            self.viewport().update()
            self.frame_changed.emit(frame)

    def _fit(self) -> None:
        """The viewport has another size, or its screen other pixels: the middle stays."""
        size = self.viewport().size()
        self._flight.stop()
        self._layers.fit()
        self._tools.fit()
        self._show(self._frame.resized(max(1, size.width()), max(1, size.height()), self.devicePixelRatioF()))

    def _take_pinch(self, middle: QPointF, ratio: float, shift: QPointF) -> None:
        self.show_frame(self._frame.zoomed(ratio, middle.x(), middle.y()).moved(shift.x(), shift.y()))

    def _step(self, right: float, down: float) -> None:
        """An arrow key, also while the former one is still on its way."""
        start = self._flight.goal or self._frame
        self.fly_to(start.moved(-right * self._frame.width * _STEP, -down * self._frame.height * _STEP), _STEP_S)

    def _key_meanings(self) -> dict[int, Callable[[], None]]:
        return {
            _KEYS.Key_Left: partial(self._step, -1, 0),
            _KEYS.Key_Right: partial(self._step, 1, 0),
            _KEYS.Key_Up: partial(self._step, 0, -1),
            _KEYS.Key_Down: partial(self._step, 0, 1),
            _KEYS.Key_Plus: partial(self.zoom_by, 2.0),
            _KEYS.Key_Equal: partial(self.zoom_by, 2.0),
            _KEYS.Key_Minus: partial(self.zoom_by, 0.5),
            _KEYS.Key_Home: self.go_home,
        }

    # -- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        self.painted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._tool is not None and self._tool.key(event):
            event.accept()
            return
        meaning = self._key_meanings().get(event.key())
        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        event.setAccepted(meaning is not None and not held)
        if meaning is not None and not held:
            meaning()
        else:
            self.key_pressed.emit(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._flight.stop()
        self._grasp.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._grasp.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grasp.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._grasp.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_requested.emit(self.object_at(QPointF(event.pos())), event.pos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        notches = event.angleDelta().y() / _NOTCH
        if notches:
            self.zoom_by(_PER_NOTCH**notches, event.position(), _WHEEL_S)
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._grasp.leave()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._grasp.leave()

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        if self._is_made:
            self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DevicePixelRatioChange and self._is_made:
            self._fit()
        return bool(super().event(event))

    def showEvent(self, event: QShowEvent) -> None:
        self.shown_or_hidden.emit(True)

    def hideEvent(self, event: QHideEvent) -> None:
        self._flight.stop()
        self.shown_or_hidden.emit(False)


def _around(frame: MapFrame, rect: tuple[float, float, float, float], margin: int) -> MapFrame:
    left, top, right, bottom = rect
    wide, high = max(1, frame.width - 2 * margin), max(1, frame.height - 2 * margin)
    scale = min(wide / max(1e-9, right - left), high / max(1e-9, bottom - top))
    return frame.zoomed(scale / frame.scale, 0, 0).centred((left + right) / 2, (top + bottom) / 2)
