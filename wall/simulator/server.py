"""Builds the simulated city out of its parts, starts it and stops it."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

from wall.simulator.certificates import Certificates
from wall.simulator.city import Camera, City, Device, StreamSpec, build_city
from wall.simulator.clips.recipe import ClipRecipe
from wall.simulator.clips.shelf import ClipShelf
from wall.simulator.clips.store import default_folder
from wall.simulator.control import Control
from wall.simulator.devices import Make
from wall.simulator.digest import Account
from wall.simulator.domes.built import built_dome
from wall.simulator.domes.feeds import Feeds
from wall.simulator.effects import Effects
from wall.simulator.event_firing import Firing
from wall.simulator.faults import Faults
from wall.simulator.http_listener import HttpListener
from wall.simulator.onvif.device_http import DeviceHttp
from wall.simulator.onvif.discovery import Discovery
from wall.simulator.parts import DEMO_ACCOUNT, Accounts, Addresses, DeviceListener, Parts
from wall.simulator.rtsp.choice import recipe_for
from wall.simulator.rtsp.listener import Broadcast, RtspListener
from wall.simulator.rtsp.replay import Replay
from wall.simulator.rtsp.sent import SentJournal
from wall.simulator.rtsp.session import Sender
from wall.simulator.rtsp.sink import UdpPair
from wall.simulator.snapshot import Snapshots
from wall.simulator.sounds.shelf import SoundShelf
from wall.simulator.streams import Footage, with_footage, with_sound, with_streams

MakeHttp: TypeAlias = Callable[[Parts, Device], DeviceListener]
"""Makes the HTTP half (ONVIF) of a device."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What to simulate and where. Port 0 means any free port, everywhere.

    `footage` replaces the drawn city by one clip for all cameras. `max_sessions` counts for each camera.
    """

    cameras: int = 640
    sites: int = 180
    seed: int = 2022
    devices: int | None = None
    """How many devices, in place of how many cameras."""
    recorders: bool = True
    make: Make | None = None
    """Who made every device; None: makes differ from site to site."""
    host: str = "127.0.0.1"
    port: int = 20000
    control_port: int = 19999
    account: Account = DEMO_ACCOUNT
    footage: Footage | None = None
    streams: tuple[StreamSpec, ...] = ()
    """What every camera has, in its own codec; empty: the usual two."""
    sound: str = ""
    """As `streams.with_sound` takes it; empty: the usual microphones, and none where there is a footage."""
    max_sessions: int = 8
    cache: Path = field(default_factory=default_folder)
    prepare_clips: bool = True
    """Encode everything the city may show in the background, not only what somebody asks for."""
    habits: bool = False
    """Whether each device answers as its make does; otherwise all answer by the specification."""
    https_share: float = 0.0
    """The part of the devices, 0 to 1, that speak HTTPS instead of HTTP."""
    discovery_port: int | None = None
    """Where to answer WS-Discovery; None: nowhere."""


class Simulator:
    """The running city. Everything happens in the event loop that called `start`."""

    def __init__(self, settings: Settings, make_http: MakeHttp | None = DeviceHttp) -> None:
        self.settings = settings
        self.city = _city(settings)
        self.faults = Faults()
        self.control_url = ""
        self._style = settings.footage.style if settings.footage else "city"
        self._make_http = make_http
        self._shelf = ClipShelf(settings.cache)
        self._udp: UdpPair | None = None
        self.sent = SentJournal()
        self._certificates = Certificates(settings.cache, settings.https_share)
        self.parts = Parts(
            city=self.city,
            faults=self.faults,
            accounts=Accounts(settings.account, self.faults),
            addresses=Addresses(settings.host),
            snapshot=Snapshots(self._shelf, self._recipe, time.monotonic, self._still).jpeg,
            monotonic=time.monotonic,
            wall_clock=time.time,
            has_habits=settings.habits,
            certificates=self._certificates,
            domes={camera.number: built_dome(camera.number) for camera in self.city.cameras if camera.ptz},
        )
        self.feeds = Feeds(self.parts, self._style, settings.cache)
        self.rtsp: dict[int, RtspListener] = {}
        self.http: dict[int, DeviceListener] = {}
        self._effects = Effects(self.parts, self.rtsp, self.http)
        self.firing = Firing(self.parts, self.http, time.monotonic)
        self._control: HttpListener | None = None
        self.discovery: Discovery | None = None

    async def start(self) -> None:
        """Open all listeners. OSError where a port is taken; what was opened is closed again then."""
        try:
            await self._start()
        except BaseException:
            await self.stop()
            raise

    async def stop(self) -> None:
        """Close everything, end the encoders."""
        await self.firing.close()
        await self._effects.close()
        if self.discovery is not None:
            await self.discovery.stop()
        for streams in self.rtsp.values():
            streams.close(reset=False)
        for listener in self.http.values():
            listener.close(reset=False)
        if self._control is not None:
            self._control.close()
        if self._udp is not None:
            self._udp.close()
            self._udp = None
        await self.feeds.studio.close()
        await self._shelf.close()
        # Transports that were closed above report it in the loop's next round.
        await asyncio.sleep(0)

    @property
    def clips_unmade(self) -> int:
        """How many clips are still to be drawn and encoded; 0 from the second start on."""
        return self._shelf.unmade

    async def renew_certificates(self, cameras: Iterable[int]) -> list[int]:
        """Give the devices of these cameras new certificates; gives their numbers. Those without HTTPS have none."""
        devices = sorted({self.city.cameras[camera - 1].device for camera in cameras})
        renewed = [number for number in devices if self._certificates.speaks_https(number)]
        for number in renewed:
            self._certificates.renew(number)
            await self._effects.restart_http(number)
        return renewed

    async def settled(self) -> None:
        """Wait until listeners have followed the last change of faults."""
        await self._effects.settled()

    async def _start(self) -> None:
        settings, addresses = self.settings, self.parts.addresses
        if settings.footage is not None and settings.footage.clip is not None:
            self._shelf.put(self._recipe(self.city.cameras[0], self.city.cameras[0].streams[0]), settings.footage.clip)
        broadcast = self._broadcast()
        for index, device in enumerate(self.city.devices):
            port = settings.port + 2 * index if settings.port else 0
            rtsp = RtspListener(device, broadcast)
            self.rtsp[device.number] = rtsp
            addresses.rtsp[device.number] = await rtsp.open(settings.host, port)
            if self._make_http is not None:
                if self._certificates.speaks_https(device.number):
                    addresses.https.add(device.number)
                http = self._make_http(self.parts, device)
                self.http[device.number] = http
                addresses.http[device.number] = await http.open(settings.host, port + 1 if port else 0)
        self._control = HttpListener(Control(self).answer)
        port = await self._control.open("127.0.0.1", settings.control_port)
        self.control_url = f"http://127.0.0.1:{port}"
        self.faults.subscribe(self._effects.apply)
        if settings.discovery_port is not None:
            self.discovery = Discovery(self.parts, random.Random(), settings.discovery_port)
            await self.discovery.start()
        if settings.prepare_clips:
            self._shelf.prepare(self._recipes())

    def _broadcast(self) -> Broadcast:
        loop = asyncio.get_running_loop()
        # Identifiers and nonces of a session may differ from run to run; the city may not.
        rng = random.Random()
        sender = Sender(self.faults, self.sent, self.parts.monotonic, self.parts.wall_clock, rng)
        replay = Replay(loop, self.parts.monotonic)
        return Broadcast(
            self.parts,
            self._style,
            self._shelf,
            SoundShelf(),
            replay,
            sender,
            self._open_udp,
            self.settings.max_sessions,
            self.feeds,
        )

    def _open_udp(self) -> UdpPair:
        if self._udp is None:
            self._udp = UdpPair(self.settings.host)
        return self._udp

    def _recipe(self, camera: Camera, spec: StreamSpec) -> ClipRecipe:
        return recipe_for(self._style, camera, spec, {})

    def _still(self, camera: Camera, recipe: ClipRecipe) -> Coroutine[Any, Any, bytes] | None:
        return self.feeds.still(camera, recipe)

    def _recipes(self) -> list[ClipRecipe]:
        """Everything that may be asked for, the small pictures first: those are the walls'."""
        wanted = {recipe_for(self._style, c, spec, {}) for c in self.city.cameras for spec in c.streams}
        return sorted(wanted, key=lambda recipe: (recipe.width, recipe.scene, recipe.codec))


def _city(settings: Settings) -> City:
    city = build_city(
        settings.cameras,
        settings.sites,
        settings.seed,
        devices=settings.devices,
        recorders=settings.recorders,
        make=settings.make,
    )
    if settings.streams:
        city = with_streams(city, settings.streams)
    if settings.footage:
        city = with_footage(city, settings.footage)
    return with_sound(city, settings.sound) if settings.sound else city
