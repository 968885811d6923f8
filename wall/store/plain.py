"""Values that SQLite and JSON can keep, of values that a device or a person gave."""

from __future__ import annotations

import math
import re

_LARGEST = 2**63 - 1
_NO_PORT = re.compile(r":(?!\d*$)[^\]]*$")
"""A colon, outside an IPv6 address, with something after it that is no port."""


def text(value: str) -> str:
    """Without lone surrogates, which no encoding can hold."""
    return value if value.isascii() else value.encode("utf-8", "replace").decode("utf-8")


def whole(value: int | None) -> int | None:
    """None for what does not fit into 64 bits."""
    return value if value is not None and abs(value) <= _LARGEST else None


def fraction(value: float | None) -> float | None:
    """None for what is no number, and for what is without end."""
    return float(value) if value is not None and math.isfinite(value) else None


def public_url(url: str) -> str:
    """The address without a login in it. By the model there is none; this is the last door before the disk."""
    scheme, separator, rest = text(url).partition("://")
    if not separator or "@" not in rest:
        return text(url)
    end = min((rest.find(mark) for mark in "/?" if mark in rest), default=len(rest))
    host, path = rest[:end].rpartition("@")[2], rest[end:]
    if _NO_PORT.search(host):  # The password had one of those marks in it.
        host, path = rest.rpartition("@")[2], ""
    return f"{scheme}{separator}{host}{path}"
