"""The queue of units, and what it says to libVLC; without libVLC."""

from __future__ import annotations

import ctypes
import threading
import time

import pytest

from wall.video.decode.imem import UnitQueue

_GET = ctypes.CFUNCTYPE(
    ctypes.c_int,
    ctypes.c_void_p,
    ctypes.c_char_p,
    ctypes.POINTER(ctypes.c_int64),
    ctypes.POINTER(ctypes.c_int64),
    ctypes.POINTER(ctypes.c_uint),
    ctypes.POINTER(ctypes.c_size_t),
    ctypes.POINTER(ctypes.c_void_p),
)


class Input:
    """Asks for units through the address in the options, as imem does."""

    def __init__(self, queue: UnitQueue) -> None:
        options = dict(option.lstrip(":").split("=") for option in queue.options("h264"))
        assert (options["imem-cat"], options["imem-codec"]) == ("2", "h264")
        self._get = _GET(int(options["imem-get"]))
        self.stamps: list[tuple[int, int]] = []

    def get(self) -> bytes | None:
        """The next unit; None at the end."""
        dts, pts, flags = ctypes.c_int64(), ctypes.c_int64(), ctypes.c_uint()
        size, buffer = ctypes.c_size_t(), ctypes.c_void_p()
        if self._get(None, b"", dts, pts, flags, size, buffer):
            return None
        self.stamps.append((dts.value, pts.value))
        assert buffer.value is not None
        return ctypes.string_at(buffer.value, size.value)


def test_units_come_out_in_order_and_whole() -> None:
    queue = UnitQueue()
    reader = Input(queue)
    units = [b"first", b"\0second\0\0", bytes(100_000)]
    for unit in units:
        queue.put(unit)
    assert queue.waiting() == 3
    assert [reader.get() for _ in units] == units
    assert queue.taken == 3


def test_once_ended_always_ended() -> None:
    queue = UnitQueue()
    reader = Input(queue)
    queue.put(b"last")
    queue.end()
    assert [reader.get() for _ in range(4)] == [b"last", None, None, None]


def test_the_end_wakes_a_waiting_input() -> None:
    """`stop()` of libVLC waits for the callback."""
    queue = UnitQueue()
    reader = Input(queue)
    answers: list[bytes | None] = []
    thread = threading.Thread(target=lambda: answers.append(reader.get()))
    thread.start()
    queue.end()
    thread.join(5)
    assert answers == [None]


def test_stamps_follow_the_time_of_arrival() -> None:
    """The camera's clock never enters. The first two only end the buffering."""
    queue = UnitQueue()
    reader = Input(queue)
    for _ in range(10):
        queue.put(b"unit")
        reader.get()
        time.sleep(0.01)
    decoding = [dts for dts, _ in reader.stamps[2:]]
    assert decoding == sorted(decoding)
    apart = decoding[-1] - decoding[0]
    assert 70_000 <= apart < 500_000
    assert len({pts - dts for dts, pts in reader.stamps[2:]}) == 1, "the delay is not constant"


def test_each_unit_may_be_shown() -> None:
    queue = UnitQueue()
    reader = Input(queue)
    for _ in range(100):
        queue.put(b"unit")
        reader.get()
        assert queue.may_show()
    assert queue.waiting() == 0


def test_units_taken_together_may_all_be_shown() -> None:
    """After a resize a whole group of pictures is fed at once; the last of them is the present one."""
    queue = UnitQueue()
    reader = Input(queue)
    for _ in range(20):
        queue.put(b"unit")
        reader.get()
    shown = [queue.may_show() for _ in range(20)]
    assert all(shown)


def test_what_is_shown_again_is_not_a_picture() -> None:
    """libVLC shows its last picture again every 80 ms; that soon counts no more."""
    queue = UnitQueue()
    reader = Input(queue)
    queue.put(b"unit")
    reader.get()
    shown = []
    for _ in range(12):
        shown.append(queue.may_show())
        time.sleep(0.08)
    assert shown[0]
    assert not any(shown[5:])


@pytest.mark.parametrize("shown", [0, 1, 5])
def test_what_was_taken_and_not_shown_still_waits(shown: int) -> None:
    queue = UnitQueue()
    reader = Input(queue)
    for _ in range(6):
        queue.put(b"unit")
    for _ in range(5):
        reader.get()
    for _ in range(shown):
        queue.may_show()
    assert queue.waiting() == 6 - shown
