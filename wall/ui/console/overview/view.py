"""The one widget that paints all cameras in small, and takes mouse, finger and keys."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDrag,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QScroller, QToolTip, QWidget

from wall.model.grid import Rect
from wall.ui.console.overview.arranging import Group
from wall.ui.console.overview.faces import Faces, Look
from wall.ui.console.overview.grid import Grid, Size, filling, largest_that_fits
from wall.ui.console.overview.portions import Portions
from wall.ui.console.overview.selection import Selection
from wall.ui.drag import cameras_freight
from wall.ui.finger import FingerDrag, is_finger
from wall.ui.theme import SPACE, Theme

LEAST, USUAL, MOST = 48, 160, 320
"""How wide a picture may be, logical pixels."""

_LEAST_OF_ALL = 36
"""Where all are to be seen at once: 640 on a screen of 1366x768."""
_HEADING = 28
_SETTLE_MS = 100
_EDGE = SPACE
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class OverviewView(QAbstractScrollArea):
    """`look_of` and `tip_of` tell what a camera shows, `aside_of` what stands beside the title of a group."""

    opened = Signal(int)
    """The camera that the hand is on now."""
    put_requested = Signal()
    """What is chosen shall come onto the wall."""
    zoomed = Signal(int)
    """How many steps larger the hand wants the pictures."""
    fit_requested = Signal()
    """All of them shall be seen at once, or not any more."""
    wide_requested = Signal()
    """The page shall have the whole window, or not any more."""
    sight_changed = Signal()
    """Other cameras are in sight, or in another size."""

    def __init__(
        self,
        theme: Theme,
        look_of: Callable[[int], Look],
        tip_of: Callable[[int], str],
        aside_of: Callable[[Group], str],
        monotonic: Callable[[], float],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look_of, self._tip_of, self._aside_of = look_of, tip_of, aside_of
        self._monotonic = monotonic
        self._groups: tuple[Group, ...] = ()
        self.cameras: tuple[int, ...] = ()
        """All that stand there, in their order."""
        self._places: dict[int, int] = {}
        self._width: int | None = USUAL
        self._grid = Grid((), 1, Size(USUAL), 0)
        self._has_headings = False
        self.selection = Selection()
        self._faces = Faces(theme, self.devicePixelRatioF())
        self._portions = Portions(self.viewport())
        self._pressed: tuple[QPoint, int] | None = None
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self.sight_changed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setAccessibleName(self.tr("All cameras in small"))
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._settle.start())

    # -- what stands there

    def show_groups(self, groups: Sequence[Group]) -> None:
        """These cameras, in this order. What is chosen stays chosen as far as it stands there."""
        self._groups = tuple(groups)
        self.cameras = tuple(camera for group in groups for camera in group.cameras)
        self._places = {camera: place for place, camera in enumerate(self.cameras)}
        self.selection.keep_only(self.cameras)
        self._arrange()

    def show_width(self, width: int | None) -> None:
        """How wide pictures are; None: as wide as they can be if all of them are to be seen at once."""
        if width != self._width:
            self._width = width
            top = self._first_seen()
            self._arrange()
            if top is not None:
                self._scroll_to(self._grid.rect(self._places[top]).y)

    @property
    def picture_width(self) -> int:
        """How wide they are."""
        return self._grid.size.width

    @property
    def picture_size(self) -> QSize:
        """In device pixels."""
        scale = self.devicePixelRatioF()
        return QSize(round(self._grid.size.width * scale), round(self._grid.size.height * scale))

    @property
    def in_sight(self) -> tuple[int, ...]:
        """The cameras of which something is seen."""
        top = self.verticalScrollBar().value()
        return tuple(self.cameras[place] for place in self._grid.seen(top, top + self.viewport().height()))

    def renew(self, cameras: Collection[int]) -> None:
        """There is something new of these: those in sight are painted again."""
        places = (self._places.get(camera) for camera in cameras)
        self._portions.renew([self._on_screen(self._grid.rect(place)) for place in places if place is not None])

    def renew_all(self) -> None:
        """Everything may have changed: names too."""
        self._faces.forget_texts()
        self._faces.pictures.keep_only(self._places)
        self._paint_all_anew()

    def rect_of(self, camera: int) -> QRect:
        """Where a camera stands in the viewport."""
        return self._on_screen(self._grid.rect(self._places[camera]))

    def go_to_top(self) -> None:
        """Show the first ones."""
        self._scroll_to(0)

    def go_to(self, camera: int) -> None:
        """Choose one, and have it seen."""
        self.selection.choose(camera)
        self._reveal(camera)
        self._paint_all_anew()

    def end(self) -> None:
        """Tell nothing more."""
        self._settle.stop()
        self._portions.end()

    # -- inside

    def _arrange(self) -> None:
        area = self.viewport().size()
        room, heading = area.width() - 2 * _EDGE, _HEADING
        if self._width is None:
            heading = 0
            width = largest_that_fits(len(self.cameras), room, area.height(), _LEAST_OF_ALL, MOST)
        else:
            width = filling(self._width, max(LEAST, room))
        has_titles = any(group.title for group in self._groups)
        counts = [len(group.cameras) for group in self._groups] if heading and has_titles else [len(self.cameras)]
        self._has_headings = bool(heading and has_titles)
        self._grid = Grid(counts, room, Size(width), heading if self._has_headings else 0)
        self._faces.forget_texts()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._grid.height - area.height()))
        bar.setPageStep(area.height())
        bar.setSingleStep(self._grid.row_height // 2)
        self._paint_all_anew()
        self._settle.start()

    def _paint_all_anew(self) -> None:
        self._portions.renew_all([self.rect_of(camera) for camera in self.in_sight])

    def _on_screen(self, area: Rect) -> QRect:
        return QRect(area.x + _EDGE, area.y - self.verticalScrollBar().value(), area.width, area.height)

    def _camera_at(self, position: QPoint) -> int | None:
        place = self._grid.at(position.x() - _EDGE, position.y() + self.verticalScrollBar().value())
        return None if place is None else self.cameras[place]

    def _first_seen(self) -> int | None:
        seen = self.in_sight
        current = self.selection.current
        return current if current in seen else next(iter(seen), None)

    def _reveal(self, camera: int) -> None:
        area = self._grid.rect(self._places[camera])
        bar, height = self.verticalScrollBar(), self.viewport().height()
        if area.y < bar.value():
            is_first_row = self._has_headings and area.y - _HEADING < bar.value()
            self._scroll_to(area.y - (_HEADING if is_first_row else 0))
        elif area.bottom > bar.value() + height:
            self._scroll_to(area.bottom - height)

    def _scroll_to(self, top: int) -> None:
        self.verticalScrollBar().setValue(top)

    def _step_to(self, place: int, modifiers: Qt.KeyboardModifier) -> None:
        camera = self.cameras[place]
        if modifiers & _SHIFT:
            self.selection.stretch(camera, self.cameras)
        else:
            self.selection.choose(camera)
        self._reveal(camera)
        self._paint_all_anew()
        self.opened.emit(camera)

    def _press(self, camera: int, modifiers: Qt.KeyboardModifier) -> None:
        if modifiers & _CONTROL:
            self.selection.toggle(camera)
        elif modifiers & _SHIFT:
            self.selection.stretch(camera, self.cameras)
        elif camera not in self.selection or len(self.selection.cameras) == 1:
            self.selection.choose(camera)
        self._paint_all_anew()
        self.opened.emit(camera)

    def _has_moved(self, start: QPoint, event: QMouseEvent) -> bool:
        moved = event.position().toPoint() - start
        return moved.manhattanLength() >= QApplication.startDragDistance()

    def _lifted(self, camera: int) -> tuple[Sequence[int], QPixmap]:
        """What is dragged from this camera, and how it looks."""
        cameras = self.selection.cameras if camera in self.selection else (camera,)
        return cameras, self.viewport().grab(self.rect_of(camera))

    def _paint(self, painter: QPainter, region: QRegion) -> None:
        """What has to be painted again: often a few pictures far from one another."""
        bounds = region.boundingRect()
        top = bounds.y() + self.verticalScrollBar().value()
        bottom = top + bounds.height()
        now_s, has_keys = self._monotonic(), self.hasFocus()
        painter.translate(_EDGE, -self.verticalScrollBar().value())
        if self._has_headings:
            for group in self._grid.groups_seen(top, bottom):
                title = self._groups[group].title or self.tr("Without a ward")
                self._faces.paint_heading(
                    painter, self._grid.heading(group), title, self._aside_of(self._groups[group])
                )
        for place in self._grid.seen(top, bottom):
            area = self._grid.rect(place)
            if region.intersects(self._on_screen(area)):
                self._paint_one(painter, area, self.cameras[place], now_s, has_keys=has_keys)

    def _paint_one(self, painter: QPainter, area: Rect, camera: int, now_s: float, *, has_keys: bool) -> None:
        look = self._look_of(camera)
        self._faces.paint(painter, area, look, now_s)
        is_current = has_keys and camera == self.selection.current
        if camera in self.selection or is_current:
            self._faces.frame(painter, area, is_chosen=camera in self.selection)

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), self._theme.ground)
        self._paint(painter, event.region())

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            camera = self._camera_at(event.pos())
            QToolTip.showText(event.globalPos(), "" if camera is None else self._tip_of(camera), self)
            return True
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        position = event.position().toPoint()
        camera = self._camera_at(position)
        self._pressed = None
        if camera is not None:
            self._press(camera, event.modifiers())
            if event.button() is Qt.MouseButton.LeftButton:
                self._pressed = (position, camera)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None or not event.buttons() or not self._has_moved(self._pressed[0], event):
            return
        (start, camera), self._pressed = self._pressed, None
        moved = event.position().toPoint() - start
        if is_finger(event) and abs(moved.x()) <= abs(moved.y()):
            return  # Up and down scrolls; to the side something is carried away.
        cameras, picture = self._lifted(camera)
        if is_finger(event):
            FingerDrag(self, cameras_freight(cameras), picture, event.globalPosition().toPoint())
            return
        drag = QDrag(self)
        drag.setMimeData(cameras_freight(cameras))
        drag.setPixmap(picture)
        drag.exec(Qt.DropAction.CopyAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pressed, self._pressed = self._pressed, None
        if pressed is None or event.modifiers() & (_CONTROL | _SHIFT) or self._has_moved(pressed[0], event):
            return
        self.selection.choose(pressed[1])  # One of several was only clicked, not dragged.
        self._paint_all_anew()
        self.put_requested.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A second click does what the first one did."""
        if event.modifiers() & (_CONTROL | _SHIFT):
            self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & _CONTROL:
            self.zoomed.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.cameras or not self._key(Qt.Key(event.key()), event.modifiers()):
            super().keyPressEvent(event)

    def _key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        """Does the key mean something here?"""
        place = self._places.get(self.selection.current or 0)
        if key in _ARROWS:
            self._step_to(0 if place is None else self._grid.step(place, *_ARROWS[key]), modifiers)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._step_to(0 if key is Qt.Key.Key_Home else len(self.cameras) - 1, modifiers)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            rows = max(1, self.viewport().height() // self._grid.row_height)
            for _ in range(rows):
                place = self._grid.step(place or 0, 0, 1 if key is Qt.Key.Key_PageDown else -1)
            self._step_to(place or 0, modifiers)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.put_requested.emit()
        elif key is Qt.Key.Key_Space and self.selection.current is not None:
            self.selection.toggle(self.selection.current)
            self._paint_all_anew()
        elif key is Qt.Key.Key_A and modifiers & _CONTROL:
            self.selection.choose_all(self.cameras)
            self._paint_all_anew()
        elif key is Qt.Key.Key_0:
            self.fit_requested.emit()
        elif key is Qt.Key.Key_W:
            self.wide_requested.emit()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self.zoomed.emit(-1 if key is Qt.Key.Key_Minus else 1)
        else:
            return False
        return True

    def focusInEvent(self, event: QEvent) -> None:
        if self.selection.current is None and self.cameras:
            self.selection.choose(self.in_sight[0] if self.in_sight else self.cameras[0])
        self._paint_all_anew()

    def focusOutEvent(self, event: QEvent) -> None:
        self._paint_all_anew()
