"""A loop that rests between its turns: fewer of them, nothing forgotten, timers in time."""

from __future__ import annotations

import asyncio
import selectors
import socket
import time

import pytest

from tests.video.rtsp.cameras import Camera, on_air, watch
from tests.video.rtsp.packets import interleaved, rtp
from wall.video.rtsp.pace import HURRIED_PAUSE_S, PacedSelector, paced_loop

PARTS = [(0, 0x85), *((number, 0x05) for number in range(1, 1499)), (1499, 0x45)]
"""Sequence numbers and FU headers of a keyframe."""


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


def test_its_owner_may_have_it_rest_for_longer(selector: PacedSelector, clock: Time) -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as one, selector:
        selector.register(one, selectors.EVENT_WRITE)
        selector.select(5)
        selector.rest(0.03)
        selector.select(5)
    assert clock.slept_s == [pytest.approx(0.03)]


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


def test_whoever_waits_for_an_answer_is_served_sooner_for_a_moment(clock: Time) -> None:
    with (
        socket.socket(type=socket.SOCK_DGRAM) as one,
        PacedSelector(0.02, lambda: clock.now_s, clock.sleep) as selector,
    ):
        selector.register(one, selectors.EVENT_WRITE)
        selector.select(5)
        selector.hurry()
        for _ in range(2):
            selector.select(5)
        clock.now_s += 1
        for _ in range(2):
            selector.select(5)
    assert clock.slept_s == [pytest.approx(HURRIED_PAUSE_S)] * 2 + [pytest.approx(0.02)]


def test_a_request_hurries_the_loop_it_is_made_on(monkeypatch: pytest.MonkeyPatch) -> None:
    hurried: list[float] = []
    monkeypatch.setattr(PacedSelector, "hurry", lambda _self: hurried.append(1))

    async def run() -> None:
        async with on_air(Camera(media=[interleaved(rtp(b"\x65\x88idr", 0, 0, marker=True))])) as camera:
            await watch(camera.url, 1)

    with asyncio.Runner(loop_factory=paced_loop) as runner:
        runner.run(run())
    assert len(hurried) >= 3, "to describe, to set up and to play"


def test_where_there_is_more_to_read_nothing_rests(selector: PacedSelector, clock: Time) -> None:
    with socket.socket(type=socket.SOCK_DGRAM) as one, selector:
        selector.register(one, selectors.EVENT_WRITE)
        for _ in range(3):
            selector.select(5)
            selector.go_on()
    assert clock.slept_s == []


def test_a_large_keyframe_takes_no_pause_for_each_part() -> None:
    packets = [rtp(b"\x7c" + bytes([head]) + bytes(1400), number, 0, marker=head == 0x45) for number, head in PARTS]

    async def run() -> float:
        async with on_air(Camera(media=[b"".join(interleaved(packet) for packet in packets)])) as camera:
            began_s = time.monotonic()
            (unit,) = (await watch(camera.url, 1)).units
            assert len(unit.data) > 2_000_000
            return time.monotonic() - began_s

    with asyncio.Runner(loop_factory=lambda: paced_loop(0.2)) as runner:
        assert runner.run(run()) < 5, "64 parts of 32 KiB, with a pause for each: thirteen seconds"


def test_receiving_on_such_a_loop() -> None:
    pictures = [interleaved(rtp(b"\x65\x88idr", number, number * 6000, marker=True)) for number in range(50)]

    async def run() -> int:
        async with on_air(Camera(media=pictures)) as camera:
            return len((await watch(camera.url, 50)).units)

    with asyncio.Runner(loop_factory=paced_loop) as runner:
        assert runner.run(run()) == 50
