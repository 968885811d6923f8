"""The palette of one window: the sheet over it, what it knows, and what it does."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from wall.model.palette import Entry
from wall.ui.palette_book import PaletteBook, Places, no_places
from wall.ui.palette_deeds import OpenInConsole, PaletteDeeds
from wall.ui.palette_sheet import PaletteSheet
from wall.ui.room_port import RoomPort
from wall.ui.signals import EventBridge
from wall.ui.theme import Theme


class Everything(QObject):
    """Cameras, views, tours, sites, screens, and `actions`, which are asked for as it opens.

    Without `open_in_console` Ctrl+Enter does what Enter does. `foretell`: see `PaletteSheet`.
    """

    def __init__(
        self,
        theme: Theme,
        room: RoomPort,
        events: EventBridge,
        actions: Callable[[], Sequence[QAction]],
        window: QWidget,
        *,
        places: Places = no_places,
        open_in_console: OpenInConsole | None = None,
        foretell: Callable[[Entry], str] = lambda _entry: "",
    ) -> None:
        super().__init__(window)
        self._window = window
        self.book = PaletteBook(room, events, actions, places, self)
        self._deeds = PaletteDeeds(room, self.book, open_in_console)
        hint = self.tr("Enter: on the screen in hand · Ctrl+Enter: in the console") if open_in_console else ""
        self.sheet = PaletteSheet(theme, self.book, window, hint, foretell)
        self.sheet.chosen.connect(self._do)

    def toggle(self) -> None:
        """Open it, or close it."""
        self.sheet.toggle_over(self._window.width(), self._window.height())

    def stand_again(self) -> None:
        """The window has another size."""
        if self.sheet.isVisible():
            self.sheet.stand_over(self._window.width(), self._window.height())

    def end(self) -> None:
        """The window closes."""
        self.sheet.close_up()

    def _do(self, entry: Entry, otherwise: bool) -> None:
        self._deeds.do(entry, otherwise=otherwise)
