"""A simulated city's cameras are found, logged in to and kept, as an operator does it."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from wall.demo import DEMO_PASSWORD, DEMO_USER, City
from wall.model.errors import StartError
from wall.model.events import DeviceFound, DeviceSurveyed, Event, SearchProgressed
from wall.model.stream import Credentials
from wall.services.fleet import Fleet
from wall.ui.signals import EventBridge
from wall.ui.spin import spin

_PATIENCE_S = 120.0

T = TypeVar("T")


def keep_city(fleet: Fleet, events: EventBridge, city: City) -> None:
    """Search, log in, keep. StartError where that takes too long."""
    ear = _Ear()
    events.happened.connect(ear.hear)
    fleet.start_search(" ".join(city.addresses), multicast=False)
    wait_for(lambda: ear.is_search_over and len(ear.found) == len(city.addresses), "all devices to be found")
    fleet.use_credentials(sorted(ear.found), Credentials(DEMO_USER, DEMO_PASSWORD), "city")
    wait_for(lambda: ear.surveyed >= ear.found, "all devices to be asked")
    fleet.keep(sorted(ear.found))
    wait_for(lambda: len(fleet.inventory.devices) == len(ear.found), "all devices to be kept")
    events.happened.disconnect(ear.hear)


def wait_for(until: Callable[[], bool], what: str, seconds: float = _PATIENCE_S) -> None:
    """Let the windows go on until it is so. StartError where it does not come true."""
    if not spin(seconds, until):
        raise StartError(f"waited {seconds:g} s in vain for {what}")


def apart(work: Callable[[], T]) -> T:
    """Done on a thread of its own, while the windows go on: the bench must not hold what it measures."""
    with ThreadPoolExecutor(1) as thread:
        future = thread.submit(work)
        spin(_PATIENCE_S, future.done)
        return future.result()


class _Ear:
    def __init__(self) -> None:
        self.found: set[str] = set()
        self.surveyed: set[str] = set()
        self.is_search_over = False

    def hear(self, event: Event) -> None:
        if isinstance(event, DeviceFound):
            self.found.add(event.key)
        elif isinstance(event, DeviceSurveyed):
            self.surveyed.add(event.key)
        elif isinstance(event, SearchProgressed):
            self.is_search_over = self.is_search_over or event.is_over
