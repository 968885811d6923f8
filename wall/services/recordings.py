"""Recordings by hand that are under way: begun, told while they go on, ended.

The UI calls `start` and `stop` on its own thread; both return at once, and the rest happens on the io loop.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path
from typing import Protocol

from wall.model.camera import Camera
from wall.model.events import Event, RecordingChanged
from wall.model.picture import PictureFeed
from wall.model.recording import Hitch, Part, Recording, RecordOrder, RecordSettings, RecordStream, Written
from wall.model.seen_stream import SeenStream
from wall.model.stream import Source
from wall.model.stream_choice import largest, next_smaller, sizes_of
from wall.services.recorded_tiles import RecordedTiles
from wall.services.recording_book import RecordingBook
from wall.services.recording_job import RecordingJob, Strand

FIRST_TILE = 10_000_000
"""Tiles that are opened to be recorded are numbered from here on."""

_SMALL = (16, 16)
"""Their pictures are never looked at."""
_FAILED_WITHIN_S = 5.0
"""A stream that is said to fail has come until so long ago at the latest."""


class RecordsTiles(Protocol):
    """`wall.services.live_view.LiveView`."""

    recorded: RecordedTiles

    def warm(self, tile: int, source: Source, width: int, height: int) -> PictureFeed: ...

    def hide(self, tile: int) -> None: ...

    def seen(self, source: Source) -> SeenStream: ...


@dataclass(frozen=True, slots=True)
class Clocks:
    """Seconds that only go forward, and Unix time."""

    monotonic: Callable[[], float] = time.monotonic
    unix: Callable[[], float] = time.time


class Recordings:
    """Fulfils `wall.ui.recordings_port.RecordingsPort`. `publish` is called on the io loop."""

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        live: RecordsTiles,
        kept: RecordingBook,
        settings: RecordSettings,
        publish: Callable[[Event], None],
        operator: str = "",
        clocks: Clocks = Clocks(),
    ) -> None:
        self._loop = loop
        self._live = live
        self.kept = kept
        self._settings = settings
        self._publish = publish
        self._operator = operator
        self._clocks = clocks
        self._keys, self._tiles = count(1), count(FIRST_TILE)
        self._jobs: dict[int, RecordingJob] = {}
        """By camera."""
        self.under_way: Mapping[int, Recording] = {}
        """What is being recorded now, by camera; another mapping after each change."""
        live.recorded.on_written = self._hear

    @property
    def folder(self) -> Path:
        """Where recordings go."""
        return Path(self._settings.folder)

    def start(
        self, camera: Camera, shown: Source, clock_offset_s: float | None = None, before_s: float | None = None
    ) -> None:
        """Record a camera. The stream that is `shown` now is recorded from `before_s` ago on, as far as it is kept;
        None: as it is settled for all.

        A camera that is being recorded already goes on. It ends by `stop`, when it is long enough, or when the disk
        cannot take it: whether the camera is shown or not.
        """
        pressed_s = self._clocks.monotonic()
        from_s = pressed_s - (self._settings.before_s if before_s is None else before_s)
        self._loop.call_soon_threadsafe(self._start, camera, shown, clock_offset_s, (from_s, pressed_s))

    def stop(self, camera_id: int) -> None:
        """End what is being recorded of a camera; RecordingChanged tells when its file is whole."""
        self._loop.call_soon_threadsafe(self._stop, camera_id)

    # -- on the io loop

    def _start(self, camera: Camera, shown: Source, clock_offset_s: float | None, times_s: tuple[float, float]) -> None:
        if camera.camera_id in self._jobs:
            return
        recording = Recording(
            camera.camera_id,
            camera.number,
            camera.name,
            self._clocks.unix(),
            camera.site,
            self._operator,
            clock_offset_s=clock_offset_s,
        )
        best, stand_in = self._sources(camera, shown)
        sources = dict.fromkeys((shown, best))
        from_s, pressed_s = times_s
        strands = [Strand(self._tile(each), is_best=each == best) for each in sources]
        job = RecordingJob(next(self._keys), recording, strands, pressed_s + self._settings.most_s, stand_in)
        self._jobs[camera.camera_id] = job
        for strand in job.active:
            self._live.recorded.record(strand.tile, self._order(job, from_s))
        self._tell(job)
        self.kept.keep(job.entry, job.recording)

    def _sources(self, camera: Camera, shown: Source) -> tuple[Source, Source | None]:
        """The stream that is wanted in the end, and another one for when that fails."""
        if self._settings.stream is RecordStream.SHOWN:
            return shown, None
        sizes = sizes_of(camera, self._live.seen)
        place = largest(sizes)
        best, smaller = camera.streams[place].source, next_smaller(sizes, place)
        if shown != best:
            return best, shown
        return best, camera.streams[smaller].source if smaller is not None else None

    def _tile(self, source: Source) -> int:
        """One that nobody looks at; what other tiles receive already is not received once more for it."""
        tile = next(self._tiles)
        self._live.warm(tile, source, *_SMALL)
        return tile

    def _order(self, job: RecordingJob, from_s: float) -> RecordOrder:
        of, settings = job.recording, self._settings
        return RecordOrder(
            job.key, settings.folder, of.number, of.name, from_s, job.until_s, settings.reserve_bytes, of.clock_offset_s
        )

    def _stand_in(self, job: RecordingJob, source: Source) -> None:
        """The best stream does not come any more: go on with another one, from where that one broke off."""
        tile = self._tile(source)
        job.add_stand_in(tile)
        self._live.recorded.record(tile, self._order(job, self._clocks.monotonic() - _FAILED_WITHIN_S))

    def _stop(self, camera_id: int) -> None:
        job = self._jobs.get(camera_id)
        if job is not None:
            job.is_ending = True
            for strand in job.active:
                self._live.recorded.stop(strand.tile)

    def _hear(self, tile: int, written: Written) -> None:
        job = next((job for job in self._jobs.values() if job.key == written.key and tile in job.strands), None)
        if job is None:
            return
        is_worth_keeping = job.take(tile, written)
        if written.end is not None:
            self._live.hide(tile)
        for strand in job.superseded():
            self._live.recorded.stop(strand.tile)
        if job.lacks_stand_in and job.stand_in is not None:
            self._stand_in(job, job.stand_in)
        if written.hitch is Hitch.DECODER_LOST:
            self._measure(job, tile)
        if written.jpeg and not job.recording.has_picture:
            job.recording = replace(job.recording, has_picture=True)
            self.kept.keep_picture(job.entry, written.jpeg)
        if not job.active:
            self._end(job)
        if is_worth_keeping:
            self.kept.keep(job.entry, job.recording)
        self._tell(job)

    def _end(self, job: RecordingJob) -> None:
        job.finish(self._clocks.unix())
        del self._jobs[job.recording.camera_id]

    def _measure(self, job: RecordingJob, tile: int) -> None:
        """Learn what became of a file whose writer was killed."""

        def told(done: Future[Part]) -> None:
            self._loop.call_soon_threadsafe(self._correct, job, done.result())

        if (part := job.last_part(tile)) is not None:
            self.kept.measure(part).add_done_callback(told)

    def _correct(self, job: RecordingJob, part: Part) -> None:
        job.correct(part)
        self.kept.keep(job.entry, job.recording)

    def _tell(self, job: RecordingJob) -> None:
        self.under_way = {camera_id: each.recording for camera_id, each in self._jobs.items()}
        self._publish(RecordingChanged(job.recording, job.hitch))
