"""Says what a file is, by what is in it, and whether it can be a map."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from wall.maps import mbtiles, plan_image
from wall.maps.corner_file import has_corners, read_corner_file
from wall.maps.faults import map_told, plain_size
from wall.maps.found import Found
from wall.maps.geojson_check import examine_geojson
from wall.maps.geojson_stream import members
from wall.maps.mbtiles import MbTiles
from wall.maps.pictures import format_of
from wall.maps.pmtiles import header as pmtiles_header
from wall.maps.pmtiles.archive import PmTiles
from wall.model.errors import MapError
from wall.model.map_kinds import MapFault
from wall.model.map_taking import Taking

MOST_TILE_FILE = 64 << 30
"""Bytes of an MBTiles or PMTiles file: a country with all its streets has less."""
_HEAD = 127
_PMTILES_OLD = b"PM"
_JSON_BEGINS = (b"{", b"\xef\xbb\xbf")

Examination = Callable[[Path], Found]


def examine(path: Path, crs: str = "", taking: Taking | None = None) -> tuple[Path, Found]:
    """The file that is the map (of a corner file, its image), and what it is. MapError where it cannot be used.

    `crs` is what a person says of an image's world file. `taking` may be stopped: a large GeoJSON file takes seconds.
    """
    head = _head(path)
    if head.startswith(mbtiles.MAGIC):
        return path, _of_mbtiles(path, head)
    if head.startswith((pmtiles_header.MAGIC, _PMTILES_OLD)):
        plain_size(path, MOST_TILE_FILE)
        return path, _closed(PmTiles(path))
    if format_of(head) or plan_image.is_tiff(head):
        return path, plan_image.examine_image(path, crs)
    if head.lstrip().startswith(_JSON_BEGINS):
        return _of_json(path, crs, taking)
    raise MapError(MapFault.NO_MAP, path.name, "MBTiles, PMTiles, GeoJSON, PNG, JPEG, WebP and TIFF are known")


def examine_tiles(path: Path) -> Found:
    """The same for what can only be MBTiles, as we have written them."""
    return _closed(MbTiles(path))


def _head(path: Path) -> bytes:
    plain_size(path, MOST_TILE_FILE)
    with map_told(path.name), path.open("rb") as file:
        return file.read(_HEAD)


def _of_mbtiles(path: Path, head: bytes) -> Found:
    size = plain_size(path, MOST_TILE_FILE)
    mbtiles.refuse_cut_off(head, size, path.name)
    log = path.with_name(f"{path.name}-wal")
    if log.is_file() and log.stat().st_size:
        raise MapError(MapFault.UNREADABLE, path.name, "another program is still writing to it")
    return _closed(MbTiles(path))


def _closed(file: MbTiles | PmTiles) -> Found:
    with closing(file):
        return file.examine()


def _of_json(path: Path, crs: str, taking: Taking | None) -> tuple[Path, Found]:
    """GeoJSON, or the corners of an image."""
    first = next(iter(members(path)), ("", None))[0]
    if first in ("image", "corners") or (path.stat().st_size < 1 << 16 and _has_corners(path)):
        image = path.with_name(read_corner_file(path).image or path.stem)
        if not image.is_file():
            raise MapError(MapFault.MISSING, image.name, f"it belongs to {path.name}")
        return image, plan_image.examine_image(image, crs)
    return path, examine_geojson(path, taking)


def _has_corners(path: Path) -> bool:
    return has_corners(dict(members(path)))
