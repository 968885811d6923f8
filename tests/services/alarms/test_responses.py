"""What a rule says is done once, when its alarm comes, and is on the alarm's record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.model.alarms.town import T
from tests.services.alarms.alarm_room import WAIT_S, AlarmRoom, alarm_room, said
from tests.services.alarms.hands import Seen
from wall.model.alarms.activity import Deed
from wall.model.alarms.rule import Concern, Merging, Response, Rule
from wall.model.events import RecordingChanged
from wall.model.recording import End, Recording
from wall.services.alarms.responses import Responses

RECORD = Response(record_s=60.0)


class Responding:
    """A desk, and hands that do what its rules say."""

    def __init__(self, room: AlarmRoom) -> None:
        self.room = room
        self.seen = Seen()
        self.responses = Responses(room.desk, self.seen.hands, lambda: T + room.now_s)
        self._told = 0

    def begin(self, *responses: Response, **more: object) -> None:
        """One rule for each, the first for lines, the second, more urgent, for tampering."""
        kinds = ("line", "tamper")
        rules = [
            Rule("", Concern(kinds=frozenset({kind})), 4 - number, Merging(flood_camera=2), each, **more)  # type: ignore[arg-type]
            for number, (kind, each) in enumerate(zip(kinds, responses, strict=False))
        ]
        self.room.only_rules(*rules)

    def say(self, kind: str, camera_id: int = 1, detail: str = "") -> None:
        self.room.say(said(kind, camera_id, self.room.now_s, detail=detail))
        self.hear()

    def hear(self) -> None:
        events = self.room.events
        for event in events[self._told :]:
            self.responses.take_note(event)
        self._told = len(events)
        self.room.settle()

    def pass_time(self, seconds: float) -> None:
        self.room.pass_time(seconds)
        self.hear()
        self.responses.tick()

    def deeds(self) -> list[Deed]:
        alarm = self.room.desk.open_alarms()[-1]
        told = self.room.desk.activity(alarm.alarm_id).result(WAIT_S)
        return [each.deed for each in told if each.deed is not Deed.ESCALATED]


@pytest.fixture
def at_work(tmp_path: Path) -> Iterator[Responding]:
    with alarm_room(tmp_path / "citywall.db") as room:
        yield Responding(room)


def test_it_is_recorded_from_what_is_shown_and_as_long_as_it_goes_on(at_work: Responding) -> None:
    at_work.begin(RECORD)
    at_work.say("line")
    assert at_work.seen.asked == [("record", 1, "rtsp://1/sub")]
    at_work.pass_time(20.0)
    at_work.say("line")
    at_work.pass_time(59.0)
    assert len(at_work.seen.asked) == 1, "60 s after the last signal"
    at_work.pass_time(1.0)
    assert at_work.seen.asked[1:] == [("stop", 1)]
    at_work.pass_time(100.0)
    assert len(at_work.seen.asked) == 2
    assert at_work.deeds() == [Deed.BEGAN, Deed.RECORDED]


@pytest.mark.parametrize("before_s", [0.0, 45.0])
def test_a_recording_begins_as_long_before_as_its_rule_says(at_work: Responding, before_s: float) -> None:
    at_work.begin(replace(RECORD, before_s=before_s))
    at_work.say("line")
    assert at_work.seen.before_s == [before_s]


def test_what_somebody_records_by_hand_is_his(at_work: Responding) -> None:
    at_work.begin(RECORD)
    at_work.seen.under_way = {1: Recording(1, 1, "", T)}
    at_work.say("line")
    at_work.pass_time(100.0)
    assert at_work.seen.asked == []


def test_who_ends_the_recording_ends_it(at_work: Responding) -> None:
    at_work.begin(RECORD)
    at_work.say("line")
    at_work.responses.take_note(RecordingChanged(Recording(1, 1, "", T, end=End.STOPPED)))
    at_work.pass_time(100.0)
    assert at_work.seen.asked == [("record", 1, "rtsp://1/sub")]


@pytest.mark.parametrize("preset", ["Ngã tư", "2"])
def test_the_dome_turns_to_its_preset(at_work: Responding, preset: str) -> None:
    at_work.begin(Response(preset=preset))
    at_work.say("line")
    at_work.room.settle()
    assert at_work.seen.asked == [("send", 1, "2")]
    assert at_work.deeds() == [Deed.BEGAN, Deed.TURNED]


def test_a_dome_in_somebodys_hand_is_left_and_that_is_on_record(at_work: Responding) -> None:
    at_work.begin(Response(preset="2"))
    at_work.seen.is_held = True
    at_work.say("line")
    assert at_work.deeds() == [Deed.BEGAN, Deed.FAILED]


def test_a_preset_that_there_is_not_is_on_record(at_work: Responding) -> None:
    at_work.begin(Response(preset="Chợ"))
    at_work.say("line")
    assert (at_work.seen.asked, at_work.deeds()) == ([], [Deed.BEGAN, Deed.FAILED])


def test_a_bookmark_is_kept(at_work: Responding) -> None:
    at_work.begin(Response(bookmark=True), title="Vượt rào")
    at_work.say("line", detail="hàng rào 2")
    assert at_work.seen.asked == [("bookmark", 1, "Vượt rào hàng rào 2")]
    assert at_work.deeds() == [Deed.BEGAN, Deed.BOOKMARKED]


def test_the_supervisor_is_told_and_again_where_it_becomes_more_urgent(at_work: Responding) -> None:
    at_work.begin(Response(push=True), Response(push=True))
    at_work.say("line")
    at_work.say("line")
    assert at_work.seen.asked == [("tell", 1)]
    at_work.say("tamper", 2)
    assert at_work.seen.asked == [("tell", 1), ("tell", 2)]


def test_drills_and_floods_move_nothing(at_work: Responding) -> None:
    at_work.begin(Response(bookmark=True))
    at_work.room.say(replace(said("line", 1), is_drill=True))
    at_work.hear()
    assert at_work.seen.asked == []
    for _ in range(8):
        at_work.room.now_s += 60.0
        at_work.say("line", 4)
    assert len(at_work.seen.asked) == 2, "the third is a flood"


def test_after_a_restart_nothing_is_done_once_more(at_work: Responding) -> None:
    at_work.begin(Response(bookmark=True))
    at_work.say("line")
    again = Responding(at_work.room)
    again.hear()
    at_work.room.now_s += 5.0
    again.say("line")
    assert again.seen.asked == []
