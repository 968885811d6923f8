"""What a dome is told once: where to go, what to keep, what to switch. On the io loop."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from contextlib import suppress
from typing import Any, TypeVar

from wall.model.errors import WallError
from wall.model.ptz.journal import Deed
from wall.model.ptz.move import Place
from wall.model.ptz.operator import Operator, Rank
from wall.model.tile import Cause
from wall.services.ptz.dome import Order
from wall.services.ptz.domes import Domes

T = TypeVar("T")

_FOCUSES_S = 5.0
"""So long does a lens turn without being told again."""


class Orders:
    """WallError where something comes to nothing; the camera's standing says so, too."""

    def __init__(self, domes: Domes) -> None:
        self._domes = domes
        self._focusing: dict[int, asyncio.TimerHandle] = {}

    async def send(self, camera_id: int, order: Order[T], operator: Operator, where: str) -> T:
        """What makes it move: it is taken out of every hand for that, and goes once it has stopped."""
        self._need(camera_id, operator)
        self._domes.take_from(camera_id)
        dome = self._domes.dome(camera_id)
        if not self._domes.standings.get(camera_id).patrol or operator.rank is not Rank.SYSTEM:
            # A patrol is written down once, not at each of its stops.
            self._domes.journal.note(camera_id, Deed.SENT, operator, where)
        try:
            result = await dome.order(order)
            self._domes.look(camera_id, by_hand=False)
            return result
        finally:
            self._domes.leave(camera_id)

    async def change(self, camera_id: int, order: Order[T], operator: Operator, what: str) -> T:
        """What leaves it where it looks."""
        self._need(camera_id, operator)
        if what:
            self._domes.journal.note(camera_id, Deed.CHANGED, operator, what)
        try:
            return await self._domes.dome(camera_id).ask(order)
        finally:
            self._domes.leave(camera_id)

    async def ask(self, camera_id: int, question: Order[T]) -> T:
        return await self._domes.dome(camera_id).ask(question, quietly=True)

    async def look(self, camera_id: int) -> Place | None:
        place = (await self.ask(camera_id, lambda line: line.status())).place
        if place is not None:
            self._domes.standings.see(camera_id, place)
        return place

    def begin_send(self, camera_id: int, order: Order[object], operator: Operator, where: str) -> None:
        """For nobody who waits."""
        self._domes.begin(_in_silence(self.send(camera_id, order, operator, where)))

    def begin_change(self, camera_id: int, order: Order[object], operator: Operator, what: str) -> None:
        self._domes.begin(_in_silence(self.change(camera_id, order, operator, what)))

    def focus(self, camera_id: int, speed: float, operator: Operator) -> None:
        """Until it is told otherwise, or not told again for some seconds."""
        if speed:
            self.begin_change(camera_id, lambda line: line.focus(speed), operator, "")
            self._stop_later(camera_id, operator)
        else:
            self._stop_focus(camera_id, operator)

    def stop_all_focus(self, operator: Operator) -> None:
        for camera_id in list(self._focusing):
            self._stop_focus(camera_id, operator)

    def _stop_later(self, camera_id: int, operator: Operator) -> None:
        if camera_id in self._focusing:
            self._focusing.pop(camera_id).cancel()
        loop = asyncio.get_running_loop()
        self._focusing[camera_id] = loop.call_later(_FOCUSES_S, self._stop_focus, camera_id, operator)

    def _stop_focus(self, camera_id: int, operator: Operator) -> None:
        if camera_id in self._focusing:
            self._focusing.pop(camera_id).cancel()
            self.begin_change(camera_id, lambda line: line.stop_focus(), operator, "")

    def _need(self, camera_id: int, operator: Operator) -> None:
        if self._domes.is_closing:
            raise WallError("the program is closing", cause=Cause.PTZ_REFUSED)
        if not self._domes.may(camera_id, operator):
            raise WallError(cause=Cause.HELD)


async def _in_silence(order: Coroutine[Any, Any, object]) -> None:
    """The standing says what came of it."""
    with suppress(WallError):
        await order
