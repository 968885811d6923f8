"""Rings until it is told to stop, and says whether anybody can hear it. Lives on the loop."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Callable
from itertools import cycle

from wall.model.sound import SoundPhase
from wall.model.tile import Cause
from wall.video.sound.bell import PACKET_S, ringing
from wall.video.sound.outlet import Outlet, SoundEngine
from wall.video.sound.playout import HEARD_AFTER_US

_PACKET_US = round(PACKET_S * 1e6)
_AHEAD_US = 120_000
"""So much is handed over before it is due: this loop may be late."""
_PAUSE_S = 0.04
"""Several packets at once, instead of waking for each."""


class Ringing:
    """Begins at once. A device that fails ends it: then it is made anew."""

    def __init__(self, level: int, engine: SoundEngine, report: Callable[[SoundPhase, Cause], None]) -> None:
        self.gain = 1.0
        """Not turned down with the cameras' sound: an alarm is to be heard."""
        self._report = report
        self._outlet = Outlet(engine)
        self._told = SoundPhase.OPENING
        self._task = asyncio.create_task(self._ring(level))

    def retry(self) -> None:
        """Nothing here waits for a login."""

    def look(self) -> None:
        """Several times a second: is anything heard?"""
        if self._told is SoundPhase.FAILED:
            return
        if (fault := self._outlet.fault) is not Cause.NONE:
            self._task.cancel()
            self._outlet.close()
            self._tell(SoundPhase.FAILED, fault)
        elif self._outlet.has_played:
            self._tell(SoundPhase.PLAYING, Cause.NONE)

    async def close(self) -> None:
        """Let nothing more be heard."""
        if self._told is not SoundPhase.FAILED:
            self._outlet.close()
        self._task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._task

    async def _ring(self, level: int) -> None:
        next_us = _now_us() + HEARD_AFTER_US
        for packet in cycle(ringing(level)):
            if (early_us := next_us - _now_us() - HEARD_AFTER_US - _AHEAD_US) > 0:
                await asyncio.sleep(early_us / 1e6 + _PAUSE_S)
            self._outlet.play(packet, next_us)
            next_us += _PACKET_US

    def _tell(self, phase: SoundPhase, cause: Cause) -> None:
        if phase is not self._told:
            self._told = phase
            self._report(phase, cause)


def _now_us() -> int:
    return round(time.monotonic() * 1e6)
