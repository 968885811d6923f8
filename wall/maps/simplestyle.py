"""How a GeoJSON file wants its features painted: simplestyle-spec 1.1.0 (https://github.com/mapbox/simplestyle-spec)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from wall.model.geo.vector import OwnLook

_KEYS = frozenset(
    ("stroke", "stroke-width", "stroke-opacity", "fill", "fill-opacity", "marker-color", "marker-size", "marker-symbol")
)
_COLOUR = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
_WIDEST = 40.0
_SIZES = ("small", "medium", "large")


def own_look(properties: Mapping[str, Any]) -> OwnLook | None:
    """None where the feature asks for nothing. What makes no sense is passed over, like what is not known."""
    if _KEYS.isdisjoint(properties):
        return None
    size, symbol = properties.get("marker-size"), properties.get("marker-symbol")
    return OwnLook(
        stroke=_colour(properties.get("stroke")),
        stroke_width=_number(properties.get("stroke-width"), _WIDEST),
        stroke_opacity=_share(properties.get("stroke-opacity"), 1.0),
        fill=_colour(properties.get("fill")),
        fill_opacity=_number(properties.get("fill-opacity"), 1.0),
        marker_colour=_colour(properties.get("marker-color")),
        marker_size=size if size in _SIZES else "medium",
        marker_symbol=symbol[:1] if isinstance(symbol, str) and len(symbol) == 1 else "",
    )


def _colour(value: Any) -> str | None:
    """ "#rrggbb", from three or six digits with or without the sign before them."""
    found = _COLOUR.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return None
    digits = found[1].lower()
    return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))


def _number(value: Any, most: float) -> float | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return float(value) if is_number and 0 <= value <= most else None


def _share(value: Any, usual: float) -> float:
    found = _number(value, 1.0)
    return usual if found is None else found
