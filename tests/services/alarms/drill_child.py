"""A program that begins a drill of the night, says so, and waits to be killed: `… PATH`."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tests.services.alarms.alarm_room import WAIT_S
from tests.services.alarms.drill_sitting import sitting_in
from wall.model.alarms.drill import DrillKind


def main(path: Path) -> None:
    with sitting_in(path) as sitting:
        sitting.drills.begin(DrillKind.ALARM, is_nightly=True)
        sitting.pass_on()
        sitting.book.latest(1).result(WAIT_S)
        print("begun", flush=True)
        time.sleep(WAIT_S)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
