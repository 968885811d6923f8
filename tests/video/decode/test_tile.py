"""One tile of a decode process: connects, reports, waits, tries again, and lets go."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import NoReturn

import pytest

from tests.support.waiting import until
from tests.video.rtsp.cameras import Camera, Handler
from wall.bench.control import Control
from wall.demo import City
from wall.model.stream import Source
from wall.model.tile import Cause, Phase
from wall.video.decode import tile as tile_module
from wall.video.decode.quick import QuickEngine
from wall.video.decode.tile import Tile
from wall.video.engine import Engine
from wall.video.memory import PictureMemory
from wall.video.rtsp import LoginDesk, Sink, StreamInfo

START_WITHIN_S = 15.0


@dataclass
class Watched:
    """A tile, its memory, and what it reported and when."""

    tile: Tile
    memory: PictureMemory
    reports: list[tuple[float, Phase, Cause]] = field(default_factory=list)

    @property
    def said(self) -> list[tuple[Phase, Cause]]:
        return [(phase, cause) for _, phase, cause in self.reports]

    def failures(self) -> list[float]:
        """When it failed."""
        return [at_s for at_s, phase, _ in self.reports if phase is Phase.FAILED]


@asynccontextmanager
async def tile(
    engine: Engine, quick: QuickEngine, source: Source, *, is_resting: bool = False
) -> AsyncIterator[Watched]:
    """A tile that connects, closed with the block."""
    memory = PictureMemory.create(160, 90)
    reports: list[tuple[float, Phase, Cause]] = []

    def report(phase: Phase, cause: Cause, info: StreamInfo | None) -> None:
        assert (info is None) == (phase is not Phase.PLAYING)
        reports.append((time.monotonic(), phase, cause))

    watched = Watched(Tile(source, memory, engine, quick, report, is_resting=is_resting), memory, reports)
    try:
        yield watched
    finally:
        await watched.tile.close()
        memory.close()


@asynccontextmanager
async def served(handler: Handler) -> AsyncIterator[Source]:
    """The address of a camera that behaves like this."""
    server = await asyncio.start_server(handler, "127.0.0.1", 0)
    async with server:
        yield Source(f"rtsp://127.0.0.1:{server.sockets[0].getsockname()[1]}/live")


def test_it_plays_and_gives_its_session_back(engine: Engine, quick: QuickEngine, city: City) -> None:
    control = Control(city.control)

    async def scenario() -> None:
        async with tile(engine, quick, city.cameras[0].source_for_grid()) as watched:
            await until(lambda: watched.memory.vitals().picture_s, START_WITHIN_S)
            watched.tile.look(time.monotonic())
            assert watched.said == [(Phase.OPENING, Cause.NONE), (Phase.PLAYING, Cause.NONE)]
            assert watched.memory.vitals().packet_s and watched.memory.vitals().changed_s

    asyncio.run(scenario())
    assert control.status()["sessions"] == 0
    control.close()


def test_it_tries_ever_more_slowly(engine: Engine, quick: QuickEngine) -> None:
    async def scenario() -> None:
        async with tile(engine, quick, Source("rtsp://127.0.0.1:9/none")) as watched:
            await until(lambda: len(watched.failures()) == 4, START_WITHIN_S)
            assert set(watched.said[1:]) == {(Phase.FAILED, Cause.REFUSED)}, "it flickers"
            first, second, third, fourth = watched.failures()
            assert second - first < third - second < fourth - third

    asyncio.run(scenario())


def test_a_refused_login_waits_for_a_person(engine: Engine, quick: QuickEngine) -> None:
    refused = 0

    async def refuse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal refused
        while head := await reader.readuntil(b"\r\n\r\n"):
            cseq = head.split(b"CSeq: ")[1].split(b"\r\n")[0]
            status = b"200 OK\r\nPublic: DESCRIBE" if head.startswith(b"OPTIONS") else b"401 Unauthorized"
            refused += not head.startswith(b"OPTIONS")
            writer.write(b"RTSP/1.0 " + status + b'\r\nCSeq: %s\r\nWWW-Authenticate: Basic realm="x"\r\n\r\n' % cseq)

    async def scenario() -> None:
        async with served(refuse) as source, tile(engine, quick, source) as watched:
            await until(lambda: watched.failures())
            assert watched.said[-1] == (Phase.FAILED, Cause.LOGIN_NEEDED)
            await asyncio.sleep(1.5)
            assert refused == len(watched.failures()) == 1, "it tried again by itself"
            watched.tile.retry()
            await until(lambda: refused == len(watched.failures()) == 2)
            assert watched.said[-2:] == [(Phase.OPENING, Cause.NONE), (Phase.FAILED, Cause.LOGIN_NEEDED)]

    asyncio.run(scenario())


def test_after_a_failure_an_answer_alone_is_not_playing(engine: Engine, quick: QuickEngine) -> None:
    """A camera that agrees to play, sends nothing and hangs up would flicker between two states."""
    camera = Camera(then_close=True)

    async def scenario() -> None:
        async with served(camera.serve) as source, tile(engine, quick, source) as watched:
            await until(lambda: len(watched.failures()) >= 3, START_WITHIN_S)
            assert (Phase.PLAYING, Cause.NONE) not in watched.said[watched.said.index((Phase.FAILED, Cause.ENDED)) :]

    asyncio.run(scenario())


@pytest.mark.alone
@pytest.mark.parametrize("state", ["connecting", "waiting"])
def test_it_can_be_closed_at_any_time(engine: Engine, quick: QuickEngine, state: str) -> None:
    async def say_nothing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    async def scenario() -> None:
        async with served(say_nothing) as silent:
            source = silent if state == "connecting" else Source("rtsp://127.0.0.1:9/none")
            async with tile(engine, quick, source) as watched:
                await until(lambda: watched.failures() or state == "connecting")
                await asyncio.sleep(0.1)
                began_s = time.monotonic()
            assert time.monotonic() - began_s < 1

    asyncio.run(scenario())


def test_a_fault_of_ours_is_said_logged_and_survived(
    engine: Engine, quick: QuickEngine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A tile must never stay «connecting» because its task has died."""

    async def broken(source: Source, sink: Sink, desk: LoginDesk | None = None) -> NoReturn:
        raise IndexError("a fault of ours")

    async def scenario() -> None:
        async with tile(engine, quick, Source("rtsp://127.0.0.1:9/none")) as watched:
            await until(lambda: len(watched.failures()) == 2, START_WITHIN_S)
            assert watched.said[-1] == (Phase.FAILED, Cause.UNKNOWN)

    monkeypatch.setattr(tile_module, "receive", broken)
    asyncio.run(scenario())
    assert "IndexError: a fault of ours" in capsys.readouterr().err


def test_resting_it_receives_and_shows_nothing_until_it_is_woken(
    engine: Engine, quick: QuickEngine, city: City
) -> None:
    """Over one and the same session; and the first picture is one of now."""
    control = Control(city.control)

    async def scenario() -> None:
        async with tile(engine, quick, city.cameras[0].source_for_grid(), is_resting=True) as watched:
            vitals = watched.memory.vitals
            await until(lambda: vitals().bytes_in > 50_000, START_WITHIN_S)
            watched.tile.look(time.monotonic())
            assert vitals().pictures == 0
            assert watched.said == [(Phase.OPENING, Cause.NONE), (Phase.PLAYING, Cause.NONE)]
            woke_s = time.monotonic()
            watched.tile.wake(None)
            assert await until(lambda: vitals().pictures) < 2
            assert (vitals().picture_s or 0) > woke_s - 0.5, "it is not of now"
            await until(lambda: vitals().pictures > 40)  # Over the next keyframe.
            watched.tile.rest()
            await asyncio.sleep(0.2)
            pictures, bytes_in = vitals().pictures, vitals().bytes_in
            await until(lambda: vitals().bytes_in > bytes_in + 50_000)
            assert vitals().pictures == pictures, "it decodes while it rests"
            assert len(watched.said) == 2
            assert (await asyncio.to_thread(control.status))["sessions"] == 1

    asyncio.run(scenario())
    control.close()


def test_resting_it_connects_again_as_usual(engine: Engine, quick: QuickEngine) -> None:
    async def scenario() -> None:
        async with tile(engine, quick, Source("rtsp://127.0.0.1:9/none"), is_resting=True) as watched:
            await until(lambda: len(watched.failures()) == 3, START_WITHIN_S)
            first, second, third = watched.failures()
            assert set(watched.said[1:]) == {(Phase.FAILED, Cause.REFUSED)}
            assert second - first < third - second
            watched.tile.wake(None)
            watched.tile.rest()
            await until(lambda: len(watched.failures()) == 4, START_WITHIN_S)

    asyncio.run(scenario())
