"""Can anybody see a window? As far as the window system tells: Wayland and macOS say so through Qt, X by itself."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget

from wall.ui.x_visibility import XVisibility

COVERED_MS = 1000
"""A window that is covered for a moment, while another is moved over it, is not worth a word."""


class Exposure(QObject):
    """Watches a window of its own while that is shown. `changed` says whether anything of it can be seen.

    In doubt it can be: a wall that rests while people look at it is worse than one that costs for nothing. UI thread.
    """

    changed = Signal(bool)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._handle: QWindow | None = None
        self._is_covered = False
        self._is_exposed = True
        self._told = True
        self._server = XVisibility(self._hear, self)
        self._soon = QTimer(self, singleShot=True, interval=COVERED_MS)
        self._soon.timeout.connect(lambda: self._tell(False))
        window.installEventFilter(self)

    def end(self) -> None:
        """The window closes."""
        self._soon.stop()
        self._window.removeEventFilter(self)
        self._detach()
        self._server.end()

    def _attach(self) -> None:
        """It is about to be shown: it has a window of the window system, or gets it now."""
        number = int(self._window.winId())
        handle = self._window.windowHandle()
        if handle is not None and handle is not self._handle:
            self._detach()
            self._handle = handle
            handle.installEventFilter(self)
        self._server.watch(number)

    def _detach(self) -> None:
        if self._handle is not None and shiboken6.isValid(self._handle):
            self._handle.removeEventFilter(self)
        self._handle = None

    def _hear(self, is_covered: bool) -> None:
        self._is_covered = is_covered
        self._look()

    def _look(self) -> None:
        can_be_seen = self._is_exposed and not self._is_covered
        if not can_be_seen:
            self._soon.start()
        else:
            self._soon.stop()
            self._tell(True)

    def _tell(self, can_be_seen: bool) -> None:
        if can_be_seen != self._told:
            self._told = can_be_seen
            self.changed.emit(can_be_seen)

    # -- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.Show and watched is self._window:
            self._attach()
        elif kind is QEvent.Type.Expose and self._handle is not None and watched is self._handle:
            self._is_exposed = self._handle.isExposed() or not self._window.isVisible()
            self._look()
        return False
