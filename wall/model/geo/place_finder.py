"""Finds places while one types, as cameras are found: folded, every word in any order, what begins so first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from itertools import chain

from wall.model.inventory import Inventory, Position
from wall.model.matching import Index, row_of, spaced, words_of


class PlaceKind(Enum):
    """What a place is."""

    SITE = "site"
    WARD = "ward"
    LANDMARK = "landmark"


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere to go to on the map. `detail` tells it from another one of its name; `also` are words that find it."""

    kind: PlaceKind
    name: str
    position: Position
    detail: str = ""
    also: tuple[str, ...] = ()


class PlaceFinder:
    """The index of places. Callable from any thread."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._places = sorted(places, key=lambda place: (place.name, place.detail))
        self._index = Index(
            row_of(key, None, "", place.name, spaced(place.detail, *place.also))
            for key, place in enumerate(self._places)
        )

    def find(self, text: str, most: int = 50) -> list[Place]:
        """The best first; nothing for no text."""
        words = words_of(text)
        if not words:
            return []
        return [self._places[key] for key in list(chain.from_iterable(self._index.ranked(words)))[:most]]


def places_of(inventory: Inventory) -> list[Place]:
    """The sites that have a place, and the wards: a ward is where its sites are on the average."""
    sites = [(site, site.position) for site in inventory.sites if site.position is not None]
    found = [
        Place(PlaceKind.SITE, site.name, position, site.ward, (*site.former_wards, site.address))
        for site, position in sites
    ]
    wards: dict[str, list[Position]] = {}
    for site, position in sites:
        if site.ward:
            wards.setdefault(site.ward, []).append(position)
    return [*found, *(Place(PlaceKind.WARD, ward, _middle(places)) for ward, places in wards.items())]


def _middle(places: list[Position]) -> Position:
    return Position(
        sum(each.latitude for each in places) / len(places), sum(each.longitude for each in places) / len(places)
    )
