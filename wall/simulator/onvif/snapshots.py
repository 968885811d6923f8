"""The pictures of one device over HTTP, in the manner of its make (`habits.pictures`)."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass
from email.utils import formatdate

from wall.simulator.city import Camera, StreamSpec
from wall.simulator.digest import DigestGuard
from wall.simulator.faults import Fault
from wall.simulator.http import Request, Response
from wall.simulator.onvif.access import check_basic, check_http
from wall.simulator.onvif.habits.pictures import Opens
from wall.simulator.onvif.profiles import picture_name
from wall.simulator.onvif.times import utc
from wall.simulator.onvif.unit import Unit

FOLDER = "snapshot"


@dataclass(frozen=True, slots=True)
class Shown:
    """A camera's picture, in the size of one of its streams."""

    camera: Camera
    stream: StreamSpec

    @property
    def name(self) -> str:
        return picture_name(self.camera.channel, self.stream.name)


@dataclass(frozen=True, slots=True)
class _Kept:
    made_s: float
    """Monotonic seconds."""
    shows_s: float
    """The time by the device's clock."""
    jpeg: bytes


class Snapshots:
    """Event-loop thread only. `most_at_once` is how many were ever being made at one time."""

    def __init__(self, unit: Unit, guard: DigestGuard) -> None:
        self.most_at_once = 0
        self._unit = unit
        self._guard = guard
        self._habits = unit.habits.pictures
        self._under_way = 0
        self._kept: dict[tuple[int, str], _Kept] = {}

    def shown(self, path: str) -> Shown | None:
        """Whose picture lies at that path, in the size of which stream."""
        folder, _, name = path.removeprefix("/").rpartition("/")
        if not self._habits.has_any or folder not in (FOLDER, self._habits.moved_to or FOLDER):
            return None
        names = {
            picture_name(camera.channel, spec.name): Shown(camera, spec)
            for camera in self._unit.cameras
            for spec in camera.streams
        }
        return names.get(name.removesuffix(".jpg"))

    def answer(self, request: Request, shown: Shown) -> Response | Awaitable[Response]:
        """The picture, or why there is none. `access.LoginRequired` asks for a login."""
        if request.method not in ("GET", "HEAD"):
            return Response(405, b"a picture comes by GET\n", headers=(("Allow", "GET, HEAD"),))
        if self._unit.has(Fault.SESSIONS_FULL) or self._is_busy():
            return Response(503, b"too many sessions\n", headers=(("Retry-After", "1"),))
        moved = self._habits.moved_to
        if moved and not request.path.startswith(f"/{moved}/"):
            return Response(302, headers=(("Location", f"/{moved}/{shown.name}.jpg"),))
        self._check(request)
        return self._picture(shown)

    def _is_busy(self) -> bool:
        return 0 < self._habits.at_once <= self._under_way

    def _check(self, request: Request) -> None:
        match self._habits.opens:
            case Opens.DIGEST:
                check_http(self._unit, self._guard, request)
            case Opens.BASIC:
                check_basic(self._unit, request)

    async def _picture(self, shown: Shown) -> Response:
        if self._is_busy():  # Both asked before one of them began.
            return Response(503, b"too many sessions\n")
        self._under_way += 1
        self.most_at_once = max(self.most_at_once, self._under_way)
        try:
            if self._habits.takes_s:
                await asyncio.sleep(self._habits.takes_s)
            kept = await self._newest(shown)
        finally:
            self._under_way -= 1
        told = (("Last-Modified", _http_date(kept.shows_s)),) if self._habits.keeps_s else ()
        return Response(200, kept.jpeg, "image/jpeg", headers=told)

    async def _newest(self, shown: Shown) -> _Kept:
        """The one that is kept, as long as that is; a frozen camera's for ever."""
        parts, key = self._unit.parts, (shown.camera.number, shown.stream.name)
        kept = self._kept.get(key)
        is_frozen = parts.faults.is_on(Fault.FROZEN, shown.camera.number) is not None
        now_s = parts.monotonic()
        if kept is not None and (is_frozen or now_s - kept.made_s < self._habits.keeps_s):
            return kept
        shows_s = self._unit.now_s()
        made = _Kept(now_s, shows_s, await parts.snapshot(shown.camera, shows_s, shown.stream))
        self._kept[key] = made
        return made


def _http_date(shows_s: float) -> str:
    return formatdate(int(utc(shows_s).timestamp()), usegmt=True)
