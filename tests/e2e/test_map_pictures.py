"""Live pictures on the map beside a wall, with cameras that count who asks them: what both show is received once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from tests.e2e.room import START_WITHIN_S
from tests.support.language import own_language
from tests.ui.console.fake_fleet import FakeFleet
from wall.app import ticking
from wall.bench.control import Control
from wall.demo import City
from wall.model.camera import Camera
from wall.model.inventory import CameraRecord, Inventory, Position
from wall.model.video import VideoSettings
from wall.services.camera_book import identified
from wall.services.io import IoLoop
from wall.services.live_pictures import live_pictures
from wall.services.login_desk import Desks
from wall.services.login_guard import LoginGuard
from wall.services.opening import room_of
from wall.ui.console.facts import Facts
from wall.ui.console.room_facts import RoomFacts
from wall.ui.map.live.desk import LiveDesk
from wall.ui.map.live.part import live_part
from wall.ui.map.map_window import MapWindow
from wall.ui.map.page import MapPorts
from wall.ui.signals import EventBridge
from wall.ui.spin import spin
from wall.ui.theme import DARK
from wall.ui.tile_numbers import TileNumbers
from wall.ui.wall_window import WallWindow

pytestmark = pytest.mark.timeout(180)


class Both:
    """A wall with one camera on it, and a map with all of them."""

    def __init__(self, wall: WallWindow, city_map: MapWindow) -> None:
        self.wall, self.map = wall, city_map

    @property
    def desk(self) -> LiveDesk:
        (desk,) = self.map.page.parts
        assert isinstance(desk, LiveDesk)
        return desk

    def wait(self, until: Callable[[], bool], seconds: float = START_WITHIN_S) -> None:
        assert spin(seconds, until)


def inventory_of(cameras: list[Camera]) -> Inventory:
    """Some hundred metres apart."""
    records = (
        CameraRecord(each.name, each.number, position=Position(21.18 + at / 500, 106.07), camera_id=each.camera_id)
        for at, each in enumerate(cameras)
    )
    return Inventory(cameras=tuple(records))


@contextmanager
def opened(app: QApplication, cameras: list[Camera], log: Path) -> Iterator[Both]:
    events, owner = EventBridge(), QWidget()
    with own_language(app), IoLoop() as io, room_of(cameras, 1, 1, events.publish) as room:
        desks = Desks(LoginGuard(), events.publish)
        with live_pictures(io, events.publish, log, desks, VideoSettings(may_reduce=False)) as live, ticking(room):
            facts = Facts(FakeFleet(events, inventory_of(cameras)), events, (), owner)
            wall_facts = RoomFacts(room, events, owner)
            window = WallWindow(room, room.screens[0], live, events, DARK, TileNumbers())
            part = live_part(DARK, facts, wall_facts, live, events)
            city_map = MapWindow(DARK, MapPorts(facts, lambda _cameras: None, frozenset, parts=(part,)))
            window.resize(1280, 752)
            try:
                window.show()
                city_map.show()
                yield Both(window, city_map)
            finally:
                city_map.close()
                window.close()
                facts.end()
                wall_facts.end()
                owner.deleteLater()


@pytest.fixture
def both(qapp: QCoreApplication, city: City, tmp_path: Path) -> Iterator[Both]:
    assert isinstance(qapp, QApplication)
    with opened(qapp, identified([replace(each) for each in city.cameras]), tmp_path / "decode.log") as made:
        yield made


def sessions(control: Control) -> Counter[tuple[int, str]]:
    """How often each stream of each camera is received now."""
    return Counter((each["camera"], each["stream"]) for each in control.sessions() if each["playing"])


def wall_stream(both: Both) -> str:
    """Which of its camera's streams the wall shows: the small one at first, then the one that has its pixels."""
    tile = both.wall.showing.tile_at(0)
    return tile.source.url.rpartition("/")[2] if tile is not None and tile.source is not None else ""


def test_a_pinned_camera_that_is_on_the_wall_is_received_once(both: Both, control: Control) -> None:
    both.wait(lambda: wall_stream(both) == "main" and not both.wall.tiles_not_live())
    (on_wall,) = both.wall.showing.visible_cameras()
    before = sessions(control)
    assert {camera for camera, _stream in before} == {on_wall.number}
    both.desk.pin(on_wall.camera_id)
    both.wait(lambda: both.desk.tiles_live == 1)
    picture = both.desk.pins.pictures[on_wall.camera_id]
    both.wait(lambda: picture.tile is not None and picture.tile.image is not None)
    assert sessions(control) == before
    assert picture.tile is not None and picture.tile.picture is not None
    assert picture.tile.source == on_wall.main, "what the wall has decoded, though the small one would do"
    shown = picture.tile.picture.count
    both.wait(lambda: picture.tile is not None and (picture.tile.picture is None or picture.tile.picture.count > shown))


def test_another_one_is_received_while_somebody_sees_the_map(both: Both, control: Control) -> None:
    both.wait(lambda: wall_stream(both) == "main" and not both.wall.tiles_not_live())
    before = sessions(control)
    (on_wall,) = both.wall.showing.visible_cameras()
    other = 2 if on_wall.camera_id != 2 else 3
    both.desk.pin(other)
    both.desk.pin(on_wall.camera_id)
    both.wait(lambda: both.desk.tiles_live == 2)
    assert (sessions(control) - before).total() == 1
    both.map.hide()
    both.wait(lambda: sessions(control) == before)
    both.map.show()
    both.wait(lambda: both.desk.tiles_live == 2)
    assert (sessions(control) - before).total() == 1
