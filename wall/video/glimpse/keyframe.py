"""One keyframe of a stream: connect, take the first, and give the session back."""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any

from wall.model.errors import UnreachableError
from wall.model.stream import Codec, Credentials, Source
from wall.model.tile import Cause
from wall.video.headers import picture_size
from wall.video.rtsp import AccessUnit, Limits, LoginDesk, StreamInfo, receive

WITHIN_S = 10.0
"""A camera that saves bandwidth sends a keyframe every four seconds, some every ten."""
_LIMITS = Limits(connect_s=2.0, answer_s=4.0, first_packet_s=6.0)


@dataclass(frozen=True, slots=True)
class Keyframe:
    """With its parameter sets. `came_s` is monotonic."""

    codec: Codec
    data: bytes = field(repr=False)
    came_s: float


async def first_keyframe(
    source: Source, desk: LoginDesk, within_s: float = WITHIN_S, limits: Limits = _LIMITS
) -> Keyframe:
    """The first whole keyframe. WallError where none comes; the wait for a login does not count."""
    sink = _FirstKeyframe()
    patient = _PatientDesk(desk, within_s)
    reception = asyncio.create_task(receive(source, sink, limits, patient))
    either: tuple[asyncio.Future[Any], ...] = (reception, sink.found)
    try:
        async with patient.deadline:
            await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
    except TimeoutError:
        raise UnreachableError(f"no keyframe within {within_s:g} s", cause=sink.why_not) from None
    finally:
        # However it ends, the camera gets its session back before anybody goes on.
        reception.cancel()
        ended = await asyncio.gather(reception, return_exceptions=True)
    if sink.found.done():
        return sink.found.result()
    assert isinstance(ended[0], BaseException)
    raise ended[0]


class _FirstKeyframe:
    """A `rtsp.Sink`."""

    def __init__(self) -> None:
        self.found: asyncio.Future[Keyframe] = asyncio.get_running_loop().create_future()
        self.why_not = Cause.TIMEOUT
        self._info: StreamInfo | None = None

    def opened(self, info: StreamInfo) -> None:
        self._info, self.why_not = info, Cause.SILENT

    def unit(self, unit: AccessUnit) -> None:
        assert self._info is not None
        self.why_not = Cause.DAMAGED if unit.damaged else Cause.SLOW
        if unit.keyframe and not unit.damaged and not self.found.done():
            self.found.set_result(Keyframe(self._info.codec, _whole(self._info, unit.data), time.monotonic()))

    def clock(self, offset_s: float) -> None:
        """Nobody asks."""


class _PatientDesk:
    """Lets the time stand still while a login is waited for."""

    def __init__(self, desk: LoginDesk, within_s: float) -> None:
        self.deadline = asyncio.timeout(within_s)
        self._desk = desk

    async def request(self) -> Credentials:
        loop = asyncio.get_running_loop()
        left_s = (self.deadline.when() or 0.0) - loop.time()
        self.deadline.reschedule(None)
        try:
            return await self._desk.request()
        finally:
            if not self.deadline.expired():
                self.deadline.reschedule(loop.time() + left_s)

    def told(self, *, accepted: bool) -> None:
        self._desk.told(accepted=accepted)


def _whole(info: StreamInfo, data: bytes) -> bytes:
    """Some cameras tell SPS and PPS only in the SDP."""
    if not info.parameter_sets or picture_size(info.codec, data) is not None:
        return data
    return info.parameter_sets + data
