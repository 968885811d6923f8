"""Looking back by key: which tiles, at which moment, and never to be taken for live."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.fake_live import FakeLive
from tests.ui.pixels import MakeWindow, middle, view_of
from tests.ui.replay.walls import (
    BLUE,
    CTRL,
    GREEN,
    KEPT_S,
    RED,
    REPLAY,
    SHIFT,
    ago_s,
    bar_of,
    frame,
    live_wall,
    looks_back,
    press,
    show_past,
)
from wall.model.events import KeptChanged
from wall.model.tile import Cause, TileState
from wall.services.control_room import ControlRoom
from wall.ui.notice_box import NoticeBox
from wall.ui.wall_window import WallWindow

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, live: FakeLive, make_window: MakeWindow, vietnamese: None) -> WallWindow:
    return live_wall(qtbot, live, make_window)


def label(window: WallWindow, cell: int = 0) -> str:
    tile = view_of(window).tiles[cell]
    assert tile is not None and tile.past is not None
    return tile.past.label


def said(window: WallWindow) -> str:
    box = window.findChild(NoticeBox)
    assert box is not None
    return box.text() if box.isVisible() else ""


def test_one_key_shows_the_selected_tile_ten_seconds_ago(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    press(window, Key.Key_J)
    looks_back(qtbot, live, window, 0)
    assert ago_s(live, 0) == pytest.approx(10)
    qtbot.waitUntil(lambda: middle(window, 0) == BLUE)
    assert [middle(window, cell) for cell in (1, 2, 3)] == [RED] * 3, "the others stay live"
    assert frame(window, 0) == REPLAY and frame(window, 1) == RED
    assert label(window).startswith("XEM LẠI −00:10")
    assert set(live.past) == {0}


@pytest.mark.parametrize(
    ("key", "modifier", "seconds"),
    [
        (Key.Key_J, Qt.KeyboardModifier.NoModifier, 10),
        (Key.Key_J, SHIFT, 60),
        (Key.Key_J, CTRL, 300),
    ],
)
def test_back_and_further_back(
    qtbot: QtBot, live: FakeLive, window: WallWindow, key: Key, modifier: Qt.KeyboardModifier, seconds: int
) -> None:
    press(window, key, modifier)
    qtbot.waitUntil(lambda: 0 in live.heads)
    assert ago_s(live, 0) == pytest.approx(seconds)
    live.bridge.publish(KeptChanged(0, ((live.clock() - 3000, live.clock()),)))
    qtbot.wait(20)
    press(window, key, modifier)
    press(window, key, modifier)
    qtbot.waitUntil(lambda: ago_s(live, 0) == pytest.approx(3 * seconds))
    press(window, Key.Key_L)
    qtbot.waitUntil(lambda: ago_s(live, 0) == pytest.approx(3 * seconds - 10))


def test_further_than_anything_is_kept_it_is_the_earliest_and_that_is_said(
    qtbot: QtBot, live: FakeLive, window: WallWindow
) -> None:
    press(window, Key.Key_J)
    looks_back(qtbot, live, window, 0)
    qtbot.wait(20)
    press(window, Key.Key_J, CTRL)
    qtbot.waitUntil(lambda: ago_s(live, 0) == pytest.approx(KEPT_S))
    assert said(window).startswith("Không còn giữ hình trước ")


def test_begun_before_anything_was_known_it_comes_to_the_earliest_by_itself(
    qtbot: QtBot, live: FakeLive, window: WallWindow
) -> None:
    press(window, Key.Key_J, CTRL)
    qtbot.waitUntil(lambda: 0 in live.past)
    live.bridge.publish(KeptChanged(0, ((live.clock() - 30, live.clock()),)))
    qtbot.waitUntil(lambda: ago_s(live, 0) == pytest.approx(30))


def test_halted_and_on_and_picture_by_picture(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    press(window, Key.Key_J)
    looks_back(qtbot, live, window, 0)
    press(window, Key.Key_K)
    qtbot.waitUntil(lambda: live.heads[0].stands)
    live.clock.now_s += 5
    assert ago_s(live, 0) == pytest.approx(15)
    qtbot.waitUntil(lambda: "đã dừng" in label(window))
    press(window, Key.Key_Period)
    press(window, Key.Key_Period)
    press(window, Key.Key_Comma)
    qtbot.waitUntil(lambda: live.heads[0].steps != 0)
    stepped_s = live.heads[0].at_s + 0.5
    live.past[0].draw(GREEN, stepped_s)
    qtbot.waitUntil(lambda: middle(window, 0) == GREEN)
    press(window, Key.Key_Period)
    qtbot.waitUntil(lambda: live.heads[0].at_s == pytest.approx(stepped_s))
    assert live.heads[0].steps == 1, "counted from the picture that is seen"
    press(window, Key.Key_K)
    qtbot.waitUntil(lambda: not live.heads[0].stands)
    assert live.heads[0].position(live.clock()) == pytest.approx(stepped_s)


def test_a_live_tile_can_be_halted_at_once(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    press(window, Key.Key_K)
    qtbot.waitUntil(lambda: 0 in live.heads)
    assert live.heads[0].stands and ago_s(live, 0) < 1


def test_faster_and_slower(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    press(window, Key.Key_J, SHIFT)
    looks_back(qtbot, live, window, 0)
    rates = []
    for key in (Key.Key_BracketRight,) * 4 + (Key.Key_BracketLeft,) * 6:
        press(window, key)
        qtbot.wait(5)
        rates.append(live.heads[0].rate)
    assert rates == [2, 4, 8, 8, 4, 2, 1, 0.5, 0.25, 0.25]
    assert ago_s(live, 0) == pytest.approx(60)
    qtbot.waitUntil(lambda: "¼×" in label(window))


def test_live_again_shows_what_was_until_there_is_what_is(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    press(window, Key.Key_J)
    looks_back(qtbot, live, window, 0)
    qtbot.waitUntil(lambda: middle(window, 0) == BLUE)
    press(window, Key.Key_End)
    assert live.asked[-1][:2] == ("wake", 0)
    qtbot.wait(60)
    assert middle(window, 0) == BLUE and frame(window, 0) == REPLAY, "still what it is"
    live.go_live(GREEN, 0)
    qtbot.waitUntil(lambda: middle(window, 0) == GREEN)
    assert frame(window, 0) == GREEN
    qtbot.waitUntil(lambda: window.tiles_not_live() == [])


def test_a_camera_that_is_gone_meanwhile_is_told_beneath_and_afterwards(
    qtbot: QtBot, live: FakeLive, window: WallWindow
) -> None:
    press(window, Key.Key_J)
    looks_back(qtbot, live, window, 0)
    live.fail(TileState.NO_SIGNAL, Cause.REFUSED, 0)
    tile = view_of(window).tiles[0]
    assert tile is not None
    qtbot.waitUntil(lambda: tile.status.state is TileState.NO_SIGNAL)
    assert tile.status_at(live.clock()).state is TileState.REPLAY
    qtbot.waitUntil(lambda: middle(window, 0) == BLUE)
    press(window, Key.Key_End)
    live.clock.now_s += 2
    qtbot.waitUntil(lambda: tile.past is None)
    assert tile.status_at(live.clock()).state is TileState.NO_SIGNAL


def test_at_the_end_of_what_there_is_it_is_live(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    press(window, Key.Key_J)
    looks_back(qtbot, live, window, 0)
    press(window, Key.Key_BracketRight)
    live.clock.now_s += 10
    qtbot.waitUntil(lambda: 0 in live.awake)


def test_on_beyond_now_is_live(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    press(window, Key.Key_J)
    looks_back(qtbot, live, window, 0)
    press(window, Key.Key_L, SHIFT)
    assert 0 in live.awake


def test_escape_leads_back_to_live(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    press(window, Key.Key_J)
    looks_back(qtbot, live, window, 0)
    press(window, Key.Key_Escape)
    assert 0 in live.awake


def test_all_tiles_in_step(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    press(window, Key.Key_G)
    looks_back(qtbot, live, window, 0, 1, 2, 3)
    assert len(set(live.heads.values())) == 1, "one playhead for all"
    press(window, Key.Key_J, SHIFT)
    qtbot.waitUntil(lambda: len(set(live.heads.values())) == 1 and ago_s(live, 3) == pytest.approx(70))
    press(window, Key.Key_End)
    assert live.awake == {0, 1, 2, 3}


def test_those_that_are_chosen_in_step(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    press(window, Key.Key_J)
    looks_back(qtbot, live, window, 0)
    live.clock.now_s += 3
    press(window, Key.Key_Right)
    qtbot.wait(20)
    press(window, Key.Key_G, SHIFT)
    looks_back(qtbot, live, window, 0, 1)
    assert live.heads[0] == live.heads[1]
    press(window, Key.Key_J)
    qtbot.waitUntil(lambda: live.heads[0] == live.heads[1] and ago_s(live, 0) == pytest.approx(20))
    press(window, Key.Key_G, SHIFT)
    assert 1 in live.awake and 0 in live.past, "only that one leaves"


def test_two_that_are_looked_back_at_each_for_itself(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    press(window, Key.Key_J)
    looks_back(qtbot, live, window, 0)
    press(window, Key.Key_Right)
    qtbot.wait(20)
    press(window, Key.Key_J, SHIFT)
    looks_back(qtbot, live, window, 0, 1)
    assert [ago_s(live, 0), ago_s(live, 1)] == pytest.approx([10, 60])
    press(window, Key.Key_End)
    assert 1 in live.awake and 0 in live.past
    qtbot.wait(20)
    press(window, Key.Key_End)
    assert 0 in live.awake, "where the selected one is live, all others"


def test_no_more_than_sixteen(qtbot: QtBot, live: FakeLive, make_window: MakeWindow, vietnamese: None) -> None:
    window = live_wall(qtbot, live, make_window, 25, 5)
    press(window, Key.Key_G)
    assert len(live.past) == 16 and "16" in said(window)
    press(window, Key.Key_Left)
    qtbot.wait(20)
    press(window, Key.Key_J)
    assert len(live.past) == 16


def test_a_picture_of_the_past_is_not_watched(
    qtbot: QtBot, live: FakeLive, window: WallWindow, rooms: list[ControlRoom], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither for the ledger nor for the line at the top."""
    noted: list[dict[int, bool]] = []
    monkeypatch.setattr(rooms[0], "note_shown", lambda _screen, shown: noted.append(dict(shown)))
    press(window, Key.Key_J)
    looks_back(qtbot, live, window, 0)
    with live.running(RED):
        qtbot.waitUntil(lambda: bool(noted) and noted[-1] == {1: False, 2: True, 3: True, 4: True}, timeout=5000)
        texts = {label.objectName(): label.text() for label in window._top.findChildren(type(window._top._clock))}
    assert texts["state"] == "3 trực tiếp   ·   1 đang xem lại" and texts["faults"] == ""


def test_what_leaves_the_screen_is_live_when_it_comes_back(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow, vietnamese: None
) -> None:
    window = live_wall(qtbot, live, make_window, 8)
    press(window, Key.Key_J)
    looks_back(qtbot, live, window, 0)
    press(window, Key.Key_PageDown)
    qtbot.waitUntil(lambda: 0 not in live.past)
    assert not bar_of(window).isVisible()
    press(window, Key.Key_PageUp)
    qtbot.waitUntil(lambda: 0 in live.awake)
    live.go_live(GREEN, 0)
    qtbot.waitUntil(lambda: middle(window, 0) == GREEN)


def test_a_hidden_window_looks_back_no_more(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    press(window, Key.Key_G)
    looks_back(qtbot, live, window, 0, 1, 2, 3)
    window.hide()
    qtbot.waitUntil(lambda: live.past == {})
    qtbot.waitUntil(lambda: not window.replay._timer.isActive())


def test_alone_what_is_looked_back_at_stays_so_and_is_drawn_large(
    qtbot: QtBot, live: FakeLive, window: WallWindow
) -> None:
    press(window, Key.Key_J)
    looks_back(qtbot, live, window, 0)
    press(window, Key.Key_Return)
    qtbot.waitUntil(lambda: len(view_of(window).tiles) == 1)
    assert 0 in live.past
    show_past(live, 0, GREEN)
    qtbot.waitUntil(lambda: middle(window, 0) == GREEN)
    assert ("resize", 0, *view_of(window).picture_size(0)[:2]) in live.asked


def test_alone_the_small_stream_is_asked_for_what_the_large_one_does_not_have(
    qtbot: QtBot, live: FakeLive, window: WallWindow
) -> None:
    live.clock.now_s += 100
    live.go_live(RED)
    press(window, Key.Key_Return)
    main = live.tile_of("rtsp://127.0.0.1/0/main")
    live.go_live(GREEN, main)
    qtbot.waitUntil(lambda: middle(window, 0) == GREEN)
    live.clock.now_s += 30
    live.go_live(GREEN, main, 0)
    qtbot.wait(50)
    press(window, Key.Key_J)
    qtbot.waitUntil(lambda: main in live.past)
    live.past[main].draw(BLUE, live.clock() - 10)
    qtbot.waitUntil(lambda: middle(window, 0) == BLUE)
    press(window, Key.Key_J, SHIFT)
    qtbot.waitUntil(lambda: 0 in live.past and main in live.awake)
    live.past[0].draw(RED, live.clock() - 70)
    qtbot.waitUntil(lambda: middle(window, 0) == RED and frame(window, 0) == REPLAY)
    assert ago_s(live, 0) == pytest.approx(70)


def test_where_no_camera_is_that_is_said(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow, vietnamese: None
) -> None:
    window = live_wall(qtbot, live, make_window, 1)
    press(window, Key.Key_Right)
    qtbot.wait(20)
    for key in (Key.Key_J, Key.Key_K, Key.Key_Period, Key.Key_L, Key.Key_BracketLeft, Key.Key_End):
        press(window, key)
    assert said(window) == "Ô này không có camera" or "camera" in said(window)
    assert live.past == {}


def test_where_nothing_is_kept_no_other_picture_stands_in(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    press(window, Key.Key_J)
    qtbot.waitUntil(lambda: 0 in live.past)
    live.bridge.publish(KeptChanged(0, ()))
    tile = view_of(window).tiles[0]
    assert tile is not None and tile.past is not None
    past = tile.past
    qtbot.waitUntil(lambda: past.sentence == "Không giữ hình nào của camera này")
    assert tile.shown_image() is None
    qtbot.waitUntil(lambda: middle(window, 0) not in (RED, BLUE))


def test_in_a_gap_that_is_said_and_no_other_picture_stands_in(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    press(window, Key.Key_J, SHIFT)
    looks_back(qtbot, live, window, 0)
    qtbot.waitUntil(lambda: middle(window, 0) == BLUE)
    now_s = live.clock()
    live.bridge.publish(KeptChanged(0, ((now_s - 200, now_s - 100), (now_s - 40, now_s))))
    tile = view_of(window).tiles[0]
    assert tile is not None and tile.past is not None
    past = tile.past
    qtbot.waitUntil(lambda: past.sentence == "Không giữ được hình lúc này")
    assert middle(window, 0) not in (RED, BLUE)
    press(window, Key.Key_L)
    press(window, Key.Key_L)
    qtbot.wait(20)
    press(window, Key.Key_L)
    qtbot.waitUntil(lambda: past.sentence == "")
    assert middle(window, 0) == BLUE
