"""What was before an alarm, of a real camera, from what is kept of the stream that the wall receives."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.e2e.room import START_WITHIN_S
from wall.demo import City, running_city
from wall.model.picture import PictureBox
from wall.model.tile import Thresholds
from wall.model.video import VideoSettings
from wall.services.io import IoLoop
from wall.services.live_view import LiveView
from wall.ui.alarms.before_picture import BeforePicture
from wall.ui.past import Past
from wall.ui.signals import EventBridge
from wall.ui.stage import Stage, TileKey
from wall.ui.theme import DARK
from wall.ui.tile_numbers import TileNumbers
from wall.video.setup import decode_pool

KEPT_S = 3.0


@pytest.fixture(scope="module")
def city() -> Iterator[City]:
    with running_city(2, 1) as city:
        yield city


@pytest.fixture
def events(qtbot: QtBot) -> EventBridge:
    return EventBridge()


@pytest.fixture
def live(events: EventBridge, tmp_path: Path) -> Iterator[LiveView]:
    with IoLoop() as io:
        settings = VideoSettings()
        live = LiveView(io.loop, events.publish, decode_pool(tmp_path / "log", settings.buffer), settings=settings)
        io.request(live.start()).result(START_WITHIN_S)
        yield live
        io.request(live.stop()).result(START_WITHIN_S)


@pytest.fixture
def before(live: LiveView, events: EventBridge, qtbot: QtBot) -> Iterator[BeforePicture]:
    over = QWidget()
    qtbot.addWidget(over)
    picture = BeforePicture(DARK, live, events, TileNumbers(100), (time.monotonic, time.time), over)
    over.resize(320, 180)
    picture.resize(320, 180)
    over.show()
    yield picture
    picture.end()


def past_of(before: BeforePicture) -> Past:
    assert before.tile is not None and before.tile.past is not None
    return before.tile.past


def has_shown_before(before: BeforePicture, began_s: float) -> bool:
    """Is what is painted from before that moment (monotonic), and said to be?"""
    tile = before.tile
    picture = tile.picture if tile is not None else None
    return picture is not None and picture.picture_s < began_s and past_of(before).label.startswith("Before")


def test_of_what_the_wall_receives_the_seconds_before_are_shown(
    city: City, live: LiveView, before: BeforePicture, qtbot: QtBot
) -> None:
    camera = city.cameras[0]
    wall = Stage(live, TileNumbers(), time.monotonic, Thresholds())
    large = camera.streams[0].source
    tile = wall.want(TileKey(camera.camera_id), camera, large, PictureBox(640, 360))
    qtbot.waitUntil(tile.feed.has_newer, timeout=15_000)
    qtbot.wait(round(KEPT_S * 1000))
    began_s = time.monotonic()
    before.show_camera(camera, time.time())
    assert before.tile is not None and before.tile.source == large, "the stream that has kept something"
    qtbot.waitUntil(lambda: has_shown_before(before, began_s), timeout=15_000)
    before.again()
    qtbot.waitUntil(lambda: past_of(before).label.startswith("After"), timeout=30_000)
    assert past_of(before).sentence == ""
    before.show_camera(None)
    wall.give_back_all()


def test_of_what_was_not_received_it_is_said(city: City, before: BeforePicture, qtbot: QtBot) -> None:
    before.show_camera(city.cameras[1], time.time())
    qtbot.waitUntil(lambda: past_of(before).sentence.startswith("No picture from before"), timeout=20_000)
    before.show_camera(None)
