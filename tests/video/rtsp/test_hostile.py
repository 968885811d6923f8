"""Whatever is at the other end: the right cause, in bounded time, and nothing else notices."""

from __future__ import annotations

import asyncio
import socket
import struct
import time
import tracemalloc
from contextlib import suppress
from itertools import repeat

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.video.rtsp.cameras import SDP, Camera, Handler, Recorder, failure, on_air, serving
from tests.video.rtsp.packets import interleaved, rtp
from wall.model.errors import MalformedReplyError, UnreachableError, UnsupportedError, WallError
from wall.model.tile import Cause
from wall.video.rtsp import Limits

HURRIED = Limits(connect_s=1, answer_s=1, first_packet_s=1, silent_s=1, teardown_s=0.1)
"""For those who say nothing, or never come to an end."""
MIB = 1024 * 1024


def saying(*chunks: bytes, hold: bool = True) -> Handler:
    """A server that says its piece to the first request, and then nothing (or closes)."""

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        for chunk in chunks:
            writer.write(chunk)
            await writer.drain()
        while hold and await reader.read(4096):
            pass

    return handle


async def error_of(handler: Handler, limits: Limits | None = None) -> WallError:
    async with serving(handler) as port:
        return await failure(f"rtsp://127.0.0.1:{port}/live", limits=limits)


def against(handler: Handler, limits: Limits | None = None) -> tuple[type[WallError], Cause]:
    error = asyncio.run(error_of(handler, limits))
    return type(error), error.cause


def test_nobody_listens() -> None:
    with socket.socket() as sock:
        sock.bind(("127.0.0.1", 0))
        error = asyncio.run(failure(f"rtsp://127.0.0.1:{sock.getsockname()[1]}/"))
    assert (type(error), error.cause, error.detail) == (UnreachableError, Cause.REFUSED, "Connection refused")


def test_a_name_that_does_not_exist(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)  # no question leaves this computer
    error = asyncio.run(failure("rtsp://camera.invalid/"))
    assert (type(error), error.cause) == (UnreachableError, Cause.UNREACHABLE)
    assert error.detail == "Name or service not known"


def test_a_full_backlog_is_a_timeout() -> None:
    """The kernel drops connections that nobody accepts: as a camera whose network is gone."""
    with socket.socket() as listener, socket.socket() as first, socket.socket() as second:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        for client in (first, second):
            client.setblocking(False)
            client.connect_ex(listener.getsockname())
        error = asyncio.run(failure(f"rtsp://127.0.0.1:{listener.getsockname()[1]}/", limits=HURRIED))
    assert (type(error), error.cause) == (UnreachableError, Cause.TIMEOUT)


def test_accepts_and_says_nothing() -> None:
    assert against(saying(), HURRIED) == (UnreachableError, Cause.TIMEOUT)


def test_accepts_and_closes() -> None:
    assert against(saying(hold=False)) == (UnreachableError, Cause.ENDED)


def test_accepts_and_resets() -> None:
    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        sock: socket.socket = writer.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        writer.transport.abort()

    assert against(handle) == (UnreachableError, Cause.RESET)


@pytest.mark.parametrize(
    "banner",
    [
        b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n",
        b"SSH-2.0-OpenSSH_9.2\r\n",
        b"220 mail ready\r\n",
        b"\x15\x03\x03\x00\x02\x02\x28",
        b"<html>",
        b"RTSP/1.0 OK\r\n\r\n",
        bytes(range(1, 256)),
        b"RTSP/1.0 200 OK\r\nContent-Length: lots\r\n\r\n",
    ],
)
def test_no_camera_at_all(banner: bytes) -> None:
    started_s = time.monotonic()
    assert against(saying(banner)) == (MalformedReplyError, Cause.NOT_VIDEO)
    assert time.monotonic() - started_s < Limits().answer_s, "known at once, not by a time limit"


@pytest.mark.parametrize(
    "beginning",
    [b"RTSP/1.0 200 OK\r\n", b"RTSP/1.0 200 OK", b"OPTIONS * RTSP/1.0\r\nX: ", b"RTSP/1.0 200 OK\r\nX: "],
)
def test_a_head_without_end(beginning: bytes) -> None:
    assert against(saying(beginning, *repeat(b"y" * 4096, 100))) == (MalformedReplyError, Cause.OVERSIZE)


def test_an_answer_of_100_mb() -> None:
    async def run() -> WallError:
        body = repeat(bytes(MIB), 100)
        return await error_of(saying(b"RTSP/1.0 200 OK\r\nCSeq: 1\r\nContent-Length: 104857600\r\n\r\n", *body))

    tracemalloc.start()
    try:
        error = asyncio.run(run())
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert error.cause is Cause.OVERSIZE
    assert peak < 8 * MIB


def test_an_endless_description() -> None:
    """A length that is allowed, and never reached."""
    camera = Camera()
    camera.answers["DESCRIBE"] = (
        b"RTSP/1.0 200 OK\r\nCSeq: 2\r\nContent-Length: 200000\r\n\r\nv=0\r\n" + b"a=x\r\n" * 900
    )
    assert failed(camera, HURRIED).cause is Cause.TIMEOUT


def test_a_byte_at_a_time() -> None:
    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for byte in b"RTSP/1.0 200 OK\r\n" + b"X: y\r\n" * 1000:
            writer.write(bytes((byte,)))
            await writer.drain()
            await asyncio.sleep(0.02)

    started_s = time.monotonic()
    assert against(handle, HURRIED) == (UnreachableError, Cause.TIMEOUT)
    assert time.monotonic() - started_s < 5


def failed(camera: Camera, limits: Limits | None = None) -> WallError:
    async def run() -> WallError:
        async with on_air(camera):
            return await failure(camera.url, limits=limits)

    return asyncio.run(run())


@pytest.mark.parametrize(
    ("kind", "body", "error", "cause"),
    [
        ("application/sdp", b"", MalformedReplyError, Cause.NOT_VIDEO),
        ("text/html", b"<html></html>", MalformedReplyError, Cause.NOT_VIDEO),
        ("application/sdp", b"\0\xff" * 500, MalformedReplyError, Cause.NOT_VIDEO),
        ("application/sdp", b"v=0\r\nm=audio 0 RTP/AVP 0\r\n", UnsupportedError, Cause.NO_VIDEO),
        ("application/sdp", SDP.replace("H264", "AV1").encode(), UnsupportedError, Cause.CODEC),
        ("application/sdp", b"v=0\r\n" * 40_000, UnsupportedError, Cause.NO_VIDEO),
    ],
)
def test_descriptions_of_no_video(kind: str, body: bytes, error: type[WallError], cause: Cause) -> None:
    camera = Camera()
    head = f"RTSP/1.0 200 OK\r\nCSeq: 2\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    camera.answers["DESCRIBE"] = head.encode() + body
    found = failed(camera)
    assert (type(found), found.cause) == (error, cause)


def test_a_picture_without_end() -> None:
    endless = [interleaved(rtp(b"\x41" + bytes(60_000), number)) for number in range(200)]
    assert failed(Camera(media=endless)).cause is Cause.OVERSIZE


def test_garbage_without_end_after_play() -> None:
    assert failed(Camera(media=[b"\xfe" * MIB])).cause is Cause.NOT_VIDEO


def test_garbage_in_the_middle_of_the_stream_is_survived() -> None:
    async def run() -> Recorder:
        packets = [interleaved(rtp(b"\x65\x88idr", number, number * 6000, marker=True)) for number in range(4)]
        sink = Recorder(enough=4)
        async with on_air(Camera(media=[*packets[:2], b"\xfe\x24" * 500, *packets[2:]])) as camera:
            await failure(camera.url, limits=HURRIED, sink=sink)
        return sink

    assert len(asyncio.run(run()).units) == 4


def test_questions_without_end_from_a_camera_that_does_not_listen() -> None:
    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        sock: socket.socket = writer.get_extra_info("socket")
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        writer.transport.pause_reading()  # type: ignore[attr-defined]
        while not writer.is_closing():
            writer.write(b"OPTIONS rtsp://127.0.0.1/ RTSP/1.0\r\nCSeq: 1\r\n\r\n" * 1000)
            await writer.drain()

    kind, _ = against(handle, Limits(answer_s=20, unsent_bytes=1024))
    assert kind is MalformedReplyError


def test_packets_before_anything_was_agreed_are_no_matter() -> None:
    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError):
            while not writer.is_closing():
                writer.write(interleaved(bytes(1400)) * 10)
                await writer.drain()
                await asyncio.sleep(0.005)

    assert against(handle, HURRIED) == (UnreachableError, Cause.TIMEOUT)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.binary(min_size=1, max_size=200), min_size=1, max_size=5), st.booleans())
def test_any_server_gives_a_cause(chunks: list[bytes], as_answer: bool) -> None:
    prefix = b"RTSP/1.0 200 OK\r\nCSeq: 1\r\n" if as_answer else b""
    kind, cause = against(saying(prefix, *chunks, hold=False), HURRIED)
    assert issubclass(kind, WallError)
    assert cause is not Cause.NONE
