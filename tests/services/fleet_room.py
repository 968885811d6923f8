"""A fleet on real parts: a simulated city on loopback, a database in a folder, and what was published."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import httpx

from tests.support.waiting import wait_until
from wall.demo import DEMO_PASSWORD, City
from wall.model.device import Device, FoundDevice
from wall.model.events import DeviceFound, DeviceSurveyed, Event, InventoryChanged, SearchProgressed, WorkFailed
from wall.model.stream import Credentials
from wall.onvif.discovery import Search
from wall.services.check_plan import Pace
from wall.services.fleet import Fleet, NewSearch
from wall.services.io import IoLoop
from wall.services.opening import open_fleet

PATIENCE_S = 40.0
QUICK = Pace(every_s=1.0, jitter_s=0.1, apart_s=0.02, again_s=(0.5, 1.0), within_s=2.0, old_s=8.0)
RIGHT = Credentials("admin", DEMO_PASSWORD)
LISTED = "listed"
WRONG = Credentials("admin", "not-it")

E = TypeVar("E", bound=Event)


class FleetRoom:
    """A running fleet, the city that it looks at, and all that it published."""

    def __init__(self, io: IoLoop, fleet: Fleet, city: City, events: list[Event]) -> None:
        self.io = io
        self.fleet = fleet
        self.city = city
        self.events = events

    def told(self, kind: type[E]) -> list[E]:
        return [event for event in self.events if isinstance(event, kind)]

    def find_all(self, addresses: str = "") -> list[str]:
        """Search the city's addresses to the end; gives the keys of all that was found."""
        before = len([event for event in self.told(SearchProgressed) if event.is_over])
        self.fleet.start_search(addresses or " ".join(each["http"] for each in devices_of(self.city)), False)
        self.wait(lambda: len([each for each in self.told(SearchProgressed) if each.is_over]) > before)
        return list(dict.fromkeys(event.key for event in self.told(DeviceFound)))

    def all_keys(self) -> list[str]:
        """As `find_all` gives them, from a search that need not listen: it knows where the devices are."""
        return self.find_all(LISTED)

    def log_in(self, keys: list[str], login: Credentials = RIGHT, name: str = "city") -> list[Device]:
        """Use a login for all of them and wait until each has been interrogated."""
        began = len(self.events)
        self.fleet.use_credentials(keys, login, name)
        return self.surveyed(keys, began)

    def surveyed(self, keys: list[str], began: int) -> list[Device]:
        """Wait until each has been interrogated after so many events."""

        def now() -> dict[str, Device]:
            return {event.key: event.device for event in self.events[began:] if isinstance(event, DeviceSurveyed)}

        self.wait(lambda: set(now()) >= set(keys))
        return [now()[key] for key in keys]

    def change(self, wish: Callable[[], None]) -> None:
        """Wish for a change and wait until it is told."""
        before = len(self.told(InventoryChanged))
        wish()
        self.wait(lambda: len(self.told(InventoryChanged)) > before)

    def keep(self, keys: list[str]) -> None:
        """Keep them and wait until they are kept."""
        before = len(self.fleet.inventory.devices)
        self.fleet.keep(keys)
        self.wait(lambda: len(self.fleet.inventory.devices) == before + len(keys))

    def wait(self, condition: Any) -> None:
        """Until it is true; told of a failure, it fails with that."""
        wait_until(condition, PATIENCE_S, lambda: f"waited in vain; {self.told(WorkFailed)} {self.events[-3:]}"[:2000])


@contextmanager
def fleet_room(city: City, folder: Path) -> Iterator[FleetRoom]:
    """A fleet with its inventory in a folder."""
    events: list[Event] = []
    search = listed_search(city)
    with (
        IoLoop() as io,
        open_fleet(io, folder / "citywall.db", events.append, _passphrase, new_search=search, pace=QUICK) as fleet,
    ):
        yield FleetRoom(io, fleet, city, events)


def listed_search(city: City) -> NewSearch:
    """Searches that find at once what the city lists, if they are asked for that."""

    def search(targets: Sequence[str], multicast: bool) -> Search:
        return _Listed(city) if list(targets) == [LISTED] else Search(targets, multicast, listen_s=0.2)

    return search


def _passphrase(is_new: bool) -> str:
    return "passphrase"


class _Listed(Search):
    """Finds at once what the city lists."""

    def __init__(self, city: City) -> None:
        super().__init__([], False)
        self._city = city

    async def run(self) -> AsyncGenerator[FoundDevice, None]:
        for each in await asyncio.to_thread(devices_of, self._city):
            yield FoundDevice("", (each["http"],))


def devices_of(city: City) -> list[dict[str, Any]]:
    """What the city says of its devices: `http`, `endpoint`, `refused_logins`…"""
    reply = httpx.get(f"{city.control}/devices", timeout=5.0, trust_env=False)
    found: list[dict[str, Any]] = reply.json()
    return found


def refused_logins(city: City) -> int:
    """How many wrong logins have reached its devices since it was started."""
    return sum(each["refused_logins"]["http"] + each["refused_logins"]["rtsp"] for each in devices_of(city))
