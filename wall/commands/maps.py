"""`citywall map import|list|use|remove`: the base maps of the city, without a window."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from wall.commands.as_json import write_lines
from wall.commands.database import database_path
from wall.commands.table import table
from wall.maps.found import Found
from wall.maps.server_check import examine_server
from wall.maps.shelf import MapShelf
from wall.maps.template import Template
from wall.maps.tile_server import TileServer
from wall.model.errors import StartError
from wall.model.inventory import Position
from wall.model.map_kinds import SHIPPED, BaseMap
from wall.model.map_taking import Taking
from wall.services.map_import import MapOrder, middle_of, take_in
from wall.services.map_opening import maps_folder, shipped_map
from wall.store.database import Database
from wall.store.inventory_store import InventoryStore
from wall.store.map_store import KeptMaps, MapStore

HEADING = ("", "NUMBER", "NAME", "KIND", "ZOOM", "ATTRIBUTION")


def import_map(options: argparse.Namespace) -> int:
    """Take a map in. 0; what is wrong with it is a MapError, and then nothing has changed."""
    path = database_path(options.database)
    with _opened(path) as (database, store):
        shelf = MapShelf(maps_folder(path))
        store.alone(shelf.sweep)  # What a killed program has left.
        near = middle_of(InventoryStore(database).load())
        order = MapOrder(options.source, options.name, options.attribution, options.crs, options.max_zoom, near)
        with _progress() as taking:
            base, remarks = take_in(order, shelf, store.add, _ask_server, taking)
    for remark in remarks:
        _say(f"{base.name}: {remark}.")
    _say(f"Map {base.map_id}, {base.name}: kept. Show it with: citywall map use {base.map_id}")
    return 0


def list_maps(options: argparse.Namespace) -> int:
    """All of them, the shipped one first."""
    with _opened(database_path(options.database)) as (_, store):
        kept = store.load()
    maps = [shipped_map(), *(each.base for each in kept.maps)]
    if options.json is not None:
        write_lines((_as_json(each, each.map_id == kept.shown) for each in maps), options.json)
    else:
        print(table(HEADING, (_row(each, each.map_id == kept.shown) for each in maps)))
    for told in kept.left_out:
        _say(f"Left out: {told}.")
    return 0


def use_map(options: argparse.Namespace) -> int:
    """This one is shown from the next look at it on."""
    with _opened(database_path(options.database)) as (_, store):
        chosen = _chosen(options.map, store.load())
        store.choose(chosen.map_id)
    _say(f"Map {chosen.map_id}, {chosen.name}, is shown now.")
    return 0


def remove_map(options: argparse.Namespace) -> int:
    """Take it out, with its file."""
    path = database_path(options.database)
    with _opened(path) as (_, store):
        chosen = _chosen(options.map, store.load())
        if chosen.map_id == SHIPPED:
            raise StartError(f"{chosen.name} comes with CityWall and stays")
        store.remove(chosen.map_id)
        store.alone(MapShelf(maps_folder(path)).sweep)
    _say(f"Map {chosen.map_id}, {chosen.name}: removed.")
    return 0


def _chosen(wanted: str, kept: KeptMaps) -> BaseMap:
    """By number, else by name."""
    maps = [shipped_map(), *(each.base for each in kept.maps)]
    found = [each for each in maps if str(each.map_id) == wanted]
    found = found or [each for each in maps if each.name.casefold() == wanted.casefold()]
    if len(found) != 1:
        told = "there are several maps of this name: give its number" if found else "there is no such map"
        raise StartError(f"{wanted}: {told} (citywall map list)")
    return found[0]


def _ask_server(template: Template, near: Position | None, max_zoom: int) -> Found:
    return asyncio.run(examine_server(TileServer(template), template, near, max_zoom))


@contextmanager
def _progress() -> Iterator[Taking]:
    """Tells how far it is in one line, where somebody looks; Ctrl+C stops it, and nothing is left of it."""
    shows = sys.stderr.isatty()

    def tell(done: int, whole: int) -> None:
        told = f"{done * 100 // whole} % of {whole >> 20} MB" if whole else f"{done} tiles"
        print(f"\rTaken in: {told} ", end="", file=sys.stderr, flush=True)

    try:
        yield Taking(tell) if shows else Taking()
    except KeyboardInterrupt:
        _say("\nStopped: nothing of it was kept.")
        raise
    finally:
        if shows:
            print("\r\033[K", end="", file=sys.stderr)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[Database, MapStore]]:
    with closing(Database(path)) as database:
        yield database, MapStore(database)


def _row(base: BaseMap, is_shown: bool) -> tuple[str, ...]:
    zoom = f"{base.min_zoom}-{base.max_zoom}" if base.is_tiled else ""
    return "*" if is_shown else "", str(base.map_id), base.name, base.kind.value, zoom, base.attribution


def _as_json(base: BaseMap, is_shown: bool) -> Mapping[str, Any]:
    bounds = base.bounds
    return {
        "map_id": base.map_id,
        "name": base.name,
        "kind": base.kind.name.lower(),
        "attribution": base.attribution,
        "min_zoom": base.min_zoom,
        "max_zoom": base.max_zoom,
        "bounds": [bounds.west, bounds.south, bounds.east, bounds.north],
        "is_shown": is_shown,
    }


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr)
