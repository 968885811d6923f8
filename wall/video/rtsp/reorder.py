"""Putting datagrams back into their order, for a moment and a few packets only. Asyncio."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from wall.model.errors import WallError
from wall.video.rtsp.interleaved import PacketHandler
from wall.video.rtsp.limits import Limits

_MAX_MISORDER = 100


class ReorderWindow:
    """Holds packets back while one before them is missing."""

    def __init__(self, packet: PacketHandler, fail: Callable[[BaseException], None], limits: Limits) -> None:
        """`packet` takes the packets in order; `fail` gets the WallError that it raises on a timer."""
        self._deliver = packet
        self._fail = fail
        self._limits = limits
        self._next = -1
        self._held: dict[int, memoryview] = {}
        self._timer: asyncio.TimerHandle | None = None

    def packet(self, memory: memoryview, start: int, end: int) -> None:
        """Take the packet that arrived; its memory must stay as it is while it is held."""
        if end - start < 12:
            return
        sequence = memory[start + 2] << 8 | memory[start + 3]
        ahead = sequence - self._next & 0xFFFF
        if ahead == 0 or self._next < 0:
            self._pass(sequence, memory[start:end])
            while (held := self._held.pop(self._next, None)) is not None:
                self._pass(self._next, held)
        elif ahead < self._limits.reorder_packets:
            self._held[sequence] = memory[start:end]
            if self._timer is None:
                loop = asyncio.get_running_loop()
                self._timer = loop.call_later(self._limits.reorder_s, self._waited_enough)
        elif ahead >= 0x10000 - _MAX_MISORDER:
            self._deliver(memory, start, end)  # too late: the stream counts it
        else:
            self._release()
            self._pass(sequence, memory[start:end])
        if self._timer is not None and not self._held:
            self._timer.cancel()
            self._timer = None

    def close(self) -> None:
        """Deliver nothing more."""
        self._held.clear()
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _pass(self, sequence: int, packet: memoryview) -> None:
        self._next = sequence + 1 & 0xFFFF
        self._deliver(packet, 0, len(packet))

    def _release(self) -> None:
        """Give up what is missing and hand on what is there, in order."""
        held, self._held = self._held, {}
        for sequence in sorted(held, key=lambda number: number - self._next & 0xFFFF):
            self._pass(sequence, held[sequence])

    def _waited_enough(self) -> None:
        self._timer = None
        try:
            self._release()
        except WallError as error:
            self._fail(error)
