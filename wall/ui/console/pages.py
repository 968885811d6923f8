"""The pages in the middle of the console: what each is called, and what the keys of the window do on it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtWidgets import QStackedWidget, QWidget

SCREENS, VIEWS, OVERVIEW, MAP, LAYOUT = "screens", "views", "overview", "map", "layout"
BOOKMARKS, RECORDINGS, UNSEEN, KEYS = "bookmarks", "recordings", "unseen", "keys"
ALARMS, RULES, WAYS = "alarms", "rules", "ways"
REPLAY, STICKS = "replay", "sticks"
CAMERAS, FOUND, HEALTH, IMPORT, RAW = "cameras", "found", "health", "import", "raw"
DOMES = "domes"
"""The names of the pages."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `title` "" is not in the navigation: it is opened from another page, and Esc leads back `under` it."""

    name: str
    widget: QWidget
    title: str = ""
    key: str = ""
    """Which key goes to it; "" is Ctrl and its place in the navigation."""
    under: str = ""
    """Which page the navigation marks; "" for the page itself."""
    enter: Callable[[], object] | None = None
    """Puts the hand where one goes on."""
    go_back: Callable[[], bool] | None = None
    """Esc: closes what is open on it. False where nothing is."""
    has_panel: bool = False
    """Does the camera's panel stand beside it?"""
    stays: bool = False
    """Does it stay when a camera is chosen in the tree? It is dragged from there to here."""
    open_camera: Callable[[int], object] | None = None
    """What becomes of a camera that is chosen in the tree; None: it is shown in its panel."""
    is_wide: Callable[[], bool] | None = None
    """Does it have the whole window now, without what usually stands beside it?"""
    cameras: Callable[[], Sequence[int]] | None = None
    """The ids of the cameras that the hand is on there: Ctrl+Enter brings them onto the wall."""
    does: Mapping[str, Callable[[], object]] = field(default_factory=dict)
    """What keys do that mean something else on each page: "remove", "undo", "edit"…"""


class Pages(QStackedWidget):
    """One is shown at a time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pages: dict[str, Page] = {}

    def add(self, page: Page) -> None:
        """One more."""
        self._pages[page.name] = page
        self.addWidget(page.widget)

    def show_page(self, name: str) -> None:
        """Show a page. KeyError where there is none of this name."""
        self.setCurrentWidget(self._pages[name].widget)

    @property
    def current(self) -> Page:
        """The page that is shown."""
        return next(page for page in self._pages.values() if page.widget is self.currentWidget())

    @property
    def in_navigation(self) -> tuple[Page, ...]:
        """Those that one goes to from everywhere, in their order."""
        return tuple(page for page in self._pages.values() if page.title)

    def do(self, what: str) -> None:
        """Do what this key means on the page that is shown; nothing where it means nothing."""
        does = self.current.does.get(what)
        if does is not None:
            does()
