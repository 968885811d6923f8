"""A real camera's larger stream gives way on a machine that has no room for it, and comes back when it has."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from tests.e2e.room import START_WITHIN_S, Room
from tests.e2e.test_streams import never_without_a_picture, shown
from wall.bench.control import Control
from wall.demo import City, running_city
from wall.model.decode_cost import CostModel
from wall.model.tile import Cause, TileState, TileStatus
from wall.model.video import VideoSettings
from wall.services.io import IoLoop
from wall.services.live_view import LiveView
from wall.services.opening import room_of
from wall.services.usage import Pids, Usage
from wall.ui.signals import EventBridge
from wall.ui.theme import DARK
from wall.ui.tile_numbers import TileNumbers
from wall.ui.wall_window import WallWindow
from wall.video.setup import decode_pool

pytestmark = pytest.mark.timeout(180)

FREE = 1
"""The cell that the hand is not on."""
EASED = TileStatus(TileState.LIVE, Cause.SMALLER_STREAM)


class Machine:
    """Uses just what the model says, and has as many cores as the test wants: `scarce` is a share of the need."""

    def __init__(self) -> None:
        self.scarce: float | None = None
        self.live: LiveView | None = None

    def __call__(self, _decoders: Pids, _beside: Pids) -> Callable[[], Usage | None]:
        return self._look

    def _look(self) -> Usage | None:
        assert self.live is not None
        model = CostModel()
        need = model.total(self.live.loads())
        wanted = model.total(each.load for each in self.live.candidates()).cores
        has = 8.0 if self.scarce is None else wanted * self.scarce
        return Usage(need.decode, need.paint, 0.0, has, 500.0)


@pytest.fixture(scope="module")
def city() -> Iterator[City]:
    """Cameras of 1280x720 and 640x360."""
    with running_city(2, 1) as city:
        yield city


@pytest.fixture
def machine() -> Machine:
    return Machine()


@pytest.fixture
def room(qapp: QCoreApplication, city: City, machine: Machine, tmp_path: Path) -> Iterator[Room]:
    """Two cells that want the larger streams."""
    assert isinstance(qapp, QApplication)
    events = EventBridge()
    with IoLoop() as io, room_of(city.cameras, 1, 2, events.publish) as standing:
        settings = VideoSettings()
        pool = decode_pool(tmp_path / "log", settings.buffer)
        live = machine.live = LiveView(io.loop, events.publish, pool, settings=settings, measuring=machine)
        io.request(live.start()).result(START_WITHIN_S)
        window = WallWindow(standing, standing.screens[0], live, events, DARK, TileNumbers())
        room = Room(window, live, city.cameras)
        window.resize(1280, 1480)
        window.show()
        try:
            yield room
        finally:
            room.errands.shutdown()
            window.close()
            io.request(live.stop()).result(START_WITHIN_S)


def streams(city: City) -> list[tuple[int, str]]:
    control = Control(city.control)
    try:
        return sorted((each["camera"], each["stream"]) for each in control.sessions() if each["playing"])
    finally:
        control.close()


def status(room: Room) -> TileStatus:
    tile = room.window.showing.tile_at(FREE)
    assert tile is not None
    return tile.status


def test_it_gives_way_says_why_and_comes_back_and_is_never_without_a_picture(
    room: Room, city: City, machine: Machine
) -> None:
    room.wait(lambda: (shown(room, 0), shown(room, FREE)) == ("main", "main"), START_WITHIN_S)
    room.wait(lambda: not room.window.tiles_not_live(), START_WITHIN_S)
    with never_without_a_picture(room, FREE):
        machine.scarce = 1.12
        room.wait(lambda: shown(room, FREE) == "sub", START_WITHIN_S)
        room.wait(lambda: status(room) == EASED, START_WITHIN_S)
        assert shown(room, 0) == "main", "it is in hand"
        assert (2, "sub") in room.do(lambda: streams(city))
        room.spin(2.0)
        assert shown(room, FREE) == "sub", "it does not flap"
        machine.scarce = None
        room.wait(lambda: shown(room, FREE) == "main", START_WITHIN_S)
        room.wait(lambda: status(room) == TileStatus(TileState.LIVE), START_WITHIN_S)
