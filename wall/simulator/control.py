"""The control port: what the city is and does, and its faults' switches, as JSON over HTTP on loopback."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from wall.simulator.device_list import devices_json
from wall.simulator.domes.told import dome_json, record_json
from wall.simulator.event_firing import parse_order
from wall.simulator.faults import parse_fault
from wall.simulator.http import Request, Response

if TYPE_CHECKING:
    from wall.simulator.server import Simulator

_PAGES = (
    "GET /status, /cameras, /devices, /sessions, /sent?camera=N&stream=sub, /domes, /dome?camera=N&since=S, "
    "/events?after=N, /journal?camera=N and POST /faults, /events, /certificates"
)


class Control:
    """Answers requests about one simulator. Event-loop thread only."""

    def __init__(self, simulator: Simulator) -> None:
        self._simulator = simulator

    async def answer(self, request: Request) -> Response:
        """The answer to one HTTP request; 400 with {"error": …} says what would be right."""
        try:
            return _json(200, await self._body(request))
        except LookupError:
            return _json(404, {"error": f"there is no {request.method} {request.path}; there are {_PAGES}"})
        except ValueError as error:
            return _json(400, {"error": str(error)})

    async def _body(self, request: Request) -> dict[str, Any] | list[dict[str, Any]]:
        match request.method, request.path:
            case "GET", "/status":
                return self._status()
            case "GET", "/cameras":
                return self._cameras()
            case "GET", "/devices":
                return devices_json(self._simulator)
            case "GET", "/sessions":
                return self._sessions()
            case "GET", "/sent":
                return self._sent(request.query)
            case "GET", "/domes":
                return self._domes()
            case "GET", "/dome":
                return self._dome(request.query)
            case "GET", "/events":
                return self._fired(request.query)
            case "GET", "/journal":
                return self._journal(request.query)
            case "POST", "/events":
                return self._fire(request.body)
            case "POST", "/faults":
                return await self._switch(request.body)
            case "POST", "/certificates":
                return await self._renew(request.body)
        raise LookupError

    def _status(self) -> dict[str, Any]:
        simulator = self._simulator
        return {
            "cameras": len(simulator.city.cameras),
            "devices": len(simulator.city.devices),
            "sites": len(simulator.city.sites),
            "sessions": sum(len(listener.sessions) for listener in simulator.rtsp.values()),
            "live": simulator.feeds.live,
            "clips_unmade": simulator.clips_unmade,
            "cpu_s": round(time.process_time(), 3),
            "rss_mb": resident_mb(),
            "faults": simulator.faults.as_json(),
            "refused_logins": simulator.parts.refused.as_json(),
        }

    def _cameras(self) -> list[dict[str, Any]]:
        simulator = self._simulator
        addresses, sites = simulator.parts.addresses, simulator.city.sites
        return [
            {
                "number": camera.number,
                "name": camera.name,
                "site": sites[camera.site - 1].name,
                "url": addresses.rtsp_url(camera, "main"),
                "sub_url": addresses.rtsp_url(camera, "sub"),
                "onvif": addresses.onvif_url(camera.device),
            }
            for camera in simulator.city.cameras
        ]

    def _sessions(self) -> list[dict[str, Any]]:
        return [
            {
                "camera": session.camera,
                "stream": session.stream,
                "track": session.track,
                "playing": session.is_playing,
                "frames_sent": session.frames_sent,
            }
            for listener in self._simulator.rtsp.values()
            for session in listener.sessions
        ]

    def _sent(self, query: dict[str, str]) -> dict[str, Any]:
        camera = self._camera(query.get("camera"))
        stream = query.get("stream", "sub")
        names = [each.name for each in self._simulator.city.cameras[camera - 1].streams]
        if stream not in names:
            raise ValueError(f"stream must be {' or '.join(names)}, not {stream!r}")
        return {"epoch": "monotonic", "sent": self._simulator.sent.last(camera, stream)}

    def _domes(self) -> list[dict[str, Any]]:
        parts = self._simulator.parts
        now_s = parts.monotonic()
        return [dome_json(camera, dome, now_s) for camera, dome in sorted(parts.domes.items())]

    def _dome(self, query: dict[str, str]) -> dict[str, Any]:
        parts, camera = self._simulator.parts, self._camera(query.get("camera"))
        if camera not in parts.domes:
            raise ValueError(f"camera {camera} is no dome; domes are: {', '.join(map(str, sorted(parts.domes)))}")
        try:
            since_s = float(query.get("since", "-inf"))
        except ValueError:
            raise ValueError("since is a moment in monotonic seconds") from None
        return record_json(camera, parts.domes[camera], parts.monotonic(), since_s)

    def _fired(self, query: dict[str, str]) -> dict[str, Any]:
        after, firing = query.get("after", "0"), self._simulator.firing
        if not after.isdecimal() or len(after) > 9:
            raise ValueError(f"after must be a number, not {after!r}")
        return {"epoch": "monotonic", "is_firing": firing.is_firing, "fired": firing.fired_after(int(after))}

    def _journal(self, query: dict[str, str]) -> list[dict[str, Any]]:
        camera = self._simulator.city.cameras[self._camera(query.get("camera")) - 1]
        listener = self._simulator.http.get(camera.device)
        return [] if listener is None else listener.journal()

    def _fire(self, body: bytes) -> dict[str, Any]:
        order = _parse_order(body)
        cameras = self._named(order)
        return {"after": self._simulator.firing.begin(parse_order(order), cameras), "cameras": cameras}

    async def _switch(self, body: bytes) -> dict[str, Any]:
        order = _parse_order(body)
        cameras = self._named(order)
        value = order.get("value")
        if not isinstance(value, bool | int | float | str | None):
            raise ValueError(f"value must be a number or a word, not {value!r}")
        if not isinstance(order.get("on"), bool):
            raise ValueError("say on: true or on: false")
        fault = parse_fault(str(order.get("fault")))
        self._simulator.faults.set(fault, cameras, order["on"], value)
        await self._simulator.settled()
        return {"fault": fault, "on": order["on"], "cameras": cameras}

    async def _renew(self, body: bytes) -> dict[str, Any]:
        renewed = await self._simulator.renew_certificates(self._named(_parse_order(body)))
        if not renewed:
            raise ValueError("none of these devices speaks HTTPS")
        return {"devices": renewed}

    def _named(self, order: dict[str, Any]) -> list[int]:
        ways = [way for way in ("cameras", "site", "all") if way in order]
        if len(ways) != 1 or order.get("all") is False:
            raise ValueError('name the cameras in one way: "cameras": [numbers], "site": number or "all": true')
        city = self._simulator.city
        if ways == ["all"]:
            return [camera.number for camera in city.cameras]
        if ways == ["site"]:
            site = _number(order["site"], "site", len(city.sites))
            return [camera.number for camera in city.cameras if camera.site == site]
        if not isinstance(order["cameras"], list) or not order["cameras"]:
            raise ValueError("cameras must be a list of camera numbers")
        return [self._camera(number) for number in order["cameras"]]

    def _camera(self, number: object) -> int:
        return _number(number, "camera", len(self._simulator.city.cameras))


def resident_mb() -> float:
    """Memory of this process in MB; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except (OSError, ValueError, IndexError):
        return 0.0
    return round(pages * 4096 / 1e6, 1)


def _parse_order(body: bytes) -> dict[str, Any]:
    try:
        order = json.loads(body)
    except ValueError:
        order = None
    if not isinstance(order, dict):
        raise ValueError('send JSON: {"fault": NAME, "cameras": [numbers], "on": true}')
    return order


def _number(value: object, what: str, highest: int) -> int:
    text = str(value)
    if isinstance(value, bool) or not text.isdecimal() or not 1 <= int(text) <= highest:
        raise ValueError(f"{what} must be a number from 1 to {highest}, not {value!r}")
    return int(text)


def _json(status: int, body: object) -> Response:
    return Response(status, json.dumps(body, ensure_ascii=False).encode(), "application/json")
