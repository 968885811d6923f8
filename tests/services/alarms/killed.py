"""A desk that is killed in a storm: run as `python -m tests.services.alarms.killed PATH ROUNDS SEED`.

Each round a child goes on from what is there and takes in signals as fast as it can, each with a key; it writes down
which of them were acknowledged, and which alarms were shown, until it is killed. Then all of those must be there, once.
In a process of its own, because it forks.
"""

from __future__ import annotations

import json
import os
import random
import signal
import sys
import time
from contextlib import closing, suppress
from pathlib import Path
from threading import Lock

from tests.services.alarms.alarm_room import alarm_room, said
from wall.model.alarm_events import AlarmsChanged
from wall.model.alarms.action import Acknowledge
from wall.model.events import Event
from wall.store.database import Database


class Storm:
    """Goes on until it is killed. `told` is the journal's descriptor."""

    def __init__(self, path: Path, told: int, first: int, chance: random.Random) -> None:
        self._path = path
        self._told = told
        self._number = first
        self._chance = chance
        self._lock = Lock()

    def rage(self) -> None:
        with alarm_room(self._path) as room:
            publish = room.desk._intake._publish

            def shown(event: Event) -> None:
                if isinstance(event, AlarmsChanged):
                    self._write("shown", max(alarm.alarm_id for alarm in event.alarms))
                publish(event)

            room.desk._intake._publish = shown
            while True:
                self._say(room.desk)
                if self._chance.random() < 0.1:
                    room.desk.act([alarm.alarm_id for alarm in room.desk.open_alarms()[:3]], Acknowledge())
                if self._chance.random() < 0.1:
                    room.now_s += 1.0
                    room.desk.tick()
                time.sleep(self._chance.uniform(0, 0.004))

    def _say(self, desk: object) -> None:
        many = self._chance.randint(1, 12)
        numbers = range(self._number, self._number + many)
        self._number += many
        parcel = [said("line", 1 + each % 300, each / 50, key=str(each)) for each in numbers]
        done = desk.receive(parcel)  # type: ignore[attr-defined]
        done.add_done_callback(lambda _: self._write("acknowledged", *numbers))

    def _write(self, what: str, *numbers: int) -> None:
        with self._lock:
            os.write(self._told, "".join(f"{what} {number}\n" for number in numbers).encode())


def killed_once(path: Path, first: int, chance: random.Random) -> dict[str, set[int]]:
    """What was told until the kill."""
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        with suppress(BaseException):
            Storm(path, theirs, first, chance).rage()
        os._exit(1)
    os.close(theirs)
    with os.fdopen(ours) as journal:
        lines = _until_killed(journal.fileno(), child, chance.uniform(0.0, 0.4))
    found: dict[str, set[int]] = {"acknowledged": set(), "shown": set()}
    for line in lines:
        what, number = line.split()
        found[what].add(int(number))
    return found


def _until_killed(journal: int, child: int, after_s: float) -> list[str]:
    """Whole lines. The clock runs from the first of them on: a slow start is not what is killed."""
    data, kill_s, is_killed = b"", None, False
    os.set_blocking(journal, False)
    give_up_s = time.monotonic() + 20.0
    while True:
        with suppress(BlockingIOError):
            part = os.read(journal, 1 << 16)
            if not part:
                break
            data += part
            kill_s = kill_s or time.monotonic() + after_s
        if not is_killed and time.monotonic() > (kill_s or give_up_s):
            os.kill(child, signal.SIGKILL)
            assert os.WIFSIGNALED(os.waitpid(child, 0)[1]), "the child ended by itself"
            is_killed = True
        time.sleep(0.001)
    return [line for line in data.decode().split("\n")[:-1] if line]


def examine(path: Path, acknowledged: set[int], shown: set[int]) -> None:
    with closing(Database(path)) as database, database.reading() as tables:
        assert tables.execute("pragma integrity_check").fetchall() == [("ok",)]
        keys = [int(row[0]) for row in tables.execute("select key from alarm_signal where key <> ''")]
        assert len(keys) == len(set(keys)), "nothing is there twice"
        assert acknowledged <= set(keys), f"lost: {sorted(acknowledged - set(keys))[:5]}"
        alarms = {row[0] for row in tables.execute("select alarm_id from alarm")}
        assert shown <= alarms, f"shown and not kept: {sorted(shown - alarms)[:5]}"
        counted = tables.execute("select sum(count) from alarm").fetchone()[0] or 0
        assert counted == len(keys), "each counts once"
        odd = "select count(*) from alarm_signal where alarm_id not in (select alarm_id from alarm)"
        assert tables.execute(odd).fetchone()[0] == 0, "half of a step is kept"
        unfound = "select count(*) from alarm where moment not in (select rowid from alarm_text)"
        assert tables.execute(unfound).fetchone()[0] == 0


def main() -> None:
    path, rounds, chance = Path(sys.argv[1]), int(sys.argv[2]), random.Random(int(sys.argv[3]))
    acknowledged, shown, first, kills = set[int](), set[int](), 1, 0
    for _ in range(rounds):
        told = killed_once(path, first, chance)
        acknowledged |= told["acknowledged"]
        shown |= told["shown"]
        kills += bool(told["acknowledged"])
        first += 100_000
        examine(path, acknowledged, shown)
    print(json.dumps({"acknowledged": len(acknowledged), "shown": len(shown), "kills_in_it": kills}))


if __name__ == "__main__":
    main()
