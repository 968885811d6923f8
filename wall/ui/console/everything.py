"""The palette of the console: what it knows of sites, and what the console shows of a line on Ctrl+Enter."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from wall.model.palette import Entry
from wall.ui.console.city import City
from wall.ui.console.facts import Facts
from wall.ui.palette_book import PaletteBook, PlaceOfCameras
from wall.ui.palette_deeds import OpenInConsole, PaletteDeeds
from wall.ui.palette_sheet import PaletteSheet
from wall.ui.room_port import RoomPort
from wall.ui.signals import EventBridge
from wall.ui.theme import Theme


class Everything(QObject):
    """The sheet over the console's window, its index, and what it does."""

    def __init__(
        self,
        theme: Theme,
        facts: Facts,
        room: RoomPort,
        events: EventBridge,
        actions: Callable[[], Sequence[QAction]],
        open_in_console: OpenInConsole,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self.book = PaletteBook(room, events, actions, lambda: list(places_of(facts.city)), self)
        self._deeds = PaletteDeeds(room, self.book, open_in_console)
        hint = self.tr("Enter: on the screen in hand · Ctrl+Enter: in the console")
        self.sheet = PaletteSheet(theme, self.book, window, hint)
        self.sheet.chosen.connect(self._do)

    def toggle(self) -> None:
        """Open it, or close it."""
        window = self.sheet.parentWidget()
        self.sheet.toggle_over(window.width(), window.height())

    def _do(self, entry: Entry, otherwise: bool) -> None:
        self._deeds.do(entry, otherwise=otherwise)


def places_of(city: City) -> Iterable[PlaceOfCameras]:
    """The sites that have cameras."""
    for ward in city.branches():
        for branch in ward.sites:
            site = branch.site
            if site is not None and site.site_id is not None:
                yield PlaceOfCameras(site.site_id, site.name, branch.cameras, site.ward, site.former_wards)
