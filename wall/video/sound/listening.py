"""Listening to one camera: stay connected, decode, play, and say how it goes. Lives on the loop."""

from __future__ import annotations

import asyncio
import contextlib
import random
from collections.abc import Callable

from wall.model.sound import SoundPhase
from wall.model.stream import Source
from wall.model.tile import RETRY_NEVER, Cause
from wall.video.backoff import Backoff
from wall.video.outcome import cause_of
from wall.video.rtsp import AccessUnit, LoginDesk, SoundInfo, receive_sound
from wall.video.sound.outlet import Outlet, SoundEngine
from wall.video.sound.playout import PlayoutClock
from wall.video.sound.samples import SampleMaker, amplified, lasts_us

Report = Callable[[SoundPhase, Cause], None]

_FINAL = RETRY_NEVER | {Cause.NO_SOUND, Cause.SOUND_FORMAT}
"""What another try would not change."""


class Listening:
    """Made to begin at once. A device that fails ends it; a camera that fails is tried again."""

    def __init__(self, source: Source, engine: SoundEngine, desk: LoginDesk, gain: float, report: Report) -> None:
        self.gain = gain
        self._source = source
        self._engine = engine
        self._desk = desk
        self._report = report
        self._backoff = Backoff(random.random)
        self._maker: SampleMaker | None = None
        self._outlet: Outlet | None = None
        self._clock = PlayoutClock()
        self._again = asyncio.Event()
        self._told = (SoundPhase.OPENING, Cause.NONE)
        self._task = asyncio.create_task(self._stay_connected())

    def retry(self) -> None:
        """The login may be sent now."""
        self._again.set()

    def look(self) -> None:
        """Several times a second: is anything heard?"""
        if self._outlet is None:
            return
        if (fault := self._outlet.fault) is not Cause.NONE:
            self._task.cancel()
            self._end_outlet()
            self._tell(SoundPhase.FAILED, fault)
        elif self._maker is not None and self._outlet.has_played:
            self._backoff.succeeded()
            self._tell(SoundPhase.PLAYING, Cause.NONE)

    async def close(self) -> None:
        """Let nothing more be heard, and give the camera its session back."""
        self._end_outlet()
        self._task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._task

    # -- `rtsp.SoundSink`

    def opened(self, info: SoundInfo) -> None:
        """The camera plays."""
        self._maker, self._clock = SampleMaker(info), PlayoutClock()
        if self._outlet is None:
            self._outlet = Outlet(self._engine)

    def unit(self, unit: AccessUnit) -> None:
        """The next packet's sound."""
        if self._maker is None or self._outlet is None:
            return
        samples = self._maker.samples(unit.data)
        if samples and (at_us := self._clock.place(round(unit.arrived_s * 1e6), lasts_us(samples))) is not None:
            self._outlet.play(amplified(samples, self.gain), at_us)

    def clock(self, offset_s: float) -> None:
        """How far the camera's clock is off does not matter to sound."""

    # -- inside

    async def _stay_connected(self) -> None:
        while True:
            cause = await self._receive_once()
            self._maker = None
            if cause in _FINAL:
                self._tell(SoundPhase.FAILED, cause)
                await self._again.wait()
                self._again.clear()
                self._tell(SoundPhase.OPENING, Cause.NONE)
            else:
                self._tell(SoundPhase.OPENING, cause)
                await asyncio.sleep(self._backoff.delay_s(cause))

    async def _receive_once(self) -> Cause:
        reception = receive_sound(self._source, self, desk=self._desk)
        (outcome,) = await asyncio.gather(reception, return_exceptions=True)
        return cause_of(outcome)

    def _end_outlet(self) -> None:
        if self._outlet is not None:
            self._outlet.close()
            self._outlet = None

    def _tell(self, phase: SoundPhase, cause: Cause) -> None:
        if (phase, cause) != self._told:
            self._told = phase, cause
            self._report(phase, cause)
