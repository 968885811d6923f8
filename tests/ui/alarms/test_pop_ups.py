"""Pictures of alarms on a wall: real rooms, real windows, real alarms on a disk."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.services.alarms.ways_room import running
from tests.services.wall_room import cameras_of
from tests.ui.alarms.alarm_bench import EACH, LINE, TAMPER, AlarmBench, open_bench
from tests.ui.alarms.killed_wall import ALARMED, FIRST, wall_of
from tests.ui.fake_live import FakeLive
from tests.ui.pixels import MakeWindow, cell_image, rgb
from tests.ui.ptz.fake_ptz import FakePtz
from wall.model.alarms.action import Acknowledge
from wall.model.alarms.rule import Concern, Response, Rule
from wall.model.alarms.ways_in import WaysIn
from wall.model.alarms.ways_out import WaysOut
from wall.model.board import Board
from wall.model.dome_events import PtzStood
from wall.model.inventory import CameraRecord, Inventory
from wall.model.ptz.operator import Hold, Operator
from wall.model.ptz.standing import PtzStanding
from wall.model.view import CameraCell, Stop, Tour
from wall.services.control_room import ControlRoom
from wall.ui.alarms.pop_ups import PopUps
from wall.ui.notice_box import NoticeBox
from wall.ui.theme import DARK
from wall.ui.wall_window import WallWindow

CAMERAS = Inventory(cameras=tuple(CameraRecord(f"Camera {n}", n, camera_id=n) for n in range(1, 13)))


@pytest.fixture
def bench(live: FakeLive, tmp_path: Path) -> Iterator[AlarmBench]:
    with open_bench(tmp_path / "alarms.db", live.bridge, CAMERAS, LINE, TAMPER) as bench:
        yield bench


@pytest.fixture
def ptz(live: FakeLive) -> FakePtz:
    return FakePtz(live.bridge)


class Wall:
    """One screen of nine cells with the cameras 1 to 9; 10 to 12 are on no screen."""

    def __init__(self, window: WallWindow, room: ControlRoom, bench: AlarmBench, ptz: FakePtz, live: FakeLive) -> None:
        self.window = window
        self.room = room
        self.pop_ups = PopUps(bench.facts, room, ptz, live.bridge)

    @property
    def board(self) -> Board:
        return self.room.board(self.room.screens[0].screen_id)

    def cameras(self) -> list[int | None]:
        contents = self.board.page_contents()
        return [each.camera_id if isinstance(each, CameraCell) else None for each in contents]

    def put(self, cell: int, camera_id: int) -> None:
        """By hand; the hand goes back to the first cell."""
        board = self.board.put(cell, CameraCell(camera_id)).selected_at(0)
        self.room.show(self.room.screens[0].screen_id, board)


@pytest.fixture
def wall(
    make_window: MakeWindow, rooms: list[ControlRoom], bench: AlarmBench, ptz: FakePtz, live: FakeLive
) -> Iterator[Wall]:
    window = make_window(12, 3, 3, alarms=bench.facts)
    wall = Wall(window, rooms[0], bench, ptz, live)
    assert wall.room.screens[0].screen_id == 1
    wall.room.show(1, replace(wall.board, slots=wall.board.slots[:9], selected=0))
    yield wall
    wall.pop_ups.end()


ALL = list(range(1, 10))


def test_it_comes_and_what_stood_there_comes_back(bench: AlarmBench, wall: Wall, qtbot: QtBot) -> None:
    assert wall.cameras() == ALL
    bench.say("tamper", 11)
    qtbot.waitUntil(lambda: wall.cameras() == [*ALL[:8], 11])
    assert wall.board.selected == 0, "the hand stays where it was"
    bench.act(Acknowledge(), bench.of(11))
    qtbot.waitUntil(lambda: wall.cameras() == ALL)


def test_an_alarm_whose_rule_names_no_screen_stays_off_the_wall(bench: AlarmBench, wall: Wall, qtbot: QtBot) -> None:
    bench.say("line", 11)
    qtbot.wait(150)
    assert wall.cameras() == ALL


def test_what_is_seen_already_needs_no_cell(bench: AlarmBench, wall: Wall, qtbot: QtBot) -> None:
    bench.say("tamper", 4)
    qtbot.wait(150)
    assert wall.cameras() == ALL


def test_an_empty_cell_is_taken_first(bench: AlarmBench, wall: Wall, qtbot: QtBot) -> None:
    wall.room.show(1, wall.board.put(3, None).selected_at(0))
    bench.say("tamper", 11)
    qtbot.waitUntil(lambda: wall.cameras()[3] == 11)
    bench.act(Acknowledge(), bench.of(11))
    qtbot.waitUntil(lambda: wall.cameras()[3] is None)


def test_the_cell_that_the_rule_wishes(bench: AlarmBench, wall: Wall, qtbot: QtBot) -> None:
    bench.keep(Rule("", Concern(kinds=frozenset({"people"})), 2, EACH, Response(screen_id=1, cell=4)))
    bench.say("people", 11)
    qtbot.waitUntil(lambda: wall.cameras()[4] == 11)


def test_where_the_screen_of_its_rule_was_removed_it_comes_onto_another_one(
    bench: AlarmBench, wall: Wall, qtbot: QtBot
) -> None:
    bench.keep(Rule("", Concern(kinds=frozenset({"people"})), 3, EACH, Response(screen_id=77)))
    bench.say("people", 11)
    qtbot.waitUntil(lambda: wall.cameras() == [*ALL[:8], 11])
    bench.act(Acknowledge(), bench.of(11))
    qtbot.waitUntil(lambda: wall.cameras() == ALL)


def test_where_the_supervisor_is_to_be_told_it_comes_onto_his_screen(
    bench: AlarmBench, wall: Wall, qtbot: QtBot, tmp_path: Path
) -> None:
    bench.keep(Rule("", Concern(kinds=frozenset({"people"})), 2, EACH, Response(push=True)))
    with running(tmp_path / "ways.db") as there:
        bench.facts.ways = there.ways
        bench.say("people", 11)
        qtbot.wait(150)
        assert wall.cameras() == ALL, "he has none"
        there.keep(WaysIn(out=WaysOut(screen_id=1)))
        bench.say("people", 12)
        bench.say("line", 10)
        qtbot.waitUntil(lambda: wall.cameras() == [*ALL[:8], 12])
        wall.put(8, 9)
        qtbot.wait(150)
        assert wall.cameras() == ALL, "who takes it away has taken it away"


def test_never_over_a_dome_that_is_driven(bench: AlarmBench, wall: Wall, ptz: FakePtz, qtbot: QtBot) -> None:
    for camera_id in (9, 8):
        ptz.standings[camera_id] = PtzStanding(camera_id, hold=Hold(Operator("Minh")))
    bench.say("tamper", 11)
    qtbot.waitUntil(lambda: 11 in wall.cameras())
    assert wall.cameras() == [1, 2, 3, 4, 5, 6, 11, 8, 9]


def test_where_every_dome_is_driven_it_waits_for_one_to_be_let_go(
    bench: AlarmBench, wall: Wall, ptz: FakePtz, qtbot: QtBot
) -> None:
    ptz.standings.update({each: PtzStanding(each, hold=Hold(Operator("Minh"))) for each in ALL})
    bench.say("tamper", 11)
    qtbot.wait(150)
    assert wall.cameras() == ALL
    ptz.standings.clear()
    qtbot.waitUntil(lambda: wall.cameras()[8] == 11)


def test_the_more_urgent_one_gets_the_cell(bench: AlarmBench, wall: Wall, qtbot: QtBot) -> None:
    """Two cells of nine at most; the third waits, and comes when one of the others is seen to."""
    bench.keep(replace(LINE, rule_id=LINE.rule_id, response=Response(screen_id=1), concern=Concern(frozenset())))
    rule = next(each for each in bench.desk.rules() if each.concern == Concern())
    bench.keep(replace(rule, concern=Concern(kinds=frozenset({"people"}))))
    bench.say("people", 10)
    bench.say("people", 11)
    qtbot.waitUntil(lambda: set(wall.cameras()) >= {10, 11})
    bench.say("tamper", 12)
    qtbot.waitUntil(lambda: 12 in wall.cameras())
    assert len({10, 11} & set(wall.cameras())) == 1
    bench.act(Acknowledge(), bench.of(12))
    qtbot.waitUntil(lambda: set(wall.cameras()) >= {10, 11})
    bench.act(Acknowledge(), bench.of(10), bench.of(11))
    qtbot.waitUntil(lambda: wall.cameras() == ALL)


def test_the_more_urgent_one_gets_the_cell_that_both_rules_wish(bench: AlarmBench, wall: Wall, qtbot: QtBot) -> None:
    bench.keep(
        Rule("", Concern(kinds=frozenset({"people"})), 3, EACH, Response(screen_id=1, cell=4)),
        Rule("", Concern(kinds=frozenset({"field"})), 1, EACH, Response(screen_id=1, cell=4)),
    )
    bench.say("people", 10)
    qtbot.waitUntil(lambda: wall.cameras()[4] == 10)
    bench.say("field", 11)
    qtbot.waitUntil(lambda: wall.cameras() == [*ALL[:4], 11, *ALL[5:8], 10])
    bench.say("people", 12)
    qtbot.wait(150)
    assert wall.cameras()[4] == 11, "one that is less urgent takes nothing from it"
    bench.act(Acknowledge(), *(bench.of(each) for each in (10, 11, 12)))
    qtbot.waitUntil(lambda: wall.cameras() == ALL)


def test_an_alarm_that_is_acknowledged_is_not_taken_from_under_the_hand_that_drives_its_dome(
    bench: AlarmBench, wall: Wall, ptz: FakePtz, qtbot: QtBot
) -> None:
    bench.say("tamper", 11)
    qtbot.waitUntil(lambda: wall.cameras()[8] == 11)
    ptz.standings[11] = PtzStanding(11, hold=Hold(Operator("Minh")))
    bench.act(Acknowledge(), bench.of(11))
    qtbot.waitUntil(lambda: not bench.facts.unseen())
    qtbot.wait(150)
    assert wall.cameras()[8] == 11
    ptz.standings.clear()
    ptz.bridge.publish(PtzStood(PtzStanding(11)))
    qtbot.waitUntil(lambda: wall.cameras() == ALL)


def test_what_is_more_urgent_comes_beside_a_dome_that_is_driven_because_of_another_alarm(
    bench: AlarmBench, wall: Wall, ptz: FakePtz, qtbot: QtBot
) -> None:
    bench.keep(Rule("", Concern(kinds=frozenset({"people"})), 3, EACH, Response(screen_id=1)))
    bench.say("people", 10)
    qtbot.waitUntil(lambda: wall.cameras()[8] == 10)
    ptz.standings[10] = PtzStanding(10, hold=Hold(Operator("Minh")))
    bench.say("tamper", 11, 12)
    qtbot.waitUntil(lambda: wall.cameras() == [*ALL[:6], 12, 11, 10] or wall.cameras() == [*ALL[:6], 11, 12, 10])


def test_what_the_hand_puts_there_stays(bench: AlarmBench, wall: Wall, qtbot: QtBot) -> None:
    bench.say("tamper", 11)
    qtbot.waitUntil(lambda: wall.cameras()[8] == 11)
    wall.put(8, 12)
    qtbot.waitUntil(lambda: wall.pop_ups.shown(1) == ())
    bench.say("tamper", 11)
    qtbot.wait(150)
    assert wall.cameras() == [*ALL[:8], 12]
    bench.act(Acknowledge(), bench.of(11))
    qtbot.wait(150)
    assert wall.cameras() == [*ALL[:8], 12]


def test_one_picture_alone_gives_way_only_to_what_is_urgent(bench: AlarmBench, wall: Wall, qtbot: QtBot) -> None:
    bench.keep(Rule("", Concern(kinds=frozenset({"people"})), 3, EACH, Response(screen_id=1)))
    wall.room.show(1, wall.board.opened())
    bench.say("people", 10)
    qtbot.wait(150)
    assert wall.board.selected_content == CameraCell(1)
    bench.say("tamper", 11)
    qtbot.waitUntil(lambda: wall.board.selected_content == CameraCell(11))
    bench.act(Acknowledge(), bench.of(11))
    qtbot.waitUntil(lambda: wall.board.selected_content == CameraCell(1))
    assert wall.board.single


def test_a_tour_of_the_screen_waits_and_goes_on(bench: AlarmBench, wall: Wall, qtbot: QtBot) -> None:
    room = wall.room
    for name in ("day", "night"):
        room.save_view(wall.board.as_view(name))
    qtbot.waitUntil(lambda: len(room.views) == 2)
    room.save_tour(Tour("round", tuple(Stop(view_id=view.view_id) for view in room.views)))
    qtbot.waitUntil(lambda: len(room.tours) == 1)
    room.start_tour(1, room.tours[0].tour_id)
    assert [each.is_paused for each in room.touring(1)] == [False]
    bench.say("tamper", 11)
    qtbot.waitUntil(lambda: 11 in wall.cameras())
    assert [each.is_paused for each in room.touring(1)] == [True]
    bench.act(Acknowledge(), bench.of(11))
    qtbot.waitUntil(lambda: 11 not in wall.cameras())
    assert [each.is_paused for each in room.touring(1)] == [False]


def test_the_wall_is_left_as_it_was(bench: AlarmBench, wall: Wall, qtbot: QtBot) -> None:
    bench.say("tamper", 11)
    qtbot.waitUntil(lambda: wall.cameras()[8] == 11)
    wall.pop_ups.end()
    assert wall.cameras() == ALL
    wall.pop_ups = PopUps(bench.facts, wall.room, None, wall.pop_ups._events)
    assert wall.cameras()[8] == 11, "after a restart it is there again"


@pytest.mark.parametrize("ended_first", [False, True])
def test_after_a_kill_what_stood_there_comes_back_when_the_alarm_has_ended(
    tmp_path: Path, qtbot: QtBot, ended_first: bool
) -> None:
    child = [sys.executable, "-m", "tests.ui.alarms.killed_wall", str(tmp_path)]
    with subprocess.Popen(child, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None and process.stdout.readline() == "up\n"
        process.send_signal(signal.SIGKILL)
    with wall_of(tmp_path, goes_on=True) as (wall, bench, bridge):
        assert cameras_of(wall.room.board(1)) == [*FIRST[:3], ALARMED], "as it was when it was killed"
        if ended_first:
            bench.act(Acknowledge(), bench.of(ALARMED))
            qtbot.waitUntil(lambda: not bench.facts.unseen())
        pop_ups = PopUps(bench.facts, wall.room, None, bridge)
        if not ended_first:
            assert cameras_of(wall.room.board(1)) == [*FIRST[:3], ALARMED]
            assert [each.place for each in pop_ups.shown(1)] == [3]
            bench.act(Acknowledge(), bench.of(ALARMED))
            qtbot.waitUntil(lambda: not pop_ups.shown(1))
        assert cameras_of(wall.room.board(1)) == list(FIRST) and not wall.room.board(1).lent
        pop_ups.end()


def test_a_tile_says_what_and_since_when_until_it_is_acknowledged(
    bench: AlarmBench, wall: Wall, live: FakeLive, qtbot: QtBot
) -> None:
    bench.say("tamper", 5)
    tiles = {tile.camera.camera_id: tile for tile in wall.window.showing.visible_tiles()}
    qtbot.waitUntil(lambda: bool(tiles[5].alarm))
    assert tiles[5].alarm[0].startswith("▲ Camera bị phá  ·  ")
    assert not any(tile.alarm for camera, tile in tiles.items() if camera != 5)
    image = cell_image(wall.window, 4)
    for x, y in ((1, 1), (image.width() - 2, image.height() - 2)):
        assert rgb(image.pixelColor(x, y)) == rgb(DARK.alarm_band), "a frame around it"
    bench.act(Acknowledge(), bench.of(5))
    qtbot.waitUntil(lambda: not tiles[5].alarm)
    assert rgb(cell_image(wall.window, 4).pixelColor(1, 1)) != rgb(DARK.alarm_band)


def test_the_key_acknowledges_what_the_selected_camera_has(bench: AlarmBench, wall: Wall, qtbot: QtBot) -> None:
    bench.say("line", 1, 5)
    bench.say("tamper", 1)
    qtbot.waitUntil(lambda: len(bench.facts.unseen()) == 3)
    QTest.keyClick(wall.window, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: [each.camera_id for each in bench.facts.unseen()] == [5])
    QTest.keyClick(wall.window, Qt.Key.Key_F12)
    assert said_on(wall) == "This camera has no alarm that is not acknowledged"
    assert [each.camera_id for each in bench.facts.unseen()] == [5]


def test_the_key_leads_to_the_most_urgent_one_in_the_console(bench: AlarmBench, wall: Wall, qtbot: QtBot) -> None:
    led: list[str] = []
    QTest.keyClick(wall.window, Qt.Key.Key_F10)
    assert said_on(wall) == "There is no alarm that is not acknowledged"
    bench.say("line", 1)
    qtbot.waitUntil(lambda: len(bench.facts.unseen()) == 1)
    QTest.keyClick(wall.window, Qt.Key.Key_F10)
    assert said_on(wall) == "Alarms are worked on in the console, which is not here"
    wall.window.alarms.lead = lambda: led.append("console")
    QTest.keyClick(wall.window, Qt.Key.Key_F10)
    assert led == ["console"]


def test_the_panic_key_is_of_the_selected_camera(bench: AlarmBench, wall: Wall, qtbot: QtBot) -> None:
    bench.keep(Rule("", Concern(kinds=frozenset({"panic"})), 1, EACH))
    QTest.keyClick(wall.window, Qt.Key.Key_F12, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(wall.window, Qt.Key.Key_Shift)  # Qt takes it for held, else, as long as the program runs.
    qtbot.waitUntil(lambda: [(each.kind, each.camera_id) for each in bench.facts.unseen()] == [("panic", 1)])
    qtbot.waitUntil(lambda: said_on(wall) == "Panic: the alarm is raised")


def said_on(wall: Wall) -> str:
    box = wall.window.findChild(NoticeBox)
    assert box is not None
    return box.text()
