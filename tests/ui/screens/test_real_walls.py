"""Real wall windows on a real control room: what a lost panel costs, where its priority cameras go, and kiosk keys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.services.wall_room import board_of, book_of, cameras_of, city
from tests.ui.fake_live import FakeLive
from tests.ui.screens.fake_displays import FakeDisplays, panel
from wall.model.screen import Screen
from wall.services.control_room import Clocks, ControlRoom
from wall.services.db_thread import DbThread
from wall.services.opening import IN_MEMORY, disk_on
from wall.store.database import Database
from wall.ui.screens.displays import area_of
from wall.ui.screens.wall_windows import WallWindows
from wall.ui.signals import EventBridge
from wall.ui.theme import DARK
from wall.ui.tile_numbers import TileNumbers
from wall.ui.wall_window import WallWindow

DESK, ONE, TWO = panel(0, "DESK", is_primary=True), panel(1, "S1"), panel(2, "S2")
GIVE_UP_MS = 300


@dataclass(slots=True)
class Wall:
    room: ControlRoom
    live: FakeLive
    displays: FakeDisplays
    windows: WallWindows

    def the(self, screen_id: int) -> WallWindow:
        window = self.windows.window(screen_id)
        assert isinstance(window, WallWindow)
        return window

    def received(self) -> set[str]:
        """The last parts of the addresses whose pictures come in."""
        urls = {asked[1]: str(asked[2]) for asked in self.live.asked if asked[0] in ("show", "warm")}
        return {urls[tile].rpartition("/")[2] for tile in self.live.feeds}


@pytest.fixture
def wall(qtbot: QtBot) -> Iterator[Wall]:
    """Two kiosks: cameras 1 (of priority 5), 2, 3 and 4 on one, 11 and 12 on the other."""
    bridge, displays = EventBridge(), FakeDisplays(DESK, ONE, TWO)
    live = FakeLive(bridge)
    db, database = DbThread(bridge.publish), Database(IN_MEMORY)
    disk = disk_on(db, database)
    room = ControlRoom(
        book_of(city(20, priorities=(5,))), disk, bridge.publish, disk.wall.load(), clocks=Clocks(live.clock)
    )
    room.keep_screens([Screen(str(n), n, each.identity, True, screen_id=n) for n, each in ((1, ONE), (2, TWO))])
    room.show(1, board_of(1, 2, 3, 4))
    room.show(2, board_of(11, 12))
    numbers = TileNumbers()

    def make_window(screen: Screen) -> WallWindow:
        return WallWindow(room, screen, live, bridge, DARK, numbers, monotonic=live.clock)

    windows = WallWindows(room, displays, bridge, make_window, give_up_ms=GIVE_UP_MS)
    windows.begin()
    yield Wall(room, live, displays, windows)
    windows.end()
    assert live.feeds == {}
    room.close()
    db.close()
    database.close()


def test_a_panel_that_is_gone_costs_nothing_and_its_priority_cameras_go_on(wall: Wall, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: wall.received() == {"1", "2", "3", "4", "11", "12"})
    wall.displays.become(DESK, TWO)
    assert set(cameras_of(wall.room.board(2))) == {11, 12, 1, None}
    qtbot.waitUntil(lambda: wall.received() == {"11", "12", "1"})
    wall.displays.become(DESK, TWO, panel(3, "S1", "HDMI-1"))
    assert cameras_of(wall.room.board(2)) == [11, 12, None, None]
    assert cameras_of(wall.room.board(1)) == [1, 2, 3, 4]
    qtbot.waitUntil(lambda: wall.received() >= {"1", "2", "3", "4", "11", "12"})
    assert area_of(wall.the(1).geometry()) == panel(3).area


def test_a_panel_that_blinks_connects_nothing_anew(wall: Wall, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: len(wall.received()) == 6)
    shown = wall.live.count("show", "warm")
    wall.displays.unplug(TWO)
    wall.displays.plug(TWO)
    wall.displays.settle()
    qtbot.wait(2 * GIVE_UP_MS)
    assert wall.live.count("show", "warm") == shown
    assert len(wall.received()) == 6


@pytest.mark.parametrize(
    ("key", "modifier"),
    [
        (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
    ],
)
def test_no_key_of_a_wall_leads_out_of_a_kiosk(
    key: Qt.Key, modifier: Qt.KeyboardModifier, wall: Wall, qtbot: QtBot
) -> None:
    window = wall.the(1)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QTest.keyClick(window, key, modifier)
    assert window.isVisible()
    qtbot.waitUntil(lambda: window.isFullScreen() and area_of(window.geometry()) == ONE.area)
