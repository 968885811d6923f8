"""The console's window: assembles the panels, the pages and the keys."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDateTime, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QImage, QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from wall.model.events import Event, WorkFailed
from wall.ui import words
from wall.ui.console.camera_panel import CameraPanel
from wall.ui.console.cameras_page import CamerasPage
from wall.ui.console.facts import Facts
from wall.ui.console.files import AskForFile, ask_for_file
from wall.ui.console.found_page import FoundPage
from wall.ui.console.health_page import HealthPage
from wall.ui.console.held_banner import HeldBanners
from wall.ui.console.live_picture import LivePicture
from wall.ui.console.memory import recall, remember
from wall.ui.console.navigation import Navigation
from wall.ui.console.parts import Notice
from wall.ui.console.ports import FleetPort
from wall.ui.console.raw_page import RawPage
from wall.ui.console.sentences import in_words
from wall.ui.console.style import dress
from wall.ui.console.tables_desk import TablesDesk
from wall.ui.console.top_line import ConsoleTopLine
from wall.ui.console.tree_panel import TreePanel
from wall.ui.key_list import KeyList
from wall.ui.keys import Key, action_of
from wall.ui.ports import LiveViewPort
from wall.ui.signals import EventBridge
from wall.ui.theme import SPACE, Theme

CAMERAS, FOUND, HEALTH, IMPORT, RAW = range(5)
"""The places of the pages. The last two are not in the navigation: they are opened from others, and Esc leads back."""


class ConsoleWindow(QWidget):
    """The control room in one window. `closed` follows when everything was given back.

    `monotonic` is the clock of pictures, `unix_time` that of health; `settings`, where given, keeps sizes; `ask_file`
    asks the operator for a file (`None`: no file); `early` is what the fleet told before there was a window to hear it.
    """

    closed = Signal()

    def __init__(
        self,
        fleet: FleetPort,
        events: EventBridge,
        live: LiveViewPort,
        theme: Theme,
        monotonic: Callable[[], float] = time.monotonic,
        *,
        unix_time: Callable[[], float] = time.time,
        wall_clock: Callable[[], QDateTime] = QDateTime.currentDateTime,
        settings: QSettings | None = None,
        ask_file: AskForFile = ask_for_file,
        early: Sequence[Event] = (),
    ) -> None:
        super().__init__()
        self.setWindowTitle("CityWall")
        self._fleet = fleet
        self._wall_clock = wall_clock
        self._settings = settings
        self.facts = Facts(fleet, events, early, self)
        self.top = ConsoleTopLine(theme, self.facts, self)
        self.tree = TreePanel(theme, self.facts, fleet.find, self)
        self.cameras = CamerasPage(theme, self.facts, fleet, self)
        self.found = FoundPage(theme, self.facts, fleet, self)
        self.health = HealthPage(theme, self.facts, monotonic, unix_time, self)
        self.raw = RawPage(theme, self)
        self.notice = Notice(self)
        self.banners = HeldBanners(self.facts, self)
        self.panel = CameraPanel(
            theme,
            self.facts,
            fleet,
            lambda parent: LivePicture(theme, live, events, monotonic, parent),
            unix_time,
            self,
        )
        self.desk = TablesDesk(theme, fleet, ask_file, self.cameras.notice, self)
        self.navigation = Navigation((self.tr("Cameras"), self.tr("Found devices"), self.tr("Health")), self)
        self._lay_out()
        self._connect()
        self._actions = [action_of(key, self) for key in self._keys()]
        self._key_list = KeyList(theme, self._actions, self)
        dress(self, theme)  # Last: to dress each widget again as it finds its place takes twice as long.
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._tick)
        self._second.start()
        self._tick()
        self._begin()

    def _begin(self) -> None:
        """Stand as one was left, on the page where one goes on."""
        self.resize(1440, 900)
        self.split.setSizes([288, 752, 400])
        views = (self.cameras.view, self.found.view, self.health.view)
        recall(self._settings, self, self.split, self.health.split, views)
        self.go_to(CAMERAS if self.facts.city.cameras else FOUND)

    # -- what the program asks

    @property
    def page(self) -> int:
        """Which page is shown."""
        return self.pages.currentIndex()

    def go_to(self, page: int) -> None:
        """Show a page, with the hand where one goes on."""
        self._show_page(page)
        if page == FOUND and not self.found.model.rows:
            self.found.search.look_at()
        elif page in (CAMERAS, FOUND, HEALTH):
            (self.cameras.view, self.found.view, self.health.view)[page].setFocus()

    def screenshot(self) -> QImage:
        """The window as it is painted now."""
        return self.grab().toImage()

    def import_table(self, path: Path) -> None:
        """Show what a table would change."""
        self.desk.plan(path)

    # -- assembling

    def _lay_out(self) -> None:
        self.pages = QStackedWidget(self)
        for page in (self.cameras, self.found, self.health, self.desk.page, self.raw):
            self.pages.addWidget(page)
        middle = QWidget(self)
        around_notice = QVBoxLayout()
        around_notice.setContentsMargins(2 * SPACE, 0, 2 * SPACE, 0)
        around_notice.addWidget(self.notice)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.navigation)
        column.addWidget(self.banners)
        column.addLayout(around_notice)
        column.addWidget(self.pages, 1)
        self.split = QSplitter(Qt.Orientation.Horizontal, self)
        self.split.setHandleWidth(4)
        self.split.setChildrenCollapsible(False)
        for place, (widget, least) in enumerate(((self.tree, 200), (middle, 480), (self.panel, 280))):
            widget.setMinimumWidth(least)
            self.split.addWidget(widget)
            self.split.setStretchFactor(place, 1 if widget is middle else 0)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(0)
        around.addWidget(self.top)
        around.addWidget(self.split, 1)

    def _connect(self) -> None:
        self.navigation.chosen.connect(self.go_to)
        self.tree.chosen.connect(self.cameras.choose)
        self.tree.opened.connect(self._open_from_tree)
        self.cameras.opened.connect(self.panel.open)
        self.health.opened.connect(self.panel.open)
        self.health.cameras_chosen.connect(self._show_incident)
        for page in (self.tree, self.cameras, self.health):
            page.search_requested.connect(lambda: self.go_to(FOUND))
        self.cameras.import_requested.connect(self.desk.ask_import)
        self.cameras.export_requested.connect(self.desk.ask_export)
        self.desk.planned.connect(lambda: self.go_to(IMPORT))
        self.desk.done.connect(lambda: self.go_to(CAMERAS))
        self.banners.released.connect(self._fleet.release_credential)
        self.panel.raw_requested.connect(self._show_raw)
        self.raw.left.connect(lambda: self.go_to(CAMERAS))
        self.facts.work_failed.connect(self._tell_failure)
        self.facts.city_changed.connect(self._tell_totals)
        self.facts.health_changed.connect(lambda _cameras: self._tell_totals())

    def _keys(self) -> tuple[Key, ...]:
        return (
            Key(("Ctrl+1",), self.tr("Cameras"), partial(self.go_to, CAMERAS)),
            Key(("Ctrl+2",), self.tr("Found devices"), partial(self.go_to, FOUND)),
            Key(("Ctrl+3",), self.tr("Health"), partial(self.go_to, HEALTH)),
            Key(("Ctrl+F",), self.tr("Find a camera"), self.tree.look_for),
            Key(("F2",), self.tr("Change the cell under the hand"), self._edit_cell),
            Key(("F5",), self.tr("Test the camera that is shown"), self.panel.test),
            Key(("Del",), self.tr("Take the selected cameras out"), self._remove),
            Key(("Ctrl+Z",), self.tr("Take the last change back"), self.cameras.undo),
            Key(("Ctrl+N",), self.tr("Add a stream"), self._add_stream),
            Key(("Ctrl+I",), self.tr("Import a table"), self.desk.ask_import),
            Key(("Ctrl+E",), self.tr("Export a table"), self.desk.ask_export),
            Key(("Esc",), self.tr("Back"), self._go_back),
            Key(("F11",), self.tr("Full screen, and back"), self._toggle_full_screen),
            Key(("F1",), self.tr("This list"), self._toggle_key_list),
            Key(("Ctrl+Q",), self.tr("Close the window"), self.close),
        )

    # -- what the operator asks

    def _show_page(self, page: int) -> None:
        """Show a page; the hand stays where it is."""
        self.pages.setCurrentIndex(page)
        self.panel.setVisible(page in (CAMERAS, HEALTH, RAW))
        self.navigation.show_page(page if page in (CAMERAS, FOUND, HEALTH) else CAMERAS)
        self.cameras.stay_at(self.panel.camera_id)

    def _open_from_tree(self, camera_id: int) -> None:
        if self.page not in (CAMERAS, HEALTH):
            self._show_page(CAMERAS)
        self.panel.open(camera_id)
        self.cameras.go_to(camera_id)

    def _show_incident(self, cameras: tuple[int, ...]) -> None:
        self.go_to(CAMERAS)
        self.cameras.choose(cameras)
        if cameras:
            self._open_from_tree(cameras[0])

    def _show_raw(self, title: str, replies: object) -> None:
        assert isinstance(replies, tuple)
        self.go_to(RAW)
        self.raw.show_replies(title, replies)

    def _add_stream(self) -> None:
        self.go_to(CAMERAS)
        self.cameras.add_stream()

    def _edit_cell(self) -> None:
        if self.page == CAMERAS:
            self.cameras.edit_cell()

    def _remove(self) -> None:
        if self.page == CAMERAS and self.cameras.view.hasFocus():
            self.cameras.remove()

    def _go_back(self) -> None:
        if self._key_list.isVisible():
            self._key_list.hide()
        elif self.notice.text:
            self.notice.clear()
        elif self.page in (IMPORT, RAW):
            self.go_to(CAMERAS)
        elif not self._page_goes_back() and not self.tree.go_back() and self.isFullScreen():
            self._toggle_full_screen()

    def _page_goes_back(self) -> bool:
        goes_back = {CAMERAS: self.cameras.go_back, FOUND: self.found.go_back}.get(self.page)
        return goes_back is not None and goes_back()

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _toggle_key_list(self) -> None:
        self._key_list.toggle_over(self.width(), self.height())

    # -- telling

    def _tick(self) -> None:
        self.top.show_time(self._wall_clock())
        self._tell_totals()
        self.health.tick()

    def _tell_failure(self, failed: WorkFailed) -> None:
        why = words.cause_with_detail(failed.cause, in_words(failed.detail))
        self.notice.complain(self.tr("Nothing was changed. {0}").format(why))

    def _tell_totals(self) -> None:
        self.top.show_totals(self.facts.totals())

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._key_list.isVisible():
            self._key_list.open_over(self.width(), self.height())

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        if self._second.isActive():
            self._second.stop()
            views = (self.cameras.view, self.found.view, self.health.view)
            remember(self._settings, self, self.split, self.health.split, views)
            self.panel.picture.end()
            self.facts.end()
            self.closed.emit()
