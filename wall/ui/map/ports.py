"""What the map asks of the services below."""

from __future__ import annotations

from concurrent.futures import Future
from typing import Protocol

from wall.model.geo.vector import VectorMap
from wall.model.map_kinds import BaseMap, Tile


class MapsPort(Protocol):
    """Base maps: `wall.services.maps.Maps`. Everything returns at once; what is new is told by events (MapsChanged,
    MapTroubled, TileRenewed)."""

    @property
    def maps(self) -> tuple[BaseMap, ...]:
        """The one that comes with the program first."""
        ...

    @property
    def shown(self) -> BaseMap:
        """The one that was chosen."""
        ...

    def choose(self, map_id: int) -> Future[None]:
        """Show this one from now on."""
        ...

    def tile(self, map_id: int, tile: Tile) -> Future[bytes | None]:
        """A piece of a map of tiles (PNG, JPEG, WebP); None where there is none, or none now. What is no longer seen is
        cancelled."""
        ...

    def image(self, map_id: int) -> Future[bytes]:
        """The encoded picture of a plan. MapError."""
        ...

    def vectors(self, map_id: int) -> Future[VectorMap]:
        """What is on a map of points, lines and areas. MapError."""
        ...
