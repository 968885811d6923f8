"""A loop that rests between its turns: fewer of them, nothing forgotten, timers in time."""

from __future__ import annotations

import asyncio
import selectors
import socket

import pytest

from tests.video.rtsp.cameras import Camera, on_air, watch
from tests.video.rtsp.packets import interleaved, rtp
from wall.video.rtsp.pace import PacedSelector, paced_loop


class Time:
    """A clock that only sleeping moves."""

    def __init__(self) -> None:
        self.now_s = 50.0
        self.slept_s: list[float] = []

    def sleep(self, duration_s: float) -> None:
        self.slept_s.append(duration_s)
        self.now_s += duration_s


@pytest.fixture
def clock() -> Time:
    return Time()


@pytest.fixture
def selector(clock: Time) -> PacedSelector:
    return PacedSelector(0.01, lambda: clock.now_s, clock.sleep)


def test_the_first_turn_comes_at_once_and_the_next_after_the_pause(selector: PacedSelector, clock: Time) -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as one, selector:
        selector.register(one, selectors.EVENT_WRITE)
        for _ in range(3):
            assert len(selector.select(5)) == 1
    assert clock.slept_s == [pytest.approx(0.01)] * 2


def test_what_is_due_is_not_held_up(selector: PacedSelector, clock: Time) -> None:
    with selector:
        for _ in range(3):
            selector.select(0)
    assert clock.slept_s == []


def test_a_timer_within_the_pause_is_kept(selector: PacedSelector, clock: Time) -> None:
    with selector:
        selector.select(0.001)
        selector.select(0.004)
    assert clock.slept_s == [pytest.approx(0.004)]


def test_receiving_on_such_a_loop() -> None:
    pictures = [interleaved(rtp(b"\x65\x88idr", number, number * 6000, marker=True)) for number in range(50)]

    async def run() -> int:
        async with on_air(Camera(media=pictures)) as camera:
            return len((await watch(camera.url, 50)).units)

    with asyncio.Runner(loop_factory=paced_loop) as runner:
        assert runner.run(run()) == 50
