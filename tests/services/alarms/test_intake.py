"""A storm, a full disk, a kill: nothing that was acknowledged to its source is lost, and nothing counts twice."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from concurrent.futures import TimeoutError as NotYet
from pathlib import Path
from threading import Thread

import pytest

from tests.model.alarms.town import rule
from tests.services.alarms.alarm_room import WAIT_S, AlarmRoom, alarm_room, said
from tests.store.full_disk import filled_up
from wall.model.alarms.signal import Phase, Signal
from wall.model.errors import StoreError
from wall.model.events import WorkFailed
from wall.store.alarm_store import AlarmStore

_ROOT = Path(__file__).parents[3]


def kept(room: AlarmRoom) -> tuple[int, int]:
    """Signals in the log, and signals in the counts of alarms."""

    def look() -> tuple[int, int]:
        with room.database.reading() as tables:
            signals = tables.execute("select count(*) from alarm_signal").fetchone()[0]
            return signals, tables.execute("select coalesce(sum(count), 0) from alarm").fetchone()[0]

    return room.db.ask(look).result(WAIT_S)


def test_a_storm_of_5000_from_many_threads_loses_nothing_and_the_list_stays_readable(tmp_path: Path) -> None:
    with alarm_room(tmp_path / "citywall.db") as room:
        room.only_rules(rule("line", rule_id=0, quiet_s=0.5))

        def cameras(first: int) -> None:
            waiting = [
                room.desk.receive([said("line", 1 + (first + each) % 600, each / 100) for each in range(at, at + 5)])
                for at in range(0, 1250, 5)
            ]
            for future in waiting:
                future.result(WAIT_S)

        threads = [Thread(target=cameras, args=(number * 150,)) for number in range(4)]
        began_s = time.monotonic()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        took_s = time.monotonic() - began_s
        assert kept(room) == (5000, 5000), "none lost, none twice"
        assert took_s < 10.0, "faster than it comes"
        for future in [room.desk.receive([said("line", 4, 100.0 + each)]) for each in range(2000)]:
            future.result(WAIT_S)
        assert len([alarm for alarm in room.desk.open_alarms() if alarm.camera_id == 4]) <= 15, "a count grows instead"
        assert kept(room) == (7000, 7000)


def test_what_is_said_twice_counts_once_also_after_a_restart(tmp_path: Path) -> None:
    told = [said("line", 1, 0.0, key="a"), said("line", 1, 1.0, key="b"), said("line", 1, 1.0, key="a")]
    for _ in range(2):
        with alarm_room(tmp_path / "citywall.db") as room:
            room.say(*told)
            assert [alarm.count for alarm in room.desk.open_alarms()] == [2]


def test_nothing_is_acknowledged_or_shown_while_the_disk_is_full_and_all_of_it_afterwards(tmp_path: Path) -> None:
    with alarm_room(tmp_path / "citywall.db") as room:
        large = [said("line", 1, each, detail="x" * 4000) for each in range(50)]
        with filled_up(room.database):
            waiting = room.desk.receive(large)
            more = room.desk.receive([said("line", 4, 1.0, detail="y" * 4000)])
            with pytest.raises(NotYet):
                waiting.result(0.3)
            room.pass_time(1.0)
            assert (room.desk.open_alarms(), room.changed()) == ((), [])
        room.pass_time(1.0)
        waiting.result(WAIT_S)
        more.result(WAIT_S)
        assert [alarm.count for alarm in sorted(room.desk.open_alarms(), key=lambda each: each.camera_id)] == [50, 1]
        assert len([event for event in room.events if isinstance(event, WorkFailed)]) == 1, "told once"


def test_what_cannot_even_be_looked_up_waits_in_its_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with alarm_room(tmp_path / "citywall.db") as room, monkeypatch.context() as spoilt:

        def fail(_store: AlarmStore) -> tuple[int, int]:
            raise StoreError("a bad sector")

        spoilt.setattr(AlarmStore, "last_ids", fail)
        waiting = [room.desk.receive([said("line", camera_id, detail=f"{camera_id}")]) for camera_id in (1, 4, 6)]
        room.pass_time(1.0)
        assert not any(future.done() for future in waiting)
        spoilt.undo()
        room.pass_time(1.0)
        for future in waiting:
            future.result(WAIT_S)
        assert [alarm.alarm_id for alarm in sorted(room.desk.open_alarms(), key=lambda each: each.camera_id)] == [
            1,
            2,
            3,
        ]
        assert len([event for event in room.events if isinstance(event, WorkFailed)]) == 1


def test_a_source_that_gives_up_waiting_takes_nothing_back(tmp_path: Path) -> None:
    with alarm_room(tmp_path / "citywall.db") as room:
        held = room.db.ask(lambda: time.sleep(0.1))
        assert not room.desk.receive([said("line", 1)]).cancel()
        held.result(WAIT_S)
        room.say(said("line", 4))
        assert kept(room) == (2, 2)


def test_what_nobody_may_send_is_kept_in_bounds(tmp_path: Path) -> None:
    odd = said("line" * 5000, 2**70, phase=Phase.BEGINS, topic="t" * 10**6, detail="\ud800" * 9000)
    with alarm_room(tmp_path / "citywall.db") as room:
        room.only_rules(rule(rule_id=0))
        room.say(odd, Signal(odd.source, "fire", -5, float("nan"), told_s=float("inf")))
        assert kept(room) == (2, 2)
        assert len(room.desk.open_alarms()) == 2


def test_another_program_in_the_same_file_costs_no_alarm(tmp_path: Path) -> None:
    with alarm_room(tmp_path / "citywall.db") as room, alarm_room(tmp_path / "citywall.db") as other:
        for number in range(10):
            (room if number % 2 else other).say(said("line", 1, number * 100.0))
        assert kept(room) == (10, 10)


@pytest.mark.timeout(120)
def test_kills_in_a_storm_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.services.alarms.killed", str(tmp_path / "citywall.db"), "12", "7"],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        timeout=110,
    )
    assert ended.returncode == 0, ended.stderr
    told = json.loads(ended.stdout)
    assert told["acknowledged"] > 500, "the storm was really under way"
    assert told["kills_in_it"] > 3
