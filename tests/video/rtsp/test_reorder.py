"""Datagrams out of order, within the window and beyond it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from tests.video.rtsp.packets import rtp
from wall.model.errors import UnreachableError
from wall.video.rtsp.limits import Limits
from wall.video.rtsp.reorder import ReorderWindow

LIMITS = Limits(reorder_packets=8, reorder_s=0.04)


class Out:
    """What came out of a window, by sequence number."""

    def __init__(self) -> None:
        self.numbers: list[int] = []
        self.errors: list[BaseException] = []
        self.arrived = asyncio.Event()
        self.window = ReorderWindow(self._packet, self.errors.append, LIMITS)

    def feed(self, numbers: Iterable[int]) -> list[int]:
        for number in numbers:
            packet = memoryview(rtp(b"x", number))
            self.window.packet(packet, 0, len(packet))
        return self.numbers

    def _packet(self, memory: memoryview, start: int, end: int) -> None:
        self.numbers.append(memory[start + 2] << 8 | memory[start + 3])
        self.arrived.set()


def fed(*numbers: int) -> list[int]:
    """Feed and close at once."""

    async def run() -> list[int]:
        out = Out()
        out.feed(numbers)
        out.window.close()
        return out.numbers

    return asyncio.run(run())


def test_in_order() -> None:
    assert fed(65534, 65535, 0, 1) == [65534, 65535, 0, 1]


def test_swapped() -> None:
    assert fed(1, 3, 2, 4) == [1, 2, 3, 4]


def test_a_missing_packet_is_given_up_when_the_window_is_full() -> None:
    assert fed(1, *range(3, 12)) == [1, *range(3, 12)]


def test_a_late_packet_is_left_to_the_stream_to_drop() -> None:
    assert fed(1, 2, 1, 3) == [1, 2, 1, 3]


def test_a_restart_is_followed() -> None:
    assert fed(40000, 5, 6, 7) == [40000, 5, 6, 7]


def test_a_missing_packet_is_given_up_in_time() -> None:
    async def run() -> list[int]:
        out = Out()
        out.feed([1, 3])
        out.arrived.clear()
        await asyncio.wait_for(out.arrived.wait(), 5)
        return out.numbers

    assert asyncio.run(run()) == [1, 3]


def test_an_error_on_the_timer_is_handed_on() -> None:
    async def run() -> list[BaseException]:
        errors: list[BaseException] = []
        failed = asyncio.Event()

        def fail(error: BaseException) -> None:
            errors.append(error)
            failed.set()

        def packet(memory: memoryview, start: int, end: int) -> None:
            if memory[3] == 3:
                raise UnreachableError("changed")

        window = ReorderWindow(packet, fail, LIMITS)
        for number in (1, 3):
            data = memoryview(rtp(b"x", number))
            window.packet(data, 0, len(data))
        await asyncio.wait_for(failed.wait(), 5)
        return errors

    assert isinstance(asyncio.run(run())[0], UnreachableError)


@given(st.permutations(range(7)))
def test_any_order_within_the_window_comes_out_sorted(order: list[int]) -> None:
    assert fed(100, *(101 + number for number in order)) == list(range(100, 108))
