"""Can anybody see a map? What nobody sees is not received."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

from wall.ui.map.canvas import MapCanvas


class Seen(QObject):
    """Of one canvas: not while it is on a page that is not shown, covered, or in a window that is minimised."""

    changed = Signal(bool)

    def __init__(self, canvas: MapCanvas) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._window: QWidget | None = None
        self._is_shown = False
        self._told = False
        canvas.shown_or_hidden.connect(self._take_note)

    def end(self) -> None:
        """Watch no more."""
        self._canvas.shown_or_hidden.disconnect(self._take_note)
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window = None

    def _take_note(self, is_shown: bool) -> None:
        window: QWidget = self._canvas.window()
        if window is not self._window:
            if self._window is not None:
                self._window.removeEventFilter(self)
            self._window = window
            window.installEventFilter(self)
        self._is_shown = is_shown
        self._look()

    def _look(self) -> None:
        is_seen = self._is_shown and self._window is not None and not self._window.isMinimized()
        if is_seen != self._told:
            self._told = is_seen
            self.changed.emit(is_seen)

    # -- Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowStateChange:
            self._look()
        return False
