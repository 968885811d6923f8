"""Whether the picture of an alarm is painted: real rooms, real windows, real pop-ups; the pictures are a test's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.alarms.alarm_bench import LINE, TAMPER, AlarmBench, open_bench
from tests.ui.alarms.test_pop_ups import CAMERAS, Wall
from tests.ui.fake_live import FakeLive
from tests.ui.pixels import MakeWindow
from tests.ui.ptz.fake_ptz import FakePtz
from wall.model.alarms.drill import DrillWhy, Shown, Why
from wall.model.ptz.operator import Hold, Operator
from wall.model.ptz.standing import PtzStanding
from wall.model.tile import Cause, TileState
from wall.services.control_room import ControlRoom
from wall.ui.alarms.drill_sight import DrillSight
from wall.ui.wall_window import WallWindow

GREEN = (30, 180, 60)
CELL = 9


@pytest.fixture
def bench(live: FakeLive, tmp_path: Path) -> Iterator[AlarmBench]:
    with open_bench(tmp_path / "alarms.db", live.bridge, CAMERAS, LINE, TAMPER) as bench:
        yield bench


class Looking:
    def __init__(self, wall: Wall, bench: AlarmBench, live: FakeLive, qtbot: QtBot) -> None:
        self.wall = wall
        self.bench = bench
        self.live = live
        self.qtbot = qtbot
        self.windows: dict[int, WallWindow] = {1: wall.window}
        self.sight = DrillSight(wall.pop_ups, wall.room, self.windows.get)

    def at(self, camera_id: int, *, since_s: float | None = None, must_be_live: bool = True) -> Shown | Why:
        alarm = self.bench.now(self.bench.of(camera_id))
        return self.sight.look(alarm, self.live.clock() if since_s is None else since_s, must_be_live=must_be_live)

    def pop_up(self, camera_id: int) -> int:
        """Gives the tile that it then has."""
        self.bench.say("tamper", camera_id)
        self.qtbot.waitUntil(
            lambda: camera_id in [each.camera_id for each in self.wall.window.showing.visible_cameras()]
        )
        found = self.tile(camera_id)
        self.qtbot.waitUntil(lambda: self.tile(camera_id) is not None)
        assert found is not None
        return found

    def tile(self, camera_id: int) -> int | None:
        tiles = self.wall.window.showing.visible_tiles()
        return next((tile.number for tile in tiles if tile.camera.camera_id == camera_id), None)

    def comes(self, camera_id: int, wanted: Shown | Why, *, must_be_live: bool = True) -> None:
        self.qtbot.waitUntil(lambda: self.at(camera_id, must_be_live=must_be_live) == wanted)


@pytest.fixture
def looking(
    make_window: MakeWindow, rooms: list[ControlRoom], bench: AlarmBench, live: FakeLive, qtbot: QtBot
) -> Iterator[Looking]:
    window = make_window(12, 3, 3, alarms=bench.facts)
    wall = Wall(window, rooms[0], bench, FakePtz(live.bridge), live)
    wall.room.show(1, replace(wall.board, slots=wall.board.slots[:9], selected=0))
    yield Looking(wall, bench, live, qtbot)
    wall.pop_ups.end()


def test_a_live_picture_of_now_is_there_once_it_is_painted(looking: Looking, live: FakeLive) -> None:
    tile = looking.pop_up(11)
    assert looking.at(11) in (Cause.OPENING, Cause.FIRST_PICTURE), "a cell alone proves nothing"
    live.go_live(GREEN, tile)
    looking.comes(11, Shown(1, CELL))


def test_a_picture_from_before_the_alarm_proves_nothing(looking: Looking, live: FakeLive) -> None:
    live.go_live(GREEN)
    looking.bench.say("tamper", 4)
    before_s = live.clock()
    looking.qtbot.waitUntil(lambda: looking.at(4, since_s=before_s) == Shown(1, 4))
    assert looking.at(4, since_s=before_s + 1.0) is DrillWhy.NO_PICTURE
    live.clock.now_s += 1.0
    live.draw(GREEN)
    looking.qtbot.waitUntil(lambda: looking.at(4, since_s=before_s + 1.0) == Shown(1, 4))


def test_what_ails_the_camera_is_why(looking: Looking, live: FakeLive) -> None:
    tile = looking.pop_up(11)
    live.fail(TileState.NO_SIGNAL, Cause.UNREACHABLE, tile)
    looking.comes(11, Cause.UNREACHABLE)


def test_a_picture_that_stands_is_painted_all_the_same(looking: Looking, live: FakeLive) -> None:
    """A drill of a frozen picture asks no more than that the alarm stands where its rule says."""
    live.go_live(GREEN)
    looking.bench.say("tamper", 4)
    live.fail(TileState.FROZEN, Cause.STANDING)
    looking.comes(4, Cause.STANDING)
    looking.comes(4, Shown(1, 4), must_be_live=False)


def test_an_alarm_of_no_screen(looking: Looking) -> None:
    looking.bench.say("line", 11)
    assert looking.at(11) is DrillWhy.NO_SCREEN


def test_a_wall_where_every_cell_is_driven_or_in_hand(
    make_window: MakeWindow, rooms: list[ControlRoom], bench: AlarmBench, live: FakeLive, qtbot: QtBot
) -> None:
    ptz = FakePtz(live.bridge)
    for camera_id in range(1, 10):
        ptz.stand(PtzStanding(camera_id, hold=Hold(Operator("Lan"))))
    wall = Wall(make_window(12, 3, 3, alarms=bench.facts), rooms[0], bench, ptz, live)
    wall.room.show(1, replace(wall.board, slots=wall.board.slots[:9], selected=0))
    looking = Looking(wall, bench, live, qtbot)
    bench.say("tamper", 11)
    qtbot.wait(150)
    assert looking.at(11) is DrillWhy.NO_PLACE
    wall.pop_ups.end()


def test_a_screen_that_is_closed_or_covered(looking: Looking, live: FakeLive) -> None:
    tile = looking.pop_up(11)
    live.go_live(GREEN, tile)
    looking.comes(11, Shown(1, CELL))
    looking.wall.window.hide()
    looking.comes(11, DrillWhy.COVERED)
    looking.windows.clear()
    assert looking.at(11) is DrillWhy.NO_WINDOW


def test_an_alarm_that_no_camera_saw_is_shown_in_words(looking: Looking, bench: AlarmBench) -> None:
    bench.say("tamper", 0)
    looking.comes(0, Shown(1, CELL))
    looking.wall.room.show(1, replace(looking.wall.board, single=True))
    looking.comes(0, Shown(1, 1))
