"""The base maps: which there are, which is shown, their tiles. Nobody waits here, for a disk or for a server."""

from __future__ import annotations

import random
import time
from asyncio import AbstractEventLoop, run_coroutine_threadsafe
from collections.abc import Callable
from concurrent.futures import Future, wait
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TypeVar

from wall.maps.faults import read_at_most
from wall.maps.found import Found
from wall.maps.geojson import read_vectors
from wall.maps.mbtiles import MbTiles
from wall.maps.outage import Outage
from wall.maps.plan_image import MOST_BYTES
from wall.maps.pmtiles.archive import PmTiles
from wall.maps.server_check import examine_server
from wall.maps.shelf import MapShelf
from wall.maps.template import Template, read_template
from wall.maps.tile_cache import TileCache
from wall.maps.tile_server import TileServer
from wall.model.errors import MapError
from wall.model.events import Event, MapsChanged, MapTroubled, TileRenewed, WorkFailed
from wall.model.geo.vector import VectorMap
from wall.model.inventory import Position
from wall.model.map_kinds import SHIPPED, BaseMap, KeptMap, MapFault, MapKind, Tile
from wall.model.map_taking import Taking
from wall.services.db_thread import DbThread
from wall.services.file_thread import FileThread
from wall.services.map_import import MapOrder, take_in
from wall.services.map_ports import KeepsMaps, KeptMaps
from wall.services.tile_desk import TileDesk
from wall.services.tile_queue import Wish
from wall.services.tile_sources import FileTiles, NoTiles, ServerTiles, Surroundings, TileSource

T = TypeVar("T")
_ASKED_WITHIN_S, _LOOKED_EVERY_S = 60.0, 0.2
_CLOSED_WITHIN_S = 1.0


@dataclass(frozen=True, slots=True)
class Ground:
    """What maps are kept on. `shipped` is the map that comes with the program, `shipped_file` its file."""

    db: DbThread
    store: KeepsMaps
    shelf: MapShelf
    cache: TileCache
    shipped: BaseMap
    shipped_file: Path


class Maps:
    """Any thread asks; `publish` is called on the db thread, the desk's or the loop's. Everything returns at once."""

    def __init__(
        self,
        ground: Ground,
        kept: KeptMaps,
        loop: AbstractEventLoop,
        publish: Callable[[Event], None],
        *,
        new_outage: Callable[[], Outage] = lambda: Outage(time.monotonic, random.random),
        unix: Callable[[], float] = time.time,
    ) -> None:
        self._ground = ground
        self._kept = kept
        self._loop = loop
        self._publish = publish
        self._new_outage = new_outage
        self._unix = unix
        self._desk = TileDesk(self._serve)
        self._sources: dict[int, TileSource] = {}
        """On the desk's thread."""
        self._files = FileThread("maps")
        self._imports = FileThread("taking in maps")
        self._takings: list[Taking] = []

    # -- which there are

    @property
    def maps(self) -> tuple[BaseMap, ...]:
        """The shipped one first, then in the order in which they came."""
        return (self._ground.shipped, *(each.base for each in self._kept.maps))

    @property
    def shown(self) -> BaseMap:
        return self.find(self._kept.shown) or self._ground.shipped

    def find(self, map_id: int) -> BaseMap | None:
        return next((each for each in self.maps if each.map_id == map_id), None)

    def choose(self, map_id: int) -> Future[None]:
        """This one is shown from now on, also after the next start. Told with `MapsChanged` once it is kept."""
        return self._change("choose a map", lambda: self._ground.store.choose(map_id))

    def refresh(self) -> Future[None]:
        """Look whether another program has taken maps in or out meanwhile; told with `MapsChanged`."""
        return self._change("read the maps", lambda: None)

    def take_in(
        self,
        source: str,
        name: str = "",
        attribution: str = "",
        crs: str = "",
        near: Position | None = None,
        taking: Taking | None = None,
    ) -> Future[BaseMap]:
        """Take in a file, a folder or a server's address; see `MapOrder`. It takes as long as copying does; `taking`
        is told how far it is, and may stop it.

        MapError or StoreError where it cannot be: then the maps are as they were.
        """
        order, watch = MapOrder(source, name, attribution, crs, near=near), taking or Taking()

        def take() -> BaseMap:
            ask = partial(self._ask_server, watch)
            return take_in(order, self._ground.shelf, self._add, ask, watch)[0]

        # This thread may wait for the others, for nobody waits for it.
        self._takings.append(watch)
        taken = self._imports.ask(take)
        taken.add_done_callback(lambda _taken: self._takings.remove(watch))
        return taken

    def remove(self, map_id: int) -> Future[None]:
        """Take one out for good, with its file. What of its tiles a server has given goes with time."""

        def remove() -> None:
            self._ground.store.remove(map_id)
            self._ground.store.alone(self._ground.shelf.sweep)

        self._desk.do(lambda: self._close_source(map_id))
        return self._change("remove a map", remove)

    # -- what is on them

    def tile(self, map_id: int, tile: Tile) -> Future[bytes | None]:
        """Its picture as it is kept (PNG, JPEG, WebP); None where there is none, or none now.

        Cancel the future of what is no longer seen: it is not read then. The newest question is answered first.
        """
        return self._desk.ask(map_id, tile)

    def image(self, map_id: int) -> Future[bytes]:
        """Of a `PLAN`: the whole image, PNG, JPEG or WebP. MapError where it cannot be read any more."""
        return self._files.ask(lambda: read_at_most(self._file(map_id), MOST_BYTES))

    def vectors(self, map_id: int) -> Future[VectorMap]:
        """Of a `GEOJSON`: what is on it. MapError where it cannot be read any more."""
        return self._files.ask(lambda: read_vectors(self._file(map_id), self._name(map_id)))

    def close(self) -> None:
        """Before the loop and the database end. What is being taken in is given up."""
        for each in tuple(self._takings):
            each.stop()
        self._imports.close()
        self._files.close()
        self._desk.do(self._close_sources)
        self._desk.close()

    # -- inside: the list

    def _change(self, what: str, job: Callable[[], T]) -> Future[T]:
        def change() -> T:
            done = job()
            self._reload()
            return done

        return self._ground.db.work(what, change)

    def _reload(self) -> None:
        self._kept = self._ground.store.load()
        self._publish(MapsChanged(self.maps, self.shown.map_id))

    def _add(self, kept: KeptMap, place: Callable[[int], str]) -> int:
        return self._change("keep a map", lambda: self._ground.store.add(kept, place)).result()

    def _ask_server(self, taking: Taking, template: Template, near: Position | None, max_zoom: int) -> Found:
        question = examine_server(TileServer(template), template, near, max_zoom)
        asking = run_coroutine_threadsafe(question, self._loop)
        for _ in range(round(_ASKED_WITHIN_S / _LOOKED_EVERY_S)):
            if wait((asking,), _LOOKED_EVERY_S).done:
                return asking.result()
            if taking.is_stopped:
                break
        asking.cancel()
        raise MapError(MapFault.STOPPED if taking.is_stopped else MapFault.SLOW, template.host)

    def _kept_map(self, map_id: int) -> KeptMap | None:
        return next((each for each in self._kept.maps if each.map_id == map_id), None)

    def _file(self, map_id: int) -> Path:
        if map_id == SHIPPED:
            return self._ground.shipped_file
        kept = self._kept_map(map_id)
        if kept is None or not kept.file:
            raise MapError(MapFault.MISSING, self._name(map_id))
        return self._ground.shelf.folder / kept.file

    def _name(self, map_id: int) -> str:
        found = self.find(map_id)
        return found.name if found else ""

    # -- inside: tiles, on the desk's thread

    def _serve(self, map_id: int, tile: Tile, wish: Wish) -> None:
        base = self.find(map_id)
        if base is None or not tile.is_possible or not base.min_zoom <= tile.zoom <= base.max_zoom:
            wish.answer(None)
            return
        if map_id not in self._sources:
            self._sources[map_id] = self._open(base)
        self._sources[map_id].serve(tile, wish)

    def _open(self, base: BaseMap) -> TileSource:
        told = partial(self._tell_trouble, base.map_id)
        try:
            if base.kind is MapKind.TILE_SERVER:
                return self._open_server(base.map_id, told)
            if not base.is_tiled:
                return NoTiles()
            path = self._file(base.map_id)
            return FileTiles(PmTiles(path) if base.kind is MapKind.PMTILES else MbTiles(path), told)
        except MapError as error:
            told(error.fault, error.what)
            return NoTiles()

    def _open_server(self, map_id: int, told: Callable[[MapFault | None, str], None]) -> TileSource:
        kept = self._kept_map(map_id)
        template = read_template(kept.template if kept else "")
        around = Surroundings(
            self._loop,
            self._ground.cache,
            self._desk.do,
            told,
            self._tell_not_kept,
            lambda tile: self._publish(TileRenewed(map_id, tile)),
            self._unix,
        )
        return ServerTiles(template, TileServer(template), self._new_outage(), around)

    def _close_source(self, map_id: int) -> None:
        source = self._sources.pop(map_id, None)
        closing = source.close() if source is not None else None
        if closing is not None:
            with suppress(TimeoutError):
                closing.result(_CLOSED_WITHIN_S)

    def _close_sources(self) -> None:
        for map_id in tuple(self._sources):
            self._close_source(map_id)

    def _tell_trouble(self, map_id: int, fault: MapFault | None, detail: str) -> None:
        self._publish(MapTroubled(map_id, fault, detail))

    def _tell_not_kept(self, error: MapError) -> None:
        self._publish(WorkFailed("keep a tile of a map", error.cause, error.detail))
