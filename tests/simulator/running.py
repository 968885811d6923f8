"""A simulated city that runs in a thread of its own, for clients that block; and such a client."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import requests
from zeep.transports import Transport

from wall.simulator.city import Camera, City, Device, StreamSpec
from wall.simulator.onvif.device_http import DeviceHttp
from wall.simulator.onvif.motion import MotionTimes
from wall.simulator.parts import DEMO_PASSWORD, DEMO_USER, Parts
from wall.simulator.server import Settings, Simulator

T = TypeVar("T")
PATIENCE_S = 20.0
UTCNOW_IS_OLD = r"ignore:datetime.datetime.utcnow\(\):DeprecationWarning"
"""onvif-zeep 0.2.12 calls it; from Python 3.12 on that is a warning."""
JPEG = b"\xff\xd8 the picture of channel %d \xff\xd9"


class Running:
    """The city, its devices' ports, and its faults, from any thread."""

    def __init__(self, loop: asyncio.AbstractEventLoop, simulator: Simulator) -> None:
        self._loop = loop
        self.simulator = simulator

    def call(self, work: Coroutine[Any, Any, T]) -> T:
        """Run something in the city's loop."""
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(PATIENCE_S)

    @property
    def city(self) -> City:
        return self.simulator.city

    def first(self, kind: str, codec: str = "") -> Device:
        """The first device of a kind, "camera", "dome" or "recorder", and of a codec if given."""
        return next(
            device
            for device in self.city.devices
            if device.kind == kind and codec in ("", self.city.cameras_of(device)[0].streams[0].codec)
        )

    def port(self, device: Device) -> int:
        """Its HTTP port."""
        return self.simulator.parts.addresses.http[device.number]

    def url(self, device: Device, path: str = "onvif/device_service") -> str:
        return f"http://127.0.0.1:{self.port(device)}/{path}"

    def unit_of(self, device: Device) -> DeviceHttp:
        listener = self.simulator.http[device.number]
        assert isinstance(listener, DeviceHttp)
        return listener

    @contextmanager
    def fault(self, name: str, device: Device, value: float | str | None = None) -> Iterator[None]:
        """Break the device for a while."""
        self.call(self._switch(name, device, True, value))
        try:
            yield
        finally:
            self.call(self._switch(name, device, False, None))

    async def _switch(self, name: str, device: Device, on: bool, value: float | str | None) -> None:
        self.simulator.faults.set(name, device.channels, on, value)
        await self.simulator.settled()


async def _picture(camera: Camera, shows_s: float, stream: StreamSpec) -> bytes:
    return JPEG % camera.channel


def _make_http(parts: Parts, device: Device) -> DeviceHttp:
    # Motion is so rare that only what a test sets itself is ever seen.
    return DeviceHttp(replace(parts, snapshot=_picture), device, MotionTimes(1e9, 1e9))


@contextmanager
def running_city(cache: Path, cameras: int = 24, sites: int = 6, **options: Any) -> Iterator[Running]:
    """A small city with discovery on any free port; `options` are further settings."""
    ports: dict[str, Any] = {"port": 0, "control_port": 0, "discovery_port": 0}
    settings = Settings(cameras, sites, cache=cache, prepare_clips=False, **ports, **options)
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever, name="city")
    thread.start()
    running = Running(loop, Simulator(settings, _make_http))
    try:
        running.call(running.simulator.start())
        yield running
    finally:
        running.call(running.simulator.stop())
        loop.call_soon_threadsafe(loop.stop)
        thread.join(PATIENCE_S)
        loop.close()


@contextmanager
def onvif_client(port: int, password: str = DEMO_PASSWORD, **options: Any) -> Iterator[Any]:
    """An onvif-zeep camera: a client that nobody here wrote."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    from onvif import ONVIFCamera  # its import sets up logging, which is undone here

    root.handlers[:] = handlers
    root.setLevel(level)
    with requests.Session() as session:
        session.trust_env = False
        transport = Transport(session=session, operation_timeout=PATIENCE_S)  # type: ignore[no-untyped-call]
        yield ONVIFCamera("127.0.0.1", port, DEMO_USER, password, no_cache=True, transport=transport, **options)
