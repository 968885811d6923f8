"""The road of access units into libVLC: its `imem` access, our unit queue, and the stamps that keep the delay constant.

Facts of libVLC 3.0 (demux imem, src/input/es_out.c, clock.c), measured and read:

- imem has a fixed presentation delay of 300 ms, which no option changes: a picture is shown at *map(pts) + 300 ms*.
- Nothing is shown until 300 ms of stream have been buffered, by decoding stamps, and the decoder has its first picture.
  At that moment, T, the stream's first stamp X is mapped to *T - 290 ms*, and so stays for ever: imem's pace is
  controlled by the player, so no drift is followed and none can add up (a known fault of players that do follow it).
- Presentation stamps must grow, or libavcodec trusts the decoding stamps instead, for ever: 300 ms more of delay.
- After each unit the input sleeps until *map(dts)*. A dts that maps into the future would slow the stream down.

So the first unit is stamped X and the second X + 301 ms, which ends the buffering at once; T is when the third is
asked for, but for at most 11 ms of that sleep. From then on a unit taken at time t gets a dts that maps a little before
t, and a pts that is shown at t + `SHOW_AFTER_US`: the camera's own clock never enters, and a tile's delay is the same
after eight hours as after one second.

The get-callback may block; `stop()` waits for it. An end mark in the queue ends the input within milliseconds.
"""

from __future__ import annotations

import ctypes
import queue
import time

SHOW_AFTER_US = 40_000
"""Enough for a 1080p picture to be decoded, so that pictures are shown as evenly as they come. One that is decoded
later is shown at once; libavcodec must not find *all* of them late, or it drops them after five seconds.
"""

FIRST_STAMP_US = 1_000_000
BUFFER_US = 301_000
BUFFERED_UNITS = 2
MAPPED_BEFORE_US = 290_000
IN_THE_PAST_US = 20_000
IMEM_DELAY_US = 300_000
_FRESH_US = 250_000

END = -1
GOT = 0

Get = ctypes.CFUNCTYPE(
    ctypes.c_int,
    ctypes.c_void_p,
    ctypes.c_char_p,
    ctypes.POINTER(ctypes.c_int64),
    ctypes.POINTER(ctypes.c_int64),
    ctypes.POINTER(ctypes.c_uint),
    ctypes.POINTER(ctypes.c_size_t),
    ctypes.POINTER(ctypes.c_void_p),
)


def harmless_function() -> int:
    """The address of a C function that does nothing: imem insists on a release callback, and Python needs none.

    The unit is kept alive by `_current` until the next one is asked for; imem copies it before that.
    """
    address = ctypes.cast(ctypes.CDLL(None).getpid, ctypes.c_void_p).value
    assert address is not None
    return address


class UnitQueue:
    """Access units on their way to one libVLC input. `put` from the loop, taken on libVLC's input thread."""

    def __init__(self) -> None:
        self._units: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._current: bytes | None = None
        self._callback = Get(self._get)
        self.taken = 0
        self.shown = 0
        self._credit = 0
        self._taken_us = 0
        self._mapped_us = 0
        self._pts_us = FIRST_STAMP_US

    def put(self, unit: bytes) -> None:
        self._units.put(unit)

    def end(self) -> None:
        """Let libVLC's input end as soon as it asks for the next unit."""
        self._units.put(None)

    def waiting(self) -> int:
        """Units before the decoder: here, and those it took and has not shown."""
        return self._units.qsize() + self.taken - self.shown

    def may_show(self) -> bool:
        """Take notice that libVLC shows a picture; say whether it may be a new one.

        libVLC shows its last picture again every 80 ms when nothing new comes (VOUT_REDISPLAY_DELAY). Those copies
        must not pass for pictures: the last unit taken allows three showings, which covers one that came in between,
        and more for a moment: of units taken together, as after a resize, the last one is the picture that matters.
        They do count as shown, or a unit that gave no picture would wait for ever.
        """
        self.shown = min(self.taken, self.shown + 1)
        self._credit -= 1
        return self._credit >= 0 or now_us() - self._taken_us < _FRESH_US

    def since_taken_s(self) -> float:
        """For how long libVLC has had the newest unit it took."""
        return (now_us() - self._taken_us) / 1e6

    def options(self, codec: str) -> list[str]:
        """The media options that make libVLC read from here."""
        get = ctypes.cast(self._callback, ctypes.c_void_p).value
        return [
            ":imem-cat=2",
            f":imem-codec={codec}",
            f":imem-get={get}",
            f":imem-release={harmless_function()}",
            ":imem-data=1",
        ]

    def _get(self, _data, _cookie, dts, pts, flags, size, buffer) -> int:  # type: ignore[no-untyped-def]
        if self.taken == BUFFERED_UNITS and not self._mapped_us:
            self._mapped_us = now_us()
        unit = self._units.get()
        if unit is None:
            self._units.put(None)  # Once ended, ended for every further call.
            return END
        self._current = unit
        dts[0], pts[0] = self._stamps()
        flags[0] = 0
        size[0] = len(unit)
        buffer[0] = ctypes.cast(ctypes.c_char_p(unit), ctypes.c_void_p).value
        self.taken += 1
        self._taken_us = now_us()
        self._credit = 3
        return GOT

    def _stamps(self) -> tuple[int, int]:
        """Decoding and presentation stamp of the unit taken now, microseconds."""
        self._pts_us += 1
        if self.taken < BUFFERED_UNITS:
            return FIRST_STAMP_US + self.taken * BUFFER_US, self._pts_us
        since_us = FIRST_STAMP_US + now_us() - self._mapped_us + MAPPED_BEFORE_US
        self._pts_us = max(self._pts_us, since_us - IMEM_DELAY_US + SHOW_AFTER_US)
        return since_us - IN_THE_PAST_US, self._pts_us


def now_us() -> int:
    """The monotonic clock, microseconds."""
    return time.monotonic_ns() // 1000
