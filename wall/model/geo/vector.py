"""A map made of points, lines and areas, ready to be painted: in world coordinates (see `mercator`)."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

Part: TypeAlias = "array[float]"
"""Of doubles: x, y, x, y and so on. Nobody changes it."""
WorldRect = tuple[float, float, float, float]
"""Left, top, right, bottom."""

ORDINARY_RANK = 5
"""Of what says nothing of its rank; 1 is the most important."""


class Kind(Enum):
    """What a feature is made of."""

    POINT = "point"
    LINE = "line"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class OwnLook:
    """How a file wants a feature to be painted (simplestyle-spec 1.1.0); None and 1.0 where it says nothing.

    Colours are "#rrggbb"; widths logical pixels; opacities from 0 to 1.
    """

    stroke: str | None = None
    stroke_width: float | None = None
    stroke_opacity: float = 1.0
    fill: str | None = None
    fill_opacity: float | None = None
    marker_colour: str | None = None
    marker_size: str = "medium"
    marker_symbol: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Feature:
    """One thing on the map. A point has a part for each place, a line one for each line; of an area each part is a
    closed ring, and what lies in an even number of rings is outside."""

    kind: Kind
    parts: tuple[Part, ...]
    category: str = ""
    """What it is, as the map calls it: "ward", "river"; chooses how it is painted (see `style`)."""
    name: str = ""
    name_en: str = ""
    ref: str = ""
    """The short sign of a road, "QL18"."""
    rank: int = ORDINARY_RANK
    description: str = ""
    look: OwnLook | None = None
    bounds: WorldRect = field(init=False, repr=False)
    """How far it reaches; reckoned once, where it is made."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "bounds", around([part_bounds(part) for part in self.parts]))

    def title(self, language: str) -> str:
        """Its name for who reads this language ("vi", "en")."""
        return self.name_en if language == "en" and self.name_en else self.name


@dataclass(frozen=True, slots=True, eq=False)
class VectorMap:
    """`note` is what must be known of the whole map: that it is a sketch, say. Its features are in no order."""

    name: str
    features: tuple[Feature, ...]
    bounds: WorldRect
    attribution: str = ""
    note: str = ""

    @property
    def home(self) -> WorldRect:
        """What one wants to see first: the city, where there is one, else all of it."""
        cities = [feature.bounds for feature in self.features if feature.category == "city"]
        return around(cities) if cities else self.bounds


def part_bounds(part: Part) -> WorldRect:
    """How far one part reaches. ValueError for an empty one."""
    xs, ys = part[0::2], part[1::2]
    return min(xs), min(ys), max(xs), max(ys)


def around(rects: Sequence[WorldRect]) -> WorldRect:
    """What holds all of these. ValueError where there are none."""
    lefts, tops, rights, bottoms = zip(*rects, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
