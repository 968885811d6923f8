"""Everything that may stand at an address and is no good camera, and what its tile may say of it."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from itertools import count, repeat

from tests.video.rtsp.cameras import SDP, Handler
from tests.video.rtsp.cameras import Camera as SmallCamera
from tests.video.rtsp.packets import interleaved, rtp
from wall.model.tile import Cause, TileState, TileStatus

_MIB = 1024 * 1024


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


async def played(event: asyncio.Event, then: Callable[[], Awaitable[None]]) -> None:
    await event.wait()
    await then()


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
    Stranger("reply of 100 MB", sender(BIG, then=bytes(_MIB), times=100), no_signal(Cause.OVERSIZE)),
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
