"""One wall window and how it stands: it fills a display, stands free, or is out of sight."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from wall.model.grid import Rect
from wall.ui.screens.displays import area_of, rect_of

GIVE_UP_MS = 10_000
"""A panel that blinks, or is switched to another source and back, has its pictures again without a new connection."""

_ASTRAY_MS = 50
_TRIES = 5
"""How often a window is put back onto its display, lest it should fight with a window manager for ever."""

_AT_REST_MS = 500
"""Where a window stands is told when the hand has let go of it."""

_STANDING = (QEvent.Type.WindowStateChange, QEvent.Type.Move, QEvent.Type.Resize)


class Pane(QObject):
    """The window of one screen, made when it is first to be seen; closed, it gives everything back. UI thread.

    `left` follows when the operator has closed it, `moved` when he has put it elsewhere.
    """

    moved = Signal()
    left = Signal()

    def __init__(self, make_window: Callable[[], QWidget], parent: QObject, give_up_ms: int = GIVE_UP_MS) -> None:
        super().__init__(parent)
        self._make_window = make_window
        self._window: QWidget | None = None
        self._filled: Rect | None = None
        self._stood: Rect | None = None
        self._flags = Qt.WindowType.Window
        self._is_kiosk = False
        self._is_ending = False
        self._give_up = QTimer(self, singleShot=True, interval=give_up_ms)
        self._give_up.timeout.connect(self.end)
        self._at_rest = QTimer(self, singleShot=True, interval=_AT_REST_MS)
        self._at_rest.timeout.connect(self._tell_moved)
        self._astray = QTimer(self, singleShot=True, interval=_ASTRAY_MS)
        self._astray.timeout.connect(self._fill_again)
        self._tries = 0

    @property
    def window(self) -> QWidget | None:
        """None while nobody could see it."""
        return self._window

    @property
    def is_seen(self) -> bool:
        return self._window is not None and self._window.isVisible()

    @property
    def area(self) -> Rect | None:
        """Where it stands or stood last, without what the desktop draws around it; None before it was opened."""
        return area_of(self._window.geometry()) if self._window else None

    def fill(self, area: Rect, display: QScreen | None, *, kiosk: bool, on_top: bool) -> None:
        """Take a whole display. `kiosk`: no key and no click leads out of it. `on_top`: over all else there."""
        window = self._opened()
        flags = _flags(kiosk, on_top)
        if self.is_seen and self._is_at(area) and self._flags == flags:
            return
        self._filled, self._stood, self._is_kiosk, self._flags = area, None, kiosk, flags
        self._tries = _TRIES
        window.hide()  # A window that fills one display cannot be moved to another by every window manager.
        window.setWindowFlags(flags)
        if display is not None:
            window.setScreen(display)
        # Where there is no window manager, nobody else makes it as large as the display.
        window.setGeometry(rect_of(area))
        _show_full_screen(window)
        window.setGeometry(rect_of(area))

    def stand(self, area: Rect) -> None:
        """Stand free; where it is there already, it stays as the operator has put it."""
        window = self._opened()
        if self.is_seen and self._filled is None and area in (self._stood, self.area):
            return
        self._filled, self._stood, self._is_kiosk = None, area, False
        window.hide()
        window.setWindowFlags(_flags(kiosk=False, on_top=False))
        window.setWindowState(Qt.WindowState.WindowNoState)
        window.setGeometry(rect_of(area))
        window.show()
        self._at_rest.stop()

    def withdraw(self) -> None:
        """Out of sight at once; after a while it is given back with all that it receives."""
        if self.is_seen and self._window is not None:
            self._window.hide()
            self._give_up.start()

    def end(self) -> None:
        """Close it and give everything back; `fill` and `stand` open it anew."""
        for timer in (self._give_up, self._at_rest, self._astray):
            timer.stop()
        window, self._window = self._window, None
        self._filled = self._stood = None
        if window is not None:
            self._is_ending = True
            window.close()
            window.removeEventFilter(self)
            window.deleteLater()
            self._is_ending = False

    def _opened(self) -> QWidget:
        self._give_up.stop()
        if self._window is None:
            self._window = self._make_window()
            # Keys stay where they are: a panel that comes back must not take them from who types elsewhere.
            self._window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
            self._window.installEventFilter(self)
        return self._window

    def _is_at(self, area: Rect) -> bool:
        """Does it fill this already? One that the operator has led out of full screen stays as he wants it."""
        if self._filled != area or self._window is None:
            return False
        if not self._is_kiosk and not self._window.isFullScreen():
            return True
        return self.area == area and self._window.isFullScreen() and not self._window.isMinimized()

    def _fill_again(self) -> None:
        """What was led, or put by the window system, to somewhere else is put back."""
        window, area = self._window, self._filled
        if window is None or area is None or not self.is_seen or not self._tries or self._is_at(area):
            return
        self._tries -= 1
        if not window.isFullScreen() or window.isMinimized():
            _show_full_screen(window)
        window.setGeometry(rect_of(area))

    def _tell_moved(self) -> None:
        if self.is_seen and self._filled is None and self._window is not None and not self._window.isFullScreen():
            self._stood = self.area
            self.moved.emit()

    def _on_closed(self) -> None:
        self.end()
        self.left.emit()

    # -- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.Close and not self._is_ending:
            if self._is_kiosk:
                event.ignore()
                return True
            QTimer.singleShot(0, self, self._on_closed)
        elif kind in _STANDING and not self._is_ending:
            (self._at_rest if self._filled is None else self._astray).start()
        return super().eventFilter(watched, event)


def _show_full_screen(window: QWidget) -> None:
    """Not showFullScreen(): that takes the keys from whoever types elsewhere."""
    window.setWindowState(Qt.WindowState.WindowFullScreen)
    window.show()


def _flags(kiosk: bool, on_top: bool) -> Qt.WindowType:
    flags = Qt.WindowType.Window
    if kiosk:
        flags |= Qt.WindowType.FramelessWindowHint
    if on_top:
        flags |= Qt.WindowType.WindowStaysOnTopHint
    return flags
