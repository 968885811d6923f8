"""What an examination of a map has found out."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from wall.model.map_kinds import WORLD, Bounds, Corners, MapKind

_TAG = re.compile(r"<[^>]*>")
_MOST_LETTERS = 300


@dataclass(frozen=True, slots=True)
class Found:
    """A map that can be used. `attribution` is "" where nothing in it says whose it is.

    `remarks`: what is not as it should be, and no reason to refuse it, in plain words.
    """

    kind: MapKind
    name: str
    attribution: str = ""
    min_zoom: int = 0
    max_zoom: int = 0
    bounds: Bounds = WORLD
    corners: Corners | None = None
    remarks: tuple[str, ...] = ()


def plain_words(told: object) -> str:
    """A name or an attribution as it is written on the map: HTML is taken out, what is no text is none."""
    text = html.unescape(_TAG.sub("", told)) if isinstance(told, str) else ""
    text = "".join(each if each.isprintable() else " " for each in text)
    return " ".join(text.split())[:_MOST_LETTERS]
