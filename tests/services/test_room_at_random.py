"""Whatever an operator, the time and the panels do in whatever order: what was told is what is, and it comes back."""

from __future__ import annotations

import tempfile
from pathlib import Path
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.services.wall_room import WallRoom, board_of, city, view_of, wall_room
from wall.model.board import Board
from wall.model.events import BoardChanged, HotspotChanged, ScreenSelected, TouringChanged, WorkFailed
from wall.model.layout import Layout
from wall.model.screen import Screen
from wall.model.touring import Touring
from wall.model.view import CameraCell, CarouselCell, Content, HotspotCell, Stop, Tour

CITY = city(30, priorities=(9, 5, 1))
VIEWS = [view_of(f"View {n}", *range(n, n + 4)) for n in range(1, 4)]
STEPS = (
    "put",
    "hand",
    "swap",
    "alone",
    "turn",
    "layout",
    "back",
    "undo",
    "call",
    "save",
    "remove",
    "tour",
    "cell tour",
)
OTHERS = ("pause", "step", "end", "live", "time", "lost", "found", "screens", "select")


class Chaos:
    """Does things to a room by chance."""

    def __init__(self, wall: WallRoom, chance: Random) -> None:
        self._wall = wall
        self._room = wall.room
        self._chance = chance

    def act(self, step: str) -> None:
        screen = self._chance.choice(self._room.screens).screen_id
        board = self._room.board(screen)
        wanted = self._wanted(step, board)
        if wanted is not None:
            self._room.show(screen, wanted)
        elif step in ("call", "save", "remove", "undo", "live", "time", "screens", "select", "lost", "found"):
            self._act_on_room(step, screen)
        else:
            self._tour(step, screen)

    def _wanted(self, step: str, board: Board) -> Board | None:
        cell = self._chance.randrange(board.shown_layout.size)
        match step:
            case "put":
                return board.put(cell, self._content())
            case "hand":
                return board.selected_at(cell)
            case "swap":
                return board.swapped(cell, self._chance.randrange(board.shown_layout.size))
            case "alone":
                return board.closed() if board.single else board.opened()
            case "turn":
                return board.turned(self._chance.choice((-1, 1)))
            case "layout":
                return board.with_layout(Layout.plain(self._chance.randint(1, 3), self._chance.randint(1, 3)))
            case "back":
                return self._chance.choice((board.gone_back, board.gone_forward))()
        return None

    def _act_on_room(self, step: str, screen: int) -> None:
        match step:
            case "call" if self._room.views:
                self._room.call_up(screen, self._chance.choice(self._room.views).view_id)
            case "save":
                self._room.save_view(self._room.board(screen).as_view(f"New {self._chance.random()}"))
            case "remove" if self._room.views:
                self._room.remove_views([self._chance.choice(self._room.views).view_id])
            case "undo":
                self._room.undo_board(screen)
            case "live":
                self._room.note_shown(screen, {n: self._chance.random() < 0.5 for n in range(1, 31)})
            case "time":
                self._wall.go_on(self._chance.uniform(0.1, 12))
            case "screens":
                kept = [*self._room.screens, Screen("New", len(self._room.screens) + 1)]
                self._chance.shuffle(kept)
                self._room.keep_screens(kept[: self._chance.randint(1, 4)])
            case "select":
                self._room.select(screen)
            case "lost":
                self._room.panel_lost(screen)
            case "found":
                self._room.panel_back(screen)

    def _tour(self, step: str, screen: int) -> None:
        cell = self._chance.choice((None, 0, 1))
        tours = [tour for tour in self._room.tours if tour.is_of_views == (step == "tour")]
        match step:
            case "tour" | "cell tour" if tours:
                self._room.start_tour(screen, self._chance.choice(tours).tour_id)
            case "pause":
                self._room.pause_tour(screen, cell)
            case "step":
                self._room.step_tour(screen, self._chance.choice((-1, 1)), cell)
            case "end":
                self._room.end_tour(screen, cell)

    def _content(self) -> Content | None:
        camera = self._chance.randint(1, 31)
        return self._chance.choice((None, HotspotCell(), CarouselCell((camera,)), *[CameraCell(camera)] * 5))


def check(wall: WallRoom) -> None:
    """The last that was told of everything is how it is."""
    boards, touring = dict[int, Board](), dict[tuple[int, int | None], Touring | None]()
    for event in wall.events:
        match event:
            case BoardChanged(screen_id, board):
                boards[screen_id] = board
            case TouringChanged(screen_id, cell, now):
                touring[screen_id, cell] = now
    for screen in wall.room.screens:
        assert boards[screen.screen_id] == wall.room.board(screen.screen_id)
        for now in wall.room.touring(screen.screen_id):
            assert now.cell is None or now.cell < wall.room.board(screen.screen_id).layout.size
    assert wall.room.selected_screen == wall.told(ScreenSelected)[-1].screen_id
    spots = wall.told(HotspotChanged)
    assert wall.room.hotspot == (spots[-1].camera_id if spots else None)
    assert not wall.told(WorkFailed)


@given(st.integers(0, 1 << 30), st.lists(st.sampled_from(STEPS + OTHERS), min_size=5, max_size=40))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_what_was_told_is_what_is_and_it_comes_back(seed: int, steps: list[str]) -> None:
    with tempfile.TemporaryDirectory() as folder, wall_room(CITY, Path(folder) / "citywall.db", screens=3) as wall:
        ids, _ = wall.save(*VIEWS)
        views, cameras = tuple(Stop(each) for each in ids), tuple(Stop(0, each) for each in (5, 6, 40))
        wall.save(tours=[Tour("Round", views, 5.0), Tour("Eyes", cameras, 4.0)])
        wall.room.show(1, board_of(1, 2, 3, 4))
        chaos = Chaos(wall, Random(seed))
        for step in steps:
            chaos.act(step)
        wall.settle()
        check(wall)
        for screen in wall.room.screens:
            wall.room.panel_back(screen.screen_id)
        before = {each.screen_id: wall.room.board(each.screen_id) for each in wall.room.screens}
        tours = {tour.tour_id for tour in wall.room.tours}
        screens = wall.room.screens
        under_way = [[now.tour.tour_id for now in wall.room.touring(each)] for each in before]
        under_way = [[each for each in some if each in tours] for some in under_way]
        wall.room.close()
        with wall_room(CITY, Path(folder) / "citywall.db") as again:
            assert again.room.screens == screens
            assert {each: again.room.board(each) for each in before} == before
            assert [[now.tour.tour_id for now in again.room.touring(each)] for each in before] == under_way
