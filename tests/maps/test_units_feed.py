"""Feeds of units over real sockets and from real files: slow, torn, wrong, and gone."""

from __future__ import annotations

import asyncio
import json
import os
import threading
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from tests.maps.test_units_nmea import RMC, sentence
from wall.maps.units_feed import MOST_BYTES, FeedNews, FeedPace, UnitsFeed
from wall.model.geo.units import FeedTrouble

QUICK = FeedPace(poll_s=0.02, patience_s=2.0, silent_s=0.3, first_again_s=0.02, last_again_s=0.1)
PATIENCE_S = 10
Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


def collection(*names: str) -> bytes:
    features = [
        {"type": "Feature", "geometry": {"type": "Point", "coordinates": [106.07, 21.18]}, "properties": {"id": name}}
        for name in names
    ]
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


@asynccontextmanager
async def serving(serve: Serve) -> AsyncIterator[int]:
    """A server on loopback, as long as the context lasts; its port."""
    answering: set[asyncio.Task[None]] = set()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        answering.add(task)
        try:
            await serve(reader, writer)
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.close()
            with suppress(OSError):
                await writer.wait_closed()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        for task in answering:
            task.cancel()
        await asyncio.gather(*answering, return_exceptions=True)


def http(status: str, body: bytes) -> Serve:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode() + body)
        await writer.drain()

    return serve


async def follow(address: str, until: Callable[[list[FeedNews]], bool], pace: FeedPace = QUICK) -> list[FeedNews]:
    """What is told until something is."""
    told: list[FeedNews] = []
    feed = asyncio.create_task(UnitsFeed(address, told.append, time.time, pace).run())
    deadline = time.monotonic() + PATIENCE_S
    while not until(told):
        assert time.monotonic() < deadline, told[-5:]
        await asyncio.sleep(0.01)
    feed.cancel()
    await asyncio.gather(feed, return_exceptions=True)
    return told


def has(trouble: FeedTrouble) -> Callable[[list[FeedNews]], bool]:
    return lambda told: any(news.trouble is trouble for news in told)


def names(told: list[FeedNews]) -> list[str]:
    return [unit.unit_id for news in told for unit in news.units]


def test_nmea_over_a_line_that_breaks_off_and_comes_back() -> None:
    connections = 0

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal connections
        connections += 1
        whole = b"\x00rubbish\n" + sentence(RMC, f"s:car{connections}")
        for at in range(0, len(whole), 7):
            writer.write(whole[at : at + 7])
            await writer.drain()
            await asyncio.sleep(0.001)

    async def scene() -> list[FeedNews]:
        async with serving(serve) as port:
            return await follow(f"tcp://127.0.0.1:{port}", lambda told: "car3" in names(told))

    told = asyncio.run(scene())
    assert names(told) == ["car1", "car2", "car3"]
    assert told[-1].broken == 3 and has(FeedTrouble.UNREACHABLE)(told)


def test_a_line_that_says_nothing_is_silent() -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()

    async def scene() -> list[FeedNews]:
        async with serving(serve) as port:
            return await follow(f"tcp://127.0.0.1:{port}", has(FeedTrouble.SILENT))

    assert asyncio.run(scene())[0].trouble is FeedTrouble.SILENT


def test_a_server_is_asked_again_and_again() -> None:
    async def scene() -> list[FeedNews]:
        async with serving(http("200 OK", collection("a", "b"))) as port:
            return await follow(f"http://127.0.0.1:{port}/units.json", lambda told: len(told) >= 3)

    told = asyncio.run(scene())
    assert names(told)[:4] == ["a", "b", "a", "b"] and not told[0].broken


@pytest.mark.parametrize(
    ("status", "body", "trouble"),
    [
        ("404 Not Found", b"", FeedTrouble.REFUSED),
        ("302 Found", b"", FeedTrouble.REFUSED),
        ("200 OK", b"<html>login</html>", FeedTrouble.BROKEN),
        ("200 OK", b" " * (MOST_BYTES + 1), FeedTrouble.TOO_LARGE),
    ],
)
def test_what_a_server_does_wrong_is_named(status: str, body: bytes, trouble: FeedTrouble) -> None:
    async def scene() -> list[FeedNews]:
        async with serving(http(status, body)) as port:
            return await follow(f"http://127.0.0.1:{port}/", has(trouble))

    assert asyncio.run(scene())[0].trouble is trouble


def test_a_server_that_hangs_keeps_nobody_waiting() -> None:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n")
        while True:
            writer.write(b" ")
            await writer.drain()
            await asyncio.sleep(0.05)

    async def scene() -> list[FeedNews]:
        async with serving(serve) as port:
            pace = FeedPace(poll_s=0.02, patience_s=0.3, first_again_s=0.02)
            return await follow(f"http://127.0.0.1:{port}/", has(FeedTrouble.UNREACHABLE), pace)

    assert asyncio.run(scene())


def test_a_file_that_grows_old_goes_and_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "xe tuần tra.geojson"
    path.write_bytes(collection("a"))
    os.utime(path, (1_790_000_000, 1_790_000_000))

    def go_on(told: list[FeedNews]) -> bool:
        if names(told) and path.exists() and "b" not in names(told) and not has(FeedTrouble.MISSING)(told):
            path.unlink()
        if has(FeedTrouble.MISSING)(told) and not path.exists():
            path.write_bytes(collection("b"))
        return "b" in names(told)

    told = asyncio.run(follow(str(path), go_on))
    assert told[0].units[0].at_s == 1_790_000_000, "as old as the file"
    assert told[-1].units[0].at_s > 1_790_000_000
    assert names(asyncio.run(follow(path.as_uri(), lambda told: bool(told)))) == ["b"]


def test_a_file_that_hangs_keeps_nobody_waiting_and_is_asked_once(tmp_path: Path) -> None:
    """A pipe that nobody writes into, as a share that is gone."""
    path = tmp_path / "units.geojson"
    os.mkfifo(path)
    pace = FeedPace(poll_s=0.02, patience_s=0.2, first_again_s=0.02, last_again_s=0.02)
    told = asyncio.run(follow(str(path), lambda told: len(told) >= 4, pace))
    assert {news.trouble for news in told} == {FeedTrouble.UNREACHABLE}
    waiting = [thread for thread in threading.enumerate() if thread.name == "units file"]
    assert len(waiting) == 1 and waiting[0].daemon
    path.write_bytes(b"")
    waiting[0].join(PATIENCE_S)


@pytest.mark.parametrize("address", ["", "  ", "tcp://host", "tcp://:5", "ftp://x/y", "tcp://h:99999999", "http://"])
def test_what_is_no_address_is_told_at_once(address: str) -> None:
    told: list[FeedNews] = []
    asyncio.run(asyncio.wait_for(UnitsFeed(address, told.append, time.time, QUICK).run(), PATIENCE_S))
    assert told == [FeedNews(trouble=FeedTrouble.ADDRESS)]


def test_nobody_there_is_tried_ever_more_seldom() -> None:
    async def scene() -> list[FeedNews]:
        async with serving(http("200 OK", b"")) as port:
            pass
        return await follow(f"tcp://127.0.0.1:{port}", lambda told: len(told) >= 3)

    assert {news.trouble for news in asyncio.run(scene())} == {FeedTrouble.UNREACHABLE}
