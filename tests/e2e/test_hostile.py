"""Whatever stands at an address, the tile says what is wrong with it, and nothing else on the wall notices."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count, repeat

import pytest
from PySide6.QtCore import QCoreApplication

from tests.e2e.crowd import Crowd
from tests.e2e.figures import Figures
from tests.e2e.room import START_WITHIN_S, Room, open_room
from tests.e2e.small_cameras import in_a_thread
from tests.video.rtsp.cameras import SDP, Asked, Handler, reply
from tests.video.rtsp.cameras import Camera as SmallCamera
from tests.video.rtsp.packets import interleaved, rtp
from wall.bench.control import Control
from wall.bench.processes import rss_mb
from wall.demo import City
from wall.model.camera import Camera
from wall.model.stream import Source
from wall.model.tile import Cause, TileState, TileStatus

pytestmark = pytest.mark.timeout(240)

MIB = 1024 * 1024
NAMED_WITHIN_S = 25.0
MOST_GROWTH_MB = 60.0
HOLE_FRAMES, HOLE_FRAMES_IN_A_CROWD = 3, 15


def sender(*chunks: bytes, then: bytes = b"", times: int = 0) -> Handler:
    """Answers the first request with these bytes, then with others so many times, and then says nothing."""

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        for chunk in (*chunks, *repeat(then, times)):
            writer.write(chunk)
            await writer.drain()
        while await reader.read(4096):
            pass

    return handle


def describing(head: str, first: bytes, then: bytes, times: int) -> Handler:
    """Polite until it is asked what it shows."""

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while b"DESCRIBE" not in (asked := await reader.readuntil(b"\r\n\r\n")):
            number = asked.lower().split(b"cseq:")[1].split(b"\r\n")[0].strip()
            writer.write(b"RTSP/1.0 200 OK\r\nCSeq: " + number + b"\r\nPublic: DESCRIBE, SETUP, PLAY\r\n\r\n")
        writer.write(head.encode() + first)
        for _ in range(times):
            writer.write(then)
            await writer.drain()
        while await reader.read(4096):
            pass

    return handle


def sdp_camera(sdp: str) -> Handler:
    return SmallCamera(sdp=sdp).serve


def noise_camera() -> Handler:
    """Says H.264 and sends noise, in good packets, for ever."""

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        camera, chance, talk = SmallCamera(), random.Random(7), asyncio.get_running_loop()

        async def make_noise() -> None:
            for number in count():
                payload = bytes([0x65 if number % 30 == 0 else 0x41]) + chance.randbytes(900)
                writer.write(interleaved(rtp(payload, number % 65536, number * 6000, marker=True)))
                await writer.drain()
                await asyncio.sleep(1 / 15)

        noise = talk.create_task(played(camera.played, make_noise))
        try:
            await camera.serve(reader, writer)
        finally:
            noise.cancel()

    return handle


async def played(event: asyncio.Event, then) -> None:  # type: ignore[no-untyped-def]
    await event.wait()
    await then()


def busy(asked: Asked) -> bytes:
    return reply(asked, status="500 Internal Server Error")


@dataclass(frozen=True, slots=True)
class Stranger:
    """Something that is no good camera, and what its tile may say of it."""

    name: str
    handler: Handler
    named: tuple[TileStatus, ...]

    def __str__(self) -> str:
        return self.name


def no_signal(*causes: Cause) -> tuple[TileStatus, ...]:
    return tuple(TileStatus(TileState.NO_SIGNAL, cause) for cause in causes)


def unsupported(cause: Cause) -> tuple[TileStatus, ...]:
    return (TileStatus(TileState.UNSUPPORTED, cause),)


BIG = b"RTSP/1.0 200 OK\r\nCSeq: 1\r\nContent-Length: 104857600\r\n\r\n"
SDP_HEAD = "RTSP/1.0 200 OK\r\nCSeq: 2\r\nContent-Type: application/sdp\r\nContent-Length: {}\r\n\r\n"
AUDIO = "v=0\r\no=- 0 0 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\nm=audio 0 RTP/AVP 0\r\na=control:track1\r\n"

STRANGERS = [
    Stranger("web server", sender(b"HTTP/1.1 400 Bad Request\r\n\r\n"), no_signal(Cause.NOT_VIDEO)),
    Stranger("only sound", sdp_camera(AUDIO), unsupported(Cause.NO_VIDEO)),
    Stranger("unknown codec", sdp_camera(SDP.replace("H264", "AV1")), unsupported(Cause.CODEC)),
    Stranger("reply of 100 MB", sender(BIG, then=bytes(MIB), times=100), no_signal(Cause.OVERSIZE)),
    Stranger(
        "endless description",
        describing(SDP_HEAD.format(10**9), b"v=0\r\n", b"a=x:yz\r\n" * 1000, 10_000),
        no_signal(Cause.OVERSIZE),
    ),
    Stranger(
        "description that stops", describing(SDP_HEAD.format(9000), b"v=0\r\n", b"", 0), no_signal(Cause.TIMEOUT)
    ),
    Stranger("says nothing", sender(), no_signal(Cause.TIMEOUT)),
    Stranger(
        "head without end", sender(b"RTSP/1.0 200 OK\r\n", then=b"X: y\r\n" * 1000, times=10_000),
        no_signal(Cause.OVERSIZE),
    ),
    Stranger(
        "noise for video",
        noise_camera(),
        (
            TileStatus(TileState.DECODER_FAILED, Cause.DAMAGED),
            TileStatus(TileState.DECODER_FAILED, Cause.DECODER),
        ),
    ),
]  # fmt: skip


@pytest.fixture(scope="module")
def wall(qapp: QCoreApplication, city: City) -> Iterator[Room]:
    """All strangers on one wall, and behind them two cameras of the city."""
    with in_a_thread([stranger.handler for stranger in STRANGERS]) as urls:
        strangers = [Camera(100 + n, STRANGERS[n].name, Source(url)) for n, url in enumerate(urls)]
        with open_room(qapp, [*strangers, *city.cameras[:2]], 4, 3) as room:
            yield room


NEIGHBOURS = range(len(STRANGERS), len(STRANGERS) + 2)


@pytest.mark.parametrize("number", range(len(STRANGERS)), ids=[str(stranger) for stranger in STRANGERS])
def test_is_named(wall: Room, number: int) -> None:
    wall.wait(lambda: wall.status(number) in STRANGERS[number].named, NAMED_WITHIN_S, STRANGERS[number].name)


def test_neighbours_go_on_and_memory_does_not_grow(
    wall: Room, city: City, control: Control, figures: Figures
) -> None:
    """Ten seconds in which every stranger is asked again at least twice."""
    wall.all_move(NEIGHBOURS)
    wall.beats()
    crowd, begin_s, before_mb = Crowd(), time.monotonic(), rss_mb(city.pid)
    assert not wall.spin(10, lambda: not all(wall.is_live(n) for n in NEIGHBOURS)), wall.story()
    growth_mb = rss_mb(city.pid) - before_mb
    holes = [wall.longest_hole(control, n, begin_s, time.monotonic()) for n in NEIGHBOURS]
    held_ms = max(wall.beats().held_ms)
    figures.note(
        "beside nine strangers", hole=max(holes), growth_mb=growth_mb, held_ms=held_ms, crowd=crowd.share()
    )
    assert growth_mb < MOST_GROWTH_MB
    assert max(holes) <= crowd.allows(HOLE_FRAMES, HOLE_FRAMES_IN_A_CROWD)


@dataclass
class Proxy:
    """Passes a camera's bytes on, and garbage where it is told to."""

    port: int
    garbage: bytes = b""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, back = await asyncio.open_connection("127.0.0.1", self.port)
        asking = asyncio.get_running_loop().create_task(pass_on(reader, back))
        try:
            while data := await there.read(4096):
                middle = len(data) // 2
                writer.writelines([data[:middle], self.garbage, data[middle:]])
                self.garbage = b""
                await writer.drain()
        finally:
            asking.cancel()
            back.close()


async def pass_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(4096):
        writer.write(data)


@pytest.mark.parametrize(
    "garbage", [random.Random(1).randbytes(700), b"$\0\xff\xff", b"\0" * 100_000], ids=len
)
def test_garbage_in_the_middle_of_a_frame_is_survived(
    qapp: QCoreApplication, city: City, control: Control, garbage: bytes
) -> None:
    from urllib.parse import urlsplit

    source = city.cameras[0].source_for_grid()
    parts = urlsplit(source.url)
    assert parts.port is not None
    proxy = Proxy(parts.port)
    with in_a_thread([proxy.serve]) as (url,):
        beside = Source(url.replace("/live", parts.path), source.credentials, source.transport)
        cameras = [Camera(1, "through garbage", beside), city.cameras[1]]
        with open_room(qapp, cameras, 2, 1) as room:
            room.all_move()
            crowd, begin_s = Crowd(), time.monotonic()
            proxy.garbage = garbage
            room.wait(lambda: not proxy.garbage, START_WITHIN_S, "garbage sent")
            since_s = time.monotonic() + 0.5
            took_s = room.wait(lambda: room.moves_since(0, since_s, frames=15), START_WITHIN_S, "goes on")
            assert took_s < 15
            hole = room.longest_hole(control, 1, begin_s, time.monotonic())
            assert hole <= crowd.allows(HOLE_FRAMES, HOLE_FRAMES_IN_A_CROWD)
