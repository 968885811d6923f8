"""The maps of the city in the console's window."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from wall.model.layout import Layout
from wall.ui.console.known_keys import known_keys
from wall.ui.console.pages import FOUND, MAP
from wall.ui.keys import Key

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


def all_keys(window: ConsoleWindow, presets: Sequence[Layout]) -> tuple[Key, ...]:
    """Those, and all that can be done by key on a wall with these layouts."""
    return known_keys(all_actions(window), presets)
