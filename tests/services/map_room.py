"""Base maps on a real database, with real files, and all that was told of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from tests.services.wall_room import Clock
from tests.support.waiting import wait_until
from wall.maps.outage import Outage
from wall.maps.shelf import MapShelf
from wall.maps.tile_cache import TileCache
from wall.model.events import Event, MapTroubled, TileRenewed
from wall.model.map_kinds import BaseMap, MapFault, Tile
from wall.services.db_thread import DbThread
from wall.services.io import IoLoop
from wall.services.map_opening import maps_folder, shipped_file, shipped_map
from wall.services.maps import Ground, Maps
from wall.store.database import Database
from wall.store.map_store import MapStore

PATIENCE_S = 20.0
T = TypeVar("T")
E = TypeVar("E", bound=Event)


@dataclass
class MapRoom:
    """`clock` moves the outages, `unix` the ages of kept tiles: both by hand."""

    maps: Maps
    folder: Path
    cache: Path
    told: list[Event] = field(default_factory=list)
    clock: Clock = field(default_factory=Clock)
    unix: Clock = field(default_factory=lambda: Clock(1_790_000_000.0))

    def tile(self, base: BaseMap, *tile: int) -> bytes | None:
        """Once it has come, and has been kept: what is asked next is served behind that."""
        data = self.maps.tile(base.map_id, Tile(*tile)).result(PATIENCE_S)
        self.maps.tile(-1, Tile(0, 0, 0)).result(PATIENCE_S)
        return data

    def events(self, kind: type[E]) -> list[E]:
        return [each for each in self.told if isinstance(each, kind)]

    def troubles(self) -> list[MapFault | None]:
        return [each.fault for each in self.events(MapTroubled)]

    def renewed(self) -> list[Tile]:
        return [each.tile for each in self.events(TileRenewed)]


def result(future: Future[T]) -> T:
    return future.result(PATIENCE_S)


def eventually(condition: Callable[[], object], what: str = "") -> None:
    wait_until(condition, PATIENCE_S, what)


@contextmanager
def map_room(
    folder: Path, cache_bytes: int = 1 << 20, publish: Callable[[Event], None] = lambda _event: None
) -> Iterator[MapRoom]:
    """As `open_maps` builds it, but for the clocks; opened again on the same folder, it is a restart."""
    path, cache = folder / "citywall.db", folder / "cache"
    told: list[Event] = []
    clock, unix = Clock(), Clock(1_790_000_000.0)

    def tell(event: Event) -> None:
        told.append(event)
        publish(event)

    db = DbThread(tell)
    try:
        with IoLoop() as io:
            database = db.ask(lambda: Database(path)).result()
            store, shelf = MapStore(database), MapShelf(maps_folder(path), left_free=0)
            ground = Ground(db, store, shelf, TileCache(cache, cache_bytes, unix), shipped_map(), shipped_file())
            kept = db.ask(store.load).result()
            maps = Maps(ground, kept, io.loop, tell, new_outage=lambda: Outage(clock, lambda: 1.0, 0.1), unix=unix)
            try:
                yield MapRoom(maps, shelf.folder, cache, told, clock, unix)
            finally:
                maps.close()
                db.ask(database.close).result()
    finally:
        db.close()
