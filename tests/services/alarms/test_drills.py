"""Drills on a real desk: marked, noticed, kept; and told where they are not noticed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from tests.model.alarms.town import T, utc
from tests.services.alarms.alarm_room import WAIT_S, AlarmRoom, alarm_room
from wall.model.alarms import kinds
from wall.model.alarms.action import Acknowledge
from wall.model.alarms.activity import Deed
from wall.model.alarms.drill import DrillKind, DrillResult
from wall.model.alarms.signal import Source
from wall.model.events import TileChanged
from wall.model.tile import Cause, TileState, TileStatus
from wall.services.alarms.drills import UNNOTICED_S, DrillMeans, Drills
from wall.services.alarms.own import OwnSignals

CAMERAS = {10: 1, 11: 4, 12: 0}


@dataclass
class Sitting:
    room: AlarmRoom
    drills: Drills
    own: OwnSignals
    stood: list[int]
    failed: list[tuple[DrillKind, int]]
    heard: int = field(default=0)

    def tell(self, tile: int, state: TileState) -> None:
        event = TileChanged(tile, TileStatus(state, Cause.NONE), 0.0)
        self.own.take_note(event)
        self.drills.take_note(event)
        self.pass_on()

    def pass_on(self) -> None:
        """What the desk has told meanwhile."""
        self.room.settle()
        for event in self.room.events[self.heard :]:
            self.drills.take_note(event)
        self.heard = len(self.room.events)
        self.room.settle()

    def pass_time(self, seconds: float) -> None:
        self.room.pass_time(seconds)
        self.drills.tick()
        self.pass_on()

    def deeds(self, alarm_id: int) -> dict[Deed, str]:
        return {each.deed: each.text for each in self.room.desk.activity(alarm_id).result(WAIT_S)}


@pytest.fixture
def sitting(tmp_path: Path) -> Iterator[Sitting]:
    stood: list[int] = []
    failed: list[tuple[DrillKind, int]] = []
    with alarm_room(tmp_path / "a.db") as room:

        def unix() -> float:
            return T + room.now_s

        own = OwnSignals(room.desk, CAMERAS.get, unix)
        means = DrillMeans(
            lambda tile, _what, _seconds: stood.append(tile),
            CAMERAS.get,
            unix,
            utc,
            lambda kind, camera: failed.append((kind, camera)),
            Random(1),
        )
        yield Sitting(room, Drills(room.desk, own, means), own, stood, failed)


def test_a_marked_alarm_is_noticed_and_the_time_is_kept(sitting: Sitting) -> None:
    assert sitting.drills.begin(DrillKind.ALARM)
    sitting.pass_on()
    (alarm,) = sitting.room.desk.open_alarms()
    assert (alarm.kind, alarm.is_drill, alarm.source) == (kinds.PANIC, True, Source.DRILL)
    sitting.room.now_s += 30
    sitting.room.act(Acknowledge(), alarm)
    assert sitting.deeds(alarm.alarm_id)[Deed.DRILLED] == "0.0 s"
    (kept,) = sitting.drills.results().result(WAIT_S)
    assert DrillResult.of(kept).people_s == 30
    sitting.pass_time(UNNOTICED_S + 1)
    assert sitting.failed == []


def test_a_picture_that_is_made_to_stand_must_be_noticed_by_the_wall_itself(sitting: Sitting) -> None:
    sitting.tell(11, TileState.LIVE)
    assert sitting.drills.begin(DrillKind.FROZEN)
    assert sitting.stood == [11]
    sitting.pass_time(2)
    sitting.tell(11, TileState.FROZEN)
    sitting.pass_time(11)
    (alarm,) = sitting.room.desk.open_alarms()
    assert (alarm.kind, alarm.camera_id, alarm.is_drill, alarm.source) == (kinds.FROZEN, 4, True, Source.WALL)
    assert sitting.deeds(alarm.alarm_id)[Deed.DRILLED] == "13.0 s"
    sitting.tell(11, TileState.LIVE)
    sitting.pass_time(10)
    (alarm,) = sitting.room.desk.open_alarms()
    assert not alarm.lasts, "it ended as the drill that it was"
    sitting.tell(11, TileState.FROZEN)
    sitting.pass_time(11)
    assert [each.is_drill for each in sitting.room.desk.open_alarms() if each.lasts] == [False], "the next one is none"


def test_a_black_picture_is_a_drill_of_its_own(sitting: Sitting) -> None:
    sitting.tell(10, TileState.LIVE)
    assert sitting.drills.begin(DrillKind.BLACK)
    event = TileChanged(10, TileStatus(TileState.LIVE, Cause.BLACK), 0.0)
    sitting.own.take_note(event)
    sitting.tell(11, TileState.FROZEN)
    sitting.pass_time(11)
    told = {(each.kind, each.camera_id, each.is_drill) for each in sitting.room.desk.open_alarms()}
    assert told == {(kinds.BLACK, 1, True), (kinds.FROZEN, 4, False)}


def test_what_the_program_does_not_notice_is_told(sitting: Sitting) -> None:
    sitting.tell(10, TileState.LIVE)
    assert sitting.drills.begin(DrillKind.FROZEN, 1)
    sitting.pass_time(UNNOTICED_S - 1)
    assert sitting.failed == []
    sitting.pass_time(2)
    assert sitting.failed == [(DrillKind.FROZEN, 1)]
    sitting.tell(10, TileState.FROZEN)
    sitting.pass_time(11)
    assert [each.is_drill for each in sitting.room.desk.open_alarms()] == [False], "a real one is not taken for it"


def test_nothing_live_cannot_stand(sitting: Sitting) -> None:
    sitting.tell(10, TileState.NO_SIGNAL)
    sitting.tell(12, TileState.LIVE)  # No camera of ours.
    assert not sitting.drills.begin(DrillKind.FROZEN)
    sitting.tell(10, TileState.LIVE)
    assert not sitting.drills.begin(DrillKind.FROZEN, 4)
    assert sitting.stood == []


def test_every_night_there_is_one_in_turns(sitting: Sitting) -> None:
    sitting.tell(10, TileState.LIVE)
    sitting.room.now_s = -T % 86400 + 2 * 3600 + 59 * 60
    sitting.drills.tick()
    sitting.drills.nightly = 3 * 60
    for _ in range(3):
        sitting.pass_time(60)
        sitting.pass_time(86400 - 120)
        sitting.pass_time(60)
    assert (len(sitting.stood), len(sitting.room.history())) == (2, 1)
