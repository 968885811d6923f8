"""What the console asks of the room below. `wall.services.fleet.Fleet` fulfils it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import SignalInstance

from wall.model.device import Device, RawReply
from wall.model.geo.placing import CameraPlace, SitePlace
from wall.model.glimpse import Sight
from wall.model.health import Health
from wall.model.import_plan import ImportPlan
from wall.model.inventory import CameraRecord, Inventory
from wall.model.screen import Display
from wall.model.stream import Credentials


class FleetPort(Protocol):
    """The fleet of cameras. Every method returns at once; what comes of it comes as an event.

    `on_done` and what is hung on a future are called on a thread of the fleet's own: see `homeward`.
    """

    @property
    def inventory(self) -> Inventory:
        """What the city has, now."""
        ...

    @property
    def health(self) -> Mapping[int, Health]:
        """How well each camera is, by camera id."""
        ...

    def start_search(self, targets: str, multicast: bool) -> None:
        """Look for devices. ValueError, in plain words, where the targets make no sense."""
        ...

    def stop_search(self) -> None:
        """Look no further; what was found stays."""
        ...

    def use_credentials(self, keys: Sequence[str], login: Credentials, name: str) -> None:
        """Log in to found devices with one login, which is kept under `name`."""
        ...

    def release_credential(self, name: str) -> None:
        """The operator decides that a login which was held back may be tried again."""
        ...

    def survey(self, keys: Sequence[str]) -> None:
        """Interrogate found devices with the login that each has, if it has one."""
        ...

    def keep(self, keys: Sequence[str]) -> None:
        """Take found devices into the inventory; those never interrogated are interrogated first."""
        ...

    def add_rtsp(self, name: str, url: str, login: Credentials | None) -> None:
        """Take a plain stream into the inventory. ValueError where the address makes no sense."""
        ...

    def test(self, device_id: int, on_done: Callable[[Device, tuple[RawReply, ...]], None]) -> None:
        """Interrogate a device again, now. ValueError for one that is not kept any more."""
        ...

    def edit(self, cameras: Sequence[CameraRecord]) -> object:
        """Keep cameras as they are now, found by their `camera_id`."""
        ...

    def place(self, cameras: Sequence[CameraPlace], sites: Sequence[SitePlace] = ()) -> object:
        """Put cameras and sites where they stand on the map, in one step."""
        ...

    def remove(self, camera_ids: Sequence[int]) -> object:
        """Take cameras out of the inventory."""
        ...

    def undo(self) -> None:
        """Take the last change back."""
        ...

    def plan_import(self, path: Path) -> Future[ImportPlan]:
        """What a table would change. The future fails with ValueError or OSError in words for the operator."""
        ...

    def apply_import(self, plan: ImportPlan) -> Future[None]:
        """Change it."""
        ...

    def export(self, path: Path) -> Future[None]:
        """Write the inventory as a table: `.csv` or `.xlsx`."""
        ...

    def find(self, text: str) -> list[int]:
        """Camera ids, the best first; all of them for an empty text. Under 20 ms."""
        ...

    def note_stream(self, camera_id: int, fps: float | None, kbit_s: float | None, latency_ms: float | None) -> None:
        """What a camera's open stream delivers; said again every second or two while it is open."""
        ...

    def login_of(self, camera_id: int) -> Credentials | None:
        """The login that opens this camera's streams."""
        ...


class OverviewPort(Protocol):
    """Small pictures of all cameras: `wall.services.overview.Overview`. Every method returns at once."""

    def look(self, cameras: Sequence[int], in_sight: int, width: int, height: int) -> None:
        """Have pictures taken of these cameras, the first `in_sight` of which are seen, at most so many device pixels
        large. What is new is told by GlimpsesTaken.
        """
        ...

    def look_away(self) -> None:
        """Nobody looks any more: nothing is asked."""
        ...

    def sight(self, camera_id: int) -> Sight:
        """What is known of a camera."""
        ...


class SeesDisplays(Protocol):
    """The displays of this machine: `wall.ui.screens.displays.Displays`."""

    @property
    def changed(self) -> SignalInstance: ...

    @property
    def now(self) -> tuple[Display, ...]: ...
