"""Scopes as devices write them: a list that white space should part, with white space in its items."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import unquote

from wall.onvif.xml import plain

_MOST_SCOPES = 128
_LONGEST_SCOPE = 512
_BEGINS = re.compile(r"[a-z][a-z0-9+.-]{1,30}:/{0,2}[^\s/]|urn:", re.IGNORECASE)
_MEANING = re.compile(r"onvif:/+[^/]*/(name|location|hardware)/(.+)", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Words:
    """What the scopes of a device call it, its place and its model (ONVIF Core, section 7.3.3.3)."""

    name: str = ""
    location: str = ""
    hardware: str = ""


def split_scopes(text: str) -> tuple[str, ...]:
    """The scopes, each once. A word that begins none belongs to the one before: `…/name/Ngã Sáu` is one scope."""
    scopes: list[str] = []
    for word in text.split():
        if _BEGINS.match(word) or not scopes:
            scopes.append(word)
        elif len(scopes[-1]) < _LONGEST_SCOPE:
            scopes[-1] += f" {word}"
    kept = (scope[:_LONGEST_SCOPE] for scope in scopes if _BEGINS.match(scope))
    return tuple(dict.fromkeys(kept))[:_MOST_SCOPES]


def words_of(scopes: tuple[str, ...]) -> Words:
    """Name, location and hardware, percent-encoding undone. Several of a kind (country, city, site) are all named."""
    told: dict[str, dict[str, None]] = {"name": {}, "location": {}, "hardware": {}}
    for scope in scopes:
        if meaning := _MEANING.fullmatch(scope):
            kind, value = meaning.group(1).lower(), meaning.group(2)
            last = value.rstrip("/").rpartition("/")[2] if kind == "location" else value
            told[kind][plain(unquote(last))] = None
    return Words(*(plain(", ".join(each for each in values if each)) for values in told.values()))
