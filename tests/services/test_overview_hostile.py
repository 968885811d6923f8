"""What devices may send in place of a picture: each has a name, and nobody else suffers."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Awaitable, Iterator
from contextlib import AsyncExitStack, contextmanager

import pytest

from tests.onvif.scripted import Asked, http, scripted
from tests.services.overview_room import OverviewRoom, overview_room
from tests.video.glimpse.bombs import jpeg
from wall.model.inventory import CameraRecord, Inventory
from wall.model.tile import Cause
from wall.onvif.http_message import ReplyLimits
from wall.onvif.snapshot import Limits
from wall.onvif.transport import Times
from wall.services.io import IoLoop

LIMITS = Limits(Times(0.6, 0.6), ReplyLimits(head=4096, body=4 * 1024 * 1024))
HUGE = b"HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n\xff\xd8" + bytes(6_000_000)
COLOURS = ("red", "green", "blue", "white")
GOOD = "good"

EXPECTED = {
    "huge": Cause.OVERSIZE,
    "announced": Cause.OVERSIZE,
    "garbage": Cause.NOT_VIDEO,
    "page": Cause.NOT_VIDEO,
    "half": Cause.NOT_VIDEO,
    "endless": Cause.TIMEOUT,
    "silent": Cause.UNREACHABLE,
    "lost": Cause.NOT_VIDEO,
    "busy": Cause.SESSIONS_FULL,
}


async def _endless(asked: Asked) -> bytes:
    await asyncio.sleep(60)
    return b""


class Hostile:
    """Answers by path; the good one never twice with the same picture."""

    def __init__(self) -> None:
        self.asked = 0

    def answer(self, asked: Asked) -> bytes | Awaitable[bytes]:
        self.asked += 1
        match asked.path.strip("/"):
            case "huge":
                return HUGE
            case "announced":
                return b"HTTP/1.1 200 OK\r\nContent-Length: 104857600\r\n\r\n\xff\xd8"
            case "garbage":
                return http(b"\xff\xd8" + os.urandom(20_000))
            case "page":
                return http("<html>log in</html>")
            case "half":
                return http(jpeg()[:9000])
            case "endless":
                return _endless(asked)
            case "lost":
                return http("nothing here", 404)
            case "busy":
                return http("later", 503)
            case "good":
                return http(jpeg(colour=COLOURS[self.asked % 4]))
        return b""


@contextmanager
def looking(*names: str) -> Iterator[OverviewRoom]:
    """At cameras that have nothing but a picture's address, each on a device of its own."""
    hostile = Hostile()
    stack = AsyncExitStack()

    async def start() -> list[str]:
        devices = [await stack.enter_async_context(scripted(hostile.answer)) for _ in names]
        return [device.address.split("/onvif")[0] for device in devices]

    with IoLoop() as io:
        addresses = io.request(start()).result()
        cameras = tuple(
            CameraRecord(name, number, snapshot_url=f"{address}/{name}", camera_id=number)
            for number, (name, address) in enumerate(zip(names, addresses, strict=True), 1)
        )
        try:
            with overview_room(Inventory(cameras=cameras), None, io=io, limits=LIMITS) as room:
                room.look()
                yield room
        finally:
            io.request(stack.aclose()).result()


def causes(room: OverviewRoom) -> dict[str, Cause]:
    return {each.name: room.overview.sight(each.camera_id).cause for each in room.fleet.inventory.cameras}


def test_every_kind_of_rubbish_has_a_name_and_nobody_else_suffers() -> None:
    rude = list(EXPECTED)
    with looking(*rude, GOOD) as room:
        room.wait(lambda: all(causes(room)[name] is EXPECTED[name] for name in rude))
        good = len(rude) + 1
        room.wait(lambda: good in room.glimpses())
        first = room.glimpses()[good]
        room.wait(lambda: room.glimpses()[good].taken_s > first.taken_s + 0.5)
        assert set(room.glimpses()) == {good}


@pytest.mark.parametrize("name", ["page", GOOD])
def test_without_a_stream_there_are_pictures_or_there_is_a_reason(name: str) -> None:
    with looking(name) as room:
        room.wait(lambda: room.glimpses() or causes(room)[name] is not Cause.NONE)
        assert bool(room.glimpses()) == (name == GOOD)
