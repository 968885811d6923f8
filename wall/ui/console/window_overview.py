"""The page of the whole city in the console's window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wall.ui.console.pages import FOUND
from wall.ui.console.window_layout import stand_beside

if TYPE_CHECKING:
    from wall.ui.console.window import ConsoleWindow


def connect_overview(window: ConsoleWindow) -> None:
    """What is asked there, the window does."""
    overview = window.overview
    if overview is not None:
        overview.opened.connect(window.panel.open)
        overview.search_requested.connect(lambda: window.go_to(FOUND))
        overview.widened.connect(lambda _is_wide: stand_beside(window.pages.current, window.tree, window.panel))
