"""Reads a folder of tiles, zoom/x/y.png, as many programs write it.

Rows count from the north, as on a server (XYZ), but where the folder says otherwise: `tilemapresource.xml` is what
gdal2tiles writes that counts as TMS does, and `metadata.json` (mb-util, tilelive) has a `scheme`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from wall.maps.faults import map_told, read_at_most
from wall.maps.pictures import MOST_TILE_BYTES, is_whole
from wall.model.errors import MapError
from wall.model.map_kinds import DEEPEST_ZOOM, MapFault, Tile

MOST_TILES = 2_000_000
_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".webp"})
_VECTOR_SUFFIXES = frozenset({".pbf", ".mvt"})
_MOST_METADATA = 1 << 20


@dataclass(slots=True)
class TileFolder:
    """What lies in it. `left_out` counts tiles that were no whole pictures while `tiles` went through them."""

    path: Path
    metadata: dict[str, str] = field(default_factory=dict)
    left_out: int = 0

    @property
    def counts_from_south(self) -> bool:
        told = self.metadata.get("scheme")
        return told == "tms" or (told is None and (self.path / "tilemapresource.xml").is_file())

    def tiles(self) -> Iterator[tuple[Tile, bytes]]:
        """All of them with their pictures, zoom by zoom. MapError where there are too many, or vector tiles."""
        for many, (tile, path) in enumerate(self._files(), 1):
            if many > MOST_TILES:
                raise MapError(MapFault.TOO_LARGE, self.path.name, f"more than {MOST_TILES} tiles")
            data = self._picture(path)
            if data is not None:
                yield tile, data

    def _files(self) -> Iterator[tuple[Tile, Path]]:
        for zoom, zoom_folder in _numbered(self.path, DEEPEST_ZOOM):
            last = (1 << zoom) - 1
            for x, column in _numbered(zoom_folder, last):
                for path in _listed(column):
                    self._refuse_vectors(path)
                    y = _number(path.stem, last)
                    if y is not None and path.suffix.casefold() in _SUFFIXES and path.is_file():
                        yield Tile(zoom, x, last - y if self.counts_from_south else y), path

    def _picture(self, path: Path) -> bytes | None:
        try:
            data = read_at_most(path, MOST_TILE_BYTES)
        except MapError:
            data = b""
        if is_whole(data):
            return data
        self.left_out += 1
        return None

    def _refuse_vectors(self, path: Path) -> None:
        if path.suffix.casefold() in _VECTOR_SUFFIXES:
            raise MapError(MapFault.VECTOR_TILES, self.path.name)


def open_folder(path: Path) -> TileFolder:
    """MapError where it has no folder of a zoom level in it."""
    if not any(_numbered(path, DEEPEST_ZOOM)):
        raise MapError(MapFault.NO_MAP, path.name, "a folder of tiles has folders 0, 1, 2 … for its zoom levels")
    return TileFolder(path, _metadata(path / "metadata.json"))


def _metadata(path: Path) -> dict[str, str]:
    """What the folder says of itself; one that says it badly is a map all the same."""
    try:
        told = json.loads(read_at_most(path, _MOST_METADATA))
    except (MapError, ValueError, RecursionError):
        return {}
    if not isinstance(told, dict):
        return {}
    return {str(name): _text(value) for name, value in told.items() if isinstance(value, str | list)}


def _text(value: str | list[object]) -> str:
    """Bounds are a list with some, a text with others."""
    return value if isinstance(value, str) else ",".join(map(str, value))


def _numbered(folder: Path, most: int) -> Iterator[tuple[int, Path]]:
    found = ((_number(each.name, most), each) for each in _listed(folder))
    for number, path in sorted((number, each) for number, each in found if number is not None):
        if path.is_dir():
            yield number, path


def _listed(folder: Path) -> list[Path]:
    with map_told(folder.name):
        return list(folder.iterdir()) if folder.is_dir() else []


def _number(text: str, most: int) -> int | None:
    """A whole number as folders and files are called; None for every other name."""
    is_number = text.isascii() and text.isdecimal() and len(text) < 10
    return int(text) if is_number and int(text) <= most else None
