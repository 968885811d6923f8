"""Takes single pictures of domes, to be kept: from the wall where it shows them large enough, else from the camera."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from wall.model.errors import UnreachableError
from wall.model.glimpse import Glimpse
from wall.model.inventory import Inventory
from wall.model.stream import Source
from wall.model.tile import Cause
from wall.onvif.budget import ConnectionBudget
from wall.onvif.snapshot import SnapshotReader
from wall.services.fleet import Fleet
from wall.services.glimpse_logins import GlimpseLogins, Waiting
from wall.services.glimpse_subjects import subjects_of
from wall.services.glimpsing import Box, Glimpsing, Hands
from wall.services.health import Clocks
from wall.services.io import IoLoop
from wall.services.live_view import LiveView
from wall.video.glimpse.maker import GlimpseMaker
from wall.video.jpeg import jpeg_of
from wall.video.memory import PictureMemory

SMALL: Box = (320, 180)
LARGE: Box = (1280, 720)
LEAST_WIDTH = 640
"""Narrower ones are no use for seeing what has changed."""

_AT_ONCE = 3
_REST_AFTER_S = 20.0
_AGAIN_AFTER_S = 1.0
_TRIES, _TRIES_ON_WALL = 6, 2
_CONNECTIONS = 1


@dataclass(frozen=True, slots=True)
class Taken:
    """A picture, not written as a JPEG yet: that takes time, and belongs to whoever writes it to the disk."""

    glimpse: Glimpse = field(repr=False)

    @property
    def unix_s(self) -> float:
        return self.glimpse.taken_unix_s

    @property
    def size(self) -> tuple[int, int]:
        return self.glimpse.width, self.glimpse.height

    def jpeg(self) -> bytes:
        """Blocks for some milliseconds."""
        return jpeg_of(*self.size, self.glimpse.pixels)


class _NoWall:
    """Shows nothing."""

    def in_sight(self, sources: Iterable[Source]) -> tuple[PictureMemory, float] | None:
        return None


class Taking:
    """On the io loop. What makes pictures rests when none was taken for a while (`rest`)."""

    def __init__(
        self, hands: Hands, inventory: Callable[[], Inventory], rest: Callable[[], None], clocks: Clocks | None = None
    ) -> None:
        clocks = clocks or Clocks()
        self._inventory = inventory
        self._rest = rest
        self._monotonic = clocks.monotonic
        beside = replace(hands, tiles=_NoWall())
        self._large = Glimpsing(hands, clocks, LEAST_WIDTH), Glimpsing(beside, clocks, LEAST_WIDTH)
        self._small = Glimpsing(hands, clocks), Glimpsing(beside, clocks)
        """With the wall, and without it."""
        self._turn = asyncio.Semaphore(_AT_ONCE)
        self._waiting = 0
        self._resting: asyncio.TimerHandle | None = None

    async def take(self, camera_id: int, *, is_small: bool = False) -> Taken:
        """A picture that is no older than this question. WallError where there is none."""
        self._begin()
        since_s = self._monotonic()
        try:
            async with self._turn:
                return await self._newer(camera_id, since_s, is_small)
        finally:
            self._end()

    def close(self) -> None:
        """Nothing is taken any more."""
        if self._resting is not None:
            self._resting.cancel()

    async def _newer(self, camera_id: int, since_s: float, is_small: bool) -> Taken:
        """A picture on the wall may be a moment old, a login may just be proven elsewhere: that passes. A tile that
        stands still does not: then the camera itself is asked.
        """
        for number in range(_TRIES):
            glimpse = await self._try(camera_id, is_small, beside_wall=number >= _TRIES_ON_WALL)
            if glimpse is not None and glimpse.taken_s >= since_s:
                return Taken(glimpse)
            await asyncio.sleep(_AGAIN_AFTER_S)
        raise UnreachableError("no new picture", cause=Cause.TIMEOUT)

    async def _try(self, camera_id: int, is_small: bool, *, beside_wall: bool) -> Glimpse | None:
        subject = subjects_of(self._inventory()).get(camera_id)
        if subject is None:
            raise UnreachableError("no such camera", cause=Cause.NO_VIDEO)
        try:
            ways, box = (self._small, SMALL) if is_small else (self._large, LARGE)
            return await ways[beside_wall].take(subject, box, None)
        except Waiting:
            return None
        except TimeoutError:
            raise UnreachableError(cause=Cause.TIMEOUT) from None

    def _begin(self) -> None:
        self._waiting += 1
        if self._resting is not None:
            self._resting.cancel()
            self._resting = None

    def _end(self) -> None:
        self._waiting -= 1
        if not self._waiting:
            self._resting = asyncio.get_running_loop().call_later(_REST_AFTER_S, self._rest)


@contextmanager
def open_taking(io: IoLoop, fleet: Fleet, live: LiveView, log: Path) -> Iterator[Taking]:
    """For as long as the context lasts, of real parts. Not to be called on the io loop.

    It has a process of its own, as the overview has: that one ends when nobody looks.
    """
    logins = GlimpseLogins(fleet.desks)
    snapshots = SnapshotReader(ConnectionBudget(_CONNECTIONS), os.urandom)
    maker = GlimpseMaker(log, logins, logins.left)
    live.count_too(lambda: maker.pids)
    hands = Hands(fleet.shown, live, snapshots, maker, logins)
    taking = Taking(hands, lambda: fleet.inventory, maker.rest)

    async def stop() -> None:
        taking.close()
        logins.close()
        snapshots.close()
        await maker.stop()

    try:
        yield taking
    finally:
        io.request(stop()).result()
