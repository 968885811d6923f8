"""Makes maps as other programs do, with nothing of ours."""

from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from PIL import Image

WRITTEN = Path(__file__).with_name("written")
"""PMTiles made by the package `pmtiles` 3.8.1, zoom 0 to 3 without 3/7/7; the second with leaf directories of 16."""

Tiles = Mapping[tuple[int, int, int], bytes]


def picture(colour: tuple[int, int, int] = (200, 30, 30), size: int = 8, kind: str = "PNG") -> bytes:
    """A tile of one colour."""
    out = io.BytesIO()
    Image.new("RGB", (size, size), colour).save(out, kind)
    return out.getvalue()


def colour_of(data: bytes | None) -> tuple[int, ...]:
    """Of the first pixel."""
    assert data is not None
    with Image.open(io.BytesIO(data)) as opened:
        found = opened.convert("RGB").getpixel((0, 0))
    assert isinstance(found, tuple)
    return tuple(map(int, found))


def some_tiles(deepest: int = 2) -> dict[tuple[int, int, int], bytes]:
    """Each of another colour, by zoom, x and y from the north."""
    return {
        (zoom, x, y): picture((zoom * 40, x * 20, y * 20))
        for zoom in range(deepest + 1)
        for x in range(1 << zoom)
        for y in range(1 << zoom)
    }


def make_mbtiles(path: Path, tiles: Tiles, metadata: Mapping[str, str] | None = None) -> Path:
    """As the specification (1.3) says: rows from the south."""
    told = {"name": "Bắc Ninh", "format": "png", "attribution": "© Sở TN&MT"} if metadata is None else metadata
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("create table metadata (name text, value text)")
        connection.executemany("insert into metadata values (?, ?)", told.items())
        connection.execute(
            "create table tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob)"
        )
        connection.execute("create unique index tile_index on tiles (zoom_level, tile_column, tile_row)")
        rows = [(zoom, x, (1 << zoom) - 1 - y, data) for (zoom, x, y), data in tiles.items()]
        connection.executemany("insert into tiles values (?, ?, ?, ?)", rows)
    return path


def make_folder(path: Path, tiles: Tiles, suffix: str = ".png") -> Path:
    """Rows from the north."""
    for (zoom, x, y), data in tiles.items():
        file = path / str(zoom) / str(x) / f"{y}{suffix}"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return path


def make_plan(path: Path, size: tuple[int, int] = (40, 20), world: str = "", prj: str = "") -> Path:
    """An image, with a world file and a .prj where they are given."""
    Image.new("RGB", size, (90, 90, 200)).save(path)
    if world:
        path.with_suffix(f".{path.suffix[1]}{path.suffix[-1]}w").write_text(world, encoding="ascii")
    if prj:
        path.with_suffix(".prj").write_text(prj, encoding="utf-8")
    return path


def make_geojson(path: Path, *places: tuple[float, float], **members: object) -> Path:
    """A line, or a point."""
    kind, coordinates = ("LineString", list(places)) if len(places) > 1 else ("Point", places[0])
    feature = {"type": "Feature", "properties": {}, "geometry": {"type": kind, "coordinates": coordinates}}
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature], **members}), encoding="utf-8")
    return path


def make_large_mbtiles(path: Path, megabytes: int) -> Path:
    """The same, with so much in it that is no tile: it takes a while to be copied."""
    make_mbtiles(path, some_tiles())
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("create table filling (data blob)")
        connection.execute("insert into filling values (zeroblob(?))", [megabytes << 20])
    return path
