"""One device's HTTP listener: SOAP under /onvif/, a JPEG of each channel under /snapshot/."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Awaitable
from email.utils import formatdate
from functools import lru_cache
from typing import Any

from wall.simulator.city import Device
from wall.simulator.digest import DigestGuard
from wall.simulator.faults import Fault
from wall.simulator.http import Framing, Request, Response
from wall.simulator.http_listener import HttpListener
from wall.simulator.onvif.access import LoginRequired
from wall.simulator.onvif.answers import lost
from wall.simulator.onvif.dispatch import answer_soap
from wall.simulator.onvif.garbage import garbage
from wall.simulator.onvif.habits.by_make import habits_of
from wall.simulator.onvif.habits.habits import CAREFUL
from wall.simulator.onvif.motion import MotionTimes
from wall.simulator.onvif.snapshots import Snapshots
from wall.simulator.onvif.times import utc
from wall.simulator.onvif.unit import Unit, Where
from wall.simulator.parts import Parts


class DeviceHttp:
    """A `parts.DeviceListener`. Event-loop thread only.

    `unit` holds the device's state; it outlives closing, except for what a power cut takes. `calls` counts requests,
    `snapshots` hands out pictures.
    """

    def __init__(self, parts: Parts, device: Device, times: MotionTimes | None = None) -> None:
        habits = habits_of(device.maker) if parts.has_habits else CAREFUL
        self.unit = Unit(parts, device, times, habits)
        self.calls = 0
        secret = hashlib.sha256(device.endpoint.encode()).digest()
        self._guard = DigestGuard(f"{device.maker} {device.serial[-4:]}", secret, parts.monotonic, qop=True)
        self._listener = HttpListener(self._answer)
        self._port = 0
        self._tls = parts.certificates is not None and parts.certificates.speaks_https(device.number)
        self._dead = {f"/{path}" for _, path in habits.offers.dead}
        self.snapshots = Snapshots(self.unit, self._guard)
        self.unit.drop = lambda: self.drop(reset=True)

    async def open(self, host: str, port: int) -> int:
        """Listen there (port 0: any); gives the port it is."""
        certificates = self.unit.parts.certificates
        tls = certificates.tls(self.unit.device.number) if self._tls and certificates else None
        self._port = await self._listener.open(host, port, tls)
        return self._port

    def close(self, *, reset: bool) -> None:
        """Stop listening and end every connection and subscription, with a TCP reset if asked."""
        self._listener.close(reset=reset)
        self.unit.lose_power()

    def drop(self, *, reset: bool) -> None:
        """End every connection, and go on listening."""
        self._listener.drop(reset=reset)

    def kill_events_silently(self) -> None:
        """Subscriptions go on answering, and never say anything any more."""
        self.unit.pull_points.kill_silently()

    def happen(self, kind: str, channel: int, label: str) -> None:
        """Let something happen before a channel, once."""
        self.unit.happenings.happen(kind, channel, label)

    def journal(self) -> list[dict[str, Any]]:
        """What became of everything that it had to say."""
        return self.unit.pull_points.journal.as_json()

    @property
    def most_connections(self) -> int:
        """The most connections there ever were at one time."""
        return self._listener.most_connections

    def _answer(self, request: Request) -> Response | Awaitable[Response]:
        self.calls += 1
        faults, channels = self.unit.parts.faults, self.unit.device.channels
        if (kind := faults.any_on(Fault.GARBAGE_ANSWER, channels)) is not None:
            response: Response | Awaitable[Response] = garbage(str(kind), self.unit.device.serial)
        else:
            response = self._routed(request)
        delay_s = faults.any_on(Fault.SLOW_ANSWER, channels)
        if isinstance(response, Response) and delay_s is None:
            return self._finished(response)
        return self._finish_later(response, float(delay_s or 0.0))

    async def _finish_later(self, response: Response | Awaitable[Response], delay_s: float) -> Response:
        await asyncio.sleep(delay_s)
        return self._finished(response if isinstance(response, Response) else await response)

    def _finished(self, response: Response) -> Response:
        """With the headers that every answer has, in the framing of the make."""
        date = _http_date(int(utc(self.unit.now_s()).timestamp()))
        headers = (*response.headers, ("Date", date), ("Server", self.unit.device.maker))
        framing = Framing.HALF if self.unit.halves_answer else self.unit.habits.framing
        self.unit.halves_answer = False
        return Response(response.status, response.body, response.content_type, headers, framing)

    def _routed(self, request: Request) -> Response | Awaitable[Response]:
        try:
            return self._route(request)
        except LoginRequired as refused:
            challenge = (("WWW-Authenticate", refused.challenge),)
            return Response(401, b"login required\n", headers=challenge)

    def _route(self, request: Request) -> Response | Awaitable[Response]:
        path = request.path
        if path.startswith("/onvif/") and path not in self._dead:
            if request.method != "POST":
                return Response(405, b"SOAP comes by POST\n", headers=(("Allow", "POST"),))
            return answer_soap(self.unit, self._guard, request, self._where(request))
        shown = self.snapshots.shown(path)
        return lost(self.unit) if shown is None else self.snapshots.answer(request, shown)

    def _where(self, request: Request) -> Where:
        """Where the device believes to be: as the caller reached it, or in the network behind its router."""
        scheme = "https" if self._tls else "http"
        foreign = self.unit.habits.addressing.foreign
        return Where(*foreign, scheme) if foreign else Where(request.local_host, self._port, scheme)


@lru_cache(maxsize=64)
def _http_date(second: int) -> str:
    """Kept: most devices have the same time."""
    return formatdate(second, usegmt=True)
