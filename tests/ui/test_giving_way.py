"""A larger stream gives way to a smaller one when the budget says so, and comes back: seen in the pixels."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.fake_live import FakeLive, with_streams
from tests.ui.pixels import MakeWindow, middle, view_of
from tests.ui.test_stream_switch import BLUE, HIGH, RED, WIDE, all_live, awake, press, shown, watching
from wall.model.events import SmallerWanted
from wall.model.other_stream import OtherStream
from wall.model.tile import Cause, TileState, TileStatus
from wall.ui.wall_window import WallWindow

EASED = TileStatus(TileState.LIVE, Cause.SMALLER_STREAM)
FREE = 1
"""A cell that the hand is not on."""


@pytest.fixture
def window(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> WallWindow:
    """Four cameras in cells that want their main streams."""
    listed = [with_streams(n, main=(1280, 720), sub=(320, 180)) for n in range(1, 5)]
    window = make_window(columns=2, rows=2, listed=listed, width=WIDE, height=HIGH)
    all_live(qtbot, live, window, RED)
    return window


@pytest.fixture
def tile_of(live: FakeLive) -> Callable[[str], int]:
    return lambda name: live.tile_of(f"rtsp://127.0.0.1/{name}")


def give_way(qtbot: QtBot, live: FakeLive, window: WallWindow, cell: int = FREE) -> None:
    """The budget asks for it, and the smaller stream comes."""
    camera = cell + 1
    live.bridge.publish(SmallerWanted(live.tile_of(f"rtsp://127.0.0.1/{camera}/main"), True))
    qtbot.waitUntil(lambda: f"{camera}/sub" in awake(live))
    sub = live.tile_of(f"rtsp://127.0.0.1/{camera}/sub")
    live.draw(BLUE, sub)
    live.tell(EASED, sub)
    qtbot.waitUntil(lambda: shown(window, cell) == "sub")


def test_all_may_give_way_but_what_is_in_hand(
    live: FakeLive, window: WallWindow, tile_of: Callable[[str], int]
) -> None:
    offers = [live.others.get(tile_of(f"{n}/main")) for n in range(1, 5)]
    assert offers[0] is None
    assert [offer.source.url.rpartition("/")[2] for offer in offers[1:] if offer] == ["sub"] * 3
    assert all(offer.is_smaller and offer.size == (320, 180) for offer in offers[1:] if offer)
    press(window, Qt.Key.Key_Right)
    assert live.others[tile_of("1/main")] is not None and live.others[tile_of("2/main")] is None


def test_the_picture_stays_until_the_smaller_one_is_there_and_it_says_why(
    qtbot: QtBot, live: FakeLive, window: WallWindow, tile_of: Callable[[str], int]
) -> None:
    before = window.screenshot()
    with watching(window, FREE) as seen:
        live.bridge.publish(SmallerWanted(tile_of("2/main"), True))
        qtbot.waitUntil(lambda: "2/sub" in awake(live))
        assert shown(window, FREE) == "main"
        qtbot.wait(100)
        live.draw(BLUE, tile_of("2/sub"))
        live.tell(EASED, tile_of("2/sub"))
        qtbot.waitUntil(lambda: BLUE in seen)
    assert seen == {RED, BLUE} and shown(window, FREE) == "sub"
    assert awake(live) == ["1/main", "2/sub", "3/main", "4/main"]
    assert live.others[tile_of("2/sub")] == OtherStream(window.showing.visible_cameras()[1].main, (1280, 720), False)
    assert live.others[tile_of("2/main")] is None, "it only rests"
    tile = view_of(window).tiles[FREE]
    assert tile is not None and tile.status == EASED and window.screenshot() != before


def test_it_comes_back_without_a_black_frame(
    qtbot: QtBot, live: FakeLive, window: WallWindow, tile_of: Callable[[str], int]
) -> None:
    give_way(qtbot, live, window)
    shows = live.count("show")
    with watching(window, FREE) as seen:
        live.bridge.publish(SmallerWanted(tile_of("2/sub"), False))
        qtbot.waitUntil(lambda: "2/main" in awake(live))
        assert shown(window, FREE) == "sub"
        live.go_live(RED, tile_of("2/main"))
        qtbot.waitUntil(lambda: RED in seen)
    assert seen == {RED, BLUE} and shown(window, FREE) == "main" and live.count("show") == shows
    assert awake(live) == [f"{n}/main" for n in range(1, 5)]


def test_what_the_operator_opens_comes_in_full_and_goes_back_to_what_it_was(
    qtbot: QtBot, live: FakeLive, window: WallWindow, tile_of: Callable[[str], int]
) -> None:
    give_way(qtbot, live, window)
    press(window, Qt.Key.Key_Right)
    assert shown(window, FREE) == "sub", "a hand that only passes changes nothing"
    press(window, Qt.Key.Key_Return)
    live.go_live(RED, tile_of("2/main"))
    qtbot.waitUntil(lambda: shown(window) == "main")
    assert live.others[tile_of("2/main")] is None and live.others[tile_of("2/sub")] is None, "it is held"
    press(window, Qt.Key.Key_Escape)
    assert shown(window, FREE) == "sub"
    offer = live.others[tile_of("2/sub")]
    assert offer is not None and not offer.is_smaller


def test_a_smaller_stream_that_fails_leaves_the_larger_one_and_is_not_offered_again(
    qtbot: QtBot, live: FakeLive, window: WallWindow, tile_of: Callable[[str], int]
) -> None:
    live.bridge.publish(SmallerWanted(tile_of("2/main"), True))
    qtbot.waitUntil(lambda: "2/sub" in awake(live))
    live.fail(TileState.NO_SIGNAL, Cause.NOT_FOUND, tile_of("2/sub"))
    qtbot.wait(100)
    live.clock.now_s += 3
    live.go_live(RED, *(tile_of(f"{n}/main") for n in range(1, 5)))
    qtbot.waitUntil(lambda: "2/sub" not in awake(live), timeout=3000)
    assert (shown(window, FREE), middle(window, FREE)) == ("main", RED)
    assert live.others[tile_of("2/main")] is None
    live.bridge.publish(SmallerWanted(tile_of("2/main"), True))
    qtbot.wait(100)
    assert "2/sub" not in awake(live)


def test_what_has_no_smaller_stream_is_offered_none(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> None:
    listed = [with_streams(n, main=(640, 360), sub=(640, 360)) for n in (1, 2)]
    make_window(columns=2, rows=2, listed=listed, width=WIDE, height=HIGH)
    qtbot.wait(50)
    assert set(live.others.values()) <= {None}


def test_of_another_page_nothing_is_brought_back(
    qtbot: QtBot, live: FakeLive, window: WallWindow, tile_of: Callable[[str], int]
) -> None:
    """A word that comes late, of a tile that rests."""
    press(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "2/main" not in awake(live))
    live.bridge.publish(SmallerWanted(tile_of("2/main"), True))
    qtbot.wait(100)
    assert not any("2/" in name for name in awake(live))
