"""Georeferenced images: floor plans, site plans, aerial pictures, with a world file or with corners."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image

from wall.maps.corner_file import corner_file_of, read_corner_file
from wall.maps.faults import plain_size
from wall.maps.found import Found
from wall.maps.pictures import PIL_FAULTS
from wall.maps.projection import refused
from wall.maps.world_file import corners_by, read_world_file, world_file_of
from wall.model.errors import MapError
from wall.model.map_kinds import Bounds, Corners, MapFault, MapKind

MOST_BYTES = 256 << 20
MOST_PIXELS = 64_000_000
"""256 MB once decoded."""
_FORMATS = ("PNG", "JPEG", "WEBP", "TIFF")
_TOO_LARGE = (Image.DecompressionBombError, Image.DecompressionBombWarning)

_GEO_KEYS, _PLANE_KEY, _DEGREES_KEY = 34735, 3072, 2048
"""GeoTIFF (OGC 19-008): the tag of its keys, and those of a projected and a geographic system."""
_USER_DEFINED = 32767
_TAKEN_CODES = frozenset({0, 3857, 4326, _USER_DEFINED})


def examine_image(path: Path, crs: str = "") -> Found:
    """What it is, and where it lies. MapError where it cannot be used: what is wrong is in it."""
    plain_size(path, MOST_BYTES)
    with _opened(path) as picture:
        size = picture.size
        _refuse_geotiff(picture, path)
        picture.load()
    corner_file, world_file = corner_file_of(path), world_file_of(path)
    if world_file is None and corner_file is None:
        told = f"put a world file ({path.stem}.{_world_suffix(path)}) or {path.name}.json with its corners beside it"
        raise MapError(MapFault.NO_PLACE, path.name, told)
    if world_file is not None:
        corners = corners_by(read_world_file(world_file), size, path, crs)
        return Found(MapKind.PLAN, path.stem, bounds=bounds_of(corners, path.name), corners=corners)
    assert corner_file is not None
    told_there = read_corner_file(corner_file)
    return Found(
        MapKind.PLAN,
        told_there.name or path.stem,
        told_there.attribution,
        bounds=bounds_of(told_there.corners, path.name),
        corners=told_there.corners,
    )


def bounds_of(corners: Corners, name: str) -> Bounds:
    """The least area with all of it. MapError where there is none."""
    east, north = [each.longitude for each in corners], [each.latitude for each in corners]
    try:
        return Bounds(min(east), min(north), max(east), max(north))
    except ValueError as error:
        raise MapError(MapFault.BROKEN, name, "by its corners it has no area") from error


def write_plain(path: Path, target: Path) -> None:
    """Write it as a PNG. OSError where the disk does not take it."""
    with _opened(path) as picture:
        plain = picture.convert("RGBA" if "A" in picture.getbands() else "RGB")
    plain.save(target, "PNG", compress_level=6)


def is_tiff(head: bytes) -> bool:
    """By its first bytes."""
    return head[:4] in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+")


@contextmanager
def _opened(path: Path) -> Iterator[Image.Image]:
    try:
        with Image.open(path, formats=_FORMATS) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                told = f"{picture.width} x {picture.height} pixels, at most {MOST_PIXELS // 1_000_000} million"
                raise MapError(MapFault.TOO_LARGE, path.name, told)
            yield picture
    except _TOO_LARGE as error:
        told = f"at most {MOST_PIXELS // 1_000_000} million pixels can be used"
        raise MapError(MapFault.TOO_LARGE, path.name, told) from error
    except PIL_FAULTS as error:
        raise MapError(MapFault.BROKEN, path.name, str(error)[:80]) from error


def _refuse_geotiff(picture: Image.Image, path: Path) -> None:
    """One that says in its own keys that it is in another system, whatever lies beside it."""
    keys = getattr(picture, "tag_v2", {}).get(_GEO_KEYS, ())
    for at in range(4, len(keys) - 3, 4):
        key, place, _, value = keys[at : at + 4]
        if key in (_PLANE_KEY, _DEGREES_KEY) and place == 0 and value not in _TAKEN_CODES:
            raise refused(f"EPSG:{value}", path.name)


def _world_suffix(path: Path) -> str:
    suffix = path.suffix.removeprefix(".") or "png"
    return f"{suffix[:1]}{suffix[-1:]}w"
