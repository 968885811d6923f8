"""The one thread of a decode process that touches the disk: writes what is kept, reads it again, makes room.

Nothing waits for it but who reads, and that not for ever. Where the disk fails, that is told once, what comes meanwhile
stays in memory alone, and after a while it is tried again.
"""

from __future__ import annotations

import contextlib
import errno
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from functools import partial
from typing import Protocol

from wall.model.tile import Cause
from wall.video.buffer.chunk import Chunk, Place
from wall.video.buffer.folder import Folder
from wall.video.buffer.segments import Opener, Segments, create
from wall.video.buffer.unit import Units

AGAIN_S = 30.0
_READ_WITHIN_S = 4.0
_CLAIM_EVERY_S = 0.1
_CLAIM_TRIES = 50
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)

Job = Callable[[], object]
Trouble = Callable[[Cause, str], None]
"""Hears what is wrong with the disk, Cause.NONE for nothing any more."""


class Owner(Protocol):
    """Whose chunks these are. Called on the disk thread."""

    def moved(self, chunk: Chunk, place: Place | None) -> None:
        """It is on the disk now; with None, it could not be written."""
        ...

    def dropped(self, chunks: list[Chunk]) -> None:
        """There was no more room for them."""
        ...

    def found(self, chunks: list[Chunk]) -> None:
        """A process that was killed has left these, the oldest first."""
        ...


class Disk:
    """`write`, `forget` and `end` return at once; `read` waits, and so never belongs on the loop."""

    def __init__(
        self,
        folder: Folder,
        limit_bytes: int,
        spare_bytes: int,
        on_trouble: Trouble,
        monotonic: Callable[[], float] = time.monotonic,
        opener: Opener = create,
    ) -> None:
        self._folder = folder
        self._make_segments = partial(
            Segments,
            folder.path,
            limit_bytes=limit_bytes,
            spare_bytes=spare_bytes,
            on_dropped=self._dropped,
            opener=opener,
        )
        self._segments: Segments | None = None
        self._on_trouble = on_trouble
        self._monotonic = monotonic
        self._owner: Owner | None = None
        self._news = threading.Condition()
        self._urgent: deque[Job] = deque()
        self._jobs: deque[Job] = deque()
        self._trouble = Cause.NONE
        self._again_s = 0.0
        self._has_ended = False
        self._then: Callable[[], object] = lambda: None
        self.bytes = 0
        """On the disk now."""
        self._thread = threading.Thread(target=self._run, name="buffer-disk", daemon=True)

    def start(self, owner: Owner) -> None:
        """Take the folder, in a moment."""
        self._owner = owner
        self._jobs.append(self._take_folder)
        self._thread.start()

    def is_ready(self) -> bool:
        """May something be written, as far as is known? After a failure not for a while."""
        return self._monotonic() >= self._again_s

    def write(self, chunk: Chunk, units: Units) -> None:
        """Write a chunk when there is time; `Owner.moved` follows."""
        self._wish(lambda: self._write(chunk, units))

    def forget(self, place: Place) -> None:
        """This is not wanted any more."""
        self._wish(lambda: self._segments.forget(place) if self._segments else None)

    def bound(self, limit_bytes: int) -> None:
        """Hold at most so much from now on."""

        def bound() -> None:
            self._make_segments = partial(self._make_segments, limit_bytes=limit_bytes)
            if self._segments is not None:
                self._segments.bound(limit_bytes)

        self._wish(bound)

    def read(self, place: Place) -> Units | None:
        """The units that lie there, before all that is to be written. None where they cannot be had, or not in time."""
        result: Future[Units | None] = Future()

        def read() -> None:
            if result.set_running_or_notify_cancel():
                result.set_result(self._segments.read(place) if self._segments else None)

        with self._news:
            self._urgent.append(read)
            self._news.notify()
        try:
            return result.result(_READ_WITHIN_S)
        except TimeoutError:
            result.cancel()
            return None

    def settle(self, patience_s: float = 10.0) -> bool:
        """Wait until all has been done that was wished so far; False where that takes too long."""
        done = threading.Event()
        self._wish(done.set)
        return done.wait(patience_s)

    def end(self, then: Callable[[], object] = lambda: None) -> threading.Thread:
        """Remove everything, and end; the thread that does it, and calls `then` at last."""
        with self._news:
            self._then = then
            self._jobs.clear()
            self._has_ended = True
            self._news.notify()
        return self._thread

    # -- on the thread

    def _run(self) -> None:
        while (job := self._next()) is not None:
            job()
            self.bytes = self._segments.bytes if self._segments else 0
            del job  # It holds on to units while nothing else is to be done.
        self._forget_all()
        self._folder.remove()
        self._then()

    def _next(self) -> Job | None:
        with self._news:
            while not (self._urgent or self._jobs or self._has_ended):
                self._news.wait()
            if self._urgent:
                return self._urgent.popleft()
            return self._jobs.popleft() if self._jobs else None

    def _take_folder(self) -> None:
        with self._telling():
            self._claim()
            self._folder.sweep()

    def _claim(self) -> None:
        """OSError, also where another process does not give the folder up."""
        for _ in range(_CLAIM_TRIES):
            if self._folder.claim():
                break
            time.sleep(_CLAIM_EVERY_S)  # The one before us has been killed, and dies.
        else:
            raise OSError(errno.EBUSY, "another process has it", str(self._folder.path))
        self._segments = self._make_segments()
        assert self._owner is not None
        leavings = [self._segments.take_over(path) for path in self._folder.leavings()]
        self._owner.found([chunk for chunks in leavings for chunk in chunks])

    def _write(self, chunk: Chunk, units: Units) -> None:
        assert self._owner is not None
        place: Place | None = None
        with self._telling():
            if self.is_ready():
                place = self._ready_segments().put(chunk, units)
                self._tell(Cause.NONE, "")
        self._owner.moved(chunk, place)

    def _ready_segments(self) -> Segments:
        """In a folder that is ours. OSError, at first also where somebody has removed it: that is to be told."""
        if self._segments is None:
            self._claim()
        elif not self._folder.is_there():
            self._forget_all()
            raise OSError(errno.ENOENT, "somebody has removed it", str(self._folder.path))
        assert self._segments is not None
        return self._segments

    def _dropped(self, chunks: list[Chunk]) -> None:
        assert self._owner is not None
        self._owner.dropped(chunks)

    def _forget_all(self) -> None:
        if self._segments is not None:
            self._segments.drop_all()
        self._segments = None

    @contextlib.contextmanager
    def _telling(self) -> Iterator[None]:
        """What the disk does not do is told, and not tried again at once."""
        try:
            yield
        except OSError as error:
            self._again_s = self._monotonic() + AGAIN_S
            self._tell(Cause.KEEPING_FULL if error.errno in _FULL else Cause.KEEPING_FOLDER, _told(error))

    def _tell(self, trouble: Cause, detail: str) -> None:
        if trouble is not self._trouble:
            self._trouble = trouble
            self._on_trouble(trouble, detail)

    def _wish(self, job: Job) -> None:
        with self._news:
            if not self._has_ended:
                self._jobs.append(job)
                self._news.notify()


def _told(error: OSError) -> str:
    why = error.strerror or type(error).__name__
    return f"{why}: {error.filename}" if error.filename else why
