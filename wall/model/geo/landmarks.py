"""The places that a drawn map names, to be found: wards, landmarks, rivers, roads."""

from __future__ import annotations

from collections.abc import Iterable

from wall.model.geo.mercator import WorldPoint, to_position
from wall.model.geo.place_finder import Place, PlaceKind
from wall.model.geo.vector import Feature, Kind, VectorMap

_OUTSIDE = frozenset({"city", "neighbour"})
"""What is no place in the city."""


def landmarks(vectors: VectorMap, language: str = "vi") -> list[Place]:
    """Each name once. One thing that is drawn in pieces is where its longest piece is."""
    found: dict[tuple[PlaceKind, str], tuple[int, Place]] = {}
    for feature in vectors.features:
        name = feature.title(language)
        if not name or feature.category in _OUTSIDE or not feature.parts:
            continue
        kind = PlaceKind.WARD if feature.category == "ward" else PlaceKind.LANDMARK
        also = tuple(each for each in (feature.name, feature.name_en, feature.ref) if each and each != name)
        place = Place(kind, name, to_position(*_middle(feature)), also=also)
        size = sum(map(len, feature.parts))
        if (kind, name) not in found or found[kind, name][0] < size:
            found[kind, name] = size, place
    return [place for _size, place in found.values()]


def without_doubles(places: Iterable[Place]) -> list[Place]:
    """A ward that several sources know is there once, as the first of them has it."""
    return list({(each.kind, each.name, each.detail): each for each in reversed(list(places))}.values())


def _middle(feature: Feature) -> WorldPoint:
    """Of an area the middle of its bounds, of a line its middle point, of points the first."""
    longest = max(feature.parts, key=len)
    if feature.kind is Kind.AREA:
        left, top, right, bottom = feature.bounds
        return (left + right) / 2, (top + bottom) / 2
    at = 0 if feature.kind is Kind.POINT else len(longest) // 4 * 2
    return longest[at], longest[at + 1]
