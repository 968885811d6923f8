"""A wall on a disk with an alarm's picture on it: run as `python -m tests.ui.alarms.killed_wall FOLDER`, to be killed.

It says "up" once the picture and what it replaced are on the disk.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from tests.services.wall_room import WallRoom, board_of, city, wall_room
from tests.ui.alarms.alarm_bench import TAMPER, AlarmBench, open_bench
from wall.model.alarms.rule import Rule
from wall.ui.alarms.pop_ups import PopUps
from wall.ui.signals import EventBridge

CAMERAS, ALARMED = city(12), 11
FIRST = (1, 2, 3, 4)


@contextmanager
def wall_of(folder: Path, *rules: Rule, goes_on: bool = False) -> Iterator[tuple[WallRoom, AlarmBench, EventBridge]]:
    """What is kept in a folder: a room with one screen, and its alarms."""
    bridge = EventBridge()
    with (
        wall_room(CAMERAS, folder / "wall.db") as wall,
        open_bench(folder / "alarms.db", bridge, CAMERAS, *rules, goes_on=goes_on) as bench,
    ):
        yield wall, bench, bridge


def main(folder: Path) -> None:
    """For ever."""
    application = QCoreApplication([])
    with wall_of(folder, TAMPER) as (wall, bench, bridge):
        wall.room.show(1, board_of(*FIRST))
        PopUps(bench.facts, wall.room, None, bridge, application)
        bench.say("tamper", ALARMED)
        while not wall.room.board(1).lent:
            application.processEvents()
        wall.keep()
        print("up", flush=True)
        time.sleep(600)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
