"""Takes a map in: looks at it, copies it, and only then writes down that it is there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from wall.maps.found import Found, plain_words
from wall.maps.server_check import USUAL_DEPTH
from wall.maps.shelf import MapShelf
from wall.maps.template import Template, is_address, read_template
from wall.model.inventory import Inventory, Position
from wall.model.map_kinds import BaseMap, KeptMap
from wall.model.map_taking import Taking

Add = Callable[[KeptMap, Callable[[int], str]], int]
"""`MapStore.add`, on whichever thread it belongs to: waits for it, and gives the id."""
AskServer = Callable[[Template, Position | None, int], Found]
"""`examine_server`, on whichever loop: waits for it."""


@dataclass(frozen=True, slots=True)
class MapOrder:
    """What is to be taken in: a file, a folder, or the address of a server, and what a person says of it."""

    source: str
    name: str = ""
    attribution: str = ""
    crs: str = ""
    """Of an image's world file, where nothing else tells."""
    max_zoom: int = USUAL_DEPTH
    """Of a server."""
    near: Position | None = None
    """Where the city is."""


def take_in(
    order: MapOrder, shelf: MapShelf, add: Add, ask_server: AskServer, taking: Taking | None = None
) -> tuple[BaseMap, tuple[str, ...]]:
    """The map as it is kept now, and what is not as it should be with it. Blocks for as long as copying takes.

    MapError or StoreError where it cannot be, or `taking` was stopped: then nothing has changed.
    """
    if is_address(order.source):
        template = read_template(order.source)
        found = ask_server(template, order.near, order.max_zoom)
        if taking is not None:
            taking.go_on(template.host)
        kept = KeptMap(_base(order, found, template.host), template=template.text)
        return _numbered(kept, add(kept, lambda _key: "")), found.remarks
    source = Path(order.source).expanduser()
    with shelf.bringing(source, order.crs, taking) as brought:
        kept = KeptMap(_base(order, brought.found, source.name))
        return _numbered(kept, add(kept, lambda key: shelf.place(brought, key))), brought.found.remarks


def middle_of(inventory: Inventory) -> Position | None:
    """Somewhere in the city: in the middle of its sites and cameras, the median each way."""
    told = [*(each.position for each in inventory.sites), *(each.position for each in inventory.cameras)]
    places = [each for each in told if each is not None]
    if not places:
        return None
    north = sorted(each.latitude for each in places)
    east = sorted(each.longitude for each in places)
    return Position(north[len(north) // 2], east[len(east) // 2])


def _base(order: MapOrder, found: Found, source: str) -> BaseMap:
    """Nothing is shown without saying whose it is: where nobody knows, where it came from."""
    return BaseMap(
        0,
        plain_words(order.name) or found.name or source,
        found.kind,
        plain_words(order.attribution) or found.attribution or source,
        found.min_zoom,
        found.max_zoom,
        found.bounds,
        found.corners,
    )


def _numbered(kept: KeptMap, map_id: int) -> BaseMap:
    return replace(kept.base, map_id=map_id)
