"""The whole road once: what the city says it sent is what is read off decoded pictures; and the floor."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator

import pytest

from tests.support.waiting import wait_until
from tests.video.pooled import running_pool
from wall.bench.control import Control
from wall.bench.floor import floor_per_tile
from wall.bench.frame_number import frame_number
from wall.demo import City, running_city
from wall.video.memory import PictureReader


@pytest.fixture(scope="module")
def city() -> Iterator[City]:
    with running_city(2, 1, "--clip", "bench") as city:
        yield city


@pytest.fixture
def control(city: City) -> Iterator[Control]:
    control = Control(city.control)
    yield control
    control.close()


def test_frames_are_read_in_their_order_and_were_sent_just_before(city: City, control: Control) -> None:
    seen: list[tuple[int | None, float]] = []

    async def watch() -> None:
        async with running_pool([city.cameras[0].source_for_grid()], processes=1) as pooled:
            await pooled.all_move()
            reader = PictureReader(pooled.memories[0])
            end_s = time.monotonic() + 2
            while time.monotonic() < end_s:
                if reader.has_newer() and (picture := reader.hold()) is not None:
                    seen.append((frame_number(picture), time.monotonic()))
                await asyncio.sleep(0.002)

    asyncio.run(watch())
    sent = dict(control.sent(city.cameras[0].number))
    assert None not in {number for number, _ in seen}, "an unreadable number"
    assert len({number for number, _ in seen}) >= 20
    delays_s = [at_s - sent[number] for number, at_s in seen if number in sent]
    assert len(delays_s) > len(seen) // 2
    assert min(delays_s) > 0 and sorted(delays_s)[len(delays_s) // 2] < 0.5


def test_the_city_is_broken_and_mended(city: City, control: Control) -> None:
    number = city.cameras[1].number
    control.set_fault("loss", [number], on=True, value=50)
    assert control.status()["faults"] == {str(number): {"loss": 50}}
    control.set_fault("loss", [number], on=False)
    wait_until(lambda: control.status()["faults"] == {}, 5)


def test_the_floor_is_a_cost_and_grows_with_the_picture(city: City) -> None:
    source = city.cameras[0].source_for_grid()
    small, large = (floor_per_tile(source, 15, 1.5, *size) for size in ((160, 90), (1280, 720)))
    assert 0 < small < large < 1
