"""A real map on the offscreen platform with a small city on it, and the hand that places."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.console.fake_fleet import FakeFleet
from tests.ui.map.little_city import CITY, HERE
from tests.ui.map.placing.placing_hand import Hand
from wall.model.geo.mercator import to_world
from wall.ui.console.facts import Facts
from wall.ui.console.style import dress
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.placing.mode import PlacingMode
from wall.ui.signals import EventBridge
from wall.ui.theme import DARK, Theme


@pytest.fixture
def make_hand(qtbot: QtBot) -> Iterator[Callable[..., Hand]]:
    made: list[Hand] = []

    def make(theme: Theme = DARK) -> Hand:
        bridge = EventBridge()
        fleet = FakeFleet(bridge, CITY)
        window = QWidget()
        facts = Facts(fleet, bridge, (), window)
        canvas = MapCanvas(theme, window)
        mode = PlacingMode(theme, canvas, facts, fleet)
        row = QHBoxLayout(window)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(canvas, 1)
        mode.panel.setParent(window)
        mode.panel.setFixedWidth(280)
        row.addWidget(mode.panel)
        mode.toggled.connect(mode.panel.setVisible)
        dress(window, theme)
        window.resize(1000, 700)
        with qtbot.waitExposed(window):
            window.show()
        window.activateWindow()
        canvas.centre_on(to_world(HERE), 17.0, at_once=True)
        hand = Hand(window, canvas, mode, fleet, facts)
        made.append(hand)
        return hand

    yield make
    for hand in made:
        hand.mode.end()
        hand.facts.end()
        hand.window.close()
        hand.window.deleteLater()


@pytest.fixture
def hand(make_hand: Callable[..., Hand]) -> Hand:
    """With the mode on."""
    made = make_hand()
    made.mode.toggle()
    return made
