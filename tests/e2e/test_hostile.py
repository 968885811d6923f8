"""Whatever stands at an address, the tile says what is wrong with it, and nothing else on the wall notices."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest
from PySide6.QtCore import QCoreApplication

from tests.e2e.figures import Figures
from tests.e2e.room import START_WITHIN_S, Room, open_room
from tests.e2e.small_cameras import in_a_thread
from tests.e2e.strangers import STRANGERS
from wall.bench.control import Control
from wall.bench.crowd import Crowd
from wall.bench.processes import rss_mb
from wall.demo import City
from wall.model.camera import Camera, streams_of
from wall.model.stream import Source

pytestmark = [pytest.mark.timeout(240), pytest.mark.alone]

NAMED_WITHIN_S = 25.0
MOST_GROWTH_MB = 60.0
HOLE_FRAMES, HOLE_FRAMES_IN_A_CROWD = 3, 15


@pytest.fixture(scope="module")
def wall(qapp: QCoreApplication, city: City) -> Iterator[Room]:
    """All strangers on one wall, and behind them two cameras of the city."""
    with in_a_thread([stranger.handler for stranger in STRANGERS]) as urls:
        strangers = [Camera(100 + n, STRANGERS[n].name, streams_of(Source(url))) for n, url in enumerate(urls)]
        with open_room(qapp, [*strangers, *city.cameras[:2]], 4, 3) as room:
            yield room


NEIGHBOURS = range(len(STRANGERS), len(STRANGERS) + 2)


@pytest.mark.parametrize("number", range(len(STRANGERS)), ids=[str(stranger) for stranger in STRANGERS])
def test_is_named(wall: Room, number: int) -> None:
    wall.wait(lambda: wall.status(number) in STRANGERS[number].named, NAMED_WITHIN_S, STRANGERS[number].name)


def test_neighbours_go_on_and_memory_does_not_grow(wall: Room, city: City, control: Control, figures: Figures) -> None:
    """Long enough for every stranger to be asked again."""
    wall.all_move(NEIGHBOURS)
    wall.beats()
    crowd, begin_s, before_mb = Crowd(), time.monotonic(), rss_mb(city.pid)
    assert not wall.spin(6, lambda: not all(wall.is_live(n) for n in NEIGHBOURS)), wall.story()
    growth_mb = rss_mb(city.pid) - before_mb
    holes = [wall.longest_hole(control, n, begin_s, time.monotonic()) for n in NEIGHBOURS]
    held_ms = max(wall.beats().held_ms)
    figures.note("beside nine strangers", hole=max(holes), growth_mb=growth_mb, held_ms=held_ms, crowd=crowd.share())
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


@pytest.mark.parametrize("garbage", [random.Random(1).randbytes(700), b"$\0\xff\xff", b"\0" * 100_000], ids=len)
def test_garbage_in_the_middle_of_a_frame_is_survived(
    qapp: QCoreApplication, city: City, control: Control, garbage: bytes
) -> None:
    source = city.cameras[0].source_for_grid()
    parts = urlsplit(source.url)
    assert parts.port is not None
    proxy = Proxy(parts.port)
    with in_a_thread([proxy.serve]) as (url,):
        beside = Source(url.replace("/live", parts.path), source.credentials, source.transport)
        cameras = [Camera(1, "through garbage", streams_of(beside)), city.cameras[1]]
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
