"""The page of domes in the console's window."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from wall.ui.console.pages import FOUND
from wall.ui.console.window_layout import stand_beside
from wall.ui.ptz.journal.port import JournalPort
from wall.ui.ptz.port import PtzPort
from wall.ui.ptz.presets.page import DomesPage
from wall.ui.ptz.presets.port import DutyPort
from wall.ui.signals import EventBridge
from wall.ui.theme import Theme

if TYPE_CHECKING:
    from wall.ui.console.window import ConsoleWindow


def domes_page(
    theme: Theme, domes: PtzPort, duty: DutyPort, journal: JournalPort, events: EventBridge
) -> Callable[[ConsoleWindow], DomesPage]:
    """What makes it for a window, and has it heard there."""

    def make(window: ConsoleWindow) -> DomesPage:
        page = DomesPage(theme, window.facts, domes, duty, journal, events, time.monotonic, time.time, window)
        page.opened.connect(lambda camera: window.panel.open(camera))
        page.search_requested.connect(lambda: window.go_to(FOUND))
        page.widened.connect(lambda: _stand_beside(window, page))
        window.closed.connect(page.end)
        return page

    return make


def _stand_beside(window: ConsoleWindow, page: DomesPage) -> None:
    if window.pages.current.widget is page:
        stand_beside(window.pages.current, window.tree, window.panel)
