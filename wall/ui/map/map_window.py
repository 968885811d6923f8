"""The map as a window of its own, on any screen."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wall.ui.exposure import Exposure
from wall.ui.map.page import MapPage, MapPorts
from wall.ui.theme import Theme

_PLACE = "map/window"


class MapWindow(QWidget):
    """Esc and F11 as in the console; covered, it is as good as hidden. `closed` follows when it was closed; `settings`,
    where given, keeps its place.
    """

    closed = Signal()

    def __init__(self, theme: Theme, ports: MapPorts, settings: QSettings | None = None) -> None:
        super().__init__()
        self._settings = settings
        self.setWindowTitle(self.tr("Map"))
        self.page = MapPage(theme, ports, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.page)
        self.resize(1280, 800)
        self._exposure = Exposure(self)
        self._exposure.changed.connect(self.page.canvas.shown_or_hidden)
        kept = settings.value(_PLACE) if settings is not None else None
        if isinstance(kept, QByteArray):
            self.restoreGeometry(kept)

    def toggle_full_screen(self) -> None:
        """Full screen, and back."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F11:
            self.toggle_full_screen()
        elif event.key() == Qt.Key.Key_Escape:
            if not self.page.go_back() and self.isFullScreen():
                self.toggle_full_screen()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        if self._settings is not None:
            self._settings.setValue(_PLACE, self.saveGeometry())
        self._exposure.end()
        self.page.end()
        self.closed.emit()
