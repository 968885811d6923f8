"""The line to one tile server: a few questions at once, the newest first, and quiet while the server is away."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Protocol

from wall.maps.outage import Outage, is_of_connection
from wall.maps.tile_server import Reply
from wall.model.errors import MapError
from wall.model.map_kinds import MapFault, Tile
from wall.services.tile_queue import TileQueue, Wish

MOST_AT_ONCE = 4
"""Browsers ask six, public servers ask for restraint."""
_MOST_WAITING = 256
_MOST_QUIET = 128
_AFTER_S = 0.01
_LAST_S = 0.25
"""What questions under way are given at the end."""

Received = Callable[[Tile, Reply, Wish], None]
Told = Callable[[MapFault | None, str], None]


class AsksServer(Protocol):
    """`wall.maps.tile_server.TileServer`."""

    async def ask(self, tile: Tile, kept_since_s: float | None = None) -> Reply: ...

    async def close(self) -> None: ...


class TileLine:
    """The loop's thread only. While the server is away there are no tiles, at once, and nothing is asked.

    `received` is handed what came: it looks at it, answers the wish, and says with `judged` what it was. `told` hears
    once that the server is away, and why, and once that it is there again (None): then what is missing is to be asked
    for again.
    """

    def __init__(self, server: AsksServer, outage: Outage, received: Received, told: Told) -> None:
        self._server = server
        self._outage = outage
        self._received = received
        self._told = told
        self._wanted: TileQueue[Tile] = TileQueue(_MOST_WAITING)
        self._quiet: dict[Tile, float | None] = {}
        """What nobody waits for: old tiles with the time since when they are kept, and the one that is tried."""
        self._under_way: dict[Tile, Wish] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self._missed: Tile | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._is_closed = False

    def want(self, tile: Tile, wish: Wish) -> None:
        """Somebody waits for a tile that is not kept."""
        if self._outage.left_s > 0 or self._is_closed:
            wish.answer(None)
        elif tile in self._under_way:
            self._under_way[tile].futures += wish.futures
        else:
            self._wanted.put(tile, wish)
            self._begin()

    def renew(self, tile: Tile, since_s: float) -> None:
        """A kept tile is old: ask for it when nobody waits for another one."""
        if not self._outage.is_away and len(self._quiet) < _MOST_QUIET and tile not in self._under_way:
            self._quiet[tile] = since_s
            self._begin()

    def judged(self, tile: Tile, fault: MapFault | None, detail: str = "") -> None:
        """What came was a tile, or the word that there is none (None); or something else."""
        if self._is_closed:
            return
        if fault is not None:
            self._fail(tile, fault, detail)
        elif self._outage.worked():
            self._told(None, "")
        self._begin()

    async def close(self) -> None:
        """Drop everything, and end the connections."""
        self._is_closed = True
        self._stop_timer()
        self._drop_waiting()
        if self._tasks:
            # anyio loses a connection that is there just when its question is cancelled: most end by themselves.
            await asyncio.wait(tuple(self._tasks), timeout=_LAST_S)
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._server.close()

    # -- inside

    def _begin(self) -> None:
        """While it is doubtful whether the server is there, one question is enough."""
        most = 1 if self._outage.is_away else MOST_AT_ONCE
        while not self._is_closed and self._outage.left_s == 0 and len(self._under_way) < most:
            found = self._next()
            if found is None:
                return
            tile, wish, since_s = found
            self._under_way[tile] = wish
            task = asyncio.get_running_loop().create_task(self._ask(tile, wish, since_s))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    def _next(self) -> tuple[Tile, Wish, float | None] | None:
        wanted = self._wanted.take()
        if wanted is not None:
            return *wanted, None
        if not self._quiet:
            return None
        tile, since_s = self._quiet.popitem()
        return tile, Wish(), since_s

    async def _ask(self, tile: Tile, wish: Wish, since_s: float | None) -> None:
        try:
            reply = await self._server.ask(tile, since_s)
        except MapError as error:
            del self._under_way[tile]
            if self._is_closed:
                wish.drop()
                return
            self._fail(tile, error.fault, error.what)
            self._try_later(tile, wish, error.fault)
        except BaseException:
            wish.drop()
            raise
        else:
            del self._under_way[tile]
            self._received(tile, reply, wish)
        self._begin()

    def _try_later(self, tile: Tile, wish: Wish, fault: MapFault) -> None:
        """Once more where that may have been chance: nobody would ask again for what he heard there is not."""
        if self._outage.is_away or wish.is_second or not is_of_connection(fault):
            wish.answer(None)
        elif wish.futures:
            wish.is_second = True
            self._wanted.put(tile, wish)

    def _fail(self, tile: Tile, fault: MapFault, detail: str) -> None:
        self._missed = tile
        has_begun = self._outage.failed(fault)
        if self._outage.is_away:
            self._drop_waiting()
            self._set_timer()
        if has_begun:
            self._told(fault, detail)

    def _set_timer(self) -> None:
        self._stop_timer()
        after_s = self._outage.left_s + _AFTER_S
        self._timer = asyncio.get_running_loop().call_later(after_s, self._try_again)

    def _try_again(self) -> None:
        """With a tile that was missed: if it comes, the server is there again."""
        if self._outage.left_s > 0:  # A timer may be early.
            self._set_timer()
        elif self._missed is not None and self._outage.is_away:
            self._quiet[self._missed] = None
            self._begin()

    def _drop_waiting(self) -> None:
        for wish in self._wanted.drain():
            wish.answer(None)
        self._quiet.clear()

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
