"""Builds the base maps of their real parts: the folder beside the database, the cache, the map that is shipped."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from wall.maps.geojson_check import examine_geojson
from wall.maps.shelf import MapShelf
from wall.maps.tile_cache import TileCache
from wall.model.errors import StoreError
from wall.model.events import Event, WorkFailed
from wall.model.map_kinds import SHIPPED, BaseMap
from wall.model.tile import Cause
from wall.resources import data_folder
from wall.services.db_thread import DbThread
from wall.services.io import IoLoop
from wall.services.map_ports import KeepsMaps, KeptMaps
from wall.services.maps import Ground, Maps

CACHE_BYTES = 512 << 20
"""30,000 tiles or more: a city with its streets, and the country around it."""

Wait = Callable[[Future[Any]], object]


def maps_folder(database: Path) -> Path:
    """Where the maps of a database lie."""
    return database.with_name(f"{database.stem}-maps")


def shipped_file() -> Path:
    """The schematic map of the city."""
    return data_folder("resources") / "maps" / "bac-ninh.geojson"


def shipped_map() -> BaseMap:
    """The same as a base map."""
    found = examine_geojson(shipped_file())
    return BaseMap(SHIPPED, found.name, found.kind, found.attribution, bounds=found.bounds)


@contextmanager
def open_maps(
    io: IoLoop,
    db: DbThread,
    store: KeepsMaps,
    database: Path,
    publish: Callable[[Event], None],
    wait: Wait = Future.result,
    cache: Path | None = None,
) -> Iterator[Maps]:
    """The maps of a database. What a killed program has left beside it is swept away.

    Where they cannot be read there are none, and it is published: the shipped map is there all the same.
    """
    cached = TileCache(cache or user_cache_path("citywall") / "tiles", CACHE_BYTES, time.time)
    shelf = MapShelf(maps_folder(database))
    opening = db.ask(lambda: _read(store, shelf))
    wait(opening)
    shipped, kept, troubles = opening.result()
    for told in troubles:
        publish(WorkFailed("read the maps", Cause.DATABASE, told))
    maps = Maps(Ground(db, store, shelf, cached, shipped, shipped_file()), kept, io.loop, publish)
    try:
        yield maps
    finally:
        maps.close()


def _read(store: KeepsMaps, shelf: MapShelf) -> tuple[BaseMap, KeptMaps, tuple[str, ...]]:
    """On the db thread."""
    try:
        store.alone(shelf.sweep)
        kept = store.load()
    except StoreError as error:
        return shipped_map(), KeptMaps(), (error.detail,)
    return shipped_map(), kept, kept.left_out
