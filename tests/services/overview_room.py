"""An overview on real parts: a simulated city on loopback, its inventory, and what was published."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from tests.support.waiting import wait_until
from wall.demo import City
from wall.model.camera import Camera
from wall.model.events import Event, GlimpsesTaken
from wall.model.glimpse import Glimpse, Sight, Way
from wall.model.health import Health
from wall.model.inventory import CameraRecord, DeviceRecord, Inventory, credential_of, to_show
from wall.model.stream import Credentials, Source
from wall.onvif.budget import ConnectionBudget
from wall.onvif.snapshot import Limits, SnapshotReader
from wall.services.glimpse_logins import GlimpseLogins
from wall.services.glimpse_plan import Pace
from wall.services.glimpsing import Hands, SeesTiles
from wall.services.io import IoLoop
from wall.services.login_desk import Desks
from wall.services.login_guard import LoginGuard
from wall.services.overview import Overview
from wall.video.glimpse.maker import GlimpseMaker
from wall.video.memory import PictureMemory

PATIENCE_S = 40.0
QUICK = Pace(every_s=0.6, jitter_s=0.1, again_s=(0.5, 1.0), later_s=0.2)
BOX = (160, 90)


@dataclass
class Fleet:
    """The cameras there are, and how they are; a test changes both."""

    inventory: Inventory
    health: Mapping[int, Health] = field(default_factory=dict)


class NoWall:
    """Nothing is on the wall."""

    def in_sight(self, sources: Iterable[Source]) -> tuple[PictureMemory, float] | None:
        return None


class OverviewRoom:
    """A running overview."""

    def __init__(self, overview: Overview, fleet: Fleet, events: list[Event], maker: GlimpseMaker) -> None:
        self.overview = overview
        self.fleet = fleet
        self.events = events
        self.maker = maker

    @property
    def ids(self) -> list[int]:
        return [camera.camera_id for camera in self.fleet.inventory.cameras]

    def look(self, cameras: Iterable[int] | None = None, box: tuple[int, int] = BOX) -> None:
        wanted = self.ids if cameras is None else list(cameras)
        self.overview.look(wanted, len(wanted), *box)

    def sights(self) -> dict[int, Sight]:
        return {camera: self.overview.sight(camera) for camera in self.ids}

    def glimpses(self) -> dict[int, Glimpse]:
        return {camera: each.glimpse for camera, each in self.sights().items() if each.glimpse is not None}

    def ways(self) -> Counter[Way]:
        return Counter(glimpse.way for glimpse in self.glimpses().values())

    def wait(self, condition: Callable[[], object]) -> None:
        wait_until(condition, PATIENCE_S, lambda: f"in vain: {self.sights()}"[:3000])

    def told(self) -> set[int]:
        """Of which cameras something new was published."""
        return {camera for event in self.events if isinstance(event, GlimpsesTaken) for camera in event.cameras}


@contextmanager
def overview_room(
    inventory: Inventory,
    login: Credentials | None,
    *,
    io: IoLoop | None = None,
    tiles: SeesTiles | None = None,
    desks: Desks | None = None,
    pace: Pace = QUICK,
    limits: Limits | None = None,
    log: Path | None = None,
) -> Iterator[OverviewRoom]:
    """Over these cameras, all of which are opened by one login. A fresh guard knows nothing of it."""
    if io is None:
        with (
            IoLoop() as own,
            overview_room(
                inventory, login, io=own, tiles=tiles, desks=desks, pace=pace, limits=limits, log=log
            ) as room,
        ):
            yield room
        return
    events: list[Event] = []
    desks = desks or Desks(LoginGuard(), events.append)
    logins = GlimpseLogins(desks)

    def show(camera: CameraRecord, device: DeviceRecord | None, site: str) -> Camera:
        return to_show(camera, 0, site, login, credential_of(camera, device))

    snapshots = SnapshotReader(ConnectionBudget(1), os.urandom, limits)
    maker = GlimpseMaker(log, logins, logins.left)
    fleet = Fleet(inventory)
    hands = Hands(show, tiles or NoWall(), snapshots, maker, logins)
    overview = Overview(io.loop, events.append, fleet, hands, maker.rest, pace=pace)

    async def stop() -> None:
        await overview.stop()
        snapshots.close()
        await maker.stop()

    try:
        yield OverviewRoom(overview, fleet, events, maker)
    finally:
        io.request(stop()).result()


def fault(city: City, name: str, cameras: list[int], *, on: bool, value: float | None = None) -> None:
    """Break cameras, by their number in the city, or mend them."""
    order = {"fault": name, "cameras": cameras, "on": on, "value": value}
    assert httpx.post(f"{city.control}/faults", json=order, trust_env=False, timeout=10).status_code == 200


def sessions(city: City) -> int:
    """How many RTSP sessions there are."""
    return len(httpx.get(f"{city.control}/sessions", trust_env=False, timeout=10).json())
