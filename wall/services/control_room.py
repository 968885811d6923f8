"""The control room: the one truth of what stands on which screen. Fulfils `wall.ui.room_port.RoomPort`."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, replace
from pathlib import Path

from wall.model.board import Board, Slot
from wall.model.bookmark import Bookmark, BookmarkPage
from wall.model.events import BoardChanged, Event, KeysChanged, ScreensChanged, WorkFailed
from wall.model.kept import Kept
from wall.model.layout import Layout
from wall.model.screen import Screen
from wall.model.tile import Cause
from wall.model.touring import Touring
from wall.model.view import CameraCell, Tour, View
from wall.model.watching import Seen
from wall.services.alarms.ports import KeepsAlarms, KeepsDrills, KeepsPushes, KeepsRules
from wall.services.boards import Boards
from wall.services.bookmarks import Bookmarks
from wall.services.camera_book import CameraBook
from wall.services.db_thread import DbThread
from wall.services.hand import Hand
from wall.services.map_ports import KeepsMaps
from wall.services.map_views import KeepsMapViews, MapViews
from wall.services.pictures import save_picture
from wall.services.ptz.dome_stores import DomeStores
from wall.services.ptz.ports import KeepsPtzJournal
from wall.services.recording_book import RecordingBook
from wall.services.recording_ports import KeepsRecordings
from wall.services.stick_maps import KeepsSticks, StickMaps
from wall.services.tours import Tours
from wall.services.views import Views
from wall.services.wall_keeper import WallKeeper
from wall.services.wall_ports import ExchangesViews, KeepsBookmarks, KeepsWall, KeepsWatching
from wall.services.watch_ledger import WatchLedger

TICK_S = 0.1
"""How often `ControlRoom.tick` is to be called."""


@dataclass(frozen=True, slots=True)
class Disk:
    """The stores of one database, and the thread that it belongs to."""

    db: DbThread
    wall: KeepsWall
    bookmarks: KeepsBookmarks
    watching: KeepsWatching
    exchange: ExchangesViews
    recordings: KeepsRecordings
    maps: KeepsMaps
    map_views: KeepsMapViews
    ptz_journal: KeepsPtzJournal
    sticks: KeepsSticks
    domes: DomeStores
    alarms: tuple[KeepsAlarms, KeepsRules]
    pushes: KeepsPushes
    drills: KeepsDrills


@dataclass(frozen=True, slots=True)
class Clocks:
    """Seconds that only go forward, and Unix time."""

    monotonic: Callable[[], float] = time.monotonic
    unix: Callable[[], float] = time.time


class ControlRoom:
    """One thread, that of the UI, but for its making; it never waits. `tick` is to be called there every `TICK_S`.

    `publish` is called on that thread for what is believed at once, and on the db thread for what the disk had to say.
    What is kept of views, keys and boards is read before there is a room: `kept`, and `last_s`, when each camera was
    last seen (Unix seconds, by id). Without any screen yet there is one, that shows the first cameras.
    """

    def __init__(
        self,
        cameras: CameraBook,
        disk: Disk,
        publish: Callable[[Event], None],
        kept: Kept,
        *,
        layouts: Sequence[Layout] = (),
        operator: str = "",
        last_s: Mapping[int, float] | None = None,
        clocks: Clocks | None = None,
    ) -> None:
        clocks = clocks or Clocks()
        self._cameras = cameras
        self._db = disk.db
        self._publish = publish
        self._layouts = tuple(layouts)
        self._operator = operator
        self._keys = dict(kept.keys)
        self._keeper = WallKeeper(disk.db, disk.wall, publish, clocks.monotonic)
        self._views = Views(disk.db, disk.wall, disk.exchange, kept, operator, publish)
        self._bookmarks = Bookmarks(disk.db, disk.bookmarks, publish)
        self.recordings = RecordingBook(disk.db, disk.recordings, publish, clocks.unix)
        """Those that are kept; `Recordings` makes new ones."""
        self.base_maps = disk.maps
        """Which are kept; `Maps` shows them."""
        self.map_views = MapViews(disk.db, lambda: disk.map_views, publish)
        """Looks at the map that are kept."""
        self.ptz_journal = disk.ptz_journal
        """What is written down of domes; `PtzDesk` does that."""
        self.stick_maps = StickMaps(disk.db, lambda: disk.sticks, publish)
        """What each model of joystick does; `Sticks` reads them."""
        self.domes = disk.domes
        """Where domes belong, and the index of their pictures; `DutyRoom` keeps them."""
        self.alarms = disk.alarms
        """The cases and the rules that are kept; `AlarmDesk` works with them."""
        self.pushes = disk.pushes
        self.drills = disk.drills
        self._ledger = WatchLedger(disk.db, disk.watching, publish, last_s or {}, clocks.monotonic, clocks.unix)
        self._hand = Hand(publish)
        self._boards = Boards(cameras.priorities, self._tell_board, self._keeper.keep_board)
        self._tours = Tours(
            self._boards, self._views.find, self._ledger.unseen_s, publish, self._keeper.keep_tours, clocks.monotonic
        )
        self._screens: tuple[Screen, ...] = ()
        self._last_screen_id = 0
        self._blank: int | None = None
        """The screen of a new wall, as long as nobody has touched it: it fills as cameras are found."""
        self._open(kept)

    @property
    def cameras(self) -> CameraBook:
        return self._cameras

    @property
    def operator(self) -> str:
        return self._operator

    def tick(self) -> None:
        """What time brings: turns of tours, and writing what is due."""
        self._fill_blank()
        self._tours.tick()
        self._keeper.tick()
        self._ledger.tick()

    def close(self) -> None:
        """Keep what is not kept yet, and wait for it."""
        self.recordings.close()
        for last in (self._keeper.close(), self._ledger.close()):
            last.result()

    # -- boards

    @property
    def screens(self) -> Sequence[Screen]:
        return self._screens

    def board(self, screen_id: int) -> Board:
        return self._boards.shown(screen_id)

    def own_board(self, screen_id: int) -> Board:
        return self._boards.own(screen_id)

    def show(self, screen_id: int, board: Board) -> None:
        before = self._boards.shown(screen_id)
        self._blank = None
        self._boards.show(screen_id, board)
        self._tours.follow_hand(screen_id, before, board)

    def undo_board(self, screen_id: int) -> bool:
        before = self._boards.shown(screen_id)
        self._blank = None
        is_undone = self._boards.undo(screen_id)
        if is_undone:
            self._tours.follow_hand(screen_id, before, self._boards.shown(screen_id))
        return is_undone

    def select(self, screen_id: int) -> None:
        board = self._boards.shown(screen_id)
        self._hand.select(screen_id)
        self._hand.follow_board(board)

    @property
    def selected_screen(self) -> int:
        return self._hand.screen_id

    @property
    def hotspot(self) -> int | None:
        return self._hand.hotspot

    def keep_screens(self, screens: Sequence[Screen]) -> None:
        named = _in_order(map(self._with_id, screens))
        for gone in {each.screen_id for each in self._screens} - {each.screen_id for each in named}:
            self._tours.end_all(gone)
            self._ledger.forget(gone)
        self._keeper.keep_screens(named)  # Before what stands on them: nothing is kept for a screen that is not there.
        self._become(named, {})

    def note_shown(self, screen_id: int, shown: Mapping[int, bool]) -> None:
        self._ledger.note(screen_id, shown)
        self._tours.note_shown(screen_id, shown)

    def watched(self) -> frozenset[int]:
        return self._ledger.watched()

    def panel_lost(self, screen_id: int) -> None:
        self._boards.panel_lost(screen_id)
        self._tours.hold(screen_id)

    def panel_back(self, screen_id: int) -> None:
        self._boards.panel_back(screen_id)
        self._tours.let_go(screen_id)

    # -- views and tours

    @property
    def layouts(self) -> Sequence[Layout]:
        return self._layouts

    @property
    def views(self) -> Sequence[View]:
        return self._views.views

    @property
    def tours(self) -> Sequence[Tour]:
        return self._views.tours

    def call_up(self, screen_id: int, view_id: int) -> None:
        view = self._views.find(view_id)
        if view is None:
            raise KeyError(view_id)
        self._blank = None
        self._tours.end_all(screen_id)
        self._boards.call_up(screen_id, view)

    def save_view(self, view: View) -> None:
        self._views.save(view)

    def save_tour(self, tour: Tour) -> None:
        self._views.save_tour(tour)

    def save_all(self, views: Sequence[View], tours: Sequence[Tour] = ()) -> None:
        self._views.save_all(views, tours)

    def remove_views(self, view_ids: Collection[int], tour_ids: Collection[int] = ()) -> None:
        self._views.remove(view_ids, tour_ids)

    def undo_views(self) -> None:
        self._views.undo()

    def export_views(self, view_ids: Collection[int], path: Path) -> Future[int]:
        return self._views.export(view_ids, path, lambda: self._cameras.inventory)

    def import_views(self, path: Path) -> Future[tuple[int, tuple[str, ...]]]:
        return self._views.take_in(path, lambda: self._cameras.inventory)

    # -- tours under way

    def start_tour(self, screen_id: int, tour_id: int, cell: int | None = None) -> None:
        tour = self._views.tour(tour_id)
        self._blank = None
        self._tours.start(screen_id, tour, cell)

    def touring(self, screen_id: int) -> Sequence[Touring]:
        return self._tours.touring(screen_id)

    def step_tour(self, screen_id: int, steps: int, cell: int | None = None) -> None:
        self._tours.step(screen_id, steps, cell)

    def pause_tour(self, screen_id: int, cell: int | None = None) -> None:
        self._tours.pause(screen_id, cell)

    def end_tour(self, screen_id: int, cell: int | None = None) -> None:
        self._tours.end(screen_id, cell)

    # -- bookmarks, the ledger, keys

    def add_bookmark(self, bookmark: Bookmark, jpeg: bytes) -> Future[int]:
        return self._bookmarks.add(bookmark, jpeg)

    def change_bookmark(self, bookmark: Bookmark) -> Future[None]:
        return self._bookmarks.change(bookmark)

    def remove_bookmarks(self, bookmark_ids: Collection[int]) -> Future[None]:
        return self._bookmarks.remove(bookmark_ids)

    def restore_bookmarks(self) -> Future[int]:
        return self._bookmarks.restore()

    def find_bookmarks(
        self, text: str, camera_id: int | None = None, older_than: Bookmark | None = None
    ) -> Future[BookmarkPage]:
        return self._bookmarks.find(text, camera_id, older_than)

    def bookmarks_between(self, from_s: float, to_s: float) -> Future[Sequence[Bookmark]]:
        return self._bookmarks.between(from_s, to_s)

    def bookmark_picture(self, bookmark_id: int) -> Future[bytes]:
        return self._bookmarks.picture(bookmark_id)

    def save_picture(self, path: Path, jpeg: bytes) -> Future[None]:
        return self._db.folders.ask(path.parent, lambda: save_picture(path, jpeg))

    def seen(self, since_s: float) -> Future[Sequence[Seen]]:
        return self._ledger.seen(since_s, lambda: self._cameras.inventory)

    @property
    def keys(self) -> Mapping[str, tuple[str, ...]]:
        return self._keys

    def assign_keys(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        self._keys = dict(keys)
        self._keeper.keep_keys(self._keys)
        self._publish(KeysChanged(self._keys))

    # -- inside

    def _open(self, kept: Kept) -> None:
        for problem in kept.unreadable:
            self._publish(WorkFailed("read what is kept of the wall", Cause.DATABASE, problem))
        self._last_screen_id = max((each.screen_id for each in kept.screens), default=0)
        if kept.screens:
            self._become(_in_order(kept.screens), kept.boards)
            self._resume(kept)
        else:
            self.keep_screens([Screen("1", 1)])
            self._blank = self._screens[0].screen_id
            self._fill_blank()

    def _resume(self, kept: Kept) -> None:
        """The tours that were under way, as far as there is what they need."""
        tours = {each.tour_id: each for each in kept.tours}
        screens = {each.screen_id for each in kept.screens}
        for each in kept.under_way:
            if each.screen_id in screens and each.tour_id in tours:
                self._tours.resume(each, tours[each.tour_id])

    def _become(self, screens: Sequence[Screen], boards: Mapping[int, Board]) -> None:
        """These are the screens now; new ones show their kept board, or nothing yet."""
        self._screens = tuple(screens)
        ids = [each.screen_id for each in screens]
        empty = Board(self._fitting(16))
        self._boards.follow({each: boards.get(each, empty) for each in ids})
        self._publish(ScreensChanged(self._screens))
        self._hand.follow_screens(ids)
        if ids:
            self._hand.follow_board(self._boards.shown(self._hand.screen_id))

    def _with_id(self, screen: Screen) -> Screen:
        named = screen if screen.screen_id else replace(screen, screen_id=self._last_screen_id + 1)
        self._last_screen_id = max(self._last_screen_id, named.screen_id)
        return named

    def _tell_board(self, screen_id: int, board: Board) -> None:
        self._publish(BoardChanged(screen_id, board))
        if screen_id == self._hand.screen_id:
            self._hand.follow_board(board)

    def _fill_blank(self) -> None:
        """A new wall shows what there is, until somebody decides."""
        cameras = self._cameras.ids() if self._blank is not None else ()
        if self._blank is None or not cameras:
            return
        layout = self._fitting(len(cameras))
        board = Board(layout, tuple(Slot(CameraCell(each)) for each in cameras[: layout.size]))
        if board.slots != self._boards.own(self._blank).slots:
            self._boards.turn_own(self._blank, board)

    def _fitting(self, cameras: int) -> Layout:
        """The smallest square for so many, 4 × 4 at most: as the operators' presets have it."""
        side = next(side for side in (1, 2, 3, 4) if side * side >= cameras or side == 4)
        plain = Layout.plain(side, side)
        return next((each for each in self._layouts if each == plain), plain)


def _in_order(screens: Iterable[Screen]) -> list[Screen]:
    """By number; of two that share one, the older first."""
    return sorted(screens, key=lambda each: (each.number, each.screen_id))
