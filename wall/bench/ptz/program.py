"""A program that drives domes until it is killed: `python -m wall.bench.ptz.program DATABASE CAMERA…`.

All that is behind the windows of the true one, on a copy of its database. It says "ready" when it knows its domes, then
drives them as told on its standard input: one line of JSON, {camera: [pan, tilt]}.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from wall.model.events import Event
from wall.model.ptz.move import Velocity
from wall.onvif.contract import Contract
from wall.services.check_plan import Pace
from wall.services.io import IoLoop
from wall.services.opening import open_room
from wall.services.ptz.desk import PtzDesk
from wall.services.ptz.opening import open_ptz

_NO_CHECKS = Pace(every_s=1e6, apart_s=1e6)
_PATIENCE_S = 30.0
_RENEW_S = 0.1


def main(argv: list[str]) -> int:
    """Until it is killed; 1 where a dome does not answer."""
    database, cameras = Path(argv[0]), [int(each) for each in argv[1:]]
    events: list[Event] = []
    contract = Contract()
    with (
        IoLoop() as io,
        open_room(io, database, events.append, "bench", pace=_NO_CHECKS, contract=contract) as (fleet, room),
        open_ptz(io, events.append, fleet, room.ptz_journal, contract, room.operator) as desk,
    ):
        if not _is_known(desk, cameras):
            return 1
        print("ready", flush=True)
        wanted: dict[str, list[float]] = json.loads(sys.stdin.readline())
        for camera, (pan, tilt) in wanted.items():
            desk.drive(int(camera), f"bench:{camera}", Velocity(pan, tilt))
        while True:
            time.sleep(_RENEW_S)
            for camera in wanted:
                desk.renew(f"bench:{camera}")


def _is_known(desk: PtzDesk, cameras: list[int]) -> bool:
    for camera in cameras:
        desk.open(camera)
    deadline_s = time.monotonic() + _PATIENCE_S
    while time.monotonic() < deadline_s:
        if all((ability := desk.ability(camera)) and ability.tells_place for camera in cameras):
            return True
        time.sleep(0.05)
    return False


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
