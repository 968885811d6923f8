"""A control room in memory: fulfils RoomPort, believes what it is told at once, and publishes what came of it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from tests.ui.console.fake_shelf import FakeShelf, done
from wall.model.board import Board
from wall.model.camera import Camera
from wall.model.events import (
    BoardChanged,
    Event,
    HotspotChanged,
    KeysChanged,
    ScreensChanged,
    ScreenSelected,
    TouringChanged,
    ViewsChanged,
)
from wall.model.finder import Finder
from wall.model.geo.neighbours import Direction, Neighbour, neighbours, standpoints
from wall.model.inventory import Inventory, Site, to_show
from wall.model.layout import Area, Layout
from wall.model.screen import Screen
from wall.model.touring import Touring
from wall.model.view import CameraCell, Stop, Tour, View
from wall.ui.signals import EventBridge

T = TypeVar("T")

PRESETS = (
    Layout.plain(1, 1, "1"),
    *(Layout.plain(n, n, f"{n} × {n}") for n in range(2, 7)),
    Layout(3, 3, (Area(0, 0, 2, 2), *(Area(*at) for at in ((0, 2), (1, 2), (2, 0), (2, 1), (2, 2)))), "1 + 5"),
    Layout(4, 4, (Area(0, 0, 3, 3), *(Area(r, 3) for r in range(4)), *(Area(3, c) for c in range(3))), "1 + 7"),
)


class FakeCameras:
    """Fulfils CamerasPort over an inventory."""

    def __init__(self, inventory: Inventory) -> None:
        self._by_id = {camera.camera_id: camera for camera in inventory.cameras}
        self._sites: dict[int, Site] = {site.site_id: site for site in inventory.sites}
        self._finder = Finder(inventory)
        self._points = standpoints(inventory)

    def camera(self, camera_id: int) -> Camera | None:
        record = self._by_id.get(camera_id)
        if record is None or not record.streams:
            return None
        site = self._sites.get(record.site_id or 0)
        return to_show(record, record.number or 0, site.name if site else "", None)

    def by_number(self, number: int) -> int | None:
        return next((each.camera_id for each in self._by_id.values() if each.number == number), None)

    def beside(self, camera_id: int, steps: int) -> int | None:
        here = self._by_id.get(camera_id)
        if here is None or here.site_id is None:
            return None
        ring = [each.camera_id for each in self._by_id.values() if each.site_id == here.site_id]
        return ring[(ring.index(camera_id) + steps) % len(ring)]

    def of_site(self, site_id: int) -> Sequence[int]:
        at_site = [each for each in self._by_id.values() if each.site_id == site_id and each.streams]
        return [each.camera_id for each in sorted(at_site, key=lambda each: each.number or 0)]

    def around(self, camera_id: int) -> Mapping[Direction, Neighbour]:
        return neighbours(self._points[camera_id], self._points.values()) if camera_id in self._points else {}

    def ids(self) -> Sequence[int]:
        return sorted(self._by_id, key=lambda each: self._by_id[each].number or 0)

    def name_of(self, camera_id: int) -> str:
        record = self._by_id.get(camera_id)
        return f"{record.number}  {record.nickname or record.name}" if record else f"#{camera_id}"

    def find(self, text: str) -> list[int]:
        return self._finder.find(text)

    def priorities(self) -> Mapping[int, int]:
        return {each.camera_id: each.priority for each in self._by_id.values() if each.priority > 0}


class FakeRoom(FakeShelf):
    """Boards, screens, views, tours and keys; bookmarks and the ledger are on the shelf (`FakeShelf`)."""

    def __init__(
        self,
        bridge: EventBridge,
        inventory: Inventory | None = None,
        *,
        screens: int = 2,
        views: Sequence[View] = (),
        tours: Sequence[Tour] = (),
    ) -> None:
        super().__init__(bridge)
        self.operator = "lan"
        self.cameras = FakeCameras(inventory or Inventory())
        self.layouts: Sequence[Layout] = PRESETS
        self.screens: tuple[Screen, ...] = ()
        self.views: tuple[View, ...] = ()
        self.tours: tuple[Tour, ...] = ()
        self.keys: Mapping[str, tuple[str, ...]] = {}
        self.hotspot: int | None = None
        self.selected_screen = 0
        self._live: dict[int, set[int]] = {}
        self.asked: list[tuple[object, ...]] = []
        self.exported: list[tuple[Path, tuple[int, ...]]] = []
        self.imports: Future[tuple[int, tuple[str, ...]]] = done((0, ()))
        self._boards: dict[int, Board] = {}
        self._past: dict[int, list[Board]] = {}
        self._touring: dict[tuple[int, int | None], Touring] = {}
        self._before: list[tuple[str, tuple[View, ...], tuple[Tour, ...]]] = []
        self._next_id = 1
        self.keep_screens([Screen(f"Tường {n}" if n > 1 else "Tường chính", n) for n in range(1, screens + 1)])
        for view in views:
            self.save_view(view)
        for tour in tours:
            self.save_tour(tour)
        self._before.clear()

    # -- boards

    def board(self, screen_id: int) -> Board:
        return self._boards[screen_id]

    def own_board(self, screen_id: int) -> Board:
        return self._boards[screen_id]

    def show(self, screen_id: int, board: Board) -> None:
        before = self._boards[screen_id]
        if board == before:
            return
        if replace(board, selected=before.selected) != before:
            self._past.setdefault(screen_id, []).append(before)
        self._put(screen_id, board)
        if board.view_id != before.view_id:
            self.end_tour(screen_id)

    def undo_board(self, screen_id: int) -> bool:
        past = self._past.get(screen_id)
        if not past:
            return False
        self._put(screen_id, past.pop())
        return True

    def select(self, screen_id: int) -> None:
        if screen_id != self.selected_screen:
            self.selected_screen = screen_id
            self.tell(ScreenSelected(screen_id))
            self._tell_hotspot()

    def keep_screens(self, screens: Sequence[Screen]) -> None:
        kept = [each if each.screen_id else replace(each, screen_id=self._new_id()) for each in screens]
        self.screens = tuple(sorted(kept, key=lambda each: each.number))
        ids = [each.screen_id for each in self.screens]
        self._boards = {each: self._boards.get(each, Board(PRESETS[2])) for each in ids}
        self.tell(ScreensChanged(self.screens))
        if self.selected_screen not in ids:
            self.select(ids[0] if ids else 0)

    def note_shown(self, screen_id: int, shown: Mapping[int, bool]) -> None:
        self.asked.append(("note_shown", screen_id, dict(shown)))
        self._live[screen_id] = {camera for camera, is_live in shown.items() if is_live}

    def watched(self) -> frozenset[int]:
        return frozenset().union(*self._live.values())

    def panel_lost(self, screen_id: int) -> None:
        self.asked.append(("panel_lost", screen_id))

    def panel_back(self, screen_id: int) -> None:
        self.asked.append(("panel_back", screen_id))

    # -- views and tours

    def call_up(self, screen_id: int, view_id: int) -> None:
        view = next((each for each in self.views if each.view_id == view_id), None)
        if view is None:
            raise KeyError(view_id)
        self.end_tour(screen_id)
        self.show(screen_id, self._boards[screen_id].called_up(view))

    def save_view(self, view: View) -> None:
        others = [each for each in self.views if each.view_id != view.view_id]
        place = (view.folder, view.name, view.owner)
        if any((each.folder, each.name, each.owner) == place for each in others):
            raise ValueError(f"there is a view «{view.name}» already: give it another name")
        self._remember(f"view {view.name} saved")
        self._become_views((*others, view if view.view_id else replace(view, view_id=self._new_id())), self.tours)

    def save_tour(self, tour: Tour) -> None:
        others = [each for each in self.tours if each.tour_id != tour.tour_id]
        self._remember(f"tour {tour.name} saved")
        self._become_views(self.views, (*others, tour if tour.tour_id else replace(tour, tour_id=self._new_id())))

    def save_all(self, views: Sequence[View], tours: Sequence[Tour] = ()) -> None:
        ids, tour_ids = {each.view_id for each in views} - {0}, {each.tour_id for each in tours} - {0}
        others = [each for each in self.views if each.view_id not in ids]
        places = [(each.folder, each.name, each.owner) for each in (*others, *views)]
        if len(set(places)) < len(places):
            raise ValueError(f"there is a view «{views[0].name}» already: give it another name")
        new = [each if each.view_id else replace(each, view_id=self._new_id()) for each in views]
        new_tours = [each if each.tour_id else replace(each, tour_id=self._new_id()) for each in tours]
        self._remember(f"{len(views)} views saved")
        other_tours = [each for each in self.tours if each.tour_id not in tour_ids]
        self._become_views([*others, *new], [*other_tours, *new_tours])

    def remove_views(self, view_ids: Collection[int], tour_ids: Collection[int] = ()) -> None:
        self._remember(f"{len(view_ids) + len(tour_ids)} views removed")
        tours = []
        for tour in self.tours:
            stops = tuple(stop for stop in tour.stops if stop.view_id not in view_ids)
            if stops and tour.tour_id not in tour_ids:
                tours.append(replace(tour, stops=stops))
        self._become_views([each for each in self.views if each.view_id not in view_ids], tours)

    def undo_views(self) -> None:
        if self._before:
            _, views, tours = self._before.pop()
            self._become_views(views, tours)

    def export_views(self, view_ids: Collection[int], path: Path) -> Future[int]:
        self.exported.append((path, tuple(view_ids)))
        return done(len(view_ids))

    def import_views(self, path: Path) -> Future[tuple[int, tuple[str, ...]]]:
        self.asked.append(("import_views", path))
        return self.imports

    # -- tours under way

    def start_tour(self, screen_id: int, tour_id: int, cell: int | None = None) -> None:
        tour = next(each for each in self.tours if each.tour_id == tour_id)
        if not tour.is_of_views and cell is None:
            cell = self._boards[screen_id].selected_cell
        self._go_on(screen_id, Touring.begun(tour, None if tour.is_of_views else cell, 0.0, lambda _stop: 0.0))

    def touring(self, screen_id: int) -> Sequence[Touring]:
        return [touring for (screen, _), touring in self._touring.items() if screen == screen_id]

    def step_tour(self, screen_id: int, steps: int, cell: int | None = None) -> None:
        self._go_on(screen_id, self._touring[screen_id, cell].stepped(steps, 0.0))

    def pause_tour(self, screen_id: int, cell: int | None = None) -> None:
        touring = self._touring[screen_id, cell]
        self._go_on(screen_id, touring.resumed(5.0) if touring.is_paused else touring.paused(5.0))

    def end_tour(self, screen_id: int, cell: int | None = None) -> None:
        if self._touring.pop((screen_id, cell), None):
            self.tell(TouringChanged(screen_id, cell, None))

    # -- keys

    def assign_keys(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        self.keys = dict(keys)
        self.tell(KeysChanged(self.keys))

    # -- what a test does with it

    def tell(self, *events: Event) -> None:
        """Facts come up."""
        for event in events:
            self.bridge.publish(event)

    def wishes(self, name: str) -> list[tuple[object, ...]]:
        """What was asked of this method."""
        return [asked for asked in self.asked if asked[0] == name]

    # -- inside

    def _put(self, screen_id: int, board: Board) -> None:
        self._boards[screen_id] = board
        self.tell(BoardChanged(screen_id, board))
        self._tell_hotspot()

    def _tell_hotspot(self) -> None:
        board = self._boards.get(self.selected_screen)
        content = board.selected_content if board else None
        if isinstance(content, CameraCell) and content.camera_id != self.hotspot:
            self.hotspot = content.camera_id
            self.tell(HotspotChanged(self.hotspot))

    def _go_on(self, screen_id: int, touring: Touring) -> None:
        self._touring[screen_id, touring.cell] = touring
        stop: Stop = touring.stop
        board = self._boards[screen_id]
        if stop.view_id:
            view = next(each for each in self.views if each.view_id == stop.view_id)
            self._put(screen_id, board.called_up(view))
        else:
            assert touring.cell is not None
            self._put(screen_id, replace(board.put(touring.cell, CameraCell(stop.camera_id)), selected=board.selected))
        self.tell(TouringChanged(screen_id, touring.cell, touring))

    def _remember(self, why: str) -> None:
        self._before.append((why, self.views, self.tours))

    def _become_views(self, views: Sequence[View], tours: Sequence[Tour]) -> None:
        self.views = tuple(sorted(views, key=lambda each: (each.folder, each.name)))
        self.tours = tuple(sorted(tours, key=lambda each: (each.folder, each.name)))
        self.tell(ViewsChanged(self.views, self.tours, self._before[-1][0] if self._before else ""))

    def _new_id(self) -> int:
        self._next_id += 1
        return self._next_id - 1
