"""One file that is being looked at: it runs, or it stands at one exact picture. Lives on the loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

import av

from wall.model.film import FilmPhase, FilmState
from wall.video.decode.vlc_player import VlcEngine
from wall.video.memory import PictureMemory
from wall.video.playback.drawing import Drawing
from wall.video.playback.runner import Runner
from wall.video.playback.stills import Stills

T = TypeVar("T")


@dataclass(slots=True)
class _Wish:
    """The picture of a moment, and so many pictures further. `is_again`: that which is shown, once more."""

    at_s: float | None = None
    steps: int = 0
    is_again: bool = False


class Film:
    """Opened at a moment, running or standing. While a picture is being looked for, what is wished replaces what was
    wished before: a slider that is dragged is followed as fast as there are pictures.
    """

    def __init__(
        self, engine: VlcEngine, path: Path, memory: PictureMemory, at_s: float, rate: float, *, runs: bool
    ) -> None:
        self._engine = engine
        self._path = path
        self._memory = memory
        self._rate = rate
        self._at_s = at_s
        self._phase = FilmPhase.OPENING
        self._runs = runs
        self._stills: Stills | None = None
        self._runner: Runner | None = None
        self._wish = _Wish(at_s)
        self._thread = ThreadPoolExecutor(1, "stills")
        self._work = asyncio.ensure_future(self._begin())

    def state(self) -> FilmState:
        """To be asked several times a second."""
        if self._phase is FilmPhase.RUNNING and self._runner is not None:
            self._at_s = self._runner.at_s()
            if self._runner.has_failed or self._runner.has_ended:
                self._phase = FilmPhase.FAILED if self._runner.has_failed else FilmPhase.ENDED
                self._drop_runner()
        return FilmState(self._phase, self._at_s)

    def play(self) -> None:
        """Run from where it stands."""
        self._runs = True
        self._go_on()

    def pause(self) -> None:
        """Stand at the picture that is seen."""
        self._runs = False
        if self._phase is FilmPhase.RUNNING and self._runner is not None:
            self._runner.pause()
            self.seek(self._runner.at_s())

    def seek(self, at_s: float) -> None:
        """Be at another moment, running or standing as before."""
        if self._phase is FilmPhase.RUNNING and self._runs and self._runner is not None:
            self._runner.go_on(at_s)
        else:
            self._at_s, self._wish = at_s, _Wish(at_s)
            self._go_on()

    def step(self, steps: int) -> None:
        """So many pictures on, or back; then it stands."""
        self.pause()
        self._wish.steps += steps
        self._go_on()

    def set_rate(self, rate: float) -> None:
        """1 is as it was recorded."""
        self._rate = rate
        if self._runner is not None:
            self._runner.set_rate(rate)

    def move(self, memory: PictureMemory) -> None:
        """Go on in another memory, at its size. What is just being looked for may have been shown in the former one."""
        self.state()
        self._drop_runner()
        self._memory = memory
        if self._phase in (FilmPhase.RUNNING, FilmPhase.ENDED):
            self._phase = FilmPhase.STANDING
        self._wish.is_again = True
        self._go_on()

    def close(self) -> None:
        """Returns at once; nothing is shown after it."""
        self._work.cancel()
        self._drop_runner()
        if self._stills is not None:
            self._thread.submit(self._stills.close)
        self._thread.shutdown(wait=False)

    # -- inside

    async def _begin(self) -> None:
        try:
            self._stills = await self._aside(lambda: Stills(self._path))
        except (OSError, av.FFmpegError):
            self._phase = FilmPhase.FAILED
            return
        await self._fulfil()

    def _go_on(self) -> None:
        """Do what is wished, unless that is being done."""
        if self._phase is FilmPhase.FAILED or not self._work.done():
            return  # What is being done looks at the wishes again when it is at its end.
        self._work = asyncio.ensure_future(self._fulfil())

    async def _fulfil(self) -> None:
        """Find what is wished, and run if that is wished; while anything is left to be wished for."""
        while self._wish != _Wish():
            self._phase = FilmPhase.OPENING if self._phase is FilmPhase.OPENING else FilmPhase.STANDING
            wish, self._wish = self._wish, _Wish()
            await self._aside(partial(self._find, wish))
        if self._runs:
            self._run()
        elif self._phase is FilmPhase.OPENING:
            self._phase = FilmPhase.STANDING

    def _run(self) -> None:
        assert self._stills is not None
        if self._runner is None:
            drawing = Drawing(self._memory, self._stills.shape)
            self._runner = Runner(self._engine, self._path, drawing, self._at_s, self._rate)
        else:
            self._runner.go_on(self._at_s)
        self._phase = FilmPhase.RUNNING

    def _find(self, wish: _Wish) -> None:
        """On the thread: look for a picture, and show it."""
        assert self._stills is not None
        at_s = self._at_s if wish.is_again and wish.at_s is None else wish.at_s
        found = self._stills.at(at_s) if at_s is not None else None
        step = self._stills.after if wish.steps > 0 else self._stills.before
        for _ in range(abs(wish.steps)):
            found = step() or found
        if found is not None:
            self._at_s = self._stills.shown_s
            Drawing(self._memory, self._stills.shape).draw(found)

    def _drop_runner(self) -> None:
        if self._runner is not None:
            self._runner.close()
            self._runner = None

    async def _aside(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)
