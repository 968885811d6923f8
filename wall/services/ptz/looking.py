"""Asks a dome where it looks: a few times a second while it moves, and after that until it surely stands.

A dome that has said yes to its stops and turns on all the same is found out here, as far as it tells its place.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from wall.model.errors import WallError
from wall.model.ptz.move import Place
from wall.model.ptz.status import PtzStatus
from wall.services.ptz.dome import Dome

_EVERY_S = 0.3
_STANDS_AFTER = 3
"""So many looks at the same place."""
_SAME = 0.002
"""Shares of its range: domes tell their place with a little noise."""
_AT_LONGEST_S = 30.0
"""A dome that is sent somewhere is followed for so long."""
_MOST_SUSPICIONS = 5


class Looking:
    """One dome's. `begin` whenever it begins to move. On the io loop."""

    def __init__(self, dome: Dome, told: Callable[[Place], None], every_s: float = _EVERY_S) -> None:
        self._dome = dome
        self._told = told
        self._every_s = every_s
        self._task: asyncio.Task[None] | None = None
        self._left_s = 0.0
        self._is_stopped_by_hand = False

    def begin(self, *, by_hand: bool) -> None:
        """`by_hand`: it is to stand once it was stopped; else it was sent somewhere, and stands when it is there."""
        self._left_s = _AT_LONGEST_S
        self._is_stopped_by_hand = by_hand
        if self._task is None or self._task.done():
            self._task = asyncio.create_task(self._follow())

    async def end(self) -> None:
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _follow(self) -> None:
        """`still` are the places of looks one after another between which it had no reason to move."""
        still: list[Place | None] = []
        same, suspicions = 0, 0
        while self._left_s > 0 and same < _STANDS_AFTER:
            await asyncio.sleep(self._every_s)
            if self._dome.drive.may_move:
                still, same = [], 0
            else:
                self._left_s -= self._every_s
            status = await self._look()
            if status is None or (status.place is None and status.is_moving is None):
                return  # It does not tell.
            if self._dome.drive.may_move:
                still = []
                continue
            is_same = status.is_moving is not True and (not still or _is_same(still[-1], status.place))
            same = same + 1 if is_same else 0
            if still and not is_same and self._is_stopped_by_hand and suspicions < _MOST_SUSPICIONS:
                suspicions += 1
                self._dome.suspect()
            still.append(status.place)

    async def _look(self) -> PtzStatus | None:
        try:
            status = await self._dome.ask(lambda line: line.status(), quietly=True)
        except WallError:
            return None
        if status.place is not None:
            self._told(status.place)
        return status


def _is_same(one: Place | None, other: Place | None) -> bool:
    """Also where neither is known: then what it says of its moving counts."""
    if one is None or other is None:
        return one is other
    pairs = ((one.pan, other.pan), (one.tilt, other.tilt), (one.zoom, other.zoom))
    return all(a == b or (a is not None and b is not None and abs(a - b) < _SAME) for a, b in pairs)
