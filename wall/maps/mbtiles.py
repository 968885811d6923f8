"""Reads raster MBTiles (specification 1.3): a SQLite file with a table or view of tiles. Rows count from the south.

A file may come from anywhere: what it holds is bounded in bytes, and what it has SQLite do is bounded in time, for a
`tiles` that is a view may hold any question.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from wall.maps.extent import tile_bounds, told_bounds
from wall.maps.found import Found, plain_words
from wall.maps.pictures import MOST_TILE_BYTES, check_tile
from wall.maps.projection import Projection, named_projection, refused
from wall.model.errors import MapError
from wall.model.map_kinds import DEEPEST_ZOOM, Bounds, MapFault, MapKind, Tile

MAGIC = b"SQLite format 3\0"
_TILE_WITHIN_S, _EXAMINED_WITHIN_S = 2.0, 60.0
_STEPS = 10_000
"""Instructions of SQLite's machine between two looks at the clock: well under a millisecond."""
_MOST_METADATA = 500
_CRS_FIELDS = ("crs", "srs", "projection", "proj")

Clock = Callable[[], float]


class MbTiles:
    """An open file. Blocks; one thread at a time. MapError where it cannot be opened or read."""

    def __init__(self, path: Path, clock: Clock = time.monotonic) -> None:
        self._name = path.name
        self._clock = clock
        self._until_s = clock() + _EXAMINED_WITHIN_S
        if not path.is_file():
            raise MapError(MapFault.MISSING, path.name)
        with self._told():
            # Nobody writes to it any more: no lock is taken, and nothing is written beside it.
            where = f"file:{quote(str(path.absolute()))}?mode=ro&immutable=1"
            self._connection = sqlite3.connect(where, uri=True, check_same_thread=False, isolation_level=None)
            self._connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MOST_TILE_BYTES + 65_536)
            self._connection.set_progress_handler(self._is_late, _STEPS)
            self._connection.execute("pragma trusted_schema = off")
        try:
            self._metadata = self._read_metadata()
            self._is_from_north = self._metadata.get("scheme") == "xyz"
        except BaseException:
            self.close()
            raise

    def tile(self, tile: Tile) -> bytes | None:
        """The picture; None where there is none."""
        rows = self._ask(
            "select tile_data from tiles where zoom_level = ? and tile_column = ? and tile_row = ?",
            (tile.zoom, tile.x, self._row(tile.zoom, tile.y)),
        )
        return _bytes_of(rows[0][0]) if rows else None

    def examine(self) -> Found:
        """What it is. MapError where it cannot be used: what is wrong is in it."""
        told = self._metadata
        self._refuse_strangers()
        zooms = [zoom for zoom in range(DEEPEST_ZOOM + 1) if self._has_zoom(zoom)]
        if not zooms:
            raise MapError(MapFault.NO_TILES, self._name)
        for zoom in zooms:
            for data in self._samples(zoom):
                check_tile(data, self._name)
        return Found(
            MapKind.MBTILES,
            plain_words(told.get("name")) or Path(self._name).stem,
            plain_words(told.get("attribution")),
            zooms[0],
            zooms[-1],
            told_bounds(told.get("bounds"), self._name) or self._bounds(zooms[-1]),
        )

    def close(self) -> None:
        """Safe to call twice."""
        self._connection.close()

    def _refuse_strangers(self) -> None:
        if self._metadata.get("format", "").casefold() in ("pbf", "mvt"):
            raise MapError(MapFault.VECTOR_TILES, self._name)
        for field in _CRS_FIELDS:
            crs = self._metadata.get(field, "")
            if crs and named_projection(crs, self._name) is not Projection.MERCATOR:
                raise refused(crs, self._name)

    def _read_metadata(self) -> dict[str, str]:
        tables = {row[0] for row in self._ask("select name from sqlite_master where type in ('table', 'view')")}
        if "tiles" not in tables:
            raise MapError(MapFault.NO_MAP, self._name, "a database without tiles")
        if "metadata" not in tables:
            return {}
        rows = self._ask("select name, value from metadata limit ?", (_MOST_METADATA,))
        return {str(name).casefold(): str(value) for name, value in rows if value is not None}

    def _has_zoom(self, zoom: int) -> bool:
        return bool(self._ask("select 1 from tiles where zoom_level = ? limit 1", (zoom,), _EXAMINED_WITHIN_S))

    def _samples(self, zoom: int) -> Iterator[bytes]:
        """One tile from each end: a file that was cut off lacks one of them."""
        for order in ("", " order by tile_column desc, tile_row desc"):
            asked = f"select tile_data from tiles where zoom_level = ?{order} limit 1"
            for (data,) in self._ask(asked, (zoom,), _EXAMINED_WITHIN_S):
                yield _bytes_of(data) or b""

    def _bounds(self, zoom: int) -> Bounds:
        asked = (
            "select min(tile_column), max(tile_column), min(tile_row), max(tile_row) from tiles where zoom_level = ?"
        )
        west, east, one, other = self._ask(asked, (zoom,), _EXAMINED_WITHIN_S)[0]
        rows = sorted(self._row(zoom, each) for each in (one, other))
        try:
            return tile_bounds(zoom, (west, east), (rows[0], rows[1]))
        except (TypeError, ValueError) as error:
            raise MapError(MapFault.BROKEN, self._name, "its tiles lie outside of the world") from error

    def _row(self, zoom: int, row: int) -> int:
        """From the north to the south and back: the specification counts as TMS does."""
        return row if self._is_from_north else (1 << zoom) - 1 - row

    def _ask(
        self, question: str, values: Sequence[object] = (), within_s: float = _TILE_WITHIN_S
    ) -> list[tuple[Any, ...]]:
        self._until_s = self._clock() + within_s
        with self._told():
            return self._connection.execute(question, values).fetchall()

    def _is_late(self) -> bool:
        return self._clock() > self._until_s

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise MapError(MapFault.BROKEN, self._name, str(error)) from error


def _bytes_of(value: object) -> bytes | None:
    return value if isinstance(value, bytes) and value else None


def refuse_cut_off(head: bytes, size: int, name: str) -> None:
    """SQLite notices only when it comes to the missing pages (file format, 1.3.7: the header tells their number).

    `head` is the first 100 bytes. A count that an old program has left out of date says nothing.
    """
    page = int.from_bytes(head[16:18], "big")
    page = 65_536 if page == 1 else page
    is_count_valid = head[24:28] == head[92:96]
    if is_count_valid and size < page * int.from_bytes(head[28:32], "big"):
        raise MapError(MapFault.BROKEN, name, "its end is missing")
