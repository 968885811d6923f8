"""Where the tiles of a map come from: a file, or a server with what is kept of it. On the desk's thread."""

from __future__ import annotations

from asyncio import AbstractEventLoop, run_coroutine_threadsafe
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from typing import Protocol

from wall.maps.outage import Outage
from wall.maps.template import Template
from wall.maps.tile_cache import Cached, TileCache
from wall.maps.tile_server import Reply, check_answer
from wall.model.errors import MapError
from wall.model.map_kinds import MapFault, Tile
from wall.services.tile_line import AsksServer, TileLine
from wall.services.tile_queue import Wish

RENEWED_AFTER_S = 7 * 86_400.0
"""A kept tile is shown however old it is, and asked for again after a week: streets are not built in a day."""
_NONE_RENEWED_AFTER_S = 86_400.0
_CLOSED_WITHIN_S = 1.0

Told = Callable[[MapFault | None, str], None]


class TileSource(Protocol):
    """One map that is open."""

    def serve(self, tile: Tile, wish: Wish) -> None:
        """Have the wish answered, now or once the tile has come."""
        ...

    def close(self) -> Future[None] | None:
        """End it; what is still to be waited for."""
        ...


class ReadsTiles(Protocol):
    """`wall.maps.mbtiles.MbTiles` and `wall.maps.pmtiles.archive.PmTiles`."""

    def tile(self, tile: Tile) -> bytes | None: ...

    def close(self) -> None: ...


class FileTiles:
    """Of a file. A fault in it is told once: the tiles that can be read are shown."""

    def __init__(self, file: ReadsTiles, told: Told) -> None:
        self._file = file
        self._told = told
        self._is_told = False

    def serve(self, tile: Tile, wish: Wish) -> None:
        data: bytes | None = None
        try:
            data = self._file.tile(tile)
        except MapError as error:
            if not self._is_told:
                self._is_told = True
                self._told(error.fault, error.what)
        wish.answer(data)

    def close(self) -> None:
        self._file.close()


class NoTiles:
    """Of a map that cannot be opened: that has been told."""

    def serve(self, tile: Tile, wish: Wish) -> None:
        wish.answer(None)

    def close(self) -> None:
        return None


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the tiles of a server need: `do` brings a job to the desk's thread, `renewed` tells of a new tile."""

    loop: AbstractEventLoop
    cache: TileCache
    do: Callable[[Callable[[], None]], None]
    told: Told
    not_kept: Callable[[MapError], None]
    renewed: Callable[[Tile], None]
    unix: Callable[[], float]


class ServerTiles:
    """Of a server: what is kept is served at once, and renewed quietly when it is old."""

    def __init__(self, template: Template, server: AsksServer, outage: Outage, around: Surroundings) -> None:
        self._template = template
        self._around = around
        self._line = TileLine(server, outage, self._received, around.told)
        self._is_full = False

    def serve(self, tile: Tile, wish: Wish) -> None:
        kept = self._around.cache.get(self._template, tile)
        if kept is None:
            self._on_loop(lambda: self._line.want(tile, wish))
            return
        wish.answer(kept.data)
        if self._around.unix() - kept.since_s > _lasts_s(kept):
            self._on_loop(lambda: self._line.renew(tile, kept.since_s))

    def close(self) -> Future[None] | None:
        try:
            return run_coroutine_threadsafe(self._line.close(), self._around.loop)
        except RuntimeError:  # The loop has ended.
            return None

    # -- what came, on the loop and then here

    def _received(self, tile: Tile, reply: Reply, wish: Wish) -> None:
        self._around.do(lambda: self._take(tile, reply, wish))

    def _take(self, tile: Tile, reply: Reply, wish: Wish) -> None:
        kept = self._around.cache.get(self._template, tile)
        if reply.is_unchanged:
            self._around.cache.confirm(self._template, tile)
            wish.answer(kept.data if kept else None)
            self._judge(tile, None)
            return
        try:
            data = self._checked(reply, kept)
        except MapError as error:
            wish.answer(kept.data if kept else None)
            self._judge(tile, error.fault, error.what)
            return
        wish.answer(data)
        self._judge(tile, None)
        self._keep(tile, data)
        if kept is not None and kept.data != data:
            self._around.renewed(tile)

    def _checked(self, reply: Reply, kept: Cached | None) -> bytes | None:
        """What is a tile, or honestly none. A server that has lost what it had is out of order: the kept one stays."""
        if reply.data is not None:
            check_answer(reply.data, self._template.host)
        elif kept is not None and kept.data is not None:
            raise MapError(MapFault.WRONG_ANSWER, self._template.host, "a tile that it had is gone")
        return reply.data

    def _keep(self, tile: Tile, data: bytes | None) -> None:
        """A disk that takes nothing is told once; the tile has been shown."""
        try:
            self._around.cache.put(self._template, tile, data)
        except MapError as error:
            if not self._is_full:
                self._is_full = True
                self._around.not_kept(error)
        else:
            self._is_full = False

    def _judge(self, tile: Tile, fault: MapFault | None, detail: str = "") -> None:
        self._on_loop(lambda: self._line.judged(tile, fault, detail))

    def _on_loop(self, job: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # The loop has ended: so has the program.
            self._around.loop.call_soon_threadsafe(job)


def _lasts_s(kept: Cached) -> float:
    return RENEWED_AFTER_S if kept.data is not None else _NONE_RENEWED_AFTER_S
