"""One tile inside a decode process: keep a camera connected, and its newest picture in memory."""

from __future__ import annotations

import asyncio
import contextlib
import random
import time
from collections.abc import Callable

from wall.model.recording import End, RecordOrder, Written
from wall.model.stream import Source
from wall.model.tile import RETRY_NEVER, Cause, Phase
from wall.model.video import Ease
from wall.video.backoff import Backoff
from wall.video.buffer import RollingBuffer
from wall.video.decode.hardware_use import HardwareUse
from wall.video.decode.picture import PictureMaker
from wall.video.engine import CatchUpEngine, Engine
from wall.video.memory import PictureMemory
from wall.video.outcome import cause_of
from wall.video.record.tap import RecordingTap
from wall.video.rtsp import AccessUnit, LoginDesk, StreamInfo, receive

Report = Callable[[Phase, Cause, StreamInfo | None], None]

_STABLE_S = 5.0  # A camera that plays for an instant and drops us again is not asked ever faster.
_STANDING_FIRST_S = 10.0
_STANDING_LAST_S = 120.0


class Tile:
    """Connects, reconnects, and hands what comes to a `PictureMaker`. Lives on the loop."""

    def __init__(
        self,
        source: Source,
        memory: PictureMemory,
        engine: Engine,
        quick: CatchUpEngine,
        report: Report,
        desk: LoginDesk | None = None,
        *,
        is_resting: bool = False,
        ease: Ease | None = None,
        tell_written: Callable[[Written], None] = lambda _written: None,
        buffer: RollingBuffer | None = None,
        hardware: HardwareUse | None = None,
    ) -> None:
        self._source = source
        self.buffer = buffer
        """What was received lately; None where nothing is kept."""
        self._desk = desk
        self._report = report
        self._pictures = PictureMaker(engine, quick, memory, ease, hardware)
        if is_resting:
            self._pictures.rest()
        self._tap = RecordingTap(tell_written)
        self._backoff = Backoff(random.random)
        self._failed = False
        self._info: StreamInfo | None = None
        self._again = asyncio.Event()
        self._patience_s = _STANDING_FIRST_S
        self._playing_s: float | None = None
        self.units = 0
        """How many have come."""
        self._task = asyncio.create_task(self._stay_connected())

    def resize(self, memory: PictureMemory) -> None:
        """Go on in another memory, from the last keyframe on."""
        self._pictures.move(memory)

    def rest(self) -> None:
        """Go on receiving, and decode nothing."""
        self._pictures.rest()

    def wake(self, memory: PictureMemory | None) -> None:
        """Decode again, from the last keyframe on; in another memory if one is given."""
        self._pictures.wake(memory)

    def take_it_easy(self, ease: Ease) -> None:
        """Decode so, from the next keyframe on."""
        self._pictures.take_it_easy(ease)

    def record(self, order: RecordOrder) -> None:
        """Write what comes into files, whether it is decoded or not."""
        self._tap.begin(order, self.buffer, self._pictures.kept())

    def stop_recording(self, key: int, end: End) -> None:
        """End the recording of this key."""
        self._tap.stop(key, end)

    def retry(self) -> None:
        """Somebody decided to try again: now, whatever it was waiting for."""
        self._again.set()

    @property
    def wants_glances(self) -> bool:
        """Has it been woken, or has it just begun, and has nothing moved since?"""
        return self._pictures.wants_glances

    def glance(self, now_s: float) -> None:
        """Between the looks: has it just been woken or begun, and is its picture there?"""
        self._pictures.glance(now_s)

    def look(self, now_s: float) -> None:
        """Several times a second: is what comes out alive?"""
        self._pictures.look(now_s)
        self._tap.look(now_s)
        if self._playing_s is not None and now_s - self._playing_s > _STABLE_S:
            self._backoff.succeeded()
        standing_s = self._pictures.standing_s(now_s)
        if standing_s < 1:
            self._patience_s = _STANDING_FIRST_S
        elif self._playing_s is not None and min(standing_s, now_s - self._playing_s) > self._patience_s:
            # A camera whose picture stands is sometimes cured by a new session. Ask ever more rarely.
            self._patience_s = min(_STANDING_LAST_S, self._patience_s * 2)
            self._again.set()

    async def close(self) -> None:
        """Give the camera its session back and stop decoding."""
        self._task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._task
        self._pictures.close()
        await self._tap.close(time.monotonic)
        if self.buffer is not None:
            self.buffer.close()

    def opened(self, info: StreamInfo) -> None:
        """`rtsp.Sink`: the camera plays."""
        self._playing_s = time.monotonic()
        self._pictures.begin(info)
        if self.buffer is not None:
            self.buffer.begin(info)
        self._info = info
        self._tap.opened(info)
        if not self._failed:
            self._report(Phase.PLAYING, Cause.NONE, info)

    def unit(self, unit: AccessUnit) -> None:
        """`rtsp.Sink`: one compressed picture."""
        self.units += 1
        if self._failed:
            # After a failure only a picture proves that all is well: a mere answer would flicker.
            self._failed = False
            self._report(Phase.PLAYING, Cause.NONE, self._info)
        if self.buffer is not None:
            self.buffer.add(unit)
        self._pictures.unit(unit)
        self._tap.unit(unit)

    def clock(self, offset_s: float) -> None:
        """`rtsp.Sink`: how far the camera's clock is off."""
        self._pictures.writer.saw_clock(offset_s)

    async def _stay_connected(self) -> None:
        self._report(Phase.OPENING, Cause.NONE, None)
        while True:
            cause = await self._receive_once()
            self._playing_s = None
            self._pictures.pause()
            if cause is None:
                continue
            self._failed = True
            self._report(Phase.FAILED, cause, None)
            await self._wait(None if cause in RETRY_NEVER else self._backoff.delay_s(cause))

    async def _receive_once(self) -> Cause | None:
        """Receive until it fails with a cause, or until somebody wants to begin again (None)."""
        reception = asyncio.create_task(receive(self._source, self, desk=self._desk))
        again = asyncio.create_task(self._again.wait())
        try:
            await asyncio.wait({reception, again}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            again.cancel()
            if not reception.done():
                reception.cancel()
            outcome = (await asyncio.gather(reception, again, return_exceptions=True))[0]
        self._again.clear()
        if isinstance(outcome, asyncio.CancelledError):
            return None
        return cause_of(outcome)

    async def _wait(self, delay_s: float | None) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(delay_s):
                await self._again.wait()
        if self._again.is_set():
            self._again.clear()
            self._failed = False
            self._report(Phase.OPENING, Cause.NONE, None)
