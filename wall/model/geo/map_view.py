"""A look at the map that was kept under a name: where, how closely, on which base map, with which layers."""

from __future__ import annotations

import math
from dataclasses import dataclass

from wall.model.inventory import Position

MOST_NAME = 200
MOST_LAYERS = 100
LEAST_ZOOM, MOST_ZOOM = 0.0, 30.0


@dataclass(frozen=True, slots=True)
class MapView:
    """`zoom` as slippy maps count it: the world is 256 * 2^zoom logical pixels wide. `map_id` 0: the shipped map.

    ValueError, in plain words, for a name that is none and a zoom that cannot be.
    """

    name: str
    centre: Position
    zoom: float
    map_id: int = 0
    layers: tuple[str, ...] = ()
    view_id: int = 0
    """0 until it is kept."""

    def __post_init__(self) -> None:
        if not self.name.strip() or len(self.name) > MOST_NAME:
            raise ValueError(f"a view of the map needs a name of at most {MOST_NAME} characters")
        if not (math.isfinite(self.zoom) and LEAST_ZOOM <= self.zoom <= MOST_ZOOM):
            raise ValueError(f"{self.zoom} is no zoom: use {LEAST_ZOOM:g} to {MOST_ZOOM:g}")
        if len(self.layers) > MOST_LAYERS:
            raise ValueError(f"a view of the map has at most {MOST_LAYERS} layers")
