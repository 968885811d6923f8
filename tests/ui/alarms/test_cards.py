"""Alarms without a camera on a wall: by a camera of their site, else in words; never over what is driven."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.services.alarms.ways_room import running
from tests.ui.alarms.alarm_bench import EACH, AlarmBench, open_bench
from tests.ui.fake_live import FakeLive, cameras
from tests.ui.pixels import MakeWindow, rgb
from tests.ui.ptz.fake_ptz import FakePtz
from wall.model.alarms import kinds
from wall.model.alarms.action import Acknowledge
from wall.model.alarms.rule import Concern, Response, Rule
from wall.model.alarms.signal import Phase, Signal, Source
from wall.model.alarms.ways_in import WaysIn
from wall.model.alarms.ways_out import WaysOut
from wall.model.dome_events import PtzStood
from wall.model.inventory import CameraRecord, Inventory, Site
from wall.model.ptz.operator import Hold, Operator
from wall.model.ptz.standing import PtzStanding
from wall.model.view import CameraCell
from wall.services.control_room import ControlRoom
from wall.ui.alarms.card import AlarmCard
from wall.ui.alarms.pop_ups import PopUps
from wall.ui.theme import DARK
from wall.ui.wall_view import WallView
from wall.ui.wall_window import WallWindow

SITES = ("Ngã Sáu", "Đáp Cầu")
"""As `fake_live.cameras` has them, by turns."""
CITY = Inventory(
    sites=tuple(Site(name, "Kinh Bắc", site_id=number) for number, name in enumerate(SITES, 1)),
    cameras=tuple(CameraRecord(f"Camera {n}", n, site_id=1 + (n - 1) % 2, camera_id=n) for n in range(1, 13)),
)
PANIC = Rule(
    "",
    Concern(kinds=frozenset({kinds.PANIC})),
    1,
    EACH,
    Response(screen_id=1),
    instruction="Gọi trực chỉ huy 02223 822 113, cử người xuống phòng trực.",
)
FIRE = Rule("", Concern(kinds=frozenset({"fire"})), 3, EACH, Response(screen_id=1), title="Báo cháy")
OUT = Rule("", Concern(kinds=frozenset({kinds.OUTAGE})), 2, EACH, Response(screen_id=1))
DRIVEN = PtzStanding(9, hold=Hold(Operator("Minh")))


@pytest.fixture
def bench(live: FakeLive, tmp_path: Path) -> Iterator[AlarmBench]:
    with open_bench(tmp_path / "alarms.db", live.bridge, CITY, PANIC, FIRE, OUT) as bench:
        yield bench


class Wall:
    """One screen of nine cells with the cameras 1 to 9; the hand is on the first."""

    def __init__(self, window: WallWindow, room: ControlRoom, bench: AlarmBench, ptz: FakePtz, live: FakeLive) -> None:
        self.window, self.room, self.bench, self.ptz, self.live = window, room, bench, ptz, live
        self.pop_ups = PopUps(bench.facts, room, ptz, live.bridge)

    def cameras(self) -> list[int | None]:
        contents = self.room.board(1).page_contents()
        return [each.camera_id if isinstance(each, CameraCell) else None for each in contents]

    def cells(self) -> list[int]:
        """Over which there is a card that is seen."""
        assert self.window.alarms.cards is not None
        view = self.window.alarms.cards.parent()
        assert isinstance(view, WallView)
        found = []
        for card in self.cards:
            at = card.geometry().center()
            cell = view.cell_at(at.x(), at.y())
            assert cell is not None
            area = view.cells[cell]
            assert QRect(area.x, area.y, area.width, area.height).contains(card.geometry())
            found.append(cell)
        return sorted(found)

    @property
    def cards(self) -> list[AlarmCard]:
        assert self.window.alarms.cards is not None
        return [each for each in self.window.alarms.cards.shown.values() if each.isVisible()]

    def drive(self, *camera_ids: int) -> None:
        """These, and no others."""
        self.ptz.standings = {each: replace(DRIVEN, camera_id=each) for each in camera_ids}
        self.live.bridge.publish(PtzStood(DRIVEN))

    def say(self, kind: str, source: Source = Source.WEBHOOK, site_id: int = 0, detail: str = "") -> int:
        """Of no camera. Its id."""
        phase = Phase.BEGINS if kind == kinds.OUTAGE else Phase.PULSE
        said = Signal(source, kind, 0, self.bench.now_s, phase, detail=detail, site_id=site_id)
        self.bench.desk.receive([said]).result(20.0)
        return max(each.alarm_id for each in self.bench.desk.open_alarms())


@pytest.fixture
def wall(make_window: MakeWindow, rooms: list[ControlRoom], bench: AlarmBench, live: FakeLive) -> Iterator[Wall]:
    window = make_window(listed=cameras(12), columns=3, rows=3, width=1280, height=760, alarms=bench.facts)
    wall = Wall(window, rooms[0], bench, FakePtz(live.bridge), live)
    board = rooms[0].board(1)
    rooms[0].show(1, replace(board, slots=board.slots[:9], selected=0))
    yield wall
    wall.pop_ups.end()


ALL = list(range(1, 10))


def test_a_panic_key_without_a_camera_is_a_card_with_all_that_is_known(wall: Wall, qtbot: QtBot) -> None:
    wall.say(kinds.PANIC, Source.PANIC, detail="Lan")
    qtbot.waitUntil(lambda: wall.cells() == [8])
    assert wall.cameras() == ALL, "nothing is taken away"
    title, where, who, what_to_do, key = wall.cards[0].texts
    assert title.startswith("▲ Panic key  ·  ")
    assert (where, who, key) == ("nowhere in particular", "Pressed by Lan", "F12: acknowledge")
    assert what_to_do == PANIC.instruction
    image = wall.cards[0].grab().toImage()
    assert rgb(image.pixelColor(1, image.height() // 2)) == rgb(DARK.alarm_band)
    assert image.height() < 240, "it is no larger than its words"


def test_the_key_acknowledges_it_where_the_selected_camera_has_nothing(wall: Wall, qtbot: QtBot) -> None:
    alarm_id = wall.say(kinds.PANIC, Source.PANIC, detail="Lan")
    qtbot.waitUntil(lambda: len(wall.cards) == 1)
    QTest.keyClick(wall.window, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: not wall.cards)
    assert wall.bench.now(alarm_id).acknowledged_by == "Lan"
    assert not wall.bench.facts.cards


def test_it_never_stands_over_a_dome_that_is_driven(wall: Wall, qtbot: QtBot) -> None:
    wall.drive(9, 8)
    wall.say(kinds.PANIC, Source.PANIC)
    qtbot.waitUntil(lambda: wall.cells() == [6])


def test_it_gives_way_at_once_to_a_hand_and_waits_where_there_is_no_room(wall: Wall, qtbot: QtBot) -> None:
    wall.say(kinds.PANIC, Source.PANIC)
    qtbot.waitUntil(lambda: wall.cells() == [8])
    wall.drive(9)
    qtbot.waitUntil(lambda: wall.cells() == [7])
    wall.drive(*ALL)
    qtbot.waitUntil(lambda: not wall.cards)
    wall.drive()
    qtbot.waitUntil(lambda: wall.cells() == [8])


def test_under_the_operators_own_hand_it_gives_way_too(wall: Wall, qtbot: QtBot) -> None:
    wall.say(kinds.PANIC, Source.PANIC)
    qtbot.waitUntil(lambda: wall.cells() == [8])
    wall.room.show(1, wall.room.board(1).selected_at(8))
    qtbot.waitUntil(lambda: wall.cells() == [7])


def test_where_a_hand_has_just_taken_the_dome_it_is_away_before_anybody_else_knows(wall: Wall, qtbot: QtBot) -> None:
    wall.say(kinds.PANIC, Source.PANIC)
    qtbot.waitUntil(lambda: wall.cells() == [8])
    tile = wall.window.showing.tile_at(8)
    assert tile is not None
    tile.announce(("Đang điều khiển",))
    wall.window.showing.changed.emit()
    qtbot.waitUntil(lambda: not wall.cards)


def test_a_picture_alone_shares_its_place_with_what_is_urgent_only(wall: Wall, qtbot: QtBot) -> None:
    wall.room.show(1, wall.room.board(1).opened())
    wall.say("fire")
    panic = wall.say(kinds.PANIC, Source.PANIC)
    qtbot.waitUntil(lambda: wall.cells() == [0])
    assert [each.alarm_id for each in wall.bench.facts.cards.of(1).values()] == [panic]
    assert wall.cards[0].height() < 300, "most of the picture is seen"
    wall.drive(1)
    qtbot.waitUntil(lambda: not wall.cards)


def test_of_many_the_most_urgent_stand_there(wall: Wall, qtbot: QtBot) -> None:
    for _ in range(4):
        wall.bench.clock.now_s += 60.0
        wall.say("fire")
    qtbot.waitUntil(lambda: wall.cells() == [7, 8])
    panic = wall.say(kinds.PANIC, Source.PANIC)
    qtbot.waitUntil(lambda: panic in {each.alarm_id for each in wall.bench.facts.cards.of(1).values()})
    assert wall.cells() == [7, 8]


def test_what_is_of_a_site_comes_by_its_camera_and_its_cameras_say_so(wall: Wall, qtbot: QtBot) -> None:
    board = wall.room.board(1)
    for cell in (1, 3, 5, 7):  # Those of the second site go.
        board = board.put(cell, None)
    wall.room.show(1, board.selected_at(0))
    alarm_id = wall.say("fire", site_id=2, detail="tầng 2")
    qtbot.waitUntil(lambda: wall.cameras()[7] == 2)
    assert not wall.cards
    showing = wall.window.showing
    qtbot.waitUntil(lambda: [each.camera.camera_id for each in showing.visible_tiles() if each.alarm] == [2])
    tile = next(each for each in showing.visible_tiles() if each.alarm)
    assert tile.alarm[0].startswith("▲ Báo cháy")
    wall.room.show(1, wall.room.board(1).selected_at(7))
    qtbot.waitUntil(lambda: showing.selected_part.camera == tile.camera)
    QTest.keyClick(wall.window, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: wall.cameras()[7] is None)
    assert wall.bench.now(alarm_id).acknowledged_by == "Lan"


def test_where_the_site_is_on_the_wall_already_its_tiles_say_so(wall: Wall, qtbot: QtBot) -> None:
    wall.say("fire", site_id=2)
    tiles = wall.window.showing.visible_tiles()
    qtbot.waitUntil(lambda: {each.camera.camera_id for each in tiles if each.alarm} == {2, 4, 6, 8})
    assert wall.cameras() == ALL and not wall.cards


def test_of_a_site_that_is_out_nothing_is_seen_so_it_is_said(wall: Wall, qtbot: QtBot) -> None:
    wall.say(kinds.OUTAGE, Source.WALL, 2, "6/6: the same network")
    qtbot.waitUntil(lambda: wall.cells() == [8])
    assert wall.cameras() == ALL
    assert wall.cards[0].texts[1] == "Đáp Cầu · Kinh Bắc"


def test_the_supervisors_screen_has_it_where_he_is_told_and_what_nobody_sees_to(
    wall: Wall, qtbot: QtBot, tmp_path: Path
) -> None:
    bench = wall.bench
    for rule in bench.desk.rules():
        bench.desk.remove_rule(rule.rule_id).result(20.0)
    bench.keep(replace(PANIC, response=Response(push=True)), replace(OUT, response=Response()))
    bench.keep(replace(FIRE, response=Response()))
    with running(tmp_path / "ways.db") as there:
        there.keep(WaysIn(out=WaysOut(screen_id=1)))
        bench.facts.ways = there.ways
        out = wall.say(kinds.OUTAGE, Source.WALL, 2)
        wall.say("fire")
        panic = wall.say(kinds.PANIC, Source.PANIC)
        qtbot.waitUntil(lambda: [each.alarm_id for each in bench.facts.cards.of(1).values()] == [panic])
        bench.later(130.0)
        qtbot.waitUntil(lambda: {each.alarm_id for each in bench.facts.cards.of(1).values()} == {panic, out})
        qtbot.waitUntil(lambda: any("Nobody reacted in time" in each.texts for each in wall.cards))
        bench.act(Acknowledge(), out, panic)
        qtbot.waitUntil(lambda: not wall.cards)


def test_at_the_end_none_is_left(wall: Wall, qtbot: QtBot) -> None:
    wall.say(kinds.PANIC, Source.PANIC)
    qtbot.waitUntil(lambda: len(wall.cards) == 1)
    wall.pop_ups.end()
    qtbot.waitUntil(lambda: not wall.cards)
    wall.pop_ups = PopUps(wall.bench.facts, wall.room, wall.ptz, wall.live.bridge)
    qtbot.waitUntil(lambda: wall.cells() == [8])


def test_a_small_cell_keeps_what_matters_most(wall: Wall, qtbot: QtBot, vietnamese: None) -> None:
    wall.window.resize(560, 360)
    wall.say(kinds.PANIC, Source.PANIC, detail="Lan")
    qtbot.waitUntil(lambda: wall.cells() == [8])
    assert wall.cards[0].texts[2] == "Người bấm: Lan"
