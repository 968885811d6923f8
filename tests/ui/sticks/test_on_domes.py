"""A stick that is really moved (SDL's virtual one), a wall, the desk, and a simulated dome: what counts is what its
motors did.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.services.ptz.desk_room import DeskRoom, desk_room
from tests.services.sticks_room import Player, running_sticks
from tests.ui.fake_live import FakeLive
from wall.demo import running_city
from wall.model.board import Board, Slot
from wall.model.layout import Layout
from wall.model.ptz.move import Place
from wall.model.view import CameraCell
from wall.ui.sticks.bridge import StickBridge
from wall.ui.sticks.driving import driven_by_sticks
from wall.ui.sticks.port import StickPorts
from wall.ui.theme import DARK
from wall.ui.tile_numbers import TileNumbers
from wall.ui.wall_window import WallWindow

PATIENCE_MS = 20_000
SOON_S, LEASE_S, BRAKES_S = 0.4, 0.4, 0.4
"""With room for a busy machine; the lease of a hand of which nothing is heard; its inertia."""
GENTLE = 15_000


@pytest.fixture(scope="module")
def domes(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DeskRoom]:
    with running_city(8, 1) as city, desk_room(city, tmp_path_factory.mktemp("desk")) as domes:
        yield domes


class Desk:
    """A wall with one dome on it, and a stick in front."""

    def __init__(self, domes: DeskRoom, player: Player, qtbot: QtBot) -> None:
        self.domes, self.player = domes, player
        self.dome = domes.dome()
        self._qtbot = qtbot

    def until(self, condition: Callable[[], object]) -> float:
        """When it came true."""
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE_MS)
        return time.monotonic()

    @property
    def is_moving(self) -> bool:
        return bool(self.domes.did(self.dome)["moving"])

    def push(self) -> None:
        """Until its motors turn. From the middle of its range, far from its ends."""
        self.domes.desk.go_to(self.dome, Place(0.0, 0.0, 0.0))
        self.until(lambda: abs(self.domes.did(self.dome)["position"][0]) < 0.01 and not self.is_moving)
        self.player.move(0, GENTLE)
        self.until(lambda: self.is_moving)

    def stands_within(self, seconds: float, since_s: float) -> None:
        """By one look: a move that was on its way when it stood makes it turn again, for an instant."""
        stopped_s: list[float] = []

        def stands() -> bool:
            did = self.domes.did(self.dome)
            stopped_s[:] = [did["stopped_s"]] if not did["moving"] else []
            return bool(stopped_s)

        self.until(stands)
        assert stopped_s[0] - since_s < seconds + BRAKES_S


@pytest.fixture
def desk(qtbot: QtBot, live: FakeLive, domes: DeskRoom, tmp_path: Path) -> Iterator[Desk]:
    bridge, dome, room = StickBridge(), domes.dome(), domes.room
    screen = room.screens[0]
    room.show(screen.screen_id, Board(Layout.plain(1, 1), (Slot(CameraCell(dome)),)))
    room.select(screen.screen_id)
    window = WallWindow(room, screen, live, live.bridge, DARK, TileNumbers())
    with running_sticks(lambda _event: None, bridge.hear, tmp_path / "sticks.db") as player:
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        with driven_by_sticks(StickPorts(player.sticks, bridge), domes.desk, room, lambda _screen: window):
            desk = Desk(domes, player, qtbot)
            player.plug()
            qtbot.wait(600)  # The stick was seen at rest, and the dome's connection is warm.
            yield desk
        desk.until(lambda: not desk.is_moving)
    window.close()
    window.deleteLater()


def test_a_dome_moves_as_long_as_the_stick_is_held(desk: Desk) -> None:
    desk.push()
    pushed_s = time.monotonic()
    desk.until(lambda: time.monotonic() > pushed_s + 1.5)
    assert desk.is_moving, "longer than a timeout of the camera's"
    desk.player.move(0, 0)
    desk.stands_within(SOON_S, time.monotonic())


def test_a_pulled_stick_stops_it(desk: Desk) -> None:
    desk.domes.fault("ptz_ignores_timeout", desk.dome)
    desk.push()
    desk.player.pull()
    desk.stands_within(SOON_S, time.monotonic())
    desk.domes.fault("ptz_ignores_timeout", desk.dome, on=False)


@pytest.mark.parametrize(("what", "within_s"), [(signal.SIGKILL, SOON_S), (signal.SIGSTOP, LEASE_S + SOON_S)])
def test_what_reads_the_stick_dies_or_hangs_and_it_stands(desk: Desk, what: signal.Signals, within_s: float) -> None:
    desk.domes.fault("ptz_ignores_timeout", desk.dome)
    desk.push()
    pid = desk.player.sticks.pid
    assert pid is not None
    os.kill(pid, what)
    desk.stands_within(within_s, time.monotonic())
    desk.domes.fault("ptz_ignores_timeout", desk.dome, on=False)
