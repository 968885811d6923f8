"""What both halves of a device, RTSP and HTTP, are given: the city, its faults, its account, its addresses.

`server.Simulator` builds one `Parts` and hands it to every listener; nothing here does input or output.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any, Protocol

from wall.simulator.certificates import Certificates
from wall.simulator.city import Camera, City, Device, StreamSpec
from wall.simulator.digest import Account
from wall.simulator.domes.dome import Dome
from wall.simulator.faults import Fault, Faults
from wall.simulator.refused_logins import RefusedLogins

DEMO_USER = "admin"
DEMO_PASSWORD = "bacninh-2022"
"""Documented for everybody: nothing it opens is real."""
DEMO_ACCOUNT = Account(DEMO_USER, DEMO_PASSWORD)


class DeviceListener(Protocol):
    """One listening socket of one device, opened and closed as faults come and go. Event-loop thread only."""

    async def open(self, host: str, port: int) -> int:
        """Listen there (port 0: any); gives the port it is."""
        ...

    def close(self, *, reset: bool) -> None:
        """Stop listening and end every connection at once, reset if asked. Twice is fine."""
        ...

    def kill_events_silently(self) -> None:
        """Subscriptions go on answering, and never say anything any more."""
        ...

    def happen(self, kind: str, channel: int, label: str) -> None:
        """Let something happen before a channel, once: one of `onvif.happenings.KINDS`."""
        ...

    def journal(self) -> list[dict[str, Any]]:
        """What became of everything that it had to say."""
        ...


@dataclass(slots=True)
class Addresses:
    """Where each device listens, by device number; kept over an outage."""

    host: str
    rtsp: dict[int, int] = field(default_factory=dict)
    http: dict[int, int] = field(default_factory=dict)
    https: set[int] = field(default_factory=set)
    """Those devices whose HTTP listener speaks HTTPS."""

    def rtsp_url(self, camera: Camera, stream: str, host: str = "") -> str:
        """The stream's address without user or password."""
        return f"rtsp://{host or self.host}:{self.rtsp[camera.device]}/{camera.channel}/{stream}"

    def onvif_url(self, device: int, host: str = "") -> str:
        """The device service's address; empty while that device has no HTTP listener."""
        port = self.http.get(device)
        scheme = "https" if device in self.https else "http"
        return f"{scheme}://{host or self.host}:{port}/onvif/device_service" if port else ""


class Accounts:
    """The one account of every device. Under the password fault a device has another password."""

    def __init__(self, account: Account, faults: Faults) -> None:
        self._account = account
        self._changed = Account(account.user, f"{account.password}-changed")
        self._faults = faults

    def of(self, device: Device) -> Account:
        """The account that opens this device now. One bad channel of a recorder changes it for all."""
        changed = self._faults.any_on(Fault.PASSWORD, device.channels) is not None
        return self._changed if changed else self._account

    @property
    def user(self) -> str:
        """The user name, the same everywhere and always."""
        return self._account.user


@dataclass(frozen=True, slots=True)
class Parts:
    """Handed to every listener.

    `snapshot(camera, shows_s, stream)` gives the newest JPEG of a camera's picture, in the size of that stream, with a
    time (Unix seconds) in it; it may wait while the scene is drawn.
    `monotonic` and `wall_clock` give seconds; the latter since 1970, UTC, and right: a camera's skewed clock
    is the reader's to add. With `has_habits` each device answers as its make does, else by the specification.
    """

    city: City
    faults: Faults
    accounts: Accounts
    addresses: Addresses
    snapshot: Callable[[Camera, float, StreamSpec], Coroutine[Any, Any, bytes]]
    monotonic: Callable[[], float]
    wall_clock: Callable[[], float]
    refused: RefusedLogins = field(default_factory=RefusedLogins)
    has_habits: bool = False
    certificates: Certificates | None = None
    domes: dict[int, Dome] = field(default_factory=dict)
    """By camera number."""
