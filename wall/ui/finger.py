"""What a finger carries over all windows of the program. Qt's own drag follows the mouse only, and ends at a finger."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    QPixmap,
    QPointerEvent,
)
from PySide6.QtWidgets import QApplication, QLabel, QWidget

WAITS_MS = 8000
"""What was lifted and not put down for so long stays where it was: nobody shall move it by a later touch."""

_ABOVE_PX = 24
"""The picture stands above the finger, which would hide it."""

_ACTIONS = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
_BUTTON, _NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
_OTHERS = (
    *(QEvent.Type.MouseMove, QEvent.Type.MouseButtonRelease),
    *(QEvent.Type.TouchCancel, QEvent.Type.ShortcutOverride),
)
_HEARD = frozenset((*_PRESSES, *_OTHERS))


def is_finger(event: QPointerEvent) -> bool:
    """Did a finger do this? Qt makes mouse events of touches that nobody wants as such."""
    return event.device().type() == QInputDevice.DeviceType.TouchScreen


class FingerDrag(QObject):
    """From when a finger has lifted something until it is put down; `ended` follows once, with whether it was taken.

    What is under the finger is told what Qt's own drag would tell it: that it enters, moves, leaves, is dropped. Let go
    at `home`, in the coordinates of the desktop, it waits: the next touch, in whichever window, puts it down. Let go
    over nothing, put back with Esc, or with its touch cancelled, it has changed nothing.
    """

    ended = Signal(bool)

    def __init__(
        self, source: QWidget, freight: QMimeData, picture: QPixmap, at: QPoint, home: QRect | None = None
    ) -> None:
        """The finger is down at this place of the desktop. It goes with `source`."""
        super().__init__(source)
        self._freight = freight
        self._home = home or QRect()
        self._picture = _Picture(picture, source) if not picture.isNull() else None
        self._under: QWidget | None = None
        self._is_inside = self._is_welcome = False
        self._is_waiting = False
        self._is_over = False
        self._waits = QTimer(self, singleShot=True, interval=WAITS_MS)
        self._waits.timeout.connect(self.put_back)
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr] # There are widgets.
        self._move(at)

    def put_back(self) -> None:
        """Let it stay where it was."""
        if not self._is_over:
            self._leave()
            self._end(is_taken=False)

    # -- under the finger

    def _move(self, at: QPoint) -> None:
        if self._picture is not None:
            self._picture.stand_above(at)
        widget = QApplication.widgetAt(at)
        if widget is not self._under:
            self._leave()
            self._under = widget
        if widget is not None and not self._is_inside:
            self._is_inside = self._is_welcome = self._tell(widget, QDragEnterEvent, at)
        if widget is not None and self._is_inside:
            self._is_welcome = self._tell(widget, QDragMoveEvent, at)

    def _tell(self, widget: QWidget, kind: type[QDragMoveEvent], at: QPoint) -> bool:
        """Does it say that something may be dropped there? Who says nothing to a move means what it said before.

        Qt hands moves on to who has accepted that something enters, among the widget and those around it.
        """
        event = kind(widget.mapFromGlobal(at), _ACTIONS, self._freight, _BUTTON, _NO_KEY)
        event.setAccepted(self._is_welcome)
        QApplication.sendEvent(widget, event)
        return event.isAccepted()

    def _leave(self) -> None:
        under, self._under = self._under, None
        if self._is_inside and under is not None and shiboken6.isValid(under):
            QApplication.sendEvent(under, QDragLeaveEvent())
        self._is_inside = self._is_welcome = False

    def _let_go(self, at: QPoint) -> None:
        self._move(at)
        under = self._under
        if under is None or not self._is_welcome:
            self.put_back()
            return
        self._under, self._is_inside, self._is_welcome = None, False, False
        dropped = QDropEvent(QPointF(under.mapFromGlobal(at)), _ACTIONS, self._freight, _BUTTON, _NO_KEY)
        QApplication.sendEvent(under, dropped)
        self._end(is_taken=dropped.isAccepted())

    def _end(self, *, is_taken: bool) -> None:
        self._is_over = True
        self._waits.stop()
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
        if self._picture is not None:
            self._picture.close()
            self._picture.deleteLater()
        self.ended.emit(is_taken)
        self.deleteLater()

    def _on_press(self, at: QPoint) -> None:
        """Only what waits meets another press: it is in the hand again, and goes where that lets go."""
        self._is_waiting, self._home = False, QRect()
        self._waits.stop()
        self._move(at)

    def _on_release(self, at: QPoint) -> None:
        if self._home.contains(at):
            self._is_waiting = True
            self._waits.start()
        else:
            self._let_go(at)

    def _hear(self, event: QMouseEvent) -> bool:
        at = event.globalPosition().toPoint()
        if event.type() in _PRESSES:
            self._on_press(at)
        elif self._is_waiting:
            return False
        elif event.type() is QEvent.Type.MouseMove:
            self._move(at)
        else:
            self._on_release(at)
        return True

    # -- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Asked about every event of the program for as long as something is carried."""
        kind = event.type()
        if kind not in _HEARD or self._is_over:
            return False
        if kind is QEvent.Type.TouchCancel:
            self.put_back()
        elif isinstance(event, QMouseEvent):
            # Each of them comes twice: for the window of the window system, and for the widget.
            return isinstance(watched, QWidget) and self._hear(event)
        elif isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            self.put_back()
            event.accept()
            return True
        return False


class _Picture(QLabel):
    """What is carried, in small."""

    def __init__(self, picture: QPixmap, parent: QWidget) -> None:
        flag = Qt.WindowType
        super().__init__(parent, flag.ToolTip | flag.WindowTransparentForInput | flag.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setPixmap(picture)
        self.resize(picture.deviceIndependentSize().toSize())

    def stand_above(self, at: QPoint) -> None:
        """Where there is no room above the finger, below it."""
        screen = QApplication.screenAt(at)
        top = screen.geometry().top() if screen is not None else at.y()
        above = at.y() - self.height() - _ABOVE_PX
        self.move(at.x() - self.width() // 2, above if above >= top else at.y() + 2 * _ABOVE_PX)
        self.show()
