"""A desk that gives every device the same login and writes down what it is told."""

from __future__ import annotations

import asyncio

from wall.model.device import Login, Trouble
from wall.model.stream import Credentials


class NotingDesk:
    """`told_all` is what it was told; `requests` how often it was asked. None as login: there is none."""

    def __init__(self, login: Credentials | None, wait: asyncio.Event | None = None) -> None:
        self.requests = 0
        self.told_all: list[tuple[Login, Trouble | None]] = []
        self._login = login
        self._wait = wait

    async def request(self) -> Credentials | None:
        self.requests += 1
        if self._wait is not None:
            await self._wait.wait()
        return self._login

    def told(self, outcome: Login, trouble: Trouble | None = None) -> None:
        self.told_all.append((outcome, trouble))
