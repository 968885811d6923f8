"""The map that comes with the program, as the service of base maps gives it."""

from __future__ import annotations

from concurrent.futures import Future
from typing import TypeVar

from wall.maps.geojson import read_vectors
from wall.model.geo.vector import VectorMap
from wall.model.map_kinds import SHIPPED, BaseMap, MapKind, Tile
from wall.resources import data_folder

T = TypeVar("T")


class ShippedMap:
    """Fulfils MapsPort with one map."""

    def __init__(self) -> None:
        self.shown = BaseMap(SHIPPED, "Bắc Ninh", MapKind.GEOJSON, "CityWall")
        self.chosen: list[int] = []

    @property
    def maps(self) -> tuple[BaseMap, ...]:
        return (self.shown,)

    def choose(self, map_id: int) -> Future[None]:
        self.chosen.append(map_id)
        return _done(None)

    def tile(self, map_id: int, tile: Tile) -> Future[bytes | None]:
        return _done(None)

    def image(self, map_id: int) -> Future[bytes]:
        return _done(b"")

    def vectors(self, map_id: int) -> Future[VectorMap]:
        return _done(read_vectors(data_folder("resources") / "maps" / "bac-ninh.geojson"))


def _done(result: T) -> Future[T]:
    future: Future[T] = Future()
    future.set_result(result)
    return future
