"""Recordings of tiles in decode processes: real streams, real files, and what is left of them after a kill."""

from __future__ import annotations

import asyncio
import os
import resource
import signal
import time
from itertools import pairwise
from pathlib import Path

import pytest

from tests.support.gst import Codec as GstCodec
from tests.support.gst import start_gst_server
from tests.support.waiting import until
from tests.video.pooled import START_WITHIN_S, Pooled, running_pool
from tests.video.record.films import are_growing, film, order
from wall.bench.control import Control
from wall.demo import City
from wall.model.buffering import BufferSettings
from wall.model.recording import End, Hitch
from wall.model.stream import Codec, Source


def source(city: City, camera: int = 0) -> Source:
    return city.cameras[camera].source_for_grid()


async def recorded_s(pooled: Pooled, tile: int, seconds: float, patience_s: float = START_WITHIN_S) -> None:
    """Wait until so much of a tile is on the disk."""
    await until(
        lambda: sum(part.seconds for part in pooled.parts(tile)) >= seconds,
        patience_s,
        lambda: f"not recorded: {pooled.written[-3:]}",
    )


def test_a_tile_is_recorded_from_its_last_keyframe_on(city: City, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with running_pool([source(city)], 1) as pooled:
            await pooled.all_move()
            pressed_s = time.time()
            pooled.pool.record(0, order(tmp_path))
            await recorded_s(pooled, 0, 3)
            pooled.pool.stop_recording(0, End.STOPPED)
            (part,) = await pooled.ends(0)
            assert pooled.end(0) is End.STOPPED
            assert part.started_s < pressed_s + 0.1
            assert (part.codec, part.width, part.height) == (Codec.H264, 640, 360)
            played = film(Path(part.path))
            assert played.count == pytest.approx(part.seconds * 15, abs=3) and are_growing(played.stamps_s)
            assert set(played.sizes) == {(640, 360)}
            jpegs = [told.jpeg for _, told in pooled.written if told.jpeg]
            assert len(jpegs) == 1 and len(jpegs[0]) > 2000
            await pooled.all_move()

    asyncio.run(scenario())


def test_it_begins_before_the_key(city: City, tmp_path: Path) -> None:
    """As far as the buffer reaches: some seconds of them from its disk. No picture is missing, and none is twice."""
    little = BufferSettings(memory_mb=1, disk_mb=64, folder=str(tmp_path / "kept"))

    async def scenario() -> None:
        async with running_pool([source(city, tile) for tile in range(6)], 1, buffer=little) as pooled:
            await pooled.all_move()
            await until(lambda: pooled.pool.kept_bytes()[1] > 3_000_000, 40, "nothing reaches the disk")
            pressed_s, pressed_unix_s = time.monotonic(), time.time()
            pooled.pool.record(0, order(tmp_path, from_s=pressed_s - 6))
            await recorded_s(pooled, 0, 8)
            pooled.pool.stop_recording(0, End.STOPPED)
            (part,) = await pooled.ends(0)
            assert pressed_unix_s - 12 < part.started_s <= pressed_unix_s - 5.9
            played = film(Path(part.path))
            steps_s = [later - sooner for sooner, later in pairwise(played.stamps_s)]
            assert max(steps_s) < 0.6 and played.count == pytest.approx(part.seconds * 15, abs=6)

    asyncio.run(scenario())


@pytest.mark.parametrize("codec", ["h264", "h265", "mjpeg"])
def test_what_a_strange_server_sends(codec: GstCodec, tmp_path: Path) -> None:
    """At rest, too: a tile that nobody looks at is recorded as well."""

    async def scenario(url: str) -> None:
        async with running_pool(processes=1) as pooled:
            pooled.open(0, Source(url), is_resting=True)
            pooled.pool.record(0, order(tmp_path))
            await recorded_s(pooled, 0, 2)
            pooled.pool.stop_recording(0, End.STOPPED)
            (part,) = await pooled.ends(0)
            played = film(Path(part.path))
            assert played.codec == {"h265": "hevc"}.get(codec, codec)
            assert played.count >= 25 and are_growing(played.stamps_s)

    with start_gst_server(codec) as server:
        asyncio.run(scenario(server.url))


def test_a_camera_that_changes_size_and_codec(city: City, tmp_path: Path) -> None:
    control = Control(city.control)

    async def scenario() -> None:
        async with running_pool([source(city, 1)], 1) as pooled:
            await pooled.all_move()
            pooled.pool.record(0, order(tmp_path))
            await recorded_s(pooled, 0, 1)
            for fault in ("resolution", "codec"):
                before = len(pooled.parts(0))
                control.set_fault(fault, [city.cameras[1].number], on=True)
                await until(lambda known=before: len(pooled.parts(0)) > known, START_WITHIN_S)  # type: ignore[misc]
                await recorded_s(pooled, 0, before + 2)
            pooled.pool.stop_recording(0, End.STOPPED)
            parts = await pooled.ends(0)
            films = [film(Path(part.path)) for part in parts]
            assert len({(each.codec, each.sizes[0]) for each in films}) == len(films) == 3
            assert all(len(set(each.sizes)) == 1 and are_growing(each.stamps_s) for each in films)
            assert {each.codec for each in films} == {"h264", "hevc"}

    try:
        asyncio.run(scenario())
    finally:
        for fault in ("resolution", "codec"):
            control.set_fault(fault, [city.cameras[1].number], on=False)
        control.close()


def test_a_killed_process_costs_a_moment(city: City, tmp_path: Path) -> None:
    """What was written plays, and the recording goes on in the next file by itself."""

    async def scenario() -> None:
        async with running_pool([source(city)], 1) as pooled:
            await pooled.all_move()
            await pooled.has_spare()
            pooled.pool.record(0, order(tmp_path))
            await recorded_s(pooled, 0, 3)
            os.kill(pooled.pool.pids()[0], signal.SIGKILL)
            killed_s = time.time()
            await until(lambda: len(pooled.parts(0)) == 2, START_WITHIN_S)
            assert Hitch.DECODER_LOST in {told.hitch for _, told in pooled.written}
            first, second = pooled.parts(0)
            broken = film(Path(first.path))
            assert broken.stamps_s[-1] > first.seconds - 2.5 and are_growing(broken.stamps_s)
            assert first.started_s + broken.stamps_s[-1] > killed_s - 2.5
            assert second.started_s < killed_s + 5
            before_s = first.seconds
            await recorded_s(pooled, 0, before_s + 2)
            pooled.pool.stop_recording(0, End.STOPPED)
            await pooled.ends(0)
            assert film(Path(second.path)).count >= 25
            assert sum(bool(told.jpeg) for _, told in pooled.written) == 2

    asyncio.run(scenario())


def test_a_closed_tile_ends_its_file_well(city: City, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with running_pool([source(city)], 1) as pooled:
            await pooled.all_move()
            pooled.pool.record(0, order(tmp_path))
            await recorded_s(pooled, 0, 1)
            (part,) = pooled.parts(0)
            pooled.close(0)
            await until(lambda: b"mfra" in Path(part.path).read_bytes()[-400:], 5, "it has no end")

    asyncio.run(scenario())


def test_a_disk_that_fills_up_ends_the_recording_and_nothing_else(city: City, tmp_path: Path) -> None:
    """The decode process is allowed small files only, as `ulimit -f` does it: the kernel refuses to write more."""

    async def scenario() -> None:
        async with running_pool([source(city), source(city, 1)], 1) as pooled:
            await pooled.all_move()
            _limit_files(pooled.pool.pids()[0], 200_000)
            pooled.pool.record(0, order(tmp_path))
            (part,) = await pooled.ends(0, START_WITHIN_S)
            assert pooled.end(0) is End.DISK_FULL
            assert film(Path(part.path)).count > 15 and part.size <= 200_000
            await pooled.all_move()
            assert pooled.lost_since(0) == set()

    asyncio.run(scenario())


def _limit_files(pid: int, size: int) -> None:
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, size))


def test_no_drill_takes_a_process_that_records(city: City, tmp_path: Path) -> None:
    async def scenario() -> None:
        async with running_pool([source(city, each) for each in range(3)], 2) as pooled:
            await pooled.all_move()
            one, other = (pooled.pool.least_needed([tile], []) for tile in (0, 1))
            assert one is not None and other is not None and one.tiles == {0, 2}
            assert pooled.pool.least_needed([0, 1, 2], []) is other, "it has the fewest"
            pooled.pool.record(1, order(tmp_path))
            assert pooled.pool.least_needed([0, 1, 2], []) is one
            assert pooled.pool.least_needed([0, 1, 2], [2]) is None
            pooled.pool.stop_recording(1, End.STOPPED)
            await pooled.ends(1)
            assert pooled.pool.least_needed([0, 1, 2], [2]) is other

    asyncio.run(scenario())
