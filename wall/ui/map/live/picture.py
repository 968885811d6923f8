"""One live picture over the map: a tile of the wall in a frame, with a button at its top right."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from wall.model.camera import Camera
from wall.model.grid import Rect
from wall.model.layout import Layout
from wall.ui.theme import RADIUS, TARGET, Theme
from wall.ui.tile import Tile
from wall.ui.wall_view import WallView

PICTURE = QSize(288, 162)
"""Logical pixels."""

_FRAME = 2


class Sign(Enum):
    """What the button does."""

    CLOSE = "takes the picture away"
    PIN = "has it stay"


class MapPicture(QWidget):
    """Stands over the map at a place that it is given."""

    pressed = Signal()
    clicked = Signal()
    """Pressed, and let go where it was pressed."""
    opened = Signal()
    """A double click."""
    button_clicked = Signal()
    drag_begun = Signal(QMouseEvent)
    """The pointer was pressed here and has moved on."""
    menu_requested = Signal(QPoint)
    """At a place on the desktop."""

    def __init__(self, theme: Theme, monotonic: Callable[[], float], sign: Sign, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._camera: Camera | None = None
        self._is_in_hand = False
        self._begin: QPointF | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.resize(PICTURE + QSize(2 * _FRAME, 2 * _FRAME))
        self.view = WallView(theme, monotonic, self)
        self.view.set_layout(Layout.plain(1, 1))
        self.view.installEventFilter(self)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setGeometry(_FRAME, _FRAME, PICTURE.width(), PICTURE.height())
        self.view.cell_pressed.connect(lambda _cell: self.pressed.emit())
        self.view.cell_opened.connect(lambda _cell: self.opened.emit())
        self.view.menu_requested.connect(lambda _cell, at: self.menu_requested.emit(at))
        self.button = CornerButton(theme, sign, self)
        self.button.move(self.width() - _FRAME - self.button.width(), _FRAME)
        self.button.clicked.connect(self.button_clicked)
        self.hide()

    @property
    def camera(self) -> Camera | None:
        return self._camera

    @property
    def cell(self) -> Rect:
        """The place of the picture in device pixels."""
        return self.view.cells[0]

    @property
    def tile(self) -> Tile | None:
        """What is painted."""
        return next(iter(self.view.tiles), None)

    def show_camera(self, camera: Camera) -> None:
        """Belong to this one from now on."""
        if camera != self._camera:
            self._camera = camera
            self.view.set_tiles(())
            self.setAccessibleName(f"{camera.number} {camera.name}")

    def show_tile(self, tile: Tile | None) -> None:
        """Paint this."""
        if self.view.tiles != (tile,):
            self.view.set_tiles([tile] if tile is not None else ())

    def take_in_hand(self, is_in_hand: bool) -> None:
        """Keys mean this one, or not any more."""
        if is_in_hand != self._is_in_hand:
            self._is_in_hand = is_in_hand
            self.update()

    def _has_moved(self, event: QMouseEvent) -> bool:
        begin = self._begin
        return begin is not None and (event.position() - begin).manhattanLength() >= QApplication.startDragDistance()

    # -- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Of the view: a press that moves on carries the camera away."""
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() is QEvent.Type.MouseButtonPress:
            self._begin = event.position() if event.button() is Qt.MouseButton.LeftButton else None
        elif event.type() is QEvent.Type.MouseButtonRelease and self._begin is not None:
            self._begin = None
            self.clicked.emit()
        elif event.type() is QEvent.Type.MouseMove and self._has_moved(event):
            self._begin = None
            self.drag_begun.emit(event)
            return True
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.accent if self._is_in_hand else self._theme.line)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()  # The map's own menu is not meant.


class CornerButton(QAbstractButton):
    """A cross or a pin on a shade."""

    def __init__(self, theme: Theme, sign: Sign, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._sign = sign
        self.setFixedSize(TARGET, TARGET)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        text = self.tr("Close the picture (Esc)") if sign is Sign.CLOSE else self.tr("Pin the picture to the map (P)")
        self.setToolTip(text)
        self.setAccessibleName(text)

    # -- Qt

    def enterEvent(self, event: object) -> None:
        self.update()

    def leaveEvent(self, event: object) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.raised if self.underMouse() else self._theme.shade)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), RADIUS, RADIUS)
        painter.setPen(QPen(self._theme.text if self.underMouse() else self._theme.on_shade, 1.5))
        painter.translate(self.width() / 2, self.height() / 2)
        if self._sign is Sign.CLOSE:
            painter.drawLine(-4, -4, 4, 4)
            painter.drawLine(-4, 4, 4, -4)
        else:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(-3.5, -6, 7, 7))
            painter.drawLine(0, 1, 0, 7)
