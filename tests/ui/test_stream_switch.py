"""Which stream stands in a cell, and that a cell never turns black while another one comes. Seen in the pixels."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.fake_live import FakeLive, with_streams
from tests.ui.pixels import Colour, MakeWindow, middle, view_of
from wall.model.tile import Cause, TileState, TileStatus
from wall.model.video import StreamSize
from wall.ui.wall_window import WallWindow

RED, BLUE = (200, 40, 30), (20, 60, 220)
WIDE, HIGH = 2 * 640 + 1, 2 * 360 + 1 + 28
"""Of a window with four cells of 640x360."""
CTRL = Qt.KeyboardModifier.ControlModifier
NO_STREAM = TileStatus(TileState.NO_SIGNAL, Cause.NOT_FOUND)


def press(window: WallWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(view_of(window), key, modifier)


def square(width: int, height: int) -> StreamSize:
    """Of pixels as wide as they are high."""
    return StreamSize(width, height, (width, height))


def shown(window: WallWindow, cell: int = 0) -> str:
    """The name of the stream that stands in a cell."""
    tile = view_of(window).tiles[cell]
    assert tile is not None and tile.source is not None
    return tile.source.url.rpartition("/")[2]


def awake(live: FakeLive) -> list[str]:
    """The streams that are decoded, by camera and name."""
    urls = {asked[1]: str(asked[2]) for asked in live.asked if asked[0] in ("show", "warm")}
    return sorted(urls[tile].removeprefix("rtsp://127.0.0.1/") for tile in live.awake)


def all_live(qtbot: QtBot, live: FakeLive, window: WallWindow, colour: Colour) -> None:
    live.go_live(colour, *live.awake)
    qtbot.waitUntil(lambda: window.tiles_not_live() == [])


@contextmanager
def watching(window: WallWindow, cell: int = 0) -> Iterator[set[Colour]]:
    """Every colour that the middle of a cell has meanwhile, looked at several times a frame."""
    seen: set[Colour] = set()
    timer = QTimer(interval=5)
    timer.timeout.connect(lambda: seen.add(middle(window, cell)))
    timer.start()
    yield seen
    timer.stop()


@pytest.mark.parametrize(
    ("side", "expected"), [(1, "main"), (2, "sub"), (3, "sub"), (4, "third"), (6, "third"), (8, "third")]
)
def test_the_smallest_stream_that_is_as_large_as_its_cell(
    live: FakeLive, make_window: MakeWindow, side: int, expected: str
) -> None:
    listed = [with_streams(1, main=(1920, 1080), sub=(640, 360), third=(320, 180))]
    window = make_window(columns=side, rows=side, listed=listed, width=WIDE, height=HIGH)
    assert [shown(window), awake(live)] == [expected, [f"1/{expected}"]]


@pytest.mark.parametrize("side", [2, 3])
def test_alone_it_is_the_largest_whatever_it_is_called(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow, side: int
) -> None:
    listed = [with_streams(n, main=(1280, 720), sub=(640, 360), third=(3840, 2160)) for n in (1, 2)]
    window = make_window(columns=side, rows=side, listed=listed, width=WIDE, height=HIGH)
    all_live(qtbot, live, window, RED)
    with watching(window) as seen:
        press(window, Qt.Key.Key_Return)
        assert shown(window) == "sub"
        third = live.tile_of("rtsp://127.0.0.1/1/third")
        qtbot.wait(100)
        live.go_live(BLUE, third)
        qtbot.waitUntil(lambda: BLUE in seen)
    assert seen == {RED, BLUE} and shown(window) == "third"
    press(window, Qt.Key.Key_Escape)
    assert [shown(window, cell) for cell in (0, 1)] == ["sub", "sub"] and awake(live) == ["1/sub", "2/sub"]
    assert live.count("hide") == 0


def test_a_larger_cell_keeps_its_picture_until_the_larger_stream_is_live(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow
) -> None:
    listed = [with_streams(n, main=(1920, 1080), sub=(640, 360), third=(320, 180)) for n in range(1, 17)]
    window = make_window(columns=4, rows=4, listed=listed, width=WIDE, height=HIGH)
    all_live(qtbot, live, window, RED)
    press(window, Qt.Key.Key_2, CTRL)
    with watching(window) as seen:
        assert [shown(window, cell) for cell in range(4)] == ["third"] * 4
        assert awake(live) == sorted(f"{n}/{name}" for n in range(1, 5) for name in ("sub", "third"))
        qtbot.wait(150)
        live.go_live(BLUE, *(live.tile_of(f"rtsp://127.0.0.1/{n}/sub") for n in range(1, 5)))
        qtbot.waitUntil(lambda: BLUE in seen)
        assert [shown(window, cell) for cell in range(4)] == ["sub"] * 4
        assert awake(live) == [f"{n}/sub" for n in range(1, 5)], "what stood in rests"
    assert seen == {RED, BLUE}, "never black, never grey"
    press(window, Qt.Key.Key_4, CTRL)
    connections = live.count("show")
    assert len(awake(live)) == 20, "the larger ones stay until the small ones are awake"
    all_live(qtbot, live, window, RED)
    qtbot.waitUntil(lambda: [shown(window, cell) for cell in range(16)] == ["third"] * 16)
    assert (len(awake(live)), live.count("show")) == (16, connections), "they had only rested"


def test_a_size_that_nobody_told_is_learnt_from_what_comes(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow
) -> None:
    window = make_window(1, 1, 1, width=WIDE, height=HIGH)
    assert shown(window) == "sub"
    all_live(qtbot, live, window, RED)
    with watching(window) as seen:
        live.send_size(0, square(640, 360))
        qtbot.waitUntil(lambda: awake(live) == ["0/main", "0/sub"])
        live.go_live(BLUE, 1)
        qtbot.waitUntil(lambda: BLUE in seen)
    assert seen == {RED, BLUE} and awake(live) == ["0/main"]
    live.send_size(1, square(1920, 1080))
    qtbot.wait(300)
    assert shown(window) == "main"


def test_a_camera_that_lies_is_shown_by_what_it_sends(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> None:
    """It says that its small stream is large enough, and sends a tiny one; and the tiny one is in truth the largest."""
    listed = [with_streams(1, main=(1280, 720), sub=(640, 360), third=(320, 180))]
    window = make_window(columns=2, rows=2, listed=listed, width=WIDE, height=HIGH)
    all_live(qtbot, live, window, RED)
    assert shown(window) == "sub"
    live.send_size(0, square(320, 180))
    qtbot.waitUntil(lambda: "1/main" in awake(live))
    live.go_live(BLUE, live.tile_of("rtsp://127.0.0.1/1/main"))
    qtbot.waitUntil(lambda: (shown(window), middle(window, 0)) == ("main", BLUE))
    live.known["rtsp://127.0.0.1/1/third"] = live.known["rtsp://127.0.0.1/1/sub"]
    press(window, Qt.Key.Key_Return)
    assert shown(window) == "main" and awake(live) == ["1/main"], "it is the full one, too"


def test_the_better_stream_fails_and_the_former_stays_and_says_so(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow
) -> None:
    window = make_window(1, 1, 1, width=WIDE, height=HIGH)
    all_live(qtbot, live, window, RED)
    live.send_size(0, square(640, 360))
    qtbot.waitUntil(lambda: live.count("show") == 2)
    before = window.screenshot()
    live.tell(NO_STREAM, 1)
    small = view_of(window).tiles[0]
    assert small is not None
    qtbot.waitUntil(lambda: small.note == NO_STREAM)
    live.draw(RED, 0)
    qtbot.wait(50)
    assert (shown(window), middle(window, 0)) == ("sub", RED) and window.screenshot() != before
    window.resize(WIDE + 40, HIGH)
    qtbot.wait(300)
    assert shown(window) == "sub" and awake(live) == ["0/main", "0/sub"], "it is tried on beside it"
    live.go_live(BLUE, 1)
    qtbot.waitUntil(lambda: shown(window) == "main")
    assert small.note is None and awake(live) == ["0/main"]


def test_the_better_stream_fails_later_and_the_smaller_one_comes_back(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow
) -> None:
    listed = [with_streams(1, main=(1920, 1080), sub=(640, 360))]
    window = make_window(columns=1, rows=1, listed=listed, width=WIDE, height=HIGH)
    all_live(qtbot, live, window, BLUE)
    live.fail(TileState.NO_SIGNAL, Cause.ENDED, 0)
    qtbot.wait(1200)
    assert awake(live) == ["1/main"], "it may be back in a moment"
    live.clock.now_s += 3
    qtbot.waitUntil(lambda: awake(live) == ["1/main", "1/sub"], timeout=3000)
    assert shown(window) == "main", "its last picture, until there is another"
    live.go_live(RED, 1)
    qtbot.waitUntil(lambda: shown(window) == "sub" and middle(window, 0) == RED)
    live.go_live(BLUE, 0)
    qtbot.waitUntil(lambda: middle(window, 0) == BLUE)
    assert awake(live) == ["1/main"]


def test_a_camera_that_refuses_the_login_is_not_asked_for_another_stream(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow
) -> None:
    listed = [with_streams(1, main=(1920, 1080), sub=(640, 360))]
    window = make_window(columns=1, rows=1, listed=listed, width=WIDE, height=HIGH)
    live.fail(TileState.LOGIN_REFUSED, Cause.LOGIN, 0)
    live.clock.now_s += 10
    qtbot.wait(1200)
    assert awake(live) == ["1/main"] and window.tiles_not_live()


def test_a_window_that_is_being_resized_does_not_flap(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> None:
    """To and fro over the size of the small stream, slowly enough that each size is settled for."""
    listed = [with_streams(1, main=(1920, 1080), sub=(640, 360))]
    window = make_window(columns=2, rows=2, listed=listed, width=WIDE, height=HIGH)
    all_live(qtbot, live, window, RED)
    for width in (WIDE + 30, WIDE - 30, WIDE + 60, WIDE) * 2:
        window.resize(width, HIGH + (width - WIDE) * 9 // 16)
        qtbot.wait(200)
        assert middle(window, 0) == RED
    assert live.count("show") == 1 and shown(window) == "sub"
    window.resize(WIDE + 300, HIGH + 170)
    qtbot.waitUntil(lambda: live.count("show") == 2)
    all_live(qtbot, live, window, BLUE)
    for width in (WIDE + 60, WIDE + 120, WIDE + 10, WIDE - 10):
        window.resize(width, HIGH + (width - WIDE) * 9 // 16)
        qtbot.wait(200)
    assert shown(window) == "main" and live.count("show") == 2


def test_a_glance_at_one_picture_changes_nothing_behind_it(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow
) -> None:
    """Also where a cell shows a stream that it would not be given anew, because it is near the border."""
    listed = [with_streams(n, main=(1920, 1080), sub=(640, 360)) for n in (1, 2)]
    window = make_window(columns=2, rows=2, listed=listed, width=WIDE, height=HIGH)
    all_live(qtbot, live, window, RED)
    window.resize(WIDE + 60, HIGH + 34)
    qtbot.wait(250)
    before = awake(live)
    press(window, Qt.Key.Key_Return)
    qtbot.wait(250)
    press(window, Qt.Key.Key_Escape)
    qtbot.wait(250)
    assert awake(live) == before == ["1/sub", "2/sub"]
