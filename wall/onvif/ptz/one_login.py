"""One login for all conversations with a dome: one of them proves it, the others wait for that."""

from __future__ import annotations

import asyncio
import contextlib

from wall.model.device import Login, Trouble
from wall.model.stream import Credentials
from wall.onvif.line import LoginDesk

_PATIENCE_S = 10.0


class OneLogin:
    """What the lanes of a dome share of its login. Event-loop thread only."""

    def __init__(self, desk: LoginDesk) -> None:
        self.proven: Credentials | None = None
        self.is_refused = False
        self._desk = desk
        self._holder: LaneLogin | None = None
        self._news = asyncio.Event()

    def for_lane(self) -> LaneLogin:
        """The LoginDesk of one conversation."""
        return LaneLogin(self)

    async def take(self, lane: LaneLogin) -> Credentials | None:
        """The login; None where there is none, or where the device has refused it. Whoever gets it first proves it."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(_PATIENCE_S):
                while self._holder not in (None, lane):
                    await self._news.wait()
        if self.is_refused or self.proven is not None:
            return self.proven
        self._holder = lane
        self._news.clear()
        return await self._desk.request()

    def give_back(self, lane: LaneLogin) -> None:
        """That conversation has come to its end or to nothing: the next may try."""
        if self._holder is lane:
            self._holder = None
            self._news.set()

    def told(self, login: Credentials, outcome: Login, trouble: Trouble | None) -> None:
        """What became of it. The desk hears of the first decision only."""
        is_news = self.proven is None and not self.is_refused
        if outcome is Login.PROVEN:
            self.proven = login
        elif outcome is Login.REFUSED:
            self.proven, self.is_refused = None, True
        if is_news:
            self._desk.told(outcome, trouble)


class LaneLogin:
    """A LoginDesk. Leave it when a question has been answered, or has come to nothing."""

    def __init__(self, shared: OneLogin) -> None:
        self._shared = shared
        self._login: Credentials | None = None

    async def request(self) -> Credentials | None:
        self._login = await self._shared.take(self)
        return self._login

    def told(self, outcome: Login, trouble: Trouble | None = None) -> None:
        if self._login is not None:
            self._shared.told(self._login, outcome, trouble)
        self.leave()

    def leave(self) -> None:
        self._shared.give_back(self)
