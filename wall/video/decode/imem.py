"""The road of access units into libVLC: its `imem` access and our unit queue.

Measured facts this rests on (libVLC 3.0.24, `demux imem`):
- It has a fixed presentation delay of 300 ms, which no option changes. Units are therefore stamped with a decoding time
  of *now* and a presentation time 300 ms before it; what remains is a constant 60 ms from feeding to showing.
- It shows nothing until 300 ms of stream were buffered. The first unit is stamped 320 ms into the past, so that the
  second one ends the buffering at once; without it a tile stands still for 0.75 s after its first picture.
- Stamping with the time of arrival keeps the delay constant for ever: the camera's own clock never enters, so its
  drift cannot add up (a known fault of players that follow it).
- The get-callback may block; `stop()` waits for it. An end mark in the queue ends the input within milliseconds.
"""

from __future__ import annotations

import ctypes
import queue
import time

DELAY_US = 300_000
PREROLL_US = 320_000

_END = -1
_GOT = 0

_Get = ctypes.CFUNCTYPE(
    ctypes.c_int,
    ctypes.c_void_p,
    ctypes.c_char_p,
    ctypes.POINTER(ctypes.c_int64),
    ctypes.POINTER(ctypes.c_int64),
    ctypes.POINTER(ctypes.c_uint),
    ctypes.POINTER(ctypes.c_size_t),
    ctypes.POINTER(ctypes.c_void_p),
)


def _harmless_function() -> int:
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
        self._callback = _Get(self._get)
        self.taken = 0
        self.shown = 0
        self._credit = 0

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
        must not pass for pictures: each unit taken allows three showings, which covers one that came in between.
        They do count as shown, or a unit that gave no picture would wait for ever.
        """
        self.shown = min(self.taken, self.shown + 1)
        self._credit -= 1
        return self._credit >= 0

    def options(self, codec: str) -> list[str]:
        """The media options that make libVLC read from here."""
        get = ctypes.cast(self._callback, ctypes.c_void_p).value
        return [
            ":imem-cat=2",
            f":imem-codec={codec}",
            f":imem-get={get}",
            f":imem-release={_harmless_function()}",
            ":imem-data=1",
        ]

    def _get(self, _data, _cookie, dts, pts, flags, size, buffer) -> int:  # type: ignore[no-untyped-def]
        unit = self._units.get()
        if unit is None:
            self._units.put(None)  # Once ended, ended for every further call.
            return _END
        self._current = unit
        stamp = time.monotonic_ns() // 1000 - (0 if self.taken else PREROLL_US)
        dts[0] = stamp
        pts[0] = stamp - DELAY_US
        flags[0] = 0
        size[0] = len(unit)
        buffer[0] = ctypes.cast(ctypes.c_char_p(unit), ctypes.c_void_p).value
        self.taken += 1
        self._credit = 3
        return _GOT
