"""Subscriptions to a simulated city, the fleet that they belong to, and all that was heard and published."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from tests.services.fleet_room import FleetRoom, devices_of, fleet_room
from wall.demo import City
from wall.model.alarm_events import SubscriptionsChanged
from wall.model.alarms import kinds
from wall.model.alarms.signal import Signal
from wall.model.alarms.subscription import Hearing, SubscriptionHealth
from wall.onvif.contract import Contract
from wall.services.alarms.subscriptions import Subscriptions
from wall.services.alarms.subscriptions_opening import open_subscriptions


class ListeningRoom:
    """`heard` are all signals of devices, in their order, `missed` what is said of gaps. A device is called by its
    place in the list of the city, from 0.
    """

    def __init__(self, room: FleetRoom) -> None:
        self.room = room
        self.heard: list[Signal] = []
        self.missed: list[Signal] = []
        self.subscriptions: Subscriptions | None = None

    def receive(self, signals: Sequence[Signal]) -> Future[None]:
        self.heard.extend(each for each in signals if each.kind != kinds.MISSED)
        self.missed.extend(each for each in signals if each.kind == kinds.MISSED)
        done: Future[None] = Future()
        done.set_result(None)
        return done

    @property
    def health(self) -> dict[int, SubscriptionHealth]:
        assert self.subscriptions is not None
        return dict(self.subscriptions.health)

    def wait_for_all(self, hearing: Hearing = Hearing.FINE) -> None:
        count = len(self.room.fleet.inventory.devices)
        self.room.wait(lambda: [each.hearing for each in self.health.values()] == [hearing] * count)

    def camera_of(self, number: int) -> int:
        """The id of the camera that the city calls by that number."""
        ports = {each["http"]: each for each in devices_of(self.room.city)}
        inventory = self.room.fleet.inventory
        for device in inventory.devices:
            told = ports.get(device.device.address)
            if told is not None and number in told["cameras"]:
                position: int = told["cameras"].index(number)
                return [each for each in inventory.cameras if each.device_id == device.device_id][position].camera_id
        raise LookupError(number)

    def device_of(self, number: int) -> int:
        """The id of the device whose camera the city calls by that number."""
        camera_id = self.camera_of(number)
        (found,) = (each for each in self.room.fleet.inventory.cameras if each.camera_id == camera_id)
        assert found.device_id is not None
        return found.device_id

    def camera_by(self, maker: str) -> int:
        """The number of a camera of that make."""
        for number in range(1, len(self.room.city.cameras) + 1):
            device_id = self.device_of(number)
            (found,) = (each for each in self.room.fleet.inventory.devices if each.device_id == device_id)
            if found.device.manufacturer == maker:
                return number
        raise LookupError(maker)

    def happen(self, kind: str, cameras: Sequence[int], count: int = 1, per_s: float = 50.0, label: str = "") -> int:
        """Let it happen; gives the number after which the city counts it."""
        order = {"kind": kind, "cameras": list(cameras), "count": count, "per_s": per_s, "label": label}
        after: int = self._order("events", order)["after"]
        return after

    def fired(self, after: int) -> dict[str, Any]:
        reply = httpx.get(f"{self.room.city.control}/events?after={after}", timeout=10, trust_env=False)
        told: dict[str, Any] = reply.json()
        return told

    def fault(self, name: str, cameras: Sequence[int], on: bool = True, value: float | str | None = None) -> None:
        order = {"fault": name, "cameras": list(cameras), "on": on} | ({} if value is None else {"value": value})
        self._order("faults", order)

    def journal(self, camera: int) -> list[dict[str, Any]]:
        """What became of all that the device of a camera had to say."""
        reply = httpx.get(f"{self.room.city.control}/journal?camera={camera}", timeout=10, trust_env=False)
        told: list[dict[str, Any]] = reply.json()
        return told

    def is_heard(self, camera: int, within_s: float = 0.4) -> bool:
        """Does what happens now arrive?"""
        before, began_s = len(self.heard), time.monotonic()
        self.happen("line", [camera])
        while time.monotonic() - began_s < within_s:
            if any(each.kind == "line" for each in self.heard[before:]):
                return True
            time.sleep(0.01)
        return False

    def heard_again(self, camera: int) -> float:
        """Wait until something arrives; gives the seconds that took."""
        began_s = time.monotonic()
        self.room.wait(lambda: self.is_heard(camera))
        return time.monotonic() - began_s

    def told(self) -> list[SubscriptionsChanged]:
        return self.room.told(SubscriptionsChanged)

    def _order(self, what: str, order: dict[str, Any]) -> dict[str, Any]:
        url = f"{self.room.city.control}/{what}"
        reply = httpx.post(url, content=json.dumps(order), timeout=10, trust_env=False)
        told: dict[str, Any] = reply.json()
        assert reply.status_code == 200, told
        return told


@contextmanager
def listening_room(city: City, folder: Path) -> Iterator[ListeningRoom]:
    """The whole city, kept in a folder and listened to."""
    contract = Contract()
    with fleet_room(city, folder) as room:
        listening = ListeningRoom(room)
        if not room.fleet.inventory.devices:
            keys = room.all_keys()
            room.log_in(keys)
            room.keep(keys)
        with open_subscriptions(
            room.io, room.events.append, room.fleet, contract, listening.receive
        ) as listening.subscriptions:
            yield listening
