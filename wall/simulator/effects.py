"""What a switched fault does to listeners and sessions; what it does to packets is the session's affair."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Coroutine, Mapping
from typing import Any

from wall.simulator.city import Device
from wall.simulator.faults import Fault, FaultChange
from wall.simulator.parts import DeviceListener, Parts
from wall.simulator.rtsp.choice import PICTURE_FAULTS
from wall.simulator.rtsp.listener import RtspListener

log = logging.getLogger(__name__)


class Effects:
    """Applies fault changes to the listeners of both halves, by device number. Event-loop thread only."""

    def __init__(self, parts: Parts, rtsp: Mapping[int, RtspListener], http: Mapping[int, DeviceListener]) -> None:
        self._parts = parts
        self._rtsp = rtsp
        self._http = http
        self._closed: set[int] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._pictures: set[asyncio.Task[None]] = set()
        self._reboots: set[asyncio.Task[None]] = set()

    def apply(self, change: FaultChange) -> None:
        """A fault was switched. Listeners close at once; they open again in a moment (see `settled`)."""
        for number in {self._parts.city.cameras[camera - 1].device for camera in change.cameras}:
            device = self._parts.city.devices[number - 1]
            if change.fault in (Fault.REFUSED, Fault.OUTAGE):
                self._open_or_close(device, reset=change.fault is Fault.OUTAGE)
            elif change.fault is Fault.PASSWORD:
                self._rtsp[number].drop(reset=False)
            elif change.fault is Fault.REBOOT and change.value is not None:
                self._spawn(self._reboot(device, float(change.value)), self._reboots)
            elif change.fault is Fault.EVENTS_SILENT and change.value is not None:
                self._http[number].kill_events_silently()
            else:
                self._apply_to_sessions(change, device)

    def _apply_to_sessions(self, change: FaultChange, device: Device) -> None:
        listener = self._rtsp[device.number]
        for camera in change.cameras.intersection(device.channels):
            if change.fault in PICTURE_FAULTS:
                self._spawn(listener.change_pictures(camera), self._pictures)
            elif change.fault in (Fault.SESSIONS_FULL, Fault.RESET) and change.value is not None:
                listener.drop(reset=change.fault is Fault.RESET, camera=camera)

    async def restart_http(self, number: int) -> None:
        """Close a device's HTTP listener and open it again where it was, unless a fault keeps it closed."""
        if number in self._http and number not in self._closed:
            self._http[number].close(reset=False)
            await self._http[number].open(self._parts.addresses.host, self._parts.addresses.http[number])

    async def settled(self) -> None:
        """Wait until listeners that were to open are open."""
        while self._tasks:
            await asyncio.wait(self._tasks)

    async def close(self) -> None:
        """Stop what is under way."""
        tasks = self._tasks | self._pictures | self._reboots
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _open_or_close(self, device: Device, *, reset: bool) -> None:
        faults, channels, number = self._parts.faults, device.channels, device.number
        is_down = any(faults.any_on(fault, channels) is not None for fault in (Fault.REFUSED, Fault.OUTAGE))
        if is_down:
            self._closed.add(number)
            self._close(number, reset=reset)
        elif number in self._closed:
            self._closed.remove(number)
            self._spawn(self._open(number), self._tasks)

    async def _reboot(self, device: Device, away_s: float) -> None:
        """Nobody waits for it: it comes back by itself."""
        number = device.number
        if number in self._closed:
            return
        self._closed.add(number)
        self._close(number, reset=True)
        await asyncio.sleep(away_s)
        self._open_or_close(device, reset=True)

    def _close(self, number: int, *, reset: bool) -> None:
        self._rtsp[number].close(reset=reset)
        if number in self._http:
            self._http[number].close(reset=reset)

    async def _open(self, number: int) -> None:
        addresses = self._parts.addresses
        try:
            await self._rtsp[number].open(addresses.host, addresses.rtsp[number])
            if number in self._http:
                await self._http[number].open(addresses.host, addresses.http[number])
        except OSError as error:
            log.error("device %d could not listen again: %s", number, error)
        if number in self._closed:
            # It went down again in between.
            self._close(number, reset=True)

    def _spawn(self, work: Coroutine[Any, Any, None], tasks: set[asyncio.Task[None]]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        tasks.add(task)
        task.add_done_callback(tasks.discard)
