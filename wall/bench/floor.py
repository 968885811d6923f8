"""The floor: what decoding and scaling a clip costs at the very least, with one thread and nothing around it.

It is measured in a process of its own: the wall's have their memory managed otherwise (`wall.video.heap`), which makes
a new frame for each picture dearer by a fifth.
"""

from __future__ import annotations

import asyncio
import contextlib
import multiprocessing
import statistics
import time
from concurrent.futures import ProcessPoolExecutor

import av
from av.video.codeccontext import VideoCodecContext
from av.video.reformatter import Interpolation, VideoReformatter

from wall.model.stream import Source
from wall.video.rtsp import AccessUnit, StreamInfo, receive

_ROUNDS = 5


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


def floor_apart(source: Source, fps: float, seconds: float, width: int, height: int) -> float:
    """What `floor_per_tile` gives in a process of its own."""
    with ProcessPoolExecutor(1, multiprocessing.get_context("spawn")) as other:
        return other.submit(floor_per_tile, source, fps, seconds, width, height).result()


def floor_per_tile(source: Source, fps: float, seconds: float, width: int, height: int) -> float:
    """CPU-seconds per second of video: decode, scale to `width` x `height`, BGRA. The median of five rounds.

    The clip is what `source` sends in `seconds` of real time.
    """
    recorder = asyncio.run(_record(source, round(fps * seconds)))
    rounds = [_decode(recorder.codec, recorder.units, width, height) for _ in range(_ROUNDS)]
    return statistics.median(rounds) / (len(recorder.units) / fps)


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
