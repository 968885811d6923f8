"""What goes on around a tile that looks back: tours, carousels, hotspots, bookmarks, pictures."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from pytestqt.qtbot import QtBot

from tests.ui.fake_live import FakeLive
from tests.ui.pixels import MakeWindow, rgb, view_of
from tests.ui.replay.walls import BLUE, CTRL, live_wall, looks_back, press
from wall.model.view import CarouselCell, HotspotCell, Stop, Tour, View
from wall.services.control_room import ControlRoom
from wall.ui import moments, showing
from wall.ui.key_list import KeyList
from wall.ui.snapshot import Moment
from wall.ui.wall_window import WallWindow

Key = Qt.Key


@pytest.fixture(autouse=True)
def _soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(showing, "FOLLOW_MS", 20)


@pytest.fixture
def window(qtbot: QtBot, live: FakeLive, make_window: MakeWindow, vietnamese: None) -> WallWindow:
    return live_wall(qtbot, live, make_window, 8)


def numbers(window: WallWindow) -> list[int | None]:
    return [tile.camera.number if tile else None for tile in view_of(window).tiles]


def number_of_tile(window: WallWindow, cell: int) -> int:
    tile = view_of(window).tiles[cell]
    assert tile is not None
    return tile.number


def test_a_tour_of_the_cell_waits_and_goes_on(
    qtbot: QtBot, live: FakeLive, window: WallWindow, rooms: list[ControlRoom]
) -> None:
    room = rooms[0]
    room.save_tour(Tour("Chợ", (Stop(camera_id=5), Stop(camera_id=6))))
    qtbot.waitUntil(lambda: len(room.tours) == 1)
    room.start_tour(window.screen_id, room.tours[0].tour_id, 0)
    qtbot.waitUntil(lambda: numbers(window)[0] == 5)
    press(window, Key.Key_J)
    looks_back(qtbot, live, window, number_of_tile(window, 0))
    assert [each.is_paused for each in room.touring(window.screen_id)] == [True]
    live.clock.now_s += 100
    room.tick()
    qtbot.wait(50)
    assert numbers(window)[0] == 5 and live.past
    press(window, Key.Key_End)
    qtbot.waitUntil(lambda: [each.is_paused for each in room.touring(window.screen_id)] == [False])
    live.clock.now_s += 100
    room.tick()
    qtbot.waitUntil(lambda: numbers(window)[0] == 6)


def test_a_tour_that_the_operator_has_halted_stays_halted(
    qtbot: QtBot, live: FakeLive, window: WallWindow, rooms: list[ControlRoom]
) -> None:
    room = rooms[0]
    board = room.board(window.screen_id)
    for name in ("Một", "Hai"):
        room.save_view(View(name, board.layout, tuple(board.page_contents())))
    qtbot.waitUntil(lambda: len(room.views) == 2)
    room.save_tour(Tour("Vòng", tuple(Stop(view_id=view.view_id) for view in room.views)))
    qtbot.waitUntil(lambda: len(room.tours) == 1)
    room.start_tour(window.screen_id, room.tours[0].tour_id)
    room.pause_tour(window.screen_id)
    qtbot.waitUntil(lambda: [each.is_paused for each in window.showing.touring()] == [True])
    press(window, Key.Key_J)
    looks_back(qtbot, live, window, number_of_tile(window, 0))
    press(window, Key.Key_End)
    qtbot.wait(300)
    assert [each.is_paused for each in room.touring(window.screen_id)] == [True]


def test_a_carousel_stays_while_it_is_looked_back_at(
    qtbot: QtBot, live: FakeLive, window: WallWindow, rooms: list[ControlRoom]
) -> None:
    room = rooms[0]
    room.show(window.screen_id, room.board(window.screen_id).put(0, CarouselCell((5, 6), dwell_s=5)))
    qtbot.waitUntil(lambda: numbers(window)[0] == 5)
    press(window, Key.Key_J)
    looks_back(qtbot, live, window, number_of_tile(window, 0))
    for _ in range(6):
        live.clock.now_s += 1.5
        qtbot.wait(80)
    assert numbers(window)[0] == 5 and live.past
    press(window, Key.Key_End)
    for _ in range(8):
        live.clock.now_s += 1
        qtbot.wait(80)
    qtbot.waitUntil(lambda: numbers(window)[0] == 6)


def test_a_hotspot_stays_while_it_is_looked_back_at(
    qtbot: QtBot, live: FakeLive, window: WallWindow, rooms: list[ControlRoom]
) -> None:
    room = rooms[0]
    room.show(window.screen_id, room.board(window.screen_id).put(3, HotspotCell()).selected_at(0))
    qtbot.waitUntil(lambda: numbers(window)[3] == 1)
    room.show(window.screen_id, room.board(window.screen_id).selected_at(3))
    qtbot.wait(20)
    press(window, Key.Key_J)
    looks_back(qtbot, live, window, number_of_tile(window, 3))
    room.show(window.screen_id, room.board(window.screen_id).selected_at(1))
    qtbot.wait(150)
    assert numbers(window)[3] == 1 and live.past
    press(window, Key.Key_End)
    qtbot.waitUntil(lambda: numbers(window)[3] == 2)


def test_a_bookmark_is_of_the_moment_that_is_seen(
    qtbot: QtBot, live: FakeLive, window: WallWindow, rooms: list[ControlRoom]
) -> None:
    press(window, Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    looks_back(qtbot, live, window, 0)
    press(window, Key.Key_B)
    (bookmark,) = rooms[0].find_bookmarks("").result(5).bookmarks
    assert time.time() - bookmark.at_s == pytest.approx(60, abs=3) and bookmark.has_picture


def test_a_picture_says_when_that_was_and_not_that_it_is_late(
    qtbot: QtBot, live: FakeLive, window: WallWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[Moment] = []

    def noted(image: QImage, moment: Moment) -> QImage:
        taken.append(moment)
        return image.copy()

    monkeypatch.setattr(moments, "snapshot", noted)
    press(window, Key.Key_J, Qt.KeyboardModifier.ShiftModifier)
    looks_back(qtbot, live, window, 0)
    press(window, Key.Key_C, CTRL)
    (moment,) = taken
    assert moment.age_s == 0
    assert moment.taken.secsTo(moment.taken.currentDateTime()) == pytest.approx(60, abs=2)
    assert rgb(QGuiApplication.clipboard().image().pixelColor(20, 60)) == BLUE


def test_the_keys_are_in_the_list_and_in_the_palette(window: WallWindow) -> None:
    ids = {action.objectName() for action in window.keyboard.actions}
    assert {"wall.replay_back_10s", "wall.replay_all", "wall.replay_live", "wall.replay_next_picture"} <= ids
    window.toggle_key_list()
    key_list = window.findChild(KeyList)
    assert key_list is not None and {"Lùi 10 giây", "J", "Xem lại", "Trở về trực tiếp"} <= set(key_list.texts)
