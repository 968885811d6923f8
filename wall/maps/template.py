"""The address of a tile server: `https://tiles.example/{z}/{x}/{y}.png`."""

from __future__ import annotations

from dataclasses import dataclass

from wall.model.errors import MapError
from wall.model.map_kinds import MapFault, Tile
from wall.model.tile_address import PLACE, address_fault, host_of

_OSM = "© OpenStreetMap"
_OWNERS = {"openstreetmap.org": _OSM, "openstreetmap.fr": _OSM, "opentopomap.org": f"{_OSM}, SRTM | OpenTopoMap"}
"""Whose maps some well known servers give. Others are called by their name until somebody says better."""


def is_address(text: str) -> bool:
    """Is it meant to be one?"""
    return "://" in text


@dataclass(frozen=True, slots=True)
class Template:
    """`{z}` `{x}` `{y}`; `{-y}` counts from the south; `{s}` is a, b or c in turn; `{r}` is left out."""

    text: str

    @property
    def host(self) -> str:
        """All of it that may be shown: path and query may hold a key."""
        return host_of(self.text)

    @property
    def is_secure(self) -> bool:
        return self.text.casefold().startswith("https:")

    @property
    def attribution(self) -> str:
        """Whose map it is, as far as it can be told by its server; else the server."""
        ends = [owner for domain, owner in _OWNERS.items() if f".{self.host}".endswith(f".{domain}")]
        return ends[0] if ends else self.host

    def address(self, tile: Tile) -> str:
        """Where this tile is."""
        parts = {
            "z": str(tile.zoom),
            "x": str(tile.x),
            "y": str(tile.y),
            "-y": str((1 << tile.zoom) - 1 - tile.y),
            "s": "abc"[(tile.x + tile.y) % 3],
            "r": "",
        }
        return PLACE.sub(lambda found: parts[found[1]], self.text)


def read_template(text: str) -> Template:
    """MapError for what is none, without repeating more of it than the server's name."""
    text = text.strip()
    fault = address_fault(text)
    if fault is not None:
        raise MapError(MapFault.ADDRESS, host_of(text), fault.value)
    return Template(text)
