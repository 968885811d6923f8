"""The road of samples into libVLC: its `imem` access, as for pictures; `decode.imem` tells what its stamps do."""

from __future__ import annotations

import ctypes
import queue

from wall.video.decode.imem import (
    BUFFER_US,
    BUFFERED_UNITS,
    END,
    FIRST_STAMP_US,
    GOT,
    IMEM_DELAY_US,
    IN_THE_PAST_US,
    MAPPED_BEFORE_US,
    Get,
    harmless_function,
    now_us,
)
from wall.video.sound.samples import RATE_HZ, SAMPLE_BYTES

_OPENING = bytes(RATE_HZ // 1000 * SAMPLE_BYTES)
"""A millisecond of silence, twice: what ends libVLC's buffering."""


class SampleQueue:
    """Samples on their way to one libVLC input, each with the time at which it is to be heard."""

    def __init__(self) -> None:
        self._waiting: queue.SimpleQueue[tuple[bytes, int] | None] = queue.SimpleQueue()
        self._current = b""
        self._callback = Get(self._get)
        self._taken = 0
        self._mapped_us = 0

    def put(self, samples: bytes, heard_at_us: int) -> None:
        """The next samples; monotonic microseconds."""
        self._waiting.put((samples, heard_at_us))

    def end(self) -> None:
        """Let libVLC's input end as soon as it asks for the next samples. Any thread."""
        self._waiting.put(None)

    def options(self) -> list[str]:
        """The media options that make libVLC read from here."""
        return [
            ":imem-cat=1",
            ":imem-codec=s16l",
            ":imem-channels=1",
            f":imem-samplerate={RATE_HZ}",
            f":imem-get={ctypes.cast(self._callback, ctypes.c_void_p).value}",
            f":imem-release={harmless_function()}",
            ":imem-data=1",
        ]

    def _get(self, _data, _cookie, dts, pts, flags, size, buffer) -> int:  # type: ignore[no-untyped-def]
        if self._taken < BUFFERED_UNITS:
            self._current = _OPENING
            dts[0], pts[0] = FIRST_STAMP_US + self._taken * BUFFER_US, FIRST_STAMP_US + self._taken
        else:
            self._mapped_us = self._mapped_us or now_us()
            taken = self._waiting.get()
            if taken is None:
                self._waiting.put(None)
                return END
            self._current = taken[0]
            dts[0] = self._stamp_of(now_us()) - IN_THE_PAST_US
            pts[0] = self._stamp_of(taken[1]) - IMEM_DELAY_US
        flags[0], size[0] = 0, len(self._current)
        buffer[0] = ctypes.cast(ctypes.c_char_p(self._current), ctypes.c_void_p).value
        self._taken += 1
        return GOT

    def _stamp_of(self, at_us: int) -> int:
        """What libVLC maps to this moment."""
        return FIRST_STAMP_US + at_us - self._mapped_us + MAPPED_BEFORE_US
