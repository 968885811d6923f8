"""A held picture: it stands, says that it is held and of when it is, and never hides how its camera is."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QDateTime, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.fake_live import QUARTERS, FakeLive
from tests.ui.gestures import wheel
from tests.ui.pixels import MakeWindow, cell_image, is_grey, middle, rgb, view_of
from wall.model.grid import Rect
from wall.model.picture import Picture
from wall.model.tile import Cause, TileState
from wall.model.view import CameraCell
from wall.services.control_room import ControlRoom
from wall.ui import words
from wall.ui.captions import Captions
from wall.ui.sights import HOLD_LIMIT_S
from wall.ui.theme import DARK
from wall.ui.tile import Tile
from wall.ui.wall_window import WallWindow

RED, BLUE = (200, 40, 30), (20, 60, 220)


@pytest.fixture
def window(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> WallWindow:
    window = make_window(4)
    live.go_live(RED)
    qtbot.waitUntil(lambda: window.tiles_not_live() == [])
    return window


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is written on held pictures and beside them."""
    texts: list[str] = []

    def heard(real: Callable[..., str | tuple[str, ...]]) -> Callable[..., object]:
        def say(*args: object) -> object:
            told = real(*args)
            texts.append(told if isinstance(told, str) else told[0])
            return told

        return say

    for name in ("held", "state_of_camera"):
        monkeypatch.setattr(words, name, heard(getattr(words, name)))
    return texts


def press(window: WallWindow, key: Qt.Key) -> None:
    QTest.keyClick(view_of(window), key)


def tile_in(window: WallWindow, cell: int) -> Tile:
    tile = view_of(window).tiles[cell]
    assert tile is not None
    return tile


def test_it_stands_while_the_camera_goes_on(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    painted: list[int] = []

    def hook(tile: int, picture: Picture, painted_s: float) -> None:
        painted.append(tile)

    press(window, Qt.Key.Key_F)
    live.go_live(BLUE)
    qtbot.waitUntil(lambda: middle(window, 1) == BLUE)
    assert middle(window, 0) == RED
    window.hear_painted(hook)
    live.go_live(BLUE)
    qtbot.waitUntil(lambda: {1, 2, 3} <= set(painted))
    assert 0 not in painted, "what is held is not the camera's picture"
    assert window.tiles_not_live() == [], "which is as live as before"
    press(window, Qt.Key.Key_F)
    assert middle(window, 0) == BLUE, "at once the present one"


def test_it_looks_like_nothing_else(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    """In colour, with dashes at both sides, which neither a live nor a frozen picture has."""

    def dashes(cell: int) -> int:
        image = cell_image(window, cell)
        column = [rgb(image.pixelColor(3, y)) for y in range(30, image.height() - 30)]
        return sum(one != other for one, other in pairwise(column))

    press(window, Qt.Key.Key_F)
    live.fail(TileState.FROZEN, Cause.STANDING, 1, for_s=5)
    qtbot.waitUntil(lambda: is_grey(middle(window, 1)))
    window.wishes.select(3)
    assert middle(window, 0) == RED
    assert dashes(0) >= 8
    assert dashes(1) <= 2 and dashes(2) == 0
    band = rgb(cell_image(window, 0).pixelColor(200, 4))
    assert band == pytest.approx([round(0.4 * part) for part in RED], abs=3), "and a shade along its upper edge"


def test_it_tells_of_when_it_is_how_old_and_how_the_camera_is(
    qtbot: QtBot, live: FakeLive, window: WallWindow, said: list[str]
) -> None:
    press(window, Qt.Key.Key_F)
    held = tile_in(window, 0).sight.held
    assert held is not None
    moment = held.taken.toString("HH:mm:ss")
    qtbot.waitUntil(lambda: said[-2:] == ["camera: live", f"held: {moment}  ·  0 s ago"])
    live.clock.now_s += 65
    live.go_live(RED)
    qtbot.waitUntil(lambda: said[-2:] == ["camera: live", f"held: {moment}  ·  65 s ago"])
    live.fail(TileState.NO_SIGNAL, Cause.RESET, 0)
    qtbot.waitUntil(lambda: said[-2:-1] == ["camera: no signal"])
    assert middle(window, 0) == RED
    press(window, Qt.Key.Key_F)
    assert is_grey(middle(window, 0)), "let go, the tile is what it is"


def test_an_old_picture_that_is_held_is_as_old_as_it_is(
    qtbot: QtBot, live: FakeLive, window: WallWindow, said: list[str]
) -> None:
    live.fail(TileState.FROZEN, Cause.STANDING, 0, for_s=40)
    live.clock.now_s += 30
    qtbot.waitUntil(lambda: tile_in(window, 0).status.state is TileState.FROZEN)
    press(window, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: said[-1:] != [] and said[-1].endswith("72 s ago"))


def test_it_is_let_go_after_some_minutes(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    press(window, Qt.Key.Key_F)
    live.clock.now_s += HOLD_LIMIT_S - 1
    live.go_live(BLUE)
    qtbot.wait(1200)
    assert tile_in(window, 0).is_held
    live.clock.now_s += 2
    live.go_live(BLUE)
    qtbot.waitUntil(lambda: not tile_in(window, 0).is_held)
    assert middle(window, 0) == BLUE


def test_it_ends_with_its_camera_its_cell_and_esc(window: WallWindow) -> None:
    press(window, Qt.Key.Key_F)
    window.wishes.show(window.wishes.board.swapped(0, 1))
    assert not tile_in(window, 0).is_held and not tile_in(window, 1).is_held
    window.wishes.select(0)
    press(window, Qt.Key.Key_F)
    assert tile_in(window, 0).is_held
    window.wishes.put(CameraCell(4), 0)
    assert not tile_in(window, 0).is_held
    window.wishes.select(2)
    press(window, Qt.Key.Key_F)
    press(window, Qt.Key.Key_Escape)
    assert not tile_in(window, 2).is_held


def test_alone_and_back_it_stays_held(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    press(window, Qt.Key.Key_F)
    press(window, Qt.Key.Key_Return)
    live.go_live(BLUE)
    qtbot.waitUntil(lambda: tile_in(window, 0).number == 4)
    assert tile_in(window, 0).is_held and middle(window, 0) == RED
    press(window, Qt.Key.Key_Return)
    assert tile_in(window, 0).is_held and middle(window, 0) == RED


def test_without_a_picture_there_is_nothing_to_hold(make_window: MakeWindow) -> None:
    window = make_window(1)
    for cell in (0, 2):
        window.wishes.select(cell)
        press(window, Qt.Key.Key_F)
    assert not tile_in(window, 0).is_held


def test_what_is_kept_of_it_is_what_is_seen_and_its_moment(
    qtbot: QtBot, live: FakeLive, window: WallWindow, rooms: list[ControlRoom]
) -> None:
    live.show_quarters(0)
    qtbot.waitUntil(lambda: rgb(cell_image(window, 0).pixelColor(40, 40)) == QUARTERS[0])
    press(window, Qt.Key.Key_F)
    live.go_live(BLUE)
    live.clock.now_s += 50
    wheel(window, 0, (0.9, 0.05), 8)
    assert middle(window, 0) == QUARTERS[1]
    press(window, Qt.Key.Key_B)
    (bookmark,) = rooms[0].find_bookmarks("").result(5).bookmarks
    assert bookmark.at_s == pytest.approx(time.time() - 50, abs=5), "the moment that is seen, not that of the key"
    image = QImage.fromData(rooms[0].bookmark_picture(bookmark.bookmark_id).result(5))
    for x in (20, image.width() - 20):
        colour = rgb(image.pixelColor(x, 40))
        assert colour == pytest.approx(QUARTERS[1], abs=8), "the part that is seen, and nothing else"


@pytest.mark.parametrize(
    ("width", "right", "written"),
    [
        (640, 640, "held: 14:03:22  ·  1 min 40 ago"),
        (640, 160, "14:03:22  ·  1 min 40"),
        (108, 108, "1 min 40"),
        (30, 30, ""),
    ],
)
def test_where_there_is_little_room_the_age_comes_first(width: int, right: int, written: str) -> None:
    """Whole or not at all; `right` is where marks of other things begin."""
    sheet = QImage(width, 90, QImage.Format.Format_RGB32)
    painter = QPainter(sheet)
    texts = words.held(QDateTime(2026, 11, 29, 14, 3, 22), 100.0)
    assert Captions(DARK, 1.0).write_band(painter, Rect(0, 0, width, 90), texts, right) == written
    painter.end()
