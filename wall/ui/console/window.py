"""The console's window: assembles the panels, the pages and the keys."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QImage, QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

from wall.model.events import Event
from wall.model.layout import Layout
from wall.ui.alarms.facts import AlarmFacts
from wall.ui.console.bookmark_desk import AskForPicture, ask_for_picture
from wall.ui.console.bookmarks_page import BookmarksPage
from wall.ui.console.camera_panel import CameraPanel
from wall.ui.console.cameras_page import CamerasPage
from wall.ui.console.facts import Facts
from wall.ui.console.failures import failure_sentence
from wall.ui.console.files import AskForFile, ask_for_file, ask_for_views
from wall.ui.console.found_page import FoundPage
from wall.ui.console.health_page import HealthPage
from wall.ui.console.held_banner import HeldBanners
from wall.ui.console.keys_page import KeysPage
from wall.ui.console.layout_editor import LayoutEditor
from wall.ui.console.live_picture import LivePicture
from wall.ui.console.memory import Memory
from wall.ui.console.navigation import Navigation
from wall.ui.console.overview.page import overview_page
from wall.ui.console.pages import CAMERAS, FOUND, IMPORT, LAYOUT, RAW, SCREENS, VIEWS, Pages
from wall.ui.console.panel_following import panel_following
from wall.ui.console.parts import Notice
from wall.ui.console.popup import popup_in_hand
from wall.ui.console.ports import FleetPort, OverviewPort, SeesDisplays
from wall.ui.console.raw_page import RawPage
from wall.ui.console.recordings_page import page_of, splits_of
from wall.ui.console.replay_page import ReplayPage
from wall.ui.console.replay_settings import ReplaySettings
from wall.ui.console.room_facts import RoomFacts
from wall.ui.console.screens_page import ScreensPage
from wall.ui.console.sticks.page import SticksPage
from wall.ui.console.style import dress
from wall.ui.console.table_view import TableView
from wall.ui.console.tables_desk import TablesDesk
from wall.ui.console.top_line import ConsoleTopLine
from wall.ui.console.tree_panel import TreePanel
from wall.ui.console.unseen_page import UnseenPage
from wall.ui.console.view_forecast import ViewForecast
from wall.ui.console.views_page import ViewsPage
from wall.ui.console.wall_hand import WallHand
from wall.ui.console.window_alarms import AlarmPart, connect_alarms
from wall.ui.console.window_keys import keys_of
from wall.ui.console.window_layout import lay_out, middle_of, stand_beside
from wall.ui.console.window_maps import all_actions, all_keys, connect_maps
from wall.ui.console.window_overview import connect_overview
from wall.ui.console.window_pages import pages_of
from wall.ui.console.window_palette import palette_of
from wall.ui.key_list import KeyList
from wall.ui.keys import Keyboard
from wall.ui.ports import LiveViewPort
from wall.ui.recordings_port import Studio
from wall.ui.room_port import RoomPort
from wall.ui.signals import EventBridge
from wall.ui.sticks.port import StickPorts
from wall.ui.theme import Theme

if TYPE_CHECKING:
    from wall.ui.map.city_maps import CityMaps
    from wall.ui.ptz.presets.page import DomesPage


class ConsoleWindow(QWidget):
    """The control room in one window. `closed` follows when everything was given back.

    `monotonic` is the clock of pictures, `unix_time` that of health; `settings`, where given, keeps sizes, and `replay`
    how much can be looked at again; `ask_file` asks the operator for a file, `ask_picture` for one to save a picture in
    (`None`: no file); `early` is what the fleet told before there was a window to hear it; `displays` are those that
    screens can be bound to; `make_maps` and `make_domes` make theirs once there is all that they ask of the window.
    """

    closed = Signal()

    def __init__(
        self,
        fleet: FleetPort,
        room: RoomPort,
        events: EventBridge,
        live: LiveViewPort,
        theme: Theme,
        monotonic: Callable[[], float] = time.monotonic,
        *,
        unix_time: Callable[[], float] = time.time,
        wall_clock: Callable[[], QDateTime] = QDateTime.currentDateTime,
        settings: QSettings | None = None,
        ask_file: AskForFile = ask_for_file,
        ask_views: AskForFile = ask_for_views,
        ask_picture: AskForPicture = ask_for_picture,
        early: Sequence[Event] = (),
        displays: SeesDisplays | None = None,
        studio: Studio | None = None,
        replay: ReplaySettings | None = None,
        overview: OverviewPort | None = None,
        make_maps: Callable[[ConsoleWindow], CityMaps] | None = None,
        sticks: StickPorts | None = None,
        make_domes: Callable[[ConsoleWindow], DomesPage] | None = None,
        alarms: AlarmFacts | None = None,
    ) -> None:
        super().__init__()
        self.setWindowTitle("CityWall")
        self._fleet = fleet
        self._room = room
        self._wall_clock = wall_clock
        self.facts = Facts(fleet, events, early, self)
        self.wall = RoomFacts(room, events, self)
        self._make_pages_of_the_wall(theme, displays, ask_views)
        self._make_pages_of_the_fleet(theme, monotonic, unix_time, ask_file)
        self.bookmarks = BookmarksPage(theme, self.wall, events, self, ask_file=ask_picture)
        self.recordings = page_of(studio, theme, self.wall, events, self)
        self.overview = overview_page(overview, theme, self.facts, self.wall, fleet.find, events, monotonic, self)
        self.hand = WallHand(self.wall, lambda text: self.notice.say(text), self)
        self.maps = make_maps(self) if make_maps is not None else None
        self.map = self.maps.page(self) if self.maps is not None else None
        self.domes = make_domes(self) if make_domes is not None else None
        self.unseen = UnseenPage(theme, self.facts, self.wall, unix_time, self)
        known = partial(all_keys, self, room.layouts)
        self.keys = KeysPage(theme, room, events, known, self)
        self.sticks = SticksPage(theme, sticks, events, known, self) if sticks is not None else None
        self.alarms = AlarmPart(alarms, theme, room, events, live, (monotonic, unix_time), self) if alarms else None
        self.replay = ReplayPage(theme, replay, self) if replay is not None else None
        live_picture = partial(LivePicture, theme, live, events, monotonic)
        self.panel = CameraPanel(theme, self.facts, fleet, live_picture, unix_time, live.seen, self)
        self._make_frame(theme, displays)
        self.following = panel_following(theme, self.wall, self.panel, self.open_camera, self.notice.say)
        self.forecast = ViewForecast(self.views, room.cameras, live, self.top.budget, self)
        middle = middle_of(self, self.banners, self.notice, self.pages)
        self.split = lay_out(self, (self.top, self.navigation), self.tree, middle, self.panel)
        self._connect()
        self.keyboard = Keyboard(keys_of(self), self, room.keys, events)
        self.everything = palette_of(self, theme, room, events, live)
        self._key_list = KeyList(theme, all_actions(self), self)
        dress(self, theme)  # Last: to dress each widget again as it finds its place takes twice as long.
        self._second = QTimer(self, interval=1000)
        self._second.timeout.connect(self._tick)
        self._second.start()
        self._tick()
        self._memory = Memory(settings, self, self._splits(), self._tables())
        self._begin()

    def _begin(self) -> None:
        """Stand as one was left, on the page where one goes on."""
        self.resize(1440, 900)
        self.split.setSizes([288, 752, 400])
        self._memory.recall()
        self.go_to(SCREENS if self.facts.city.cameras else FOUND)

    # -- what the program asks

    @property
    def page(self) -> str:
        """Which page is shown."""
        return self.pages.current.name

    def go_to(self, page: str) -> None:
        """Show a page, with the hand where one goes on."""
        self._show_page(page)
        enter = self.pages.current.enter
        if enter is not None:
            enter()

    def screenshot(self) -> QImage:
        """The window as it is painted now."""
        return self.grab().toImage()

    def import_table(self, path: Path) -> None:
        """Show what a table would change."""
        self.desk.plan(path)

    # -- assembling

    def _make_pages_of_the_wall(self, theme: Theme, displays: SeesDisplays | None, ask_views: AskForFile) -> None:
        self.screens = ScreensPage(theme, self.facts, self.wall, displays, self._cameras_at_hand, self)
        self.views = ViewsPage(theme, self.facts, self.wall, displays, ask_views, self._cameras_at_hand, self)
        self.editor = LayoutEditor(theme, self)

    def _make_pages_of_the_fleet(
        self, theme: Theme, monotonic: Callable[[], float], unix_time: Callable[[], float], ask_file: AskForFile
    ) -> None:
        self.cameras = CamerasPage(theme, self.facts, self._fleet, self)
        self.found = FoundPage(theme, self.facts, self._fleet, self)
        self.health = HealthPage(theme, self.facts, monotonic, unix_time, self)
        self.raw = RawPage(theme, self)
        self.desk = TablesDesk(theme, self._fleet, ask_file, self.cameras.notice, self)

    def _make_frame(self, theme: Theme, displays: SeesDisplays | None) -> None:
        """What stands around the pages."""
        self.top = ConsoleTopLine(theme, self.facts, self.wall, displays, self)
        self.tree = TreePanel(theme, self.facts, self._fleet.find, self)
        self.notice = Notice(self)
        self.banners = HeldBanners(self.facts, self)
        self.pages = Pages(self)
        for page in pages_of(self):
            self.pages.add(page)
        self.navigation = Navigation(self.pages.in_navigation, self.toggle_palette, self.toggle_key_list, self)

    def _splits(self) -> dict[str, QSplitter]:
        splits = {"panels": self.split, "plots": self.health.split, "bookmark_list": self.bookmarks.split}
        return splits | splits_of(self.recordings)

    def _tables(self) -> tuple[TableView, ...]:
        return self.cameras.view, self.found.view, self.health.view, self.unseen.view, self.keys.view

    def _connect(self) -> None:
        self.navigation.chosen.connect(self.go_to)
        self.tree.chosen.connect(self.cameras.choose)
        self.tree.opened.connect(lambda camera: (self.pages.current.open_camera or self.open_camera)(camera))
        for each in (self.screens, self.views, self.cameras, self.health, self.unseen):
            each.opened.connect(self.panel.open)
        self.screens.put_requested.connect(self._put_cameras)
        self.screens.save_requested.connect(self.save_view)
        self.screens.editor_requested.connect(self.edit_layout)
        self.editor.used.connect(self._use_layout)
        self.editor.left.connect(lambda: self.go_to(SCREENS))
        self.health.cameras_chosen.connect(self.show_cameras)
        for connect in (connect_overview, connect_maps, connect_alarms):
            connect(self)
        for page in (self.tree, self.cameras, self.health, self.unseen):
            page.search_requested.connect(lambda: self.go_to(FOUND))
        self.cameras.import_requested.connect(self.desk.ask_import)
        self.cameras.export_requested.connect(self.desk.ask_export)
        self.desk.planned.connect(lambda: self.go_to(IMPORT))
        self.desk.done.connect(lambda: self.go_to(CAMERAS))
        self.banners.released.connect(self._fleet.release_credential)
        self.panel.raw_requested.connect(self._show_raw)
        self.raw.left.connect(lambda: self.go_to(CAMERAS))
        self.facts.work_failed.connect(lambda failed: self.notice.complain(failure_sentence(failed)))

    # -- what the operator asks

    def _show_page(self, name: str) -> None:
        """Show a page; the hand stays where it is."""
        self.pages.show_page(name)
        page = self.pages.current
        stand_beside(page, self.tree, self.panel)
        self.navigation.show_page(page.under or page.name)
        self.cameras.stay_at(self.panel.camera_id)

    def open_camera(self, camera_id: int) -> None:
        """Show a camera beside the page; where none has room for it, on the page of cameras."""
        if not (self.pages.current.has_panel or self.pages.current.stays):
            self._show_page(CAMERAS)
        self.panel.open(camera_id)
        self.cameras.go_to(camera_id)

    def show_cameras(self, cameras: tuple[int, ...]) -> None:
        """Show these on their page."""
        self.go_to(CAMERAS)
        self.cameras.choose(cameras)
        if cameras:
            self.open_camera(cameras[0])

    def _show_raw(self, title: str, replies: object) -> None:
        assert isinstance(replies, tuple)
        self.go_to(RAW)
        self.raw.show_replies(title, replies)

    def put(self) -> None:
        """The cameras or the view that the hand is on, onto the screen in hand."""
        if self.focusWidget() is self.tree.view or "put" not in self.pages.current.does:
            self._put_cameras()
        else:
            self.pages.do("put")

    def choose_layout(self) -> None:
        """Open the layouts for the screen in hand."""
        self.go_to(SCREENS)
        self.screens.choose_layout()

    def save_view(self) -> None:
        """Name what stands on the screen in hand, to save it."""
        self.go_to(VIEWS)
        self.views.begin_save()

    def edit_layout(self) -> None:
        """Merge and split the cells of the screen in hand."""
        screen, board = self.wall.in_hand, self.wall.board_in_hand
        if screen is not None and board is not None:
            self.go_to(LAYOUT)
            name = self.tr("screen {0}").format(screen.number)
            self.editor.begin(board.layout, self.screens.shelf.ratio_of(screen.screen_id), self._room.layouts, name)

    def _use_layout(self, layout: Layout) -> None:
        self.wall.change_board(lambda board: board.with_layout(layout))
        self.go_to(SCREENS)

    def choose_tour(self) -> None:
        """Open the list of tours."""
        self.go_to(SCREENS)
        self.screens.choose_tour()

    def _put_cameras(self) -> None:
        """The cameras that the hand is on, in the tree or on the page, else the one in the panel."""
        page, focused = self.pages.current, self.focusWidget()
        cameras: Sequence[int] = ()
        if focused is self.tree.view:
            cameras = self.tree.selected_cameras()
        elif page.cameras is not None and focused is not None and page.widget.isAncestorOf(focused):
            cameras = page.cameras()
        if not cameras and self.panel.camera_id is not None and page.has_panel:
            cameras = (self.panel.camera_id,)
        self.hand.put_cameras(cameras, is_wall_in_sight=self.page == SCREENS)

    def _cameras_at_hand(self) -> Sequence[int]:
        """Those selected in the tree, else the one in the panel."""
        shown = self.panel.camera_id
        return self.tree.selected_cameras() or (() if shown is None else (shown,))

    def add_stream(self) -> None:
        """Open the line in which a plain stream is added."""
        self.go_to(CAMERAS)
        self.cameras.add_stream()

    def remove_cameras(self) -> None:
        """Take those out that are selected, if the hand is on their table."""
        if self.cameras.view.hasFocus():
            self.cameras.remove()

    def undo(self) -> None:
        """On a page with changes of its own those, else the last one of the inventory."""
        self.pages.current.does.get("undo", self.cameras.undo)()

    def import_file(self) -> None:
        """Views on their page, else a table of cameras."""
        self.pages.current.does.get("import", self.desk.ask_import)()

    def export_file(self) -> None:
        """The same the other way."""
        self.pages.current.does.get("export", self.desk.ask_export)()

    def go_back(self) -> None:
        """Esc: close what is open, one thing at a time."""
        if self._key_list.isVisible():
            self._key_list.hide()
        elif (sheet := popup_in_hand(self)) is not None:
            sheet.close_it()
        elif not self.notice.clear() and not self._page_goes_back() and not self.tree.go_back() and self.isFullScreen():
            self.toggle_full_screen()

    def _page_goes_back(self) -> bool:
        page = self.pages.current
        if page.go_back is not None and page.go_back():
            return True
        if page.under:
            self.go_to(page.under)
        return bool(page.under)

    def toggle_full_screen(self) -> None:
        """Full screen, and back."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def toggle_palette(self) -> None:
        """Open the line that finds anything, or close it."""
        self.everything.toggle()

    def toggle_key_list(self) -> None:
        """Open the list of keys, or close it."""
        self._key_list.toggle_over(self.width(), self.height())

    # -- telling

    def _tick(self) -> None:
        self.top.show_time(self._wall_clock())
        self.top.show_totals(self.facts.totals())
        self.health.tick()
        self.unseen.tick()

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        if self._key_list.isVisible():
            self._key_list.open_over(self.width(), self.height())
        self.everything.stand_again()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.accept()
        if self._second.isActive():
            self._second.stop()
            self._memory.end()
            self.everything.end()
            self.forecast.end()
            self.following.end()
            self.panel.picture.end()
            for part in (self.overview, self.maps, self.alarms, self.facts, self.wall):
                if part is not None:
                    part.end()
            self.closed.emit()
