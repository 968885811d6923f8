"""Plays one recording at a time, all its files as one film, in a process of its own that is started when it is needed.

The UI calls `open`, `play`, `pause`, `seek`, `step`, `set_rate`, `resize` and `close` on its own thread; each returns
at once and is carried out on the io loop. What becomes of it is told as PlaybackChanged.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from wall.model.events import Event, PlaybackChanged
from wall.model.film import FilmPhase, Place, Reel
from wall.model.picture import PictureFeed
from wall.model.recording import Part
from wall.video.channel import Message
from wall.video.feed import TileFeed
from wall.video.memory import PictureMemory, PictureReader
from wall.video.playback.wire import read_state
from wall.video.standby import Standby

_PROGRAM = "wall.video.playback"
_IDLE_S = 60.0
"""So long after the last film its process stays: the next one begins at once."""


@dataclass(slots=True)
class _Shown:
    """What is being shown. `film` is the number under which the process knows its present file."""

    token: int
    reel: Reel
    feed: TileFeed
    size: tuple[int, int]
    memory: PictureMemory
    rate: float = 1.0
    runs: bool = True
    film: int = 0
    place: Place = field(default_factory=lambda: Place(0, 0.0))
    phase: FilmPhase = FilmPhase.OPENING


class Playback:
    """`publish` is called on the io loop."""

    def __init__(
        self, loop: asyncio.AbstractEventLoop, publish: Callable[[Event], None], log: Path | None = None
    ) -> None:
        self._loop = loop
        self._publish = publish
        self._process = Standby(_PROGRAM, log, self._hear, self._lost, idle_s=_IDLE_S)
        self._shown: _Shown | None = None
        self._tokens = self._films = 0

    async def stop(self) -> None:
        """End everything. On the io loop."""
        self._close()
        await self._process.end()

    # -- what the UI wants

    def open(self, parts: Sequence[Part], width: int, height: int, *, runs: bool = True) -> tuple[int, PictureFeed]:
        """Show a recording from its beginning, at so many device pixels. Gives the number under which PlaybackChanged
        tells of it; what was shown before is closed.
        """
        self._tokens += 1
        feed = TileFeed()
        self._loop.call_soon_threadsafe(self._open, self._tokens, tuple(parts), feed, _even(width, height), runs)
        return self._tokens, feed

    def play(self) -> None:
        """Run; from the beginning where it is at its end."""
        self._loop.call_soon_threadsafe(self._play)

    def pause(self) -> None:
        """Stand at the picture that is seen."""
        self._loop.call_soon_threadsafe(self._pause)

    def seek(self, at_s: float) -> None:
        """Be at another moment of the film, running or standing as before."""
        self._loop.call_soon_threadsafe(self._seek, at_s)

    def step(self, steps: int) -> None:
        """So many pictures on, or back; then it stands."""
        self._loop.call_soon_threadsafe(self._step, steps)

    def set_rate(self, rate: float) -> None:
        """1 is as it was recorded."""
        self._loop.call_soon_threadsafe(self._set_rate, rate)

    def resize(self, width: int, height: int) -> None:
        """Show it at so many device pixels."""
        self._loop.call_soon_threadsafe(self._resize, _even(width, height))

    def close(self) -> None:
        """Show nothing more."""
        self._loop.call_soon_threadsafe(self._close)

    # -- on the io loop

    def _open(self, token: int, parts: Sequence[Part], feed: TileFeed, size: tuple[int, int], runs: bool) -> None:
        self._close()
        reel = Reel(parts)
        try:
            memory = PictureMemory.create(*size)
        except OSError:
            self._publish(PlaybackChanged(token, FilmPhase.FAILED, 0.0, reel.seconds))
            return
        feed.replace(PictureReader(memory))
        self._shown = _Shown(token, reel, feed, size, memory, runs=runs)
        if parts:
            self._begin(self._shown, Place(0, 0.0))
        else:
            self._fail(self._shown)

    def _begin(self, shown: _Shown, place: Place) -> None:
        """Open the file that a place lies in, there."""
        self._films += 1
        shown.film, shown.place, shown.phase = self._films, place, FilmPhase.OPENING
        path = shown.reel.parts[place.part].path
        message = {"do": "open", "tile": shown.film, "path": path, "at_s": place.at_s}
        try:
            worker = self._process.need()
        except OSError:
            self._fail(shown)
            return
        worker.send(
            message | {"rate": shown.rate, "runs": shown.runs} | _size(shown.memory), (shown.memory.descriptor,)
        )
        self._tell(shown)

    def _hear(self, message: Message) -> None:
        shown = self._shown
        if shown is None or message["tile"] != shown.film:
            return
        state = read_state(message)
        shown.place, shown.phase = Place(shown.place.part, state.at_s), state.phase
        is_over = state.phase in (FilmPhase.ENDED, FilmPhase.FAILED)
        if is_over and shown.place.part + 1 < len(shown.reel.parts):
            self._begin(shown, Place(shown.place.part + 1, 0.0))
        else:
            self._tell(shown)

    def _play(self) -> None:
        if (shown := self._shown) is None:
            return
        shown.runs = True
        if shown.phase is FilmPhase.ENDED:
            self._begin(shown, Place(0, 0.0))
        elif shown.phase is FilmPhase.FAILED and shown.reel.parts:
            self._begin(shown, shown.place)
        else:
            self._send({"do": "play"})

    def _pause(self) -> None:
        if self._shown is not None:
            self._shown.runs = False
            self._send({"do": "pause"})

    def _seek(self, at_s: float) -> None:
        if (shown := self._shown) is None or not shown.reel.parts:
            return
        place = shown.reel.place(at_s)
        if place.part != shown.place.part or shown.phase is FilmPhase.FAILED:
            self._begin(shown, place)
        else:
            self._send({"do": "seek", "at_s": place.at_s})

    def _step(self, steps: int) -> None:
        if self._shown is not None:
            self._shown.runs = False
            self._send({"do": "step", "steps": steps})

    def _set_rate(self, rate: float) -> None:
        if self._shown is not None:
            self._shown.rate = rate
            self._send({"do": "rate", "rate": rate})
            self._tell(self._shown)

    def _resize(self, size: tuple[int, int]) -> None:
        if (shown := self._shown) is None or shown.size == size:
            return
        try:
            memory = PictureMemory.create(*size)
        except OSError:
            return  # The former size goes on, scaled by the painter.
        shown.feed.replace(PictureReader(memory))
        shown.memory.close()
        shown.memory, shown.size = memory, size
        self._send({"do": "resize"} | _size(memory), (memory.descriptor,))

    def _close(self) -> None:
        if self._shown is not None:
            self._send({"do": "close"})
            self._shown.memory.close()
            self._shown = None
            self._process.rest()

    # -- the process

    def _send(self, message: Message, descriptors: tuple[int, ...] = ()) -> None:
        self._process.send({"tile": 0} | message, descriptors)

    def _lost(self) -> None:
        if self._shown is not None:
            self._fail(self._shown)

    # -- telling

    def _fail(self, shown: _Shown) -> None:
        shown.phase = FilmPhase.FAILED
        self._tell(shown)

    def _tell(self, shown: _Shown) -> None:
        at_s = shown.reel.at_s(shown.place) if shown.reel.parts else 0.0
        self._publish(PlaybackChanged(shown.token, shown.phase, at_s, shown.reel.seconds, shown.rate))


def _size(memory: PictureMemory) -> Message:
    return {"width": memory.width, "height": memory.height}


def _even(width: int, height: int) -> tuple[int, int]:
    return max(2, width & ~1), max(2, height & ~1)
