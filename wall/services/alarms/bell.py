"""The bell of the alarms: rings in a process of its own until it is told to stop, and says where nobody can hear it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

from wall.model.events import BellChanged, Event
from wall.model.sound import SoundPhase
from wall.model.tile import Cause
from wall.video.channel import Message
from wall.video.standby import Standby

_PROGRAM = "wall.video.sound"
_IDLE_S = 60.0
"""So long after the last ring its process stays: the next one begins at once."""
_NOTHING = (SoundPhase.OPENING, Cause.NONE)
_AGAIN_S = 5.0
"""After so long it is tried again where there was no device, or the process was lost."""


class AlarmBell:
    """Fulfils `wall.ui.alarms.sounding.BellPort`. `publish` is called on the io loop."""

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        publish: Callable[[Event], None],
        log: Path | None = None,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._loop = loop
        self._publish = publish
        self._level = self._number = 0
        self._told = _NOTHING
        """Since it is to ring."""
        self._again: asyncio.TimerHandle | None = None
        self._process = Standby(_PROGRAM, log, self._hear, self._lost, idle_s=_IDLE_S, monotonic=monotonic)

    def ring(self, level: int) -> None:
        """Ring as urgently as that from now on (1 to `model.sound.MOST_RINGING`); 0: be silent. Any thread."""
        self._loop.call_soon_threadsafe(self._ring, level)

    async def end(self) -> None:
        """End everything. On the io loop."""
        self._ring(0)
        await self._process.end()

    # -- on the io loop

    def _ring(self, level: int) -> None:
        if level == self._level:
            return
        was_silent, self._level = not self._level, level
        if level:
            if was_silent:
                self._told = _NOTHING
            self._begin()
        else:
            self._forget_again()
            self._process.send({"do": "stop"})
            self._process.rest()
            self._publish(BellChanged(*_NOTHING, is_ringing=False))

    def _begin(self) -> None:
        self._forget_again()
        self._number += 1
        try:
            worker = self._process.need()
        except OSError:
            self._tell(SoundPhase.FAILED, Cause.UNKNOWN)
            return
        worker.send({"do": "ring", "tile": self._number, "level": self._level})

    def _hear(self, message: Message) -> None:
        if message["tile"] == self._number and self._level:
            self._tell(SoundPhase[message["phase"]], Cause[message["cause"]])

    def _lost(self) -> None:
        if self._level:
            self._tell(SoundPhase.FAILED, Cause.DECODER_LOST)

    def _tell(self, phase: SoundPhase, cause: Cause) -> None:
        if phase is SoundPhase.FAILED:
            self._again = self._loop.call_later(_AGAIN_S, self._begin)
        if (phase, cause) != self._told:
            self._told = phase, cause
            self._publish(BellChanged(phase, cause))

    def _forget_again(self) -> None:
        if self._again is not None:
            self._again.cancel()
            self._again = None
