"""All the ways in which a hand loses a dome without letting go of it."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QWidget

_OF_WINDOW = frozenset(
    (
        QEvent.Type.WindowDeactivate,
        QEvent.Type.Hide,
        QEvent.Type.Close,
        QEvent.Type.WindowBlocked,
    )
)
_OF_VIEW = frozenset((QEvent.Type.FocusOut, QEvent.Type.Hide, QEvent.Type.EnabledChange, QEvent.Type.UngrabMouse))


class PtzEnds(QObject):
    """Watches a wall window and its view. `lost`: what this window holds must go, for its key may be released where
    nobody here hears it. `all_lost`: the whole program has lost the hand. UI thread.
    """

    lost = Signal()
    all_lost = Signal()

    def __init__(self, window: QWidget, view: QWidget) -> None:
        super().__init__(view)
        self._window = window
        self._view = view
        self._handle: QWindow | None = None
        window.installEventFilter(self)
        view.installEventFilter(self)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.applicationStateChanged.connect(self._on_state)

    def end(self) -> None:
        """Watch no more."""
        self._window.removeEventFilter(self)
        self._view.removeEventFilter(self)
        if self._handle is not None and shiboken6.isValid(self._handle):
            self._handle.removeEventFilter(self)
            self._handle.screenChanged.disconnect(self._on_screen)
        self._handle = None
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.applicationStateChanged.disconnect(self._on_state)

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive:
            self.all_lost.emit()

    def _on_screen(self) -> None:
        """It stands on another display: what the pointer points at has moved."""
        self.lost.emit()

    def _attach(self) -> None:
        """The window of the window system is another one when its frame has changed."""
        handle = self._window.windowHandle()
        if handle is not None and handle is not self._handle:
            self._handle = handle
            handle.screenChanged.connect(self._on_screen)
            handle.installEventFilter(self)

    def _ends(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._view:
            return kind in _OF_VIEW
        if watched is self._handle:
            return kind is QEvent.Type.TouchCancel  # Of touches only the window of the window system hears everything.
        is_small = kind is QEvent.Type.WindowStateChange and self._window.isMinimized()
        is_left = kind is QEvent.Type.ActivationChange and not self._window.isActiveWindow()
        return kind in _OF_WINDOW or is_small or is_left

    # -- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and watched is self._window:
            self._attach()
        elif self._ends(watched, event):
            self.lost.emit()
        return False
