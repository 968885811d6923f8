"""Which projection a file says it is in. CityWall's maps are in WGS84 degrees and in Web Mercator; others are refused.

The well-known text of a .prj file (OGC 01-009, ISO 19162), and names of the EPSG register.
"""

from __future__ import annotations

import re
from enum import Enum

from wall.model.errors import MapError
from wall.model.map_kinds import MapFault

_HEAD = re.compile(r'^\s*(PROJCS|PROJCRS|GEOGCS|GEOGCRS|GEODCRS)\s*\[\s*"([^"]{0,120})"', re.IGNORECASE)
_DEGREES = re.compile(r"\b(?:EPSG\D{0,2}4326|(?:OGC\D{0,5})?CRS84)\b|GCS_WGS_1984|\bWGS[ _]?(?:19)?84$", re.IGNORECASE)
_MERCATOR = re.compile(
    r"\bEPSG\D{0,2}(?:3857|900913|3785|102100|102113)\b|PSEUDO.?MERCATOR|WEB_?.?MERCATOR|POPULAR.VISUALI[SZ]ATION",
    re.IGNORECASE,
)


class Projection(Enum):
    """Those that are understood."""

    DEGREES = "EPSG:4326"
    MERCATOR = "EPSG:3857"


def named_projection(told: str, name: str) -> Projection:
    """Which one a name means: `EPSG:3857`, `urn:ogc:def:crs:OGC:1.3:CRS84`. MapError for any other."""
    told = told.strip()
    if re.fullmatch(r"(EPSG:)?4326", told, re.IGNORECASE) or _DEGREES.search(told.replace("::", ":")):
        return Projection.DEGREES
    if re.fullmatch(r"(EPSG:)?(3857|900913|3785|102100|102113)", told, re.IGNORECASE):
        return Projection.MERCATOR
    if _MERCATOR.search(told.replace("::", ":")):
        return Projection.MERCATOR
    raise refused(told, name)


def wkt_projection(wkt: str, name: str) -> Projection:
    """Which one the text of a .prj file means. MapError for any other, and for a text that is none."""
    head = _HEAD.match(wkt)
    if head is None:
        raise MapError(MapFault.PROJECTION, name, "its .prj file cannot be understood")
    is_plane, title = head[1].upper().startswith("PROJ"), head[2]
    if is_plane and _MERCATOR.search(title):
        return Projection.MERCATOR
    if not is_plane and _DEGREES.search(title):
        return Projection.DEGREES
    raise refused(title, name)


def refused(told: str, name: str) -> MapError:
    """It is in another one, which is named, with what to do."""
    shown = " ".join(told.split())[:80] or "one without a name"
    return MapError(MapFault.PROJECTION, name, f"{shown}: convert it to EPSG:3857 or EPSG:4326 first")
