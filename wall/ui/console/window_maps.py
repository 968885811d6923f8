"""The maps of the city in the console's window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from wall.ui.console.pages import FOUND, MAP

if TYPE_CHECKING:
    from wall.ui.console.window import ConsoleWindow


def connect_maps(window: ConsoleWindow) -> None:
    """What is asked on a map, the window does."""
    if window.maps is not None and window.map is not None:
        window.map.asked_for.connect(lambda: window.go_to(MAP))
        window.map.opened.connect(window.panel.open)
        window.maps.opened.connect(window.open_camera)
        window.maps.search_requested.connect(lambda: window.go_to(FOUND))
        window.maps.places_requested.connect(window.desk.ask_import)


def all_actions(window: ConsoleWindow) -> tuple[QAction, ...]:
    """What can be done by key in this window, and on the map in it."""
    on_map = window.map.keyboard.actions if window.map is not None else ()
    return (*window.keyboard.actions, *on_map)
