"""Hands out packetised clips; has those that are missing drawn and encoded by other processes.

`get` waits for its clip, `prepare` only asks for clips to be there later. At most `workers` processes run
at a time; what somebody waits for goes first. Recipes of the same drawing are made in one pass.
"""

from __future__ import annotations

import asyncio
import json
import logging
import sys
from collections.abc import Iterable
from dataclasses import astuple, dataclass, field
from pathlib import Path

from wall.simulator.clips import store
from wall.simulator.clips.clip import Clip
from wall.simulator.clips.recipe import ClipRecipe
from wall.simulator.rtp.packets import PacketClip, packetise

log = logging.getLogger(__name__)


class ClipError(RuntimeError):
    """A clip could not be made. The message says why."""


@dataclass(eq=False, slots=True)
class _Job:
    recipes: list[ClipRecipe]
    done: asyncio.Event = field(default_factory=asyncio.Event)
    error: str = ""


class ClipShelf:
    """Packetised clips by recipe. Event-loop thread only; reading and cutting happen in a worker thread."""

    def __init__(self, folder: Path, workers: int = 2) -> None:
        self._folder = folder
        self._free = workers
        self._given: dict[ClipRecipe, Clip] = {}
        self._ready: dict[ClipRecipe, asyncio.Task[PacketClip]] = {}
        self._waiting: list[_Job] = []
        self._running: dict[asyncio.Task[None], _Job] = {}

    def put(self, recipe: ClipRecipe, clip: Clip) -> None:
        """Offer a clip that came from elsewhere (a file) under that recipe."""
        self._given[recipe] = clip
        self._ready[recipe] = asyncio.create_task(asyncio.to_thread(packetise, clip))

    def prepare(self, recipes: Iterable[ClipRecipe]) -> None:
        """Have these made in the background where they are not on disk yet."""
        for recipe in recipes:
            if recipe not in self._ready and not (self._folder / recipe.file_name).exists():
                self._job_for(recipe)
        self._start_jobs()

    async def get(self, recipe: ClipRecipe) -> PacketClip:
        """The clip, once it is there. ClipError where it cannot be made."""
        task = self._ready.get(recipe)
        if task is None or (task.done() and (task.cancelled() or task.exception())):
            task = asyncio.create_task(self._load(recipe))
            self._ready[recipe] = task
        return await asyncio.shield(task)

    async def encoded(self, recipe: ClipRecipe) -> Clip:
        """The clip before it was cut into packets; not kept in memory. ClipError where it cannot be made."""
        await self.get(recipe)
        clip = self._given.get(recipe) or await asyncio.to_thread(store.load, self._folder, recipe)
        if clip is None:
            raise ClipError(f"the clip {recipe.file_name} has gone from {self._folder}")
        return clip

    @property
    def is_busy(self) -> bool:
        """Whether clips are being made now."""
        return bool(self._running)

    @property
    def unmade(self) -> int:
        """How many clips are being made or wait for it."""
        return sum(len(job.recipes) for job in (*self._running.values(), *self._waiting))

    async def close(self) -> None:
        """End the processes."""
        self._waiting.clear()
        tasks = [*self._running, *self._ready.values()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _load(self, recipe: ClipRecipe) -> PacketClip:
        clip = await asyncio.to_thread(store.load, self._folder, recipe)
        if clip is None:
            await self._make(recipe)
            clip = await asyncio.to_thread(store.load, self._folder, recipe)
        if clip is None:
            raise ClipError(f"the clip {recipe.file_name} could not be written to {self._folder}")
        return await asyncio.to_thread(packetise, clip)

    async def _make(self, recipe: ClipRecipe) -> None:
        job = self._job_for(recipe)
        if job in self._waiting:
            self._waiting.remove(job)
            self._waiting.insert(0, job)
        self._start_jobs()
        await job.done.wait()
        if job.error:
            raise ClipError(job.error)

    def _job_for(self, recipe: ClipRecipe) -> _Job:
        """The job that makes this recipe: one that is there already, or a new one at the end."""
        for job in self._running.values():
            if recipe in job.recipes:
                return job
        for job in self._waiting:
            if job.recipes[0].drawing == recipe.drawing:
                if recipe not in job.recipes:
                    job.recipes.append(recipe)
                return job
        job = _Job([recipe])
        self._waiting.append(job)
        return job

    def _start_jobs(self) -> None:
        while self._waiting and len(self._running) < self._free:
            job = self._waiting.pop(0)
            task = asyncio.create_task(self._run(job))
            self._running[task] = job
            task.add_done_callback(self._job_ended)

    def _job_ended(self, task: asyncio.Task[None]) -> None:
        self._running.pop(task).done.set()
        if not task.cancelled():
            self._start_jobs()

    async def _run(self, job: _Job) -> None:
        names = ", ".join(recipe.file_name for recipe in job.recipes)
        log.info("drawing and encoding %s", names)
        arguments = json.dumps([astuple(recipe) for recipe in job.recipes])
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "wall.simulator.clips.job", str(self._folder), arguments),
            stdin=asyncio.subprocess.DEVNULL,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )
        try:
            _, remarks = await process.communicate()
        except asyncio.CancelledError:
            process.kill()
            await process.wait()
            raise
        if process.returncode:
            last = remarks.decode(errors="replace").strip().splitlines()[-1:]
            job.error = f"encoding {names} failed with {process.returncode}: {' '.join(last)}"
            log.error("%s", job.error)
