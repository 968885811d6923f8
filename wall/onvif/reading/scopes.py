"""GetScopes (ONVIF Core, section 7.3.3): the name, the place and the model that a device was given."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import unquote

from wall.model.device import Problem
from wall.onvif.reading.tokens import each_of
from wall.onvif.xml import Element, plain, text

_SCOPE = re.compile(r"onvif://(?:www\.)?onvif\.org/(name|location|hardware)/(.*)", re.IGNORECASE | re.DOTALL)
_MOST_SCOPES = 200
_MOST_LENGTH = 300


@dataclass(frozen=True, slots=True)
class Description:
    """What scopes say for people; "" for what they do not say."""

    name: str = ""
    location: str = ""
    hardware: str = ""


def read_scopes(body: Element) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The scopes as they stand. None is no problem."""
    scopes = each_of(body, "Scopes", "Scope", _MOST_SCOPES)
    items = (plain(text(each, "ScopeItem") if len(each) else text(each), _MOST_LENGTH) for each in scopes)
    return tuple(dict.fromkeys(item for item in items if item)), ()


def described(scopes: Iterable[str]) -> Description:
    """The first name, the first hardware, and all locations in their order.

    `location/country/vietnam` is said as `country/vietnam`; percent signs are undone.
    """
    said: dict[str, list[str]] = {"name": [], "location": [], "hardware": []}
    for scope in scopes:
        found = _SCOPE.fullmatch(scope.strip()[:_MOST_LENGTH])
        words = plain(unquote(found.group(2)).strip("/"), 100) if found else ""
        if found and words:
            said[found.group(1).lower()].append(words)
    locations = ", ".join(dict.fromkeys(said["location"]))
    return Description(_first(said["name"]), plain(locations), _first(said["hardware"]))


def _first(words: list[str]) -> str:
    return words[0] if words else ""
