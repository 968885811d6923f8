"""The floor: what decoding and scaling a clip costs at the very least, with one thread and nothing around it.

It is measured in a process of its own: the wall's have their memory managed otherwise (`wall.video.heap`), which makes
a new frame for each picture dearer by a fifth.
"""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import time
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass

import av
from av.video.codeccontext import VideoCodecContext
from av.video.reformatter import Interpolation, VideoReformatter

from wall.model.stream import Source
from wall.video.rtsp import AccessUnit, StreamInfo, receive

_WARMING_UNITS = 30


@dataclass(frozen=True, slots=True)
class _Clip:
    """What a camera sent, from a keyframe on."""

    codec: str
    units: list[bytes]


class _Recorder:
    """`rtsp.Sink` that keeps units, from the first keyframe on, until there are enough."""

    def __init__(self, wanted: int) -> None:
        self.units: list[bytes] = []
        self.codec = ""
        self.complete = asyncio.Event()
        self._wanted = wanted
        self._parameter_sets = b""

    def opened(self, info: StreamInfo) -> None:
        self.codec = info.codec.value
        self._parameter_sets = info.parameter_sets

    def unit(self, unit: AccessUnit) -> None:
        if not self.units and not unit.keyframe:
            return
        self.units.append(self._parameter_sets + unit.data if not self.units else unit.data)
        if len(self.units) >= self._wanted:
            self.complete.set()

    def clock(self, offset_s: float) -> None:
        pass


class Floor:
    """What decoding and scaling costs, asked for again and again. A context; the process ends with it."""

    def __init__(self, source: Source, units: int) -> None:
        """Blocks until `source` has sent so many pictures."""
        self._other = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"))
        self._clip = self._other.submit(_recorded, source, units).result()

    def __enter__(self) -> Floor:
        return self

    def __exit__(self, *_: object) -> None:
        self._other.shutdown()

    def measure(self, width: int, height: int) -> Future[float]:
        """CPU-seconds a picture: decode, scale to `width` x `height`, BGRA. Of one round over the clip, with warm
        caches.
        """
        return self._other.submit(_cost_s, self._clip, width, height)


def _recorded(source: Source, wanted: int) -> _Clip:
    recorder = asyncio.run(_record(source, wanted))
    return _Clip(recorder.codec, recorder.units)


def _cost_s(clip: _Clip, width: int, height: int) -> float:
    _decode(clip.codec, clip.units[:_WARMING_UNITS], width, height)
    return _decode(clip.codec, clip.units, width, height) / len(clip.units)


async def _record(source: Source, wanted: int) -> _Recorder:
    recorder = _Recorder(wanted)
    reception = asyncio.create_task(receive(source, recorder))
    complete = asyncio.create_task(recorder.complete.wait())
    await asyncio.wait({reception, complete}, return_when=asyncio.FIRST_COMPLETED)
    complete.cancel()
    if reception.done():
        reception.result()
    reception.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await reception
    return recorder


def _decode(codec: str, units: list[bytes], width: int, height: int) -> float:
    context = av.CodecContext.create(codec, "r")
    assert isinstance(context, VideoCodecContext)
    context.thread_count = 1
    reformatter = VideoReformatter()
    began_s = time.process_time()
    for unit in units:
        for frame in context.decode(av.Packet(unit)):
            reformatter.reformat(frame, width, height, "bgra", interpolation=Interpolation.FAST_BILINEAR, threads=1)
    return time.process_time() - began_s
