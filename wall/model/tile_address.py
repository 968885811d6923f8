"""What an address of a tile server must be, and what is wrong with one: `https://tiles.example/{z}/{x}/{y}.png`."""

from __future__ import annotations

import re
from enum import Enum
from urllib.parse import urlsplit

PLACE = re.compile(r"\{([^{}]*)\}")
_KNOWN = frozenset({"z", "x", "y", "-y", "s", "r"})
_MOST_LETTERS = 2_000
_VECTORS = (".pbf", ".mvt")
_SERVICE = re.compile(r"[?&](request=getcapabilities|service=wmt?s\b)|\.(json|xml)$", re.IGNORECASE)


class AddressFault(Enum):
    """The value is the English sentence; the UI translates it."""

    UNREADABLE = "it cannot be read"
    SCHEME = "it must begin with http:// or https://, and have a server's name"
    LENGTH = "it is too long"
    LOGIN = "an address with a login in it would be kept in the clear: leave it out"
    VECTORS = "it gives vector tiles (.pbf, .mvt): only maps made of pictures can be shown"
    SERVICE = "it describes a service (WMS, WMTS, TileJSON): the address of its tiles is needed"
    PLACES = "it must have {z}, {x} and {y} in it, after the server's name"
    UNKNOWN = "only {z}, {x}, {y}, {-y}, {s} and {r} are filled in"
    LETTERS = "there is a space in it, or a letter that cannot be seen"


def address_fault(text: str) -> AddressFault | None:
    """What is wrong with it; None where it may be one. `text` has no spaces around it."""
    try:
        parts = urlsplit(text)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return AddressFault.UNREADABLE
    if parts.scheme.casefold() not in ("http", "https") or not host or port == 0:
        return AddressFault.SCHEME
    if len(text) > _MOST_LETTERS:
        return AddressFault.LENGTH
    if "@" in parts.netloc:
        return AddressFault.LOGIN
    if parts.path.casefold().endswith(_VECTORS):
        return AddressFault.VECTORS
    return _fault_of_places(text, parts.netloc)


def host_of(text: str) -> str:
    """All of it that may be shown: path and query may hold a key. "" where there is none."""
    try:
        return urlsplit(text).hostname or ""
    except ValueError:
        return ""


def _fault_of_places(text: str, server: str) -> AddressFault | None:
    names = set(PLACE.findall(text))
    if not {"z", "x"} <= names or not names & {"y", "-y"}:
        return AddressFault.SERVICE if _SERVICE.search(text) else AddressFault.PLACES
    if PLACE.search(server.replace("{s}", "")):
        return AddressFault.PLACES
    if names - _KNOWN:
        return AddressFault.UNKNOWN
    return AddressFault.LETTERS if not text.isprintable() or " " in text else None
