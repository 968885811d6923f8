"""A program that drives a dome until it is killed: python -m tests.services.ptz.killed_desk CONTROL FOLDER CAMERA."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import psutil

from tests.services.ptz.desk_room import desk_room
from wall.demo import City
from wall.model.ptz.move import Velocity


def main(control: str, folder: str, camera_id: str) -> None:
    with desk_room(City([], (), control, 0), Path(folder), survey=False) as room:
        room.desk.open(int(camera_id))
        room.wait(lambda: room.desk.standing(int(camera_id)).place is not None, "its line is warm")
        room.hold(int(camera_id), Velocity(pan=0.2), 0.5)
        print(json.dumps({"children": [each.pid for each in psutil.Process().children()]}), flush=True)
        room.hold(int(camera_id), Velocity(pan=0.2), 60.0)


if __name__ == "__main__":
    main(*sys.argv[1:])
