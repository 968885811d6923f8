"""Units over a real map, from a real file through the real service."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.map.little_city import HERE
from tests.ui.map.overlays.conftest import LayerHand
from wall.maps.units_feed import FeedPace
from wall.model.events import UnitsChanged
from wall.model.geo.units import FeedTrouble, Unit
from wall.services.io import IoLoop
from wall.services.units import Units
from wall.ui.map.overlays.units import UnitHere, UnitsOverlay
from wall.ui.theme import DARK


def written(path: Path, age_s: float = 0.0) -> None:
    feature = {
        "type": "Feature",
        "id": "113-05",
        "geometry": {"type": "Point", "coordinates": [HERE.longitude, HERE.latitude]},
        "properties": {"name": "Xe Võ Cường", "heading": 90, "time": time.time() - age_s},
    }
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature, {}]}))


@pytest.fixture
def units(hand: LayerHand) -> Iterator[Units]:
    with IoLoop() as io:
        units = Units(io.loop, hand.bridge.publish, time.time, FeedPace(poll_s=0.1, first_again_s=0.05))
        yield units
        hand.switches.end()
        io.request(units.stop()).result(10)


@pytest.fixture
def overlay(hand: LayerHand, units: Units, tmp_path: Path) -> UnitsOverlay:
    settings = QSettings(str(tmp_path / "console.ini"), QSettings.Format.IniFormat)
    overlay = UnitsOverlay(DARK, hand.canvas, units, hand.bridge, time.time, settings)
    hand.switches.add(overlay)
    return overlay


def test_a_unit_stands_where_its_feed_says_and_can_be_taken(
    hand: LayerHand, overlay: UnitsOverlay, qtbot: QtBot, tmp_path: Path
) -> None:
    written(tmp_path / "units.geojson")
    hand.panel.check_of("units").click()
    QTest.keyClicks(overlay.line, str(tmp_path / "units.geojson"))
    QTest.keyClick(overlay.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(hand.under(hand.pixel(HERE)), UnitHere))
    assert overlay.said.text() == "1 units  ·  1 could not be read"
    image = hand.viewport.grab().toImage()
    assert image.pixelColor(hand.pixel(HERE) + QPoint(2, 0)) == DARK.accent
    hand.switches.turn("units", on=False)
    assert hand.under(hand.pixel(HERE)) is None
    again = UnitsOverlay(DARK, hand.canvas, overlay._units, hand.bridge, time.time, overlay._settings)
    assert again.line.text() == str(tmp_path / "units.geojson"), "the address is kept"


def test_an_old_place_is_grey_and_says_how_old_it_is(
    hand: LayerHand, overlay: UnitsOverlay, qtbot: QtBot, tmp_path: Path
) -> None:
    written(tmp_path / "units.geojson", age_s=200)
    overlay.line.setText(str(tmp_path / "units.geojson"))
    hand.panel.check_of("units").click()
    qtbot.waitUntil(lambda: isinstance(hand.under(hand.pixel(HERE)), UnitHere))
    image = hand.viewport.grab().toImage()
    assert image.pixelColor(hand.pixel(HERE) + QPoint(2, 0)) == DARK.surface


def test_what_ails_the_feed_is_said_and_the_units_stay(
    hand: LayerHand, overlay: UnitsOverlay, qtbot: QtBot, tmp_path: Path
) -> None:
    hand.panel.check_of("units").click()
    assert "Type where the positions come from" in overlay.said.text()
    overlay.line.setText(str(tmp_path / "gone.geojson"))
    overlay.follow()
    qtbot.waitUntil(lambda: overlay.said.text() == "▲  there is no such file  ·  0 units")
    written(tmp_path / "gone.geojson")
    qtbot.waitUntil(lambda: overlay.said.text().startswith("1 units"))


def test_who_has_been_silent_for_long_is_not_painted_any_more(
    hand: LayerHand, overlay: UnitsOverlay, qtbot: QtBot
) -> None:
    hand.switches.turn("units", on=True)
    plain = hand.viewport.grab().toImage()
    hand.bridge.publish(UnitsChanged((Unit("a", HERE, time.time() - 9999),), FeedTrouble.NONE, 0))
    qtbot.waitUntil(lambda: overlay._news is not None)
    assert hand.viewport.grab().toImage() == plain


def test_two_thousand_units_are_painted_within_a_frame_or_two(hand: LayerHand, overlay: UnitsOverlay) -> None:
    hand.switches.turn("units", on=True)
    now_s = time.time()
    overlay.layer.show([Unit(str(each), HERE, now_s, heading_deg=each) for each in range(2000)])
    began = time.process_time()
    hand.viewport.grab()
    assert time.process_time() - began < 0.5
