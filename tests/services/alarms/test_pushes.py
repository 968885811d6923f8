"""A supervisor is told of alarms: over real HTTP and a real broker, whatever breaks in between."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.alarms.alarm_room import WAIT_S, alarm_room
from tests.services.alarms.telling import Telling, hook
from tests.support.mosquitto import PROGRAM, mosquitto
from tests.support.supervisor import Supervisor, supervisor
from tests.support.waiting import wait_until
from wall.intake.broker_link import BrokerLink
from wall.intake.caller import Caller
from wall.model.alarms.action import Acknowledge
from wall.model.alarms.activity import Deed
from wall.model.alarms.broker_settings import BrokerSettings
from wall.model.alarms.push import GIVE_UP_S, Answer, PushChanged, SendError
from wall.model.alarms.ways_out import HookSettings, Way


@pytest.fixture
def telling(tmp_path: Path) -> Iterator[Telling]:
    with alarm_room(tmp_path / "citywall.db") as room:
        made = Telling(room)
        made.begin()
        yield made
        made.pushes.stop()


def test_it_is_told_what_anybody_may_know_and_that_is_on_record(telling: Telling) -> None:
    with supervisor("t0k") as there:
        telling.pushes.set_ways(hook(there.url, there.token))
        alarm = telling.tell()
        wait_until(lambda: telling.health().sent == 1)
        (told,) = there.heard
        assert told == {
            "id": alarm.alarm_id,
            "priority": 2,
            "camera": alarm.number,
            "camera_name": alarm.name,
            "site": alarm.site,
            "ward": alarm.ward,
            "time": told["time"],
            "kind": "line",
            "what": "Rào",
            "detail": "hàng rào",
            "state": "new",
            "escalation": 0,
            "waited_s": 0,
            "on_duty": "An",
            "path": "/alarms?from=wall",
        }
        assert told["time"].endswith("+00:00")
        assert telling.deeds(alarm) == [(Deed.PUSHED, "HTTP")]
        assert [e.health.sent for e in telling.room.events if isinstance(e, PushChanged)][-1] == 1


@pytest.mark.skipif(not PROGRAM, reason="no mosquitto here: see installer/system-packages-test.txt")
def test_each_way_is_told_once_and_one_that_is_down_holds_the_other_up_in_nothing(
    telling: Telling, tmp_path: Path
) -> None:
    with mosquitto(tmp_path) as broker, broker.listener("citywall/#") as heard:
        settings = BrokerSettings("127.0.0.1", "", broker.port, ("citywall/supervisor",))
        telling.pushes.set_ways({**hook(Supervisor().url), Way.MQTT: BrokerLink(settings, None, 5.0)})
        alarm = telling.tell()
        wait_until(lambda: len(heard) == 1 and telling.health(Way.MQTT).sent == 1)
        assert telling.deeds(alarm) == [(Deed.PUSHED, "MQTT")]
        wait_until(lambda: telling.health().last is not None)
        last = telling.health().last
        assert last is not None and last.answer is Answer.UNREACHABLE
        assert telling.health().waiting == 1


def test_a_link_that_is_down_for_long_loses_nothing(telling: Telling) -> None:
    with supervisor() as there:
        there.stop()
        telling.pushes.set_ways(hook(there.url, there.token))
        alarms = [telling.tell(camera_id) for camera_id in (1, 2, 4)]
        wait_until(lambda: telling.health().last is not None and telling.health().waiting == 3)
        there.start()
        telling.room.now_s += 1.0
        telling.pushes.tell(alarms[0]).result(WAIT_S)  # Of the same rule: passed over.
        wait_until(lambda: len(there.taken) == 3, what=lambda: str(telling.health()))
        assert there.taken == [each.alarm_id for each in alarms]
        wait_until(lambda: telling.health().waiting == 0)


def test_what_is_not_taken_lets_others_pass(telling: Telling) -> None:
    with supervisor() as there:
        there.status = 503
        telling.pushes.set_ways(hook(there.url, there.token))
        first = telling.tell(1)
        wait_until(lambda: len(there.heard) == 1 and telling.health().last is not None)
        there.status = 200
        second = telling.tell(2)
        wait_until(lambda: there.taken == [second.alarm_id])
        telling.room.now_s += 1.0
        telling.tell(4)
        wait_until(lambda: first.alarm_id in there.taken)


def test_after_a_day_it_is_given_up_and_that_is_on_record(telling: Telling) -> None:
    telling.pushes.set_ways(hook(Supervisor().url))
    alarm = telling.tell()
    wait_until(lambda: telling.health().last is not None)
    telling.room.now_s += GIVE_UP_S
    telling.pushes.catch_up((), lambda _rule: None)
    telling.tell(2)
    wait_until(lambda: telling.health().given_up == 1)
    (deed,) = telling.deeds(alarm)
    assert deed[0] is Deed.PUSH_LOST and deed[1].startswith("HTTP, 1×: ")
    assert telling.waiting() == 1


def test_a_wrong_token_is_not_said_again_and_again(telling: Telling) -> None:
    with supervisor("t0k") as there:
        telling.pushes.set_ways({Way.HTTP: Caller(HookSettings(there.url), "wrong", 5.0)})
        telling.tell()
        wait_until(lambda: telling.health().last is not None)
        telling.room.now_s += 200.0
        telling.tell(2)
        wait_until(lambda: telling.waiting() == 2)
        assert len(there.heard) == 1


def test_what_the_program_ended_before_is_told_at_the_next_start_and_only_once(tmp_path: Path) -> None:
    path = tmp_path / "citywall.db"
    with alarm_room(path) as room:
        killed = Telling(room)
        killed.begin()
        untold, seen = killed.alarm(1), killed.alarm(2)
        room.act(Acknowledge(), seen)
        killed.pushes.set_ways(hook(Supervisor().url))
        killed.tell(4)
        killed.pushes.stop()
    with supervisor() as there:
        for _ in range(2):
            with alarm_room(path) as room:
                again = Telling(room)
                again.pushes.set_ways(hook(there.url, there.token))
                again.pushes.catch_up(room.desk.open_alarms(), room.desk.rule).result(WAIT_S)
                wait_until(lambda: again.waiting() == 0)  # noqa: B023
                again.pushes.stop()
        assert sorted(there.taken) == [untold.alarm_id, 3]


def test_where_nothing_is_set_up_that_is_on_record(telling: Telling) -> None:
    alarm = telling.tell()
    assert telling.deeds(alarm) == [(Deed.PUSH_UNSET, "")]
    telling.pushes.has_screen = True
    telling.pushes.tell(alarm)
    assert len(telling.deeds(alarm)) == 1


def test_a_way_that_is_switched_off_lets_go_of_what_waits(telling: Telling) -> None:
    telling.pushes.set_ways(hook(Supervisor().url))
    alarm = telling.tell()
    telling.pushes.set_ways({})
    assert telling.deeds(alarm) == [(Deed.PUSH_LOST, "HTTP")]
    assert telling.waiting() == 0


def test_the_end_waits_for_nobody(telling: Telling) -> None:
    """A sender that hangs for ever is left behind; what it was to send waits for the next start."""

    class Hanging:
        def send(self, body: bytes) -> str:
            wait_until(lambda: telling.room.now_s > 0, 30.0)
            raise SendError(Answer.UNREACHABLE)

    telling.pushes.set_ways({Way.HTTP: Hanging()})
    telling.tell()
    telling.pushes.stop()
    assert telling.waiting() == 1
    telling.room.now_s = 1.0


def test_a_clock_that_is_set_back_holds_nothing_up(telling: Telling) -> None:
    telling.room.now_s = 7200.0
    telling.pushes.set_ways(hook(Supervisor().url))
    telling.tell()
    wait_until(lambda: telling.health().last is not None)
    telling.room.now_s = 0.0
    with supervisor() as there:
        telling.pushes.set_ways(hook(there.url))
        wait_until(lambda: len(there.taken) == 1)


@pytest.mark.timeout(120)
def test_kills_in_the_middle_lose_nothing(tmp_path: Path) -> None:
    """Every alarm that is on the disk is told, whatever was under way when the program died."""
    path = tmp_path / "citywall.db"
    with alarm_room(path) as room:
        Telling(room).begin()
    with supervisor() as there:
        for kill in range(3):
            child = subprocess.Popen(
                [sys.executable, "-m", "tests.services.alarms.push_child", str(path), there.url, str(kill)],
                cwd=Path(__file__).parents[3],
                stdout=subprocess.PIPE,
            )
            assert child.stdout is not None
            assert child.stdout.readline() == b"telling\n"
            time.sleep(0.1 + 0.13 * kill)
            child.kill()
            child.wait()
            child.stdout.close()
        with alarm_room(path) as room:
            again = Telling(room)
            room.now_s = 40_000.0
            again.pushes.set_ways(hook(there.url))
            alarms = room.desk.open_alarms()
            again.pushes.catch_up(alarms, room.desk.rule).result(WAIT_S)
            wait_until(lambda: again.waiting() == 0, WAIT_S)
            again.pushes.stop()
    assert len(alarms) > 3
    assert {each.alarm_id for each in alarms} == set(there.taken)
