"""Writes raster MBTiles (specification 1.3), in one go."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path

from wall.model.map_kinds import Tile

_FULL_CODES = frozenset({sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR})


def write_mbtiles(path: Path, metadata: Mapping[str, str], tiles: Iterable[tuple[Tile, bytes]]) -> int:
    """Make the file; how many tiles are in it. sqlite3.Error where the disk does not. Blocks."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        # What is half written is thrown away by whoever asked for it.
        connection.execute("pragma journal_mode = off")
        connection.execute("pragma synchronous = off")
        connection.execute("begin")
        connection.execute("create table metadata (name text, value text)")
        connection.executemany("insert into metadata values (?, ?)", metadata.items())
        connection.execute(
            "create table tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob,"
            " primary key (zoom_level, tile_column, tile_row))"
        )
        rows = ((tile.zoom, tile.x, (1 << tile.zoom) - 1 - tile.y, data) for tile, data in tiles)
        done = connection.executemany("insert or replace into tiles values (?, ?, ?, ?)", rows)
        many = done.rowcount
        connection.execute("commit")
    return many


def is_full(error: sqlite3.Error) -> bool:
    """Did it fail for want of room?"""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in _FULL_CODES
