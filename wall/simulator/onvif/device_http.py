"""One device's HTTP listener: SOAP under /onvif/, a JPEG of each channel under /snapshot/."""

from __future__ import annotations

import hashlib
from email.utils import formatdate

from wall.simulator.city import Camera, Device
from wall.simulator.digest import DigestGuard
from wall.simulator.faults import Fault
from wall.simulator.http import Request, Response
from wall.simulator.http_listener import HttpListener
from wall.simulator.onvif.access import LoginRequired, check_http
from wall.simulator.onvif.dispatch import answer_soap
from wall.simulator.onvif.motion import MotionTimes
from wall.simulator.onvif.times import utc
from wall.simulator.onvif.unit import Unit, Where
from wall.simulator.parts import Parts


class DeviceHttp:
    """A `parts.DeviceListener`. Event-loop thread only.

    `unit` holds the device's state; it outlives closing, except for what a power cut takes.
    """

    def __init__(self, parts: Parts, device: Device, times: MotionTimes | None = None) -> None:
        self.unit = Unit(parts, device, times)
        secret = hashlib.sha256(device.endpoint.encode()).digest()
        self._guard = DigestGuard(f"{device.maker} {device.serial[-4:]}", secret, parts.monotonic, qop=True)
        self._listener = HttpListener(self._answer)
        self._port = 0

    async def open(self, host: str, port: int) -> int:
        """Listen there (port 0: any); gives the port it is."""
        self._port = await self._listener.open(host, port)
        return self._port

    def close(self, *, reset: bool) -> None:
        """Stop listening and end every connection and subscription, with a TCP reset if asked."""
        self._listener.close(reset=reset)
        self.unit.lose_power()

    def drop(self, *, reset: bool) -> None:
        """End every connection, and go on listening."""
        self._listener.drop(reset=reset)

    async def _answer(self, request: Request) -> Response:
        try:
            response = await self._route(request)
        except LoginRequired as refused:
            challenge = (("WWW-Authenticate", refused.challenge),)
            response = Response(401, b"login required\n", headers=challenge)
        date = formatdate(utc(self.unit.now_s()).timestamp(), usegmt=True)
        dated = (*response.headers, ("Date", date), ("Server", self.unit.device.maker))
        return Response(response.status, response.body, response.content_type, dated)

    async def _route(self, request: Request) -> Response:
        if request.path.startswith("/onvif/"):
            if request.method != "POST":
                return Response(405, b"SOAP comes by POST\n", headers=(("Allow", "POST"),))
            return await answer_soap(self.unit, self._guard, request, Where(request.local_host, self._port))
        camera = self._snapshot_camera(request.path)
        if camera is None:
            return Response(404, b"nothing is here\n")
        if request.method not in ("GET", "HEAD"):
            return Response(405, b"a picture comes by GET\n", headers=(("Allow", "GET, HEAD"),))
        return await self._snapshot(request, camera)

    def _snapshot_camera(self, path: str) -> Camera | None:
        channels = {f"/snapshot/{camera.channel}": camera for camera in self.unit.cameras}
        return channels.get(path.removesuffix(".jpg"))

    async def _snapshot(self, request: Request, camera: Camera) -> Response:
        if self.unit.has(Fault.SESSIONS_FULL):
            return Response(503, b"too many sessions\n")
        account = self.unit.parts.accounts.of(self.unit.device)
        check_http(self._guard, request.method, request.headers.get("authorization"), account)
        return Response(200, await self.unit.parts.snapshot(camera), "image/jpeg")
