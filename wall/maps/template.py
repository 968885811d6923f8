"""The address of a tile server: `https://tiles.example/{z}/{x}/{y}.png`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from wall.model.errors import MapError
from wall.model.map_kinds import MapFault, Tile

_PLACE = re.compile(r"\{([^{}]*)\}")
_KNOWN = frozenset({"z", "x", "y", "-y", "s", "r"})
_MOST_LETTERS = 2_000
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
        return urlsplit(self.text).hostname or ""

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
        return _PLACE.sub(lambda found: parts[found[1]], self.text)


def read_template(text: str) -> Template:
    """MapError for what is none, without repeating more of it than the server's name."""
    text = text.strip()
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise MapError(MapFault.ADDRESS, "", "it cannot be read") from error
    if parts.scheme.casefold() not in ("http", "https") or not host or port == 0 or len(text) > _MOST_LETTERS:
        raise MapError(MapFault.ADDRESS, host, "it must begin with http:// or https://")
    if "@" in parts.netloc:
        raise MapError(MapFault.ADDRESS, host, "an address with a login in it would be kept in the clear: leave it out")
    names = set(_PLACE.findall(text))
    if not {"z", "x"} <= names or not names & {"y", "-y"} or _PLACE.search(parts.netloc.replace("{s}", "")):
        raise MapError(MapFault.ADDRESS, host, "it must have {z}, {x} and {y} in it")
    if names - _KNOWN or not text.isprintable() or " " in text:
        raise MapError(MapFault.ADDRESS, host, "only {z}, {x}, {y}, {-y}, {s} and {r} are filled in")
    return Template(text)
