"""The login of one tile, asked for in the parent: a decode process holds none that no camera has asked for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from wall.model.errors import UnauthorizedError
from wall.model.stream import Credentials
from wall.model.tile import Cause
from wall.video.channel import Message


class ParentDesk:
    """`rtsp.LoginDesk` over the channel. `send` takes our messages, `take` the parent's answers."""

    def __init__(self, tile: int, send: Callable[[Message], None]) -> None:
        self._tile = tile
        self._send = send
        self._asks = 0
        self._answer: asyncio.Future[Credentials] | None = None

    async def request(self) -> Credentials:
        self._asks += 1
        self._answer = asyncio.get_running_loop().create_future()
        self._send({"tile": self._tile, "login": "wanted", "ask": self._asks})
        return await self._answer

    def told(self, *, accepted: bool) -> None:
        self._send({"tile": self._tile, "login": "accepted" if accepted else "refused"})

    def take(self, message: Message) -> None:
        """The parent's answer. One to an earlier connection is passed over."""
        if self._answer is None or self._answer.done() or message["ask"] != self._asks:
            return
        if "cause" in message:
            self._answer.set_exception(UnauthorizedError(cause=Cause[message["cause"]]))
        else:
            self._answer.set_result(Credentials(message["user"], message["password"]))
