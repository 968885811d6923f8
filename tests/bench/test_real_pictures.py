"""The whole road once: what the city says it sent is what is read off decoded pictures; and the floor."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTimer

from tests.support.waiting import wait_until
from tests.video.pooled import running_pool
from wall.bench.control import Control
from wall.bench.floor import Floor
from wall.bench.frame_number import frame_number
from wall.bench.processes import children
from wall.bench.turns import Turns
from wall.demo import City, running_city
from wall.services.io import IoLoop
from wall.video.memory import PictureReader
from wall.video.rtsp import AccessUnit, StreamInfo, receive


@pytest.fixture(scope="module")
def city() -> Iterator[City]:
    with running_city(2, 1, "--clip", "bench") as city:
        yield city


@pytest.fixture
def control(city: City) -> Iterator[Control]:
    control = Control(city.control)
    yield control
    control.close()


@pytest.fixture(scope="module")
def floor(city: City) -> Iterator[Floor]:
    """Its process is followed by one of Python's own that stays to the end."""
    with Floor(city.cameras[0].source_for_grid(), units=24) as floor:
        yield floor


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


def test_the_floor_is_a_cost_and_grows_with_the_picture(floor: Floor) -> None:
    small, large = (floor.measure(*size).result() for size in ((160, 90), (1280, 720)))
    assert 0 < small < large < 1 / 15


@pytest.mark.timeout(60)
def test_wall_and_floor_take_turns_and_the_city_goes_on_between_them(
    city: City, floor: Floor, control: Control, qapp: QCoreApplication
) -> None:
    turns = Turns(city.pid, floor, (160, 90), children(), lambda: 0.0)
    busy = QTimer(interval=20)
    busy.timeout.connect(lambda: sum(range(100_000)))
    busy.start()
    with IoLoop() as io:
        io.request(receive(city.cameras[0].source_for_grid(), Passed()))
        turns.take(4.0)
    assert len(turns.spans) == 2 and len(turns.floors_s) == 3
    sent = turns.within(control.sent(city.cameras[0].number))
    assert len(sent) == pytest.approx(15 * turns.seconds, rel=0.2)
    figures = turns.figures(1, source_fps=15)
    cost, ratio = figures["cpu_per_tile"], figures["ratio"]
    assert isinstance(cost, float) and isinstance(ratio, float)
    assert 0 < cost < 1, "this process, which receives, and has something to do"
    floors = [floor_s * 15 for floor_s in turns.floors_s]
    assert 0.9 * cost / max(floors) < ratio < 1.1 * cost / min(floors)


def test_what_looking_costs_is_not_the_wall_s(city: City, floor: Floor, qapp: QCoreApplication) -> None:
    turns = Turns(city.pid, floor, (160, 90), children(), time.process_time)
    turns.take(2.0)
    assert turns.spans[0].cores < 0.02, "all of it is taken off"


class Passed:
    """`rtsp.Sink` that wants nothing of it."""

    def opened(self, info: StreamInfo) -> None: ...

    def unit(self, unit: AccessUnit) -> None: ...

    def clock(self, offset_s: float) -> None: ...
