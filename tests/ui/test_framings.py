"""Whole, cropped to its cell, stretched: pixel by pixel, on a real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.fake_live import QUARTERS, FakeLive
from tests.ui.pixels import Colour, MakeWindow, cell_image, rgb, view_of
from wall.model.framing import Framing
from wall.model.video import StreamSize
from wall.services.control_room import ControlRoom
from wall.ui.theme import DARK
from wall.ui.tile import Tile
from wall.ui.wall_window import WallWindow

RED, BLUE, GREEN, YELLOW = QUARTERS
NARROW = StreamSize(640, 480, (640, 480))


def tile_in(window: WallWindow, cell: int) -> Tile:
    tile = view_of(window).tiles[cell]
    assert tile is not None
    return tile


def corners(window: WallWindow, cell: int) -> list[Colour]:
    """Just inside the cell; the frame of the selected one is two pixels wide, and below are the names."""
    image = cell_image(window, cell)
    right, low = image.width() - 5, round(image.height() * 0.8)
    return [rgb(image.pixelColor(x, y)) for x, y in ((4, 4), (right, 4), (4, low), (right, low))]


def next_framing(window: WallWindow) -> None:
    QTest.keyClick(view_of(window), Qt.Key.Key_A)


@pytest.fixture
def window(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> WallWindow:
    """A camera of 4:3 in a cell of 16:9, decoded as it is asked for."""
    window = make_window(4)
    live.send_size(0, NARROW)
    live.feeds[0].resize(240, 180)
    live.show_quarters()
    qtbot.waitUntil(lambda: window.tiles_not_live() == [])
    return window


def test_whole_there_is_ground_beside_it(window: WallWindow) -> None:
    assert corners(window, 0) == [rgb(DARK.ground)] * 4
    assert corners(window, 1) == list(QUARTERS)


def test_cropped_it_leaves_nothing_free_and_costs_no_scaling(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    next_framing(window)
    area = tile_in(window, 0).area
    assert (area.width, area.height) == (320, 180)
    qtbot.waitUntil(lambda: ("resize", 0, 320, 240) in live.asked)
    live.show_quarters(0)
    qtbot.waitUntil(lambda: corners(window, 0) == list(QUARTERS))
    tile = tile_in(window, 0)
    assert tile.crop is not None and (tile.crop.width(), tile.crop.height()) == (320, 180), "pixel by pixel"
    assert tile.crop.y() == 30, "as much above as below"
    image = cell_image(window, 0)
    assert rgb(image.pixelColor(100, 88)) == RED and rgb(image.pixelColor(100, 92)) == GREEN


def test_stretched_it_is_asked_for_as_it_is_shown(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    next_framing(window)
    next_framing(window)
    assert window.wishes.board.page_framings()[0] is Framing.STRETCH
    assert tile_in(window, 0).size == (320, 180, True), "who decodes it stretches it"
    assert corners(window, 0) == list(QUARTERS), "until then the painter does"
    live.feeds[0].resize(320, 180)
    live.show_quarters(0)
    qtbot.waitUntil(lambda: tile_in(window, 0).is_exact)
    assert corners(window, 0) == list(QUARTERS)
    next_framing(window)
    live.feeds[0].resize(240, 180)
    live.show_quarters(0)
    qtbot.waitUntil(lambda: corners(window, 0) == [rgb(DARK.ground)] * 4)
    assert tile_in(window, 0).size == (320, 180, False), "as before"


def test_before_anybody_knows_how_large_its_stream_is(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> None:
    """It is taken for one of 16:9, and asked for anew as soon as that turns out otherwise."""
    window = make_window(1, 1, 2)
    window.wishes.frame_next()
    tile = tile_in(window, 0)
    assert (tile.area.width, tile.area.height) == (640, 180) and tile.size == (640, 360, False)
    live.send_size(0, NARROW)
    qtbot.waitUntil(lambda: tile.size == (640, 480, False))


def test_it_is_kept_with_the_board_and_taken_back_with_it(window: WallWindow, rooms: list[ControlRoom]) -> None:
    next_framing(window)
    assert rooms[0].board(window.screen_id).page_framings()[0] is Framing.FILL
    window.wishes.undo()
    assert tile_in(window, 0).sight.framing is Framing.FIT
    next_framing(window)
    board = window.wishes.board
    window.wishes.show(board.swapped(0, 3))
    assert tile_in(window, 3).sight.framing is Framing.FILL and tile_in(window, 0).sight.framing is Framing.FIT


def test_alone_it_stands_as_in_its_cell(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    next_framing(window)
    QTest.keyClick(view_of(window), Qt.Key.Key_Return)
    live.send_size(4, NARROW)
    qtbot.waitUntil(lambda: ("resize", 4, 640, 480) in live.asked)
    live.show_quarters(4)
    qtbot.waitUntil(lambda: tile_in(window, 0).number == 4)
    assert corners(window, 0) == list(QUARTERS)


def test_an_empty_cell_has_none(make_window: MakeWindow) -> None:
    window = make_window(1)
    window.wishes.select(2)
    next_framing(window)
    assert set(window.wishes.board.page_framings()) == {Framing.FIT}
