"""A real map with switches for its overlays, over a small city."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.console.fake_fleet import FakeFleet
from tests.ui.console.fake_room import FakeRoom
from tests.ui.map.little_city import CITY, HERE
from tests.ui.map.mouse import Mouse
from wall.model.geo.mercator import to_world
from wall.ui.console.facts import Facts
from wall.ui.console.style import dress
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.overlays.panel import LayersPanel
from wall.ui.map.overlays.switches import Switches
from wall.ui.signals import EventBridge
from wall.ui.theme import DARK

NOW_S = 1_795_000_000.0


class LayerHand(Mouse):
    """The map, and the panel of the layers beside it."""

    def __init__(self) -> None:
        self.bridge = EventBridge()
        self.fleet = FakeFleet(self.bridge, CITY)
        self.room = FakeRoom(self.bridge, CITY)
        self.window = QWidget()
        self.facts = Facts(self.fleet, self.bridge, (), self.window)
        super().__init__(MapCanvas(DARK, self.window))
        self.switches = Switches(self.canvas)
        self.panel = LayersPanel(DARK, self.switches, self.window)
        self.panel.setFixedWidth(300)
        row = QHBoxLayout(self.window)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.canvas, 1)
        row.addWidget(self.panel)
        dress(self.window, DARK)
        self.window.resize(1000, 700)

    def now(self) -> float:
        return NOW_S


@pytest.fixture
def hand(qtbot: QtBot) -> Iterator[LayerHand]:
    hand = LayerHand()
    with qtbot.waitExposed(hand.window):
        hand.window.show()
    hand.canvas.centre_on(to_world(HERE), 17.0, at_once=True)
    yield hand
    hand.switches.end()
    hand.facts.end()
    hand.window.close()
    hand.window.deleteLater()
