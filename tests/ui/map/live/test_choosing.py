"""What a line on the map goes around are the cameras as the map shows them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.console.fake_fleet import FakeFleet
from tests.ui.console.fake_room import FakeRoom
from tests.ui.map.little_city import CITY, RINGED
from wall.model.geo.mercator import to_world
from wall.ui.console.facts import Facts
from wall.ui.map.live.choosing import MapCameras
from wall.ui.map.places import places_of
from wall.ui.signals import EventBridge


def test_cameras_are_taken_where_the_map_shows_them(qtbot: QtBot) -> None:
    beside = replace(RINGED, number=6, name="cột 4", camera_id=6)
    city = replace(CITY, cameras=(*CITY.cameras, beside))
    bridge, window = EventBridge(), QWidget()
    qtbot.addWidget(window)
    facts = Facts(FakeFleet(bridge, city), bridge, (), window)
    shown = places_of(city)
    points = {each.camera_id: each.at for each in MapCameras(facts, FakeRoom(bridge, city).cameras).placed()}
    facts.end()
    assert set(points) == set(shown.ids) == {1, 2, 3, 6}
    for camera, row in shown.rows.items():
        assert np.allclose(points[camera], (shown.xs[row], shown.ys[row]), atol=1e-12)
    site = CITY.sites[1].position
    assert site is not None and to_world(site) not in (points[3], points[6]) and points[3] != points[6]
