"""Where a device says it stands: the site and the ward, out of its location scopes or else its name. Pure.

Scopes come as the installer left them: `country/vietnam, city/bac-ninh, ward/vo-cuong, site/Ngã Sáu`, or a single word
without a kind, or what the factory put there (`country/china`). A country or a city is no site.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from wall.model.fold import fold
from wall.model.inventory import Site

_SITE_KINDS = ("site", "place", "point", "building", "area", "street", "address")
"""What is taken for the site's name, the best first."""
_WARD_KINDS = ("ward", "phuong", "commune", "xa", "district")
_WIDER_KINDS = frozenset({"country", "city", "province", "state", "region", "town", "continent", "floor", "room"})
_FACTORY = frozenset(
    {"", "china", "vietnam", "viet nam", "hangzhou", "shenzhen", "global", "default", "unknown", "none"}
)
_DASH = re.compile(r"\s+[-–—|]\s+")


@dataclass(frozen=True, slots=True)
class Place:
    """A site by name, "" for none, and its ward."""

    site: str = ""
    ward: str = ""


def place_of(location: str, name: str) -> Place:
    """The place that a location tells; without one, what stands before the dash of a name like `Ngã Sáu – cổng`."""
    told: dict[str, str] = {}
    for part in location.split(", "):
        kind, slash, value = part.partition("/")
        known = fold(kind) if slash and fold(kind) in _KINDS else ""
        value = (value if known else part).strip()
        if known in _WIDER_KINDS or fold(value) in _FACTORY:
            continue
        told.setdefault(known, value)
    site = next((told[kind] for kind in (*_SITE_KINDS[:4], "", *_SITE_KINDS[4:]) if kind in told), "")
    ward = next((told[kind] for kind in _WARD_KINDS if kind in told), "")
    if not site and _DASH.search(name):
        site = _DASH.split(name)[0].strip()
    return Place(site, ward)


def spelled(ward: str, sites: Iterable[Site]) -> str:
    """The ward as the inventory writes it already; `vo-cuong` in capitals where it does not know it."""
    wanted = fold(ward)
    known = next((site.ward for site in sites if fold(site.ward) == wanted), "")
    if known or ward != ward.lower():
        return known or ward
    return " ".join(word.capitalize() for word in ward.replace("-", " ").replace("_", " ").split())


_KINDS = frozenset({*_SITE_KINDS, *_WARD_KINDS, *_WIDER_KINDS})
