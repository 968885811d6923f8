"""Live pictures as a part of a map page."""

from __future__ import annotations

import time
from collections.abc import Callable

from wall.ui.console.facts import Facts
from wall.ui.console.room_facts import RoomFacts
from wall.ui.map.live.desk import LiveDesk
from wall.ui.map.live.tiles import FIRST_MAP_TILE
from wall.ui.map.live.to_wall import Ratio, usual_ratio
from wall.ui.map.page import MapPage
from wall.ui.map.part import MakePart
from wall.ui.ports import LiveViewPort
from wall.ui.signals import EventBridge
from wall.ui.theme import Theme
from wall.ui.tile_numbers import TileNumbers


def live_part(
    theme: Theme,
    facts: Facts,
    wall: RoomFacts,
    live: LiveViewPort,
    events: EventBridge,
    ratio_of: Ratio = usual_ratio,
    monotonic: Callable[[], float] = time.monotonic,
) -> MakePart:
    """What makes them for each page: the numbers of their tiles are given once over all maps."""
    numbers = TileNumbers(FIRST_MAP_TILE)

    def make(page: MapPage) -> LiveDesk:
        return LiveDesk(page.canvas, theme, facts, wall, live, events, page.cameras, numbers, monotonic, ratio_of)

    return make
