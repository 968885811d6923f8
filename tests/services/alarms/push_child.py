"""A program that tells of one alarm after the other until it is killed: `… PATH URL NUMBER`."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.services.alarms.alarm_room import alarm_room
from tests.services.alarms.telling import Telling, hook


def main(path: Path, url: str, number: int) -> None:
    with alarm_room(path) as room:
        telling = Telling(room)
        room.now_s = 1000.0 * (number + 1)
        telling.pushes.set_ways(hook(url))
        telling.pushes.catch_up(room.desk.open_alarms(), room.desk.rule)
        print("telling", flush=True)
        while True:
            room.now_s += 40.0  # Another alarm, and not the same one that goes on.
            telling.pushes.tell(telling.alarm())


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
