"""Where nobody reacts in time the supervisor is told again: who was there, how long it waits; each time once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.model.alarms.town import T
from tests.services.alarms.alarm_room import WAIT_S, AlarmRoom, alarm_room, said
from tests.services.alarms.hands import Seen
from tests.services.alarms.telling import Telling, hook
from tests.support.supervisor import Supervisor, supervisor
from tests.support.waiting import wait_until
from wall.model.alarms.action import Acknowledge
from wall.model.alarms.activity import Deed
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.rule import Concern, Merging, Response, Rule
from wall.services.alarms.responses import Responses

_EACH = Merging(flood_camera=0, flood_site=0)
RULES = (
    Rule("", Concern(kinds=frozenset({"line"})), 3, _EACH, Response(push=True)),
    Rule("", Concern(kinds=frozenset({"tamper"})), 2, _EACH),
    Rule("", Concern(kinds=frozenset({"people"})), 3, _EACH),
    Rule("", Concern(kinds=frozenset({"face"})), 1, _EACH, escalate_s=()),
)


class Watch:
    """A room in which nobody reacts, and a supervisor who is told of that."""

    def __init__(self, room: AlarmRoom, there: Supervisor) -> None:
        self.room, self.there = room, there
        self.telling = Telling(room)
        self.pushes = self.telling.pushes
        self.pushes.set_ways(hook(there.url))
        hands = replace(Seen().hands, tell=self.pushes.tell, escalate=self.pushes.escalate)
        self._responses = Responses(room.desk, hands, lambda: T + room.now_s)
        self._heard = 0

    def say(self, kind: str, camera_id: int = 1) -> Alarm:
        self.room.say(said(kind, camera_id, self.room.now_s))
        self.hear()
        return self.telling.newest()

    def pass_time(self, seconds: float) -> None:
        self.room.pass_time(seconds)
        self.hear()

    def hear(self) -> None:
        events = self.room.events
        for event in events[self._heard :]:
            self._responses.take_note(event)
        self._heard = len(events)
        self.room.settle()

    def told(self, many: int) -> list[tuple[int, int, int]]:
        """Id, level, and seconds waited, of so many messages."""
        wait_until(lambda: len(self.there.heard) >= many and self.telling.waiting() == 0, WAIT_S)
        return [(each["id"], each["escalation"], each["waited_s"]) for each in self.there.heard]


@pytest.fixture
def there() -> Iterator[Supervisor]:
    with supervisor() as there:
        yield there


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with alarm_room(tmp_path / "citywall.db") as room:
        room.only_rules(*RULES)
    return tmp_path / "citywall.db"


def test_he_is_told_at_each_level_until_somebody_reacts(path: Path, there: Supervisor) -> None:
    with alarm_room(path) as room:
        watch = Watch(room, there)
        alarm = watch.say("line")
        watch.pass_time(59.0)
        assert watch.told(1) == [(alarm.alarm_id, 0, 0)]
        watch.pass_time(3.0)
        room.operator = "Bình"
        watch.pass_time(118.0)
        assert watch.told(3)[1:] == [(alarm.alarm_id, 1, 62), (alarm.alarm_id, 2, 180)]
        assert [(each["on_duty"], each["priority"]) for each in there.heard] == [("An", 3), ("An", 3), ("Bình", 3)]
        deeds = [(Deed.PUSHED, "HTTP"), (Deed.PUSHED_AGAIN, "HTTP"), (Deed.PUSHED_AGAIN, "HTTP")]
        assert watch.telling.deeds(alarm) == deeds
        watch.pushes.stop()


def test_of_what_somebody_sees_to_he_is_not_told_again(path: Path, there: Supervisor) -> None:
    with alarm_room(path) as room:
        watch = Watch(room, there)
        seen, unseen = watch.say("line", 1), watch.say("line", 4)
        room.act(Acknowledge(), seen)
        watch.pass_time(200.0)
        assert watch.told(3)[2:] == [(unseen.alarm_id, 2, 200)], "one message where two levels are over at once"
        watch.pushes.stop()


def test_of_urgent_ones_he_is_told_then_whatever_their_rule_says_but_not_where_it_never_escalates(
    path: Path, there: Supervisor
) -> None:
    with alarm_room(path) as room:
        watch = Watch(room, there)
        urgent = watch.say("tamper", 1)
        watch.say("people", 4)
        watch.say("face", 6)
        room.settle()
        assert there.heard == []
        watch.pass_time(60.0)
        assert watch.told(1) == [(urgent.alarm_id, 1, 60)]
        assert watch.telling.deeds(urgent) == [(Deed.PUSHED_AGAIN, "HTTP")]
        watch.pushes.stop()


def test_where_no_way_is_set_up_an_escalation_is_no_complaint(path: Path, there: Supervisor) -> None:
    with alarm_room(path) as room:
        watch = Watch(room, there)
        watch.pushes.set_ways({})
        urgent = watch.say("tamper")
        watch.pass_time(60.0)
        assert watch.telling.deeds(urgent) == []


def test_after_a_restart_each_level_is_told_once_and_what_was_not_told_is(path: Path, there: Supervisor) -> None:
    with alarm_room(path) as room:
        watch = Watch(room, there)
        alarm = watch.say("line")
        watch.pass_time(60.0)
        watch.told(2)
        room.pass_time(130.0)  # The second level is on the disk, and nobody heard of it: the program was killed.
        assert watch.telling.newest().level == 2
        watch.pushes.stop()
    for _ in range(2):
        with alarm_room(path) as room:
            room.now_s = 195.0
            watch = Watch(room, there)
            watch.pushes.catch_up(room.desk.open_alarms(), room.desk.rule).result(WAIT_S)
            watch.pass_time(1.0)
            assert watch.told(3) == [(alarm.alarm_id, 0, 0), (alarm.alarm_id, 1, 60), (alarm.alarm_id, 2, 195)]
            watch.pushes.stop()
