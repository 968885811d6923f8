"""The login guard before RTSP: a wall of tiles that share a wrong password costs one wrong attempt, not one a tile.

A camera that asks for no login gets none, and one that cannot be reached keeps nobody waiting: the guard is asked only
once a camera has answered 401.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from weakref import WeakValueDictionary

from wall.model.device import Login
from wall.model.stream import Credentials, Source
from wall.model.tile import Cause
from wall.services.identity import where
from wall.services.login_desk import Desk, Desks
from wall.video.logins import Answer

PATIENCE_S = 1.0
"""A camera that says nothing to a *proven* login for so long gives its place to the next one."""


@dataclass(slots=True)
class _Trial:
    """One tile's way past the guard."""

    task: asyncio.Task[None]
    desk: Desk | None = None
    told: asyncio.Event = field(default_factory=asyncio.Event)


class TileLogins:
    """A `wall.video.LoginKeeper` that asks the guard. On the io loop.

    `retry` is called with a tile whose login was withheld, once the guard would let it pass.
    """

    def __init__(self, desks: Desks, retry: Callable[[int], None]) -> None:
        self._desks = desks
        self._retry = retry
        self._trials: dict[int, _Trial] = {}
        self._typed: dict[Credentials, str] = {}
        # The channels of a recorder share its account: one of them at a time.
        self._turns: WeakValueDictionary[tuple[str, str], asyncio.Lock] = WeakValueDictionary()

    def wanted(self, tile: int, source: Source, answer: Answer) -> None:
        """The camera of a tile asks for a login."""
        self.left(tile)
        if source.credentials is None:
            answer(Cause.LOGIN_NEEDED)
            return
        self._trials[tile] = _Trial(asyncio.create_task(self._try(tile, source, answer)))

    def told(self, tile: int, *, accepted: bool) -> None:
        """What the camera made of it. The guard hears of it at once, whatever becomes of the tile."""
        trial = self._trials.get(tile)
        if trial is not None and trial.desk is not None:
            trial.desk.told(Login.PROVEN if accepted else Login.REFUSED)
            trial.told.set()

    def left(self, tile: int) -> None:
        """The tile has gone, or failed for another reason: nobody waits for it."""
        trial = self._trials.pop(tile, None)
        if trial is None:
            return
        trial.task.cancel()
        if trial.desk is not None:
            trial.desk.leave()  # At once: who has waited comes before a tile that asks again.

    def decide(self, tile: int, source: Source) -> None:
        """An operator decides that this camera is tried again: what is held back from it is so no longer."""
        self.left(tile)
        if source.credentials is not None:
            name = self._name(source, source.credentials)
            self._desks.wish(name, [where(source.url)])
            if self._desks.guard.is_held(name):
                self._desks.release(name)

    def close(self) -> None:
        """Let everybody go."""
        for tile in list(self._trials):
            self.left(tile)

    async def _try(self, tile: int, source: Source, answer: Answer) -> None:
        assert source.credentials is not None
        name, place = self._name(source, source.credentials), where(source.url)
        turn = self._turns.setdefault((name, place), asyncio.Lock())
        async with turn:
            with self._desks.desk(name, source.credentials, place, source.url) as desk:
                self._trials[tile].desk = desk
                login = await desk.request()
                answer(login or Cause.LOGIN_WITHHELD)
                if login is not None:
                    await self._told(tile, name)
                    return
        while not self._desks.guard.is_open(name, place):
            await self._desks.news(name)
        self._retry(tile)

    async def _told(self, tile: int, name: str) -> None:
        """Until the camera has decided. Over a login not yet proven there is no hurry: its connection has a limit."""
        patience_s = PATIENCE_S if self._desks.guard.is_proven(name) else None
        with suppress(TimeoutError):
            async with asyncio.timeout(patience_s):
                await self._trials[tile].told.wait()

    def _name(self, source: Source, login: Credentials) -> str:
        """What the guard knows a login by. One typed for this wall has no name: it gets one that no kept login has."""
        return source.credential or self._typed.setdefault(login, f"\0typed {len(self._typed) + 1}")
