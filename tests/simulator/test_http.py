"""Requests are cut out of any stream of bytes, and whatever comes, the next request is answered."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wall.simulator.http import Framing, HttpError, Limits, Request, RequestReader, Response, render
from wall.simulator.http_listener import Handler, HttpListener

SMALL = Limits(head_bytes=400, body_bytes=1000, connections=3, idle_s=20.0)


async def echo(request: Request) -> Response:
    body = f"{request.method} {request.path} {sorted(request.query.items())} {request.body!r}"
    return Response(200, body.encode())


@asynccontextmanager
async def listening(handler: Handler = echo, limits: Limits = SMALL) -> AsyncIterator[tuple[HttpListener, int]]:
    listener = HttpListener(handler, limits)
    port = await listener.open("127.0.0.1", 0)
    try:
        yield listener, port
    finally:
        listener.close()
        await asyncio.sleep(0)


def run(work: Coroutine[Any, Any, None]) -> None:
    asyncio.run(asyncio.wait_for(work, 20))


async def exchange(port: int, sent: bytes) -> bytes:
    """What comes back until the other side closes."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(sent)
    got = await reader.read()
    writer.close()
    await writer.wait_closed()
    return got


@given(
    bodies=st.lists(st.binary(max_size=300), min_size=1, max_size=4),
    cuts=st.lists(st.integers(1, 60), min_size=1, max_size=20),
)
def test_requests_are_whole_however_they_arrive(bodies: list[bytes], cuts: list[int]) -> None:
    stream = b"".join(b"POST /x HTTP/1.1\r\nContent-Length: %d\r\n\r\n%s" % (len(b), b) for b in bodies)
    reader, got = RequestReader(SMALL), list[bytes]()
    while stream:
        size = cuts[len(stream) % len(cuts)]
        reader.feed(stream[:size])
        stream = stream[size:]
        while (request := reader.next()) is not None:
            got.append(request.body)
    assert got == bodies


@given(st.binary(max_size=600))
def test_garbage_is_a_request_or_waits_or_is_refused(data: bytes) -> None:
    reader = RequestReader(SMALL)
    try:
        reader.feed(data)
        request = reader.next()
    except HttpError as error:
        assert 400 <= error.status < 500
    else:
        assert request is None or request.method


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        (b"nonsense\r\n\r\n", 400),
        (b"GET / HTTP/2.0\r\n\r\n", 400),
        (b"GET http://[ HTTP/1.1\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nno colon\r\n\r\n", 400),
        (b"GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n", 411),
        (b"POST / HTTP/1.1\r\nContent-Length: 1001\r\n\r\n", 413),
        (b"GET /" + b"x" * 500, 431),
    ],
)
def test_a_wrong_request_is_answered_and_the_connection_ends(sent: bytes, status: int) -> None:
    async def work() -> None:
        async with listening() as (_, port):
            got = await exchange(port, sent)
            assert got.startswith(b"HTTP/1.1 %d " % status)

    run(work())


def test_a_connection_serves_many_requests() -> None:
    async def work() -> None:
        async with listening() as (_, port), httpx.AsyncClient(trust_env=False) as client:
            for number in range(3):
                answer = await client.post(f"http://127.0.0.1:{port}/a%20b?n={number}", content=b"hi")
                assert answer.text == f"POST /a b [('n', '{number}')] b'hi'"
            head = await client.head(f"http://127.0.0.1:{port}/")
            assert (head.status_code, head.content) == (200, b"")

    run(work())


def test_requests_sent_at_once_are_answered_in_order() -> None:
    async def work() -> None:
        async with listening() as (_, port):
            got = await exchange(port, b"GET /1 HTTP/1.1\r\n\r\nGET /2 HTTP/1.1\r\n\r\nGET /3 HTTP/1.0\r\n\r\n")
            places = [got.find(b"GET /%d" % number) for number in (1, 2, 3)]
            assert places == sorted(places)
            assert got.count(b"200 OK") == 3

    run(work())


def test_a_body_that_waits_for_leave_gets_it() -> None:
    async def work() -> None:
        async with listening() as (_, port):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(b"POST / HTTP/1.1\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n")
            assert await reader.readuntil(b"\r\n\r\n") == b"HTTP/1.1 100 Continue\r\n\r\n"
            writer.write(b"ok")
            assert b" 200 " in await reader.readuntil(b"\r\n\r\n")
            writer.close()
            await writer.wait_closed()

    run(work())


def test_a_peer_that_leaves_ends_its_request() -> None:
    async def work() -> None:
        began, ended = asyncio.Event(), asyncio.Event()

        async def never(_: Request) -> Response:
            began.set()
            try:
                await asyncio.Event().wait()
            finally:
                ended.set()
            return Response(200)

        async with listening(never) as (_, port):
            _reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(b"GET / HTTP/1.1\r\n\r\n")
            await began.wait()
            writer.close()
            await ended.wait()
            await writer.wait_closed()

    run(work())


def test_a_handler_that_fails_gives_500_and_the_next_is_served(caplog: pytest.LogCaptureFixture) -> None:
    async def fails(request: Request) -> Response:
        if request.path == "/bad":
            raise RuntimeError("broken on purpose")
        return await echo(request)

    async def work() -> None:
        async with listening(fails) as (_, port):
            got = await exchange(port, b"GET /bad HTTP/1.1\r\n\r\nGET /good HTTP/1.0\r\n\r\n")
            assert b" 500 " in got
            assert b"GET /good" in got

    run(work())
    assert "broken on purpose" in caplog.text


def test_too_many_connections_are_turned_away() -> None:
    async def work() -> None:
        async with listening() as (_, port):
            streams = [await asyncio.open_connection("127.0.0.1", port) for _ in range(3)]
            for reader, writer in streams:
                writer.write(b"GET / HTTP/1.1\r\n\r\n")
                await reader.readuntil(b"\r\n\r\n")
            assert await exchange(port, b"") == b""
            for _, writer in streams:
                writer.close()
                await writer.wait_closed()
            answers = [await exchange(port, b"GET / HTTP/1.0\r\n\r\n") for _ in range(20)]
            assert b" 200 " in answers[-1]

    run(work())


def test_a_slow_request_is_dropped() -> None:
    async def work() -> None:
        async with listening(limits=Limits(idle_s=0.05)) as (_, port):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(b"GET / HT")
            assert await reader.read() == b""
            writer.close()
            await writer.wait_closed()

    run(work())


def test_closing_refuses_new_connections_and_resets_old_ones() -> None:
    async def work() -> None:
        async with listening() as (listener, port):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            writer.write(b"GET / HTTP/1.1\r\n\r\n")
            await reader.readuntil(b"\r\n\r\n")
            listener.close(reset=True)
            with pytest.raises(ConnectionResetError):
                while await reader.read():
                    pass
            writer.close()
            with pytest.raises(ConnectionRefusedError):
                await asyncio.open_connection("127.0.0.1", port)
            assert await listener.open("127.0.0.1", port) == port

    run(work())


@given(st.text(max_size=50))
@settings(max_examples=30)
def test_an_answer_has_one_head(text: str) -> None:
    rendered = render(Response(200, text.encode()), keep_alive=True)
    head, _, body = rendered.partition(b"\r\n\r\n")
    assert b"Content-Length: %d" % len(body) in head
    assert body == text.encode()


@given(body=st.binary(max_size=6000))
def test_chunks_are_put_together_again(body: bytes) -> None:
    head, _, rest = render(Response(200, body, framing=Framing.CHUNKED), keep_alive=True).partition(b"\r\n\r\n")
    assert b"Transfer-Encoding: chunked" in head
    assert b"Content-Length" not in head
    got = b""
    while size := int(rest.partition(b"\r\n")[0], 16):
        start = rest.index(b"\r\n") + 2
        got += rest[start : start + size]
        assert rest[start + size : start + size + 2] == b"\r\n"
        rest = rest[start + size + 2 :]
    assert (got, rest) == (body, b"0\r\n\r\n")


def test_an_answer_that_ends_with_its_connection() -> None:
    async def old(request: Request) -> Response:
        return Response(200, b"that was all", framing=Framing.CLOSE)

    async def work() -> None:
        async with listening(old) as (_, port):
            got = await exchange(port, b"GET / HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\n\r\n")
        assert got.startswith(b"HTTP/1.0 200 OK\r\n")
        assert got.count(b"that was all") == 1
        assert b"Content-Length" not in got

    run(work())


def test_answers_that_need_no_waiting_come_in_order_too() -> None:
    def echo_now(request: Request) -> Response:
        return Response(200, request.target.encode())

    async def work() -> None:
        async with listening(echo_now) as (_, port):
            asked = b"".join(b"GET /%d HTTP/1.1\r\n\r\n" % n for n in range(50))
            got = await exchange(port, asked + b"GET /last HTTP/1.1\r\nConnection: close\r\n\r\n")
        assert [int(n) for n in re.findall(rb"\r\n\r\n/(\d+)", got)] == list(range(50))

    run(work())


def test_a_handler_that_fails_at_once_costs_one_answer() -> None:
    def fails(request: Request) -> Response:
        raise RuntimeError("as a mistake in the simulator would")

    async def work() -> None:
        async with listening(fails) as (_, port):
            got = await exchange(port, b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n")
        assert got.startswith(b"HTTP/1.1 500 ")

    run(work())
