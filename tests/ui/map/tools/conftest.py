"""A real map with its tools on the offscreen platform, over a small city and a real database of views."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QDateTime
from pytestqt.qtbot import QtBot

from tests.ui.console.fake_fleet import FakeFleet
from tests.ui.map.little_city import CITY, HERE
from tests.ui.map.tools.tool_hand import ToolHand
from wall.model.geo.mercator import to_world
from wall.model.geo.place_finder import Place, PlaceKind
from wall.model.inventory import Inventory, Position
from wall.services.db_thread import DbThread
from wall.services.map_views import MapViews
from wall.store.database import Database
from wall.store.map_view_store import MapViewStore
from wall.ui.map.tools.ports import DeskPorts
from wall.ui.signals import EventBridge
from wall.ui.theme import DARK, Theme

STATION = Place(PlaceKind.LANDMARK, "Ga Bắc Ninh", Position(21.183, 106.055))
NOW = QDateTime.fromString("2026-11-29T21:00:00", "yyyy-MM-ddTHH:mm:ss")


@pytest.fixture
def bridge() -> EventBridge:
    return EventBridge()


@pytest.fixture
def views(bridge: EventBridge, tmp_path: Path) -> Iterator[MapViews]:
    """In a database of their own."""
    with closing(DbThread(bridge.publish)) as db:
        database = db.ask(lambda: Database(tmp_path / "city.db")).result(10)
        yield MapViews(db, lambda: MapViewStore(database), bridge.publish)
    database.close()


@pytest.fixture
def make_hand(qtbot: QtBot, bridge: EventBridge, views: MapViews) -> Iterator[Callable[..., ToolHand]]:
    made: list[ToolHand] = []

    def make(theme: Theme = DARK, inventory: Inventory = CITY) -> ToolHand:
        hand = ToolHand(theme, FakeFleet(bridge, inventory), bridge)
        hand.open(
            DeskPorts(
                hand.put.append,
                hand.opened.append,
                hand.said.append,
                hand.complaints.append,
                views,
                hand.maps,
                attribution=lambda: "© CityWall",
                landmarks=lambda: (STATION,),
                now=lambda: NOW,
                ask_file=lambda _window, name: hand.file_for(name),
            )
        )
        with qtbot.waitExposed(hand.window):
            hand.window.show()
        hand.window.activateWindow()
        qtbot.waitUntil(hand.window.isActiveWindow)
        hand.canvas.centre_on(to_world(HERE), 17.0, at_once=True)
        made.append(hand)
        return hand

    yield make
    for hand in made:
        hand.close()


@pytest.fixture
def hand(make_hand: Callable[..., ToolHand]) -> ToolHand:
    return make_hand()
