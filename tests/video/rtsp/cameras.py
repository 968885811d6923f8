"""Cameras of our own making on loopback, with manners that a test can change, and a sink that remembers."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field

from wall.model.errors import WallError
from wall.model.stream import Credentials, Source, Transport
from wall.video.rtsp import AccessUnit, Limits, LoginDesk, Sink, StreamInfo, receive

Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]

IN_TIME_S = 40.0
"""How long a test waits for what should come at once: the machine may be busy."""

SDP = (
    "v=0\r\no=- 0 0 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\na=control:*\r\n"
    "m=video 0 RTP/AVP 96\r\na=rtpmap:96 H264/90000\r\na=control:track1\r\n"
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One request as it arrived."""

    method: str
    uri: str
    headers: dict[str, str]


@dataclass
class Camera:
    """A small RTSP server. `answers` replace its own for a method: bytes, or what makes them."""

    sdp: str = SDP
    answers: dict[str, bytes | Callable[[Asked], bytes]] = field(default_factory=dict)
    media: list[bytes] = field(default_factory=list)
    """What it sends on the RTSP connection after PLAY."""
    before_play_answer: list[bytes] = field(default_factory=list)
    then_close: bool = False
    asked: list[Asked] = field(default_factory=list)
    answered_to_us: list[bytes] = field(default_factory=list)
    heard: asyncio.Event = field(default_factory=asyncio.Event)
    gone: asyncio.Event = field(default_factory=asyncio.Event)
    played: asyncio.Event = field(default_factory=asyncio.Event)
    on_packet: Callable[[bytes], object] = bytes
    port: int = 0

    @property
    def url(self) -> str:
        """Where it is."""
        return f"rtsp://127.0.0.1:{self.port}/live"

    @property
    def methods(self) -> list[str]:
        """What it was asked for, in order."""
        return [asked.method for asked in self.asked]

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer one client until it leaves."""
        with suppress(asyncio.IncompleteReadError, ConnectionError):
            while True:
                await self._one(await _head(reader, self.on_packet), writer)
        self.gone.set()

    async def _one(self, head: bytes, writer: asyncio.StreamWriter) -> None:
        if head.startswith(b"RTSP/"):
            self.answered_to_us.append(head)
            return
        asked = _parse(head)
        self.asked.append(asked)
        self.heard.set()
        if asked.method == "PLAY":
            writer.writelines(self.before_play_answer)
        writer.write(self._answer(asked))
        if asked.method == "PLAY":
            writer.writelines(self.media)
            self.played.set()
            if self.then_close:
                await writer.drain()
                writer.close()

    def _answer(self, asked: Asked) -> bytes:
        answer = self.answers.get(asked.method, self.usual)
        return answer(asked) if callable(answer) else answer

    def usual(self, asked: Asked) -> bytes:
        """What a camera with good manners answers."""
        match asked.method:
            case "OPTIONS":
                return reply(asked, "Public: OPTIONS, DESCRIBE, SETUP, PLAY, TEARDOWN, GET_PARAMETER")
            case "DESCRIBE":
                return reply(asked, "Content-Type: application/sdp", body=self.sdp.encode())
            case "SETUP":
                return reply(asked, f"Transport: {asked.headers['transport']}", "Session: 12345678;timeout=60")
        return reply(asked, "Session: 12345678")


@dataclass
class Recorder(Sink):
    """A sink that remembers, and can be waited for."""

    info: StreamInfo | None = None
    units: list[AccessUnit] = field(default_factory=list)
    offsets: list[float] = field(default_factory=list)
    enough: int = 1
    full: asyncio.Event = field(default_factory=asyncio.Event)

    def opened(self, info: StreamInfo) -> None:
        assert self.info is None and not self.units
        self.info = info

    def unit(self, unit: AccessUnit) -> None:
        assert self.info is not None
        self.units.append(unit)
        if len(self.units) >= self.enough:
            self.full.set()

    def clock(self, offset_s: float) -> None:
        self.offsets.append(offset_s)


def reply(asked: Asked, *lines: str, status: str = "200 OK", body: bytes = b"") -> bytes:
    """An answer in good form."""
    length = [f"Content-Length: {len(body)}"] if body else []
    head = [f"RTSP/1.0 {status}", f"CSeq: {asked.headers['cseq']}", *lines, *length]
    return "\r\n".join(head).encode() + b"\r\n\r\n" + body


@asynccontextmanager
async def serving(handler: Handler) -> AsyncIterator[int]:
    """Any server on loopback; gives its port and ends with the block, connections included."""
    handling: set[asyncio.Task[None]] = set()

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        handling.add(task)
        try:
            with suppress(ConnectionError, asyncio.CancelledError):
                await handler(reader, writer)
        finally:
            handling.discard(task)
            writer.transport.abort()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for task in handling:
            task.cancel()
        await asyncio.gather(*handling, return_exceptions=True)


@asynccontextmanager
async def on_air(camera: Camera) -> AsyncIterator[Camera]:
    """A camera that serves until the block ends."""
    async with serving(camera.serve) as camera.port:
        yield camera


async def watch(
    url: str,
    pictures: int,
    credentials: Credentials | None = None,
    transport: Transport = Transport.AUTO,
    limits: Limits | None = None,
    desk: LoginDesk | None = None,
) -> Recorder:
    """Receive some pictures, then cancel. Raises what the reception raises."""
    recorder = Recorder(enough=pictures)
    task = asyncio.ensure_future(receive(Source(url, credentials, transport), recorder, limits or Limits(), desk))
    full = asyncio.ensure_future(recorder.full.wait())
    await asyncio.wait({task, full}, timeout=IN_TIME_S, return_when=asyncio.FIRST_COMPLETED)
    full.cancel()
    task.cancel()
    await asyncio.wait({task})
    if not task.cancelled() and (error := task.exception()) is not None:
        raise error
    assert len(recorder.units) >= pictures, f"{len(recorder.units)} pictures of {pictures}"
    return recorder


async def failure(
    url: str,
    credentials: Credentials | None = None,
    transport: Transport = Transport.AUTO,
    limits: Limits | None = None,
    sink: Recorder | None = None,
    desk: LoginDesk | None = None,
) -> WallError:
    """Receive until it fails; return how."""
    try:
        async with asyncio.timeout(IN_TIME_S):
            await receive(Source(url, credentials, transport), sink or Recorder(), limits or Limits(), desk)
    except WallError as error:
        return error


async def _head(reader: asyncio.StreamReader, on_packet: Callable[[bytes], object]) -> bytes:
    """Read one request or answer, and the packets on the way."""
    while (first := await reader.readexactly(1)) == b"$":
        length = int.from_bytes((await reader.readexactly(3))[1:], "big")
        on_packet(await reader.readexactly(length))
    return first + await reader.readuntil(b"\r\n\r\n")


def _parse(head: bytes) -> Asked:
    first, *lines = head.decode().split("\r\n")
    method, uri, _ = first.split(" ", 2)
    pairs = (re.split(r":\s*", line, maxsplit=1) for line in lines if line)
    return Asked(method, uri, {name.lower(): value for name, value in pairs})
