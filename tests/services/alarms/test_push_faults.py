"""What a supervisor is to be told survives the disk, the program's own mistakes, kills and long breaks."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.alarms.alarm_room import WAIT_S, alarm_room
from tests.services.alarms.telling import Telling, hook
from tests.store.full_disk import filled_up
from tests.support.mosquitto import PROGRAM, mosquitto
from tests.support.supervisor import Supervisor, supervisor
from tests.support.waiting import wait_until
from wall.intake.broker_link import BrokerLink
from wall.model.alarms.activity import Deed
from wall.model.alarms.broker_settings import BrokerSettings
from wall.model.alarms.push import Answer, Parcel, SendError, again_s
from wall.model.alarms.ways_out import Way
from wall.model.errors import StoreError
from wall.model.events import WorkFailed
from wall.services.alarms import push_line
from wall.store.push_store import PushStore


@pytest.fixture
def telling(tmp_path: Path) -> Iterator[Telling]:
    with alarm_room(tmp_path / "citywall.db") as room:
        made = Telling(room)
        made.begin()
        yield made
        made.pushes.stop()


@pytest.fixture
def crashes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the crash handler is told."""
    told: list[str] = []
    monkeypatch.setattr(threading, "excepthook", lambda each: told.append(str(each.exc_value)))
    return told


class Hanging:
    """Takes nothing until it is let go."""

    def __init__(self) -> None:
        self.has_come = threading.Event()
        self.is_over = threading.Event()

    def send(self, body: bytes) -> str:
        self.has_come.set()
        self.is_over.wait(30.0)
        raise SendError(Answer.UNREACHABLE)


def test_what_comes_while_the_ways_are_set_anew_waits_for_those_that_are_wanted(telling: Telling) -> None:
    hanging = Hanging()
    telling.pushes.set_ways({Way.HTTP: hanging})
    told = [telling.tell()]
    assert hanging.has_come.wait(WAIT_S)
    with supervisor() as there:
        setting = threading.Thread(target=telling.pushes.set_ways, args=(hook(there.url),))
        setting.start()
        while setting.is_alive():
            telling.room.now_s += 40.0
            told.append(telling.tell())
            assert telling.health().is_on
        hanging.is_over.set()
        assert len(told) > 2, "the line that hangs is waited for"
        wait_until(lambda: telling.waiting() == 0)
        assert sorted(set(there.taken)) == [each.alarm_id for each in told]


def test_what_comes_after_the_end_waits_for_the_next_start(telling: Telling) -> None:
    telling.pushes.set_ways(hook(Supervisor().url))
    telling.pushes.stop()
    telling.tell()
    assert telling.waiting() == 1


def test_a_way_that_is_switched_off_lets_go_of_all_that_waits(telling: Telling) -> None:
    parcels = [Parcel(each, 1, Way.HTTP, "{}", 0.0) for each in range(1, 2502)]
    telling.room.db.ask(lambda: telling.store.add(parcels)).result(WAIT_S)
    telling.pushes.set_ways({})
    telling.room.settle()
    assert telling.waiting() == 0


# -- mistakes of the program


class Clumsy:
    """Breaks over the first message as nobody foresaw; its words quote a secret."""

    def __init__(self) -> None:
        self.tried: list[bytes] = []

    def send(self, body: bytes) -> str:
        self.tried.append(body)
        if body == self.tried[0]:
            raise KeyError("Bearer t0k")
        return "200"


def test_a_mistake_over_one_message_is_told_and_lets_others_pass(telling: Telling, crashes: list[str]) -> None:
    clumsy = Clumsy()
    telling.pushes.set_ways({Way.HTTP: clumsy})
    first = telling.tell(1)
    wait_until(lambda: telling.health().last is not None)
    last = telling.health().last
    assert last is not None and (last.answer, last.detail) == (Answer.MISTAKE, "KeyError")
    second = telling.tell(2)
    wait_until(lambda: telling.health().sent == 1)
    assert (telling.deeds(first), telling.deeds(second)) == ([], [(Deed.PUSHED, "HTTP")])
    assert crashes == ["KeyError where the supervisor was told by HTTP"]
    clumsy.tried.insert(0, b"")  # It is mended.
    telling.room.now_s += 1.0
    telling.tell(4)
    wait_until(lambda: telling.health().sent == 3)


def test_a_mistake_of_the_line_itself_is_told_and_it_goes_on_after_a_pause(
    telling: Telling, crashes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(push_line, "_MISTAKE_AGAIN_S", 0.5)
    rounds = []

    def waiting(_store: PushStore, way: Way, _limit: int) -> tuple[Parcel, ...]:
        if way is Way.MQTT:
            return ()  # It is switched off.
        rounds.append(1)
        raise ZeroDivisionError("t0k")

    with supervisor() as there:
        with monkeypatch.context() as spoilt:
            spoilt.setattr(PushStore, "waiting", waiting)
            telling.pushes.set_ways(hook(there.url))
            told = []
            while len(rounds) < 3:
                telling.room.now_s += 40.0
                told.append(telling.tell().alarm_id)
                last = telling.health().last
            assert last is not None and (last.answer, last.detail) == (Answer.MISTAKE, "ZeroDivisionError")
            assert len(told) > len(rounds), "no round for each message that comes"
        wait_until(lambda: there.taken == told, what=lambda: f"{there.taken} {told}")
    assert crashes == ["ZeroDivisionError where the supervisor was told by HTTP"], "once"


# -- the disk


def test_what_a_full_disk_does_not_take_is_kept_and_sent_afterwards(telling: Telling) -> None:
    room = telling.room
    with supervisor() as there:
        telling.pushes.set_ways(hook(there.url))
        alarms = []
        for camera_id in (1, 2):
            room.now_s += 40.0
            room.say(telling.said(camera_id, "x" * 4000))
            alarms.append(telling.newest())
        with filled_up(room.database):
            assert [telling.pushes.tell(each).result(WAIT_S) for each in alarms] == [False, False]
            telling.pushes.tick()
            room.settle()
            assert there.heard == []
        telling.pushes.tick()
        wait_until(lambda: there.taken == [each.alarm_id for each in alarms])
        assert len([each for each in room.events if isinstance(each, WorkFailed)]) == 1, "told once"
        wait_until(lambda: telling.health().waiting == 0)
        telling.pushes.tick()
        room.settle()
        assert telling.waiting() == 0


def test_nothing_is_sent_again_and_again_where_that_it_was_sent_cannot_be_noted(
    telling: Telling, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(push_line, "_DISK_AGAIN_S", 0.02)
    noted = []

    def end(_store: PushStore, ids: tuple[int, ...], _now_s: float) -> None:
        noted.append(ids)
        raise StoreError("a bad sector")

    with supervisor() as there:
        with monkeypatch.context() as spoilt:
            spoilt.setattr(PushStore, "end", end)
            telling.pushes.set_ways(hook(there.url))
            first = telling.tell(1)
            wait_until(lambda: len(noted) > 5)
            second = telling.tell(2)
            wait_until(lambda: len(noted) > 10)
            assert there.taken == [first.alarm_id], "no other one either: it could not be noted"
        wait_until(lambda: there.taken == [first.alarm_id, second.alarm_id])
        wait_until(lambda: telling.waiting() == 0)
    assert telling.deeds(first) == [(Deed.PUSHED, "HTTP")]


# -- kills and breaks


def test_a_kill_in_the_middle_of_sending_sends_it_again_with_the_same_id(tmp_path: Path) -> None:
    path = tmp_path / "citywall.db"
    with alarm_room(path) as room:
        Telling(room).begin()
    with supervisor() as there:
        there.answers.clear()
        command = [sys.executable, "-m", "tests.services.alarms.push_child", str(path), there.url, "0"]
        with subprocess.Popen(command, cwd=Path(__file__).parents[3], stdout=subprocess.DEVNULL) as child:
            wait_until(lambda: len(there.heard) == 1, WAIT_S)
            child.kill()
        there.answers.set()
        with alarm_room(path) as room:
            room.now_s = 40_000.0
            again = Telling(room)
            again.pushes.set_ways(hook(there.url))
            alarms = room.desk.open_alarms()
            again.pushes.catch_up(alarms, room.desk.rule).result(WAIT_S)
            wait_until(lambda: again.waiting() == 0, WAIT_S)
            again.pushes.stop()
    heard = [each["id"] for each in there.heard]
    assert heard.count(heard[0]) == 2, "nobody could know whether it had been taken"
    assert sorted(set(heard)) == sorted(each.alarm_id for each in alarms)
    assert len(heard) == len(alarms) + 1, "all others once"


class Counting(BrokerLink):
    tries = 0

    def send(self, body: bytes) -> str:
        self.tries += 1
        return super().send(body)


@pytest.mark.skipif(not PROGRAM, reason="no mosquitto here: see installer/system-packages-test.txt")
def test_a_broker_that_is_away_for_an_hour_is_tried_some_times_and_then_told_all(
    telling: Telling, tmp_path: Path
) -> None:
    room = telling.room
    patient = Telling(room, again_s)
    with mosquitto(tmp_path) as broker:
        link = Counting(BrokerSettings("127.0.0.1", "", broker.port, ("citywall/supervisor",)), None, 5.0)
        broker.stop()
        patient.pushes.set_ways({Way.MQTT: link})
        alarms = []
        for minute in range(60):
            if minute % 10 == 0:
                alarms.append(patient.tell())
            patient.pushes.catch_up((), room.desk.rule).result(WAIT_S)  # It looks at the clock.
            room.now_s += 60.0
        wait_until(lambda: patient.health(Way.MQTT).waiting == len(alarms))
        assert 1 <= link.tries <= 20, "2 s, 4 s, and so on up to five minutes"
        broker.start()
        with broker.listener("citywall/#") as heard:
            room.now_s += 300.0
            patient.pushes.catch_up((), room.desk.rule).result(WAIT_S)
            wait_until(lambda: len(heard) == len(alarms))
            wait_until(lambda: patient.health(Way.MQTT).waiting == 0)
        assert [f'"id": {each.alarm_id},' in text for each, (_, text) in zip(alarms, heard, strict=True)] == [True] * 6
        patient.pushes.stop()
