"""A desk on real parts: a simulated city whose domes really move, a fleet that has surveyed it, and a database."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

from tests.services.fleet_room import LISTED, QUICK, RIGHT, FleetRoom, listed_search
from tests.support.waiting import wait_until
from wall.demo import City
from wall.model.dome_events import PtzStood
from wall.model.events import Event
from wall.model.ptz.move import Velocity
from wall.onvif.contract import Contract
from wall.services.control_room import ControlRoom
from wall.services.io import IoLoop
from wall.services.opening import open_room
from wall.services.ptz.desk import PtzDesk
from wall.services.ptz.opening import open_ptz


@dataclass(frozen=True, slots=True)
class DeskRoom:
    """A running desk, and the city's own record of what each dome did."""

    desk: PtzDesk
    room: ControlRoom
    fleet: FleetRoom
    io: IoLoop

    @property
    def city(self) -> City:
        return self.fleet.city

    def dome(self) -> int:
        """The first camera that is one."""
        return next(each.camera_id for each in self.fleet.fleet.inventory.cameras if each.has_ptz)

    def did(self, camera_id: int, since_s: float = 0.0) -> dict[str, Any]:
        """What its motors did."""
        number = self._simulated(camera_id)
        asked = {"camera": number, "since": since_s}
        told: dict[str, Any] = httpx.get(f"{self.city.control}/dome", params=asked, trust_env=False).json()
        return told

    def fault(self, fault: str, camera_id: int, *, on: bool = True, **more: Any) -> None:
        body = {"fault": fault, "cameras": [self._simulated(camera_id)], "on": on, **more}
        httpx.post(f"{self.city.control}/faults", json=body, trust_env=False).raise_for_status()

    def hold(self, camera_id: int, velocity: Velocity, seconds: float, hand: str = "keys:1") -> None:
        """As a hand does."""
        end_s = time.monotonic() + seconds
        self.desk.drive(camera_id, hand, velocity)
        while time.monotonic() < end_s:
            time.sleep(min(0.1, max(0.0, end_s - time.monotonic())))
            self.desk.renew(hand)

    def wait(self, condition: Callable[[], bool], what: str) -> None:
        wait_until(condition, 15.0, lambda: f"{what}: waited in vain; {self.stood()[-3:]}")

    def stood(self) -> list[PtzStood]:
        return self.fleet.told(PtzStood)

    def wait_until_it_stands(self, camera_id: int) -> dict[str, Any]:
        """By its own record, and by what the desk tells; gives the record."""
        self.wait(lambda: not self.desk.standing(camera_id).is_moving, "the desk says that it stands")
        self.wait(lambda: not self.did(camera_id)["moving"], "its motors stand")
        return self.did(camera_id)

    def _simulated(self, camera_id: int) -> int:
        """The city's number for it: by where its device answers."""
        inventory = self.fleet.fleet.inventory
        camera = next(each for each in inventory.cameras if each.camera_id == camera_id)
        for each in httpx.get(f"{self.city.control}/cameras", trust_env=False).json():
            if any(stream.url.split("?")[0] in str(each) for stream in camera.streams):
                return int(each["number"])
        raise AssertionError(camera)


@contextmanager
def desk_room(city: City, folder: Path, *, survey: bool = True) -> Iterator[DeskRoom]:
    """The desk of a program that runs while the context does, as the console opens it."""
    events: list[Event] = []
    contract = Contract()
    with (
        IoLoop() as io,
        open_room(
            io,
            folder / "citywall.db",
            events.append,
            "lan",
            lambda is_new: "passphrase",
            listed_search(city),
            QUICK,
            contract=contract,
        ) as (fleet, room),
        open_ptz(io, events.append, fleet, room.ptz_journal, contract, room.operator) as desk,
    ):
        fleet_room = FleetRoom(io, fleet, city, events)
        if survey:
            keys = fleet_room.find_all(LISTED)
            fleet_room.log_in(keys, RIGHT)
            fleet_room.keep(keys)
        yield DeskRoom(desk, room, fleet_room, io)
