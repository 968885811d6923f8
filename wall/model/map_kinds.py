"""Which base maps there are: what each is, how far it reaches, whose work it is, and what may be wrong with one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from wall.model.inventory import Position

SHIPPED = 0
"""The id of the schematic map that comes with the program: it is always there."""

DEEPEST_ZOOM = 24
"""A pixel of it is under a centimetre: no map has more."""


class MapKind(Enum):
    """What a base map is made of. The value is the English word; the UI translates it."""

    MBTILES = "MBTiles file"
    PMTILES = "PMTiles file"
    TILE_FOLDER = "folder of tiles"
    TILE_SERVER = "tile server"
    PLAN = "image"
    GEOJSON = "GeoJSON file"


TILED = frozenset({MapKind.MBTILES, MapKind.PMTILES, MapKind.TILE_FOLDER, MapKind.TILE_SERVER})
"""Kinds that are asked for tile by tile."""


class MapFault(Enum):
    """What is wrong with a map. The value is the English sentence; the UI translates it."""

    MISSING = "there is no such file"
    UNREADABLE = "the file cannot be read"
    EMPTY = "the file is empty"
    BROKEN = "the file is damaged"
    NO_MAP = "this is no map that CityWall knows"
    VECTOR_TILES = "these are vector tiles: only maps made of pictures can be shown"
    COMPRESSION = "its tiles are packed in a way that cannot be unpacked"
    NO_TILES = "there is not one tile in it"
    BROKEN_TILE = "its tiles cannot be read as pictures"
    PROJECTION = "it is in another projection"
    NO_PLACE = "nothing says where on the earth the image lies"
    TOO_LARGE = "it is too large"
    ADDRESS = "this is no address of a tile server"
    DISK_FULL = "the disk is full"
    UNREACHABLE = "the tile server cannot be reached"
    SLOW = "the tile server does not answer in time"
    REFUSED = "the tile server refuses to give tiles"
    STOPPED = "it was not taken in, as you wished: nothing of it was kept"
    WRONG_ANSWER = "the tile server answers with something that is no tile"


class Tile(NamedTuple):
    """A tile's name as servers and files have it: `y` grows to the SOUTH (XYZ, not TMS)."""

    zoom: int
    x: int
    y: int

    @property
    def is_possible(self) -> bool:
        """Is there such a place in the world?"""
        if not 0 <= self.zoom <= DEEPEST_ZOOM:
            return False
        side = 1 << self.zoom
        return 0 <= self.x < side and 0 <= self.y < side


@dataclass(frozen=True, slots=True)
class Bounds:
    """How far a map reaches, in WGS84 degrees. ValueError for what is no area on earth."""

    west: float
    south: float
    east: float
    north: float

    def __post_init__(self) -> None:
        if not (-180 <= self.west < self.east <= 180 and -90 <= self.south < self.north <= 90):
            raise ValueError(f"no area on earth: {self.west}, {self.south}, {self.east}, {self.north}")

    @property
    def centre(self) -> Position:
        return Position((self.south + self.north) / 2, (self.west + self.east) / 2)


WORLD = Bounds(-180, -85.0511287798066, 180, 85.0511287798066)
"""All of Web Mercator."""

Corners = tuple[Position, Position, Position, Position]
"""Of an image: top left, top right, bottom right, bottom left, as it lies on the earth."""


@dataclass(frozen=True, slots=True)
class BaseMap:
    """A map that can be shown. `attribution` is never empty: who looks at a map must be able to tell whose it is."""

    map_id: int
    name: str
    kind: MapKind
    attribution: str
    min_zoom: int = 0
    max_zoom: int = 0
    """The deepest zoom of which there are tiles; 0 to 0 where there are none."""
    bounds: Bounds = WORLD
    corners: Corners | None = None
    """Of an image."""

    @property
    def is_tiled(self) -> bool:
        return self.kind in TILED


@dataclass(frozen=True, slots=True)
class KeptMap:
    """A base map and where it comes from: `file` is a name in the folder of maps, `template` a server's address.

    One of them is empty. A template may hold a key of its owner's: it is for the server, never for a log or a window.
    """

    base: BaseMap
    file: str = ""
    template: str = ""

    @property
    def map_id(self) -> int:
        return self.base.map_id
