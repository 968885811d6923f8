"""Which stream of a real camera stands on the wall, whatever it says of them, and that the picture never goes away."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QTimer

from tests.e2e.room import START_WITHIN_S, Room, open_room
from tests.ui.pixels import cell_image
from wall.bench.control import Control
from wall.demo import City, running_city
from wall.model.camera import Camera, CameraStream
from wall.model.layout import Layout
from wall.model.view import CameraCell

pytestmark = [pytest.mark.timeout(240), pytest.mark.alone]

SAID = {"main": (640, 360), "sub": (640, 360), "third": (1280, 720)}


@pytest.fixture(scope="module")
def liars() -> Iterator[City]:
    """Two cameras whose second stream is much smaller than they say, and whose third one is the largest."""
    with running_city(2, 1, "--streams", "640x360,160x90:640x360,1280x720") as city:
        yield replace(city, cameras=[_with_third(camera) for camera in city.cameras])


def _with_third(camera: Camera) -> Camera:
    url = camera.main.url.removesuffix("main")
    streams = (CameraStream(replace(camera.main, url=url + name), size) for name, size in SAID.items())
    return replace(camera, streams=tuple(streams))


@pytest.fixture
def room(qapp: QCoreApplication, liars: City) -> Iterator[Room]:
    with open_room(qapp, liars.cameras, 2, 2) as room:
        yield room


@pytest.fixture
def control(liars: City) -> Iterator[Control]:
    control = Control(liars.control)
    yield control
    control.close()


def shown(room: Room, cell: int = 0) -> str:
    tile = room.window.showing.tile_at(cell)
    assert tile is not None and tile.source is not None
    return tile.source.url.rpartition("/")[2]


@contextmanager
def never_without_a_picture(room: Room, cell: int = 0) -> Iterator[None]:
    """Looks many times a second: is there a picture of now, in colour?"""
    missing: list[float] = []

    def look() -> None:
        tile = room.window.showing.tile_at(cell)
        image = cell_image(room.window, cell)
        colours = {image.pixel(x, image.height() // 2) for x in range(0, image.width(), 7)}
        if tile is None or not tile.is_current(time.monotonic()) or len(colours) < 8:
            missing.append(time.monotonic())

    timer = QTimer(interval=30)
    timer.timeout.connect(look)
    timer.start()
    yield
    timer.stop()
    assert missing == []


def test_the_wall_goes_by_what_is_sent(room: Room, control: Control) -> None:
    """The small stream is opened first, because it says that it is large enough; then it turns out that it is not."""
    room.wait(lambda: {shown(room, 0), shown(room, 1)} == {"main"}, 120)
    room.wait(lambda: not room.window.tiles_not_live(), START_WITHIN_S)
    with never_without_a_picture(room):
        room.window.wishes.toggle_single()
        assert shown(room) == "main", "the former picture stays"
        room.wait(lambda: shown(room) == "third", 60)
        room.spin(0.5)
        room.window.wishes.toggle_single()
        assert shown(room) == "main"
    with never_without_a_picture(room):
        room.window.wishes.cut(Layout.plain(8, 8))
        room.wait(lambda: shown(room) == "sub", START_WITHIN_S)
        room.spin(0.5)
        room.window.wishes.cut(Layout.plain(2, 2))
        room.wait(lambda: shown(room) == "main", START_WITHIN_S)
        room.spin(0.5)
    sessions = [(each["camera"], each["stream"]) for each in control.sessions()]
    assert len(sessions) == len(set(sessions)), "a stream was received twice"


def test_a_camera_on_two_cells_is_one_session(room: Room, control: Control) -> None:
    room.wait(lambda: {shown(room, 0), shown(room, 1)} == {"main"}, 120)
    room.wait(lambda: not room.window.tiles_not_live(), START_WITHIN_S)
    before = len(control.sessions())
    for cell in (2, 3):
        room.window.wishes.put(CameraCell(1), cell)
    room.wait(lambda: shown(room, 3) == "main", START_WITHIN_S)
    room.wait(lambda: not room.window.tiles_not_live(), START_WITHIN_S)
    assert len(control.sessions()) == before
    images = [cell_image(room.window, cell) for cell in (0, 2, 3)]
    assert all(image.pixel(20, 90) != image.pixel(200, 30) for image in images)
