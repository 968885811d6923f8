"""All maps of the program: one is a page of the console, others stand in windows of their own on whichever screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QWidget

from wall.ui.map.map_window import MapWindow
from wall.ui.map.muted import Muted
from wall.ui.map.opacities import Opacities
from wall.ui.map.page import MapPage, MapPorts
from wall.ui.theme import Theme


class CityMaps(QObject):
    """UI thread. `dress` gives a window its looks; `end` closes all that was opened."""

    opened = Signal(int)
    """A camera that the hand is on, on a map in a window of its own."""
    search_requested = Signal()
    places_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        ports: MapPorts,
        dress: Callable[[QWidget, Theme], object],
        settings: QSettings | None,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._dress = dress
        self._settings = settings
        self._ports = replace(
            ports, open_window=self.open_window, muted=Muted(settings, self), opacities=Opacities(settings, self)
        )
        self._pages: list[MapPage] = []
        self.windows: list[MapWindow] = []
        """Those that are open."""

    def page(self, parent: QWidget) -> MapPage:
        """The page of the console."""
        made = MapPage(self._theme, self._ports, parent)
        self._pages.append(made)
        self._hear(made)
        return made

    def open_window(self) -> MapWindow:
        """One more window with the map."""
        window = MapWindow(self._theme, self._ports, self._settings)
        self._dress(window, self._theme)
        self._hear(window.page)
        window.page.opened.connect(self.opened)
        window.closed.connect(lambda: self._forget(window))
        self.windows.append(window)
        window.show()
        return window

    def look_at(self, camera_id: int) -> None:
        """In windows of their own, but for the one that the hand is on: where this camera is."""
        for window in self.windows:
            if not window.isActiveWindow():
                window.page.look_at(camera_id)

    def end(self) -> None:
        """Close the windows, and hear no more."""
        for window in tuple(self.windows):
            window.close()
        for page in self._pages:
            page.end()

    def _hear(self, page: MapPage) -> None:
        page.search_requested.connect(self.search_requested)
        page.places_requested.connect(self.places_requested)

    def _forget(self, window: MapWindow) -> None:
        self.windows.remove(window)
        window.deleteLater()
