"""The wall in the operator's hand: real keys, real clicks."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.fake_live import FakeLive, cameras
from tests.ui.pixels import MakeWindow, middle, view_of
from wall.model.events import WorkFailed
from wall.model.tile import Cause, TileState, TileStatus
from wall.services.opening import room_of
from wall.ui import lingering, presenter, showing
from wall.ui.key_list import KeyList
from wall.ui.notice_box import NoticeBox
from wall.ui.palette_sheet import PaletteSheet
from wall.ui.theme import DARK
from wall.ui.tile_numbers import TileNumbers
from wall.ui.top_line import TopLine
from wall.ui.wall_window import WallWindow

RED, BLUE, GREEN = (200, 40, 30), (20, 60, 220), (30, 180, 60)
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def press(window: WallWindow, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    QTest.keyClick(view_of(window), key, modifier or Qt.KeyboardModifier.NoModifier)


def centre_of(window: WallWindow, cell: int) -> QPoint:
    area = view_of(window).cells[cell]
    return QPoint(area.x + area.width // 2, area.y + area.height // 2)


def shown_tiles(window: WallWindow) -> list[int | None]:
    return [tile.number if tile else None for tile in view_of(window).tiles]


def shown_cameras(window: WallWindow) -> list[int | None]:
    return [tile.camera.number if tile else None for tile in view_of(window).tiles]


def top_texts(window: WallWindow) -> dict[str, str]:
    top = window.findChild(TopLine)
    assert top is not None
    return {label.objectName(): label.text() for label in top.findChildren(QLabel)}


@pytest.mark.parametrize("side", range(1, 9))
def test_grids_by_key(qtbot: QtBot, live: FakeLive, make_window: MakeWindow, side: int) -> None:
    window = make_window(70, 3, 2, width=1300, height=760)
    press(window, Qt.Key(Qt.Key.Key_0.value + side), CTRL)
    assert len(live.awake) == side * side
    assert shown_cameras(window) == list(range(1, side * side + 1))
    view = view_of(window)
    for cell, tile in enumerate(view.tiles):
        assert tile is not None and tile.size == view.picture_size(cell)


def test_each_picture_is_asked_for_at_the_size_it_has_on_the_wall(live: FakeLive, make_window: MakeWindow) -> None:
    make_window(36, 6, 6, width=6 * 320 + 5, height=6 * 180 + 5 + 28)
    shows = [asked for asked in live.asked if asked[0] == "show"]
    assert len(shows) == 36
    assert {asked[3:] for asked in shows} == {(320, 180)}
    assert all(str(asked[2]).endswith("/sub") for asked in shows)


def test_another_window_size_asks_for_other_pictures_once(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow
) -> None:
    window = make_window(4)
    live.go_live(RED)
    qtbot.waitUntil(lambda: window.tiles_not_live() == [])
    for width in range(700, 1200, 100):
        window.resize(width, 600)
        assert middle(window, 0) == RED, "scaled, never black, while the new size is not there"
    qtbot.waitUntil(lambda: any(asked[0] == "resize" for asked in live.asked))
    assert len([asked for asked in live.asked if asked[0] == "resize"]) == 4
    assert not any(asked[0] == "hide" for asked in live.asked)


def test_arrow_keys_move_the_selection(live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window(3)
    for key, current in (
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Right, 1),
        (Qt.Key.Key_Down, 3),
        (Qt.Key.Key_Left, 2),
        (Qt.Key.Key_Down, 2),
        (Qt.Key.Key_Up, 0),
    ):
        press(window, key)
        assert window.wishes.board.selected == current


def test_a_click_selects(live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window(3)
    QTest.mouseClick(view_of(window), Qt.MouseButton.LeftButton, pos=centre_of(window, 2))
    assert window.wishes.board.selected == 2
    QTest.mouseClick(view_of(window), Qt.MouseButton.LeftButton, pos=centre_of(window, 3))
    assert window.wishes.board.selected == 3, "an empty cell, too: that is where something is called up"


def test_pages(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window(6)
    assert set(live.feeds) == {0, 1, 2, 3}
    live.go_live(RED)
    qtbot.waitUntil(lambda: window.tiles_not_live() == [])
    press(window, Qt.Key.Key_PageDown)
    assert live.awake == {4, 5}
    assert set(live.feeds) == {0, 1, 2, 3, 4, 5}, "the others rest"
    assert shown_tiles(window) == [4, 5, None, None]
    assert [report.number for report in window.tiles_not_live()] == [5, 6]
    press(window, Qt.Key.Key_PageDown)
    assert live.awake == {4, 5}, "there is no third page"
    press(window, Qt.Key.Key_PageUp)
    assert live.awake == {0, 1, 2, 3}
    assert live.count("hide") == 0 and live.count("show") == 6, "going back costs no connection"
    assert middle(window, 0) == RED, "the last picture, as long as it is fresh"


@pytest.mark.parametrize("by", ["key", "mouse"])
def test_alone_and_back(qtbot: QtBot, live: FakeLive, make_window: MakeWindow, by: str) -> None:
    window = make_window(4)
    live.go_live(RED)
    qtbot.waitUntil(lambda: window.tiles_not_live() == [])
    if by == "key":
        press(window, Qt.Key.Key_Right)
        press(window, Qt.Key.Key_Return)
    else:
        QTest.mouseDClick(view_of(window), Qt.MouseButton.LeftButton, pos=centre_of(window, 1))
    assert shown_tiles(window) == [1], "the small stream stands in"
    assert middle(window, 0) == RED, "without a black moment"
    main = 4
    assert ("show", main, "rtsp://127.0.0.1/1/main", *view_of(window).picture_size(0)[:2]) in live.asked
    live.go_live(BLUE, main)
    qtbot.waitUntil(lambda: shown_tiles(window) == [main])
    qtbot.waitUntil(lambda: middle(window, 0) == BLUE)
    assert window.tiles_not_live() == []
    if by == "key":
        press(window, Qt.Key.Key_Escape)
    else:
        QTest.mouseDClick(view_of(window), Qt.MouseButton.LeftButton, pos=centre_of(window, 0))
    assert shown_tiles(window) == [0, 1, 2, 3]
    assert middle(window, 0) == RED, "the tiles behind went on"
    assert main not in live.awake


def test_a_main_stream_that_fails_leaves_the_small_one_and_says_so(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow
) -> None:
    window = make_window(1, 1, 1)
    live.go_live(RED)
    qtbot.waitUntil(lambda: window.tiles_not_live() == [])
    press(window, Qt.Key.Key_Return)
    before = window.screenshot()
    live.fail(TileState.UNSUPPORTED, Cause.CODEC, 1)
    tile = view_of(window).tiles[0]
    assert tile is not None
    qtbot.waitUntil(lambda: tile.note == TileStatus(TileState.UNSUPPORTED, Cause.CODEC))
    live.draw(RED, 0)
    assert shown_tiles(window) == [0]
    assert middle(window, 0) == RED
    assert window.screenshot() != before
    press(window, Qt.Key.Key_R)
    assert ("retry", 1) in live.asked
    assert ("retry", 0) not in live.asked, "what is live is left alone"


def test_the_tiles_behind_end_when_one_stays(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lingering, "LINGER_MS", 200)
    window = make_window(4)
    live.go_live(RED)
    qtbot.waitUntil(lambda: window.tiles_not_live() == [])
    press(window, Qt.Key.Key_Return)
    assert set(live.feeds) == {0, 1, 2, 3, 4}
    qtbot.waitUntil(lambda: live.awake == {0, 4})
    press(window, Qt.Key.Key_Escape)
    assert live.awake == {0, 1, 2, 3}
    assert middle(window, 1) != (0, 0, 0) and shown_tiles(window) == [0, 1, 2, 3]


def test_a_camera_without_a_small_stream(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window(2, 2, 1, with_sub=False)
    press(window, Qt.Key.Key_Return)
    assert shown_tiles(window) == [0]
    assert ("resize", 0, *view_of(window).picture_size(0)[:2]) in live.asked
    press(window, Qt.Key.Key_Right)
    assert shown_tiles(window) == [1]
    press(window, Qt.Key.Key_Escape)
    assert shown_tiles(window) == [0, 1]


def test_a_refused_login_is_tried_again_by_hand_only(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window(2, 2, 1)
    live.fail(TileState.LOGIN_REFUSED, Cause.LOGIN, 1)
    qtbot.waitUntil(lambda: any(r.status.state is TileState.LOGIN_REFUSED for r in window.tiles_not_live()))
    press(window, Qt.Key.Key_Right)
    assert not any(asked[0] == "retry" for asked in live.asked)
    press(window, Qt.Key.Key_R)
    assert [asked for asked in live.asked if asked[0] == "retry"] == [("retry", 1)]


def test_full_screen_hides_the_line_and_the_edge_brings_it(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow
) -> None:
    window = make_window(4)
    top = window.findChild(TopLine)
    assert top is not None and top.isVisible()
    press(window, Qt.Key.Key_F11)
    qtbot.waitUntil(lambda: window.isFullScreen() and not top.isVisible())
    assert view_of(window).height() == window.height()
    QTest.mouseMove(view_of(window), QPoint(50, 200))
    QTest.mouseMove(view_of(window), QPoint(50, 1))
    qtbot.waitUntil(top.isVisible)
    assert view_of(window).height() == window.height(), "no tile changes its size for it"
    QTest.mouseMove(view_of(window), QPoint(50, 200))
    qtbot.waitUntil(lambda: not top.isVisible())
    press(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.isFullScreen() and top.isVisible())


def test_the_list_of_keys_names_every_key(live: FakeLive, make_window: MakeWindow, vietnamese: None) -> None:
    window = make_window(4, width=900, height=700)
    key_list = window.findChild(KeyList)
    assert key_list is not None and not key_list.isVisible()
    press(window, Qt.Key.Key_F1)
    assert key_list.isVisible()
    assert {"F11", "Ctrl+Q", "Ctrl+8", "Esc", "PgDn", "←", "Enter"} <= set(key_list.texts)
    press(window, Qt.Key.Key_Escape)
    assert not key_list.isVisible()


def test_the_top_line_counts(qtbot: QtBot, live: FakeLive, make_window: MakeWindow, vietnamese: None) -> None:
    window = make_window(6)
    live.go_live(RED, 0, 1)
    live.fail(TileState.NO_SIGNAL, Cause.REFUSED, 2)
    with live.running(RED):
        qtbot.waitUntil(lambda: top_texts(window)["faults"] == "■  1 không trực tiếp")
        qtbot.waitUntil(lambda: top_texts(window)["state"] == "2 trực tiếp   ·   1 đang kết nối")
    assert top_texts(window)["place"] == "Trang 1 / 2"
    top = window.findChild(TopLine)
    button = top.findChild(QToolButton) if top is not None else None
    assert button is not None and button.text() == "2 × 2"


def test_closing_gives_everything_back_at_once(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window(36, 6, 6, width=1300, height=760)
    live.go_live(RED)
    qtbot.waitUntil(lambda: window.tiles_not_live() == [])
    begun_s = time.process_time()
    with qtbot.waitSignal(window.closed):
        press(window, Qt.Key.Key_Q, CTRL)
    assert time.process_time() - begun_s < 0.5
    assert live.feeds == {}
    live.tell(TileStatus(TileState.LIVE), 3)
    qtbot.wait(50)
    assert not window.isVisible()


def test_a_late_fact_about_a_tile_given_back_harms_nobody(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow
) -> None:
    window = make_window(6)
    live.fail(TileState.NO_SIGNAL, Cause.RESET, 0, 77)
    press(window, Qt.Key.Key_PageDown)
    qtbot.wait(50)
    assert {report.status.state for report in window.tiles_not_live()} == {TileState.CONNECTING}


def test_before_it_is_shown_nothing_is_live(qtbot: QtBot, live: FakeLive) -> None:
    with room_of(cameras(5), 2, 2, live.bridge.publish) as room:
        window = WallWindow(room, room.screens[0], live, live.bridge, DARK, TileNumbers())
        qtbot.addWidget(window)
        assert [report.number for report in window.tiles_not_live()] == [1, 2, 3, 4]
        assert live.asked == []


def test_the_focus_can_be_moved_and_comes_back(live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window(4)
    assert view_of(window).hasFocus()
    press(window, Qt.Key.Key_Tab)
    focused: QWidget | None = window.focusWidget()
    assert isinstance(focused, QToolButton)
    QTest.keyClick(focused, Qt.Key.Key_Right)
    assert window.wishes.board.selected == 1, "the keys of the wall work from everywhere"


def test_anything_is_found_with_one_key(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window(9)
    live.go_live(RED)
    qtbot.waitUntil(lambda: window.tiles_not_live() == [])
    press(window, Qt.Key.Key_K, CTRL)
    sheet = window.findChild(PaletteSheet)
    assert sheet is not None and sheet.isVisible()
    assert sheet.geometry().bottom() < view_of(window).height() * 0.75
    QTest.keyClicks(sheet.line, "9")
    qtbot.waitUntil(lambda: sheet.model.entries != [])
    QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    assert shown_cameras(window) == [9, 2, 3, 4]
    assert not sheet.isVisible() and view_of(window).hasFocus()
    press(window, Qt.Key.Key_K, CTRL)
    QTest.keyClick(sheet.line, Qt.Key.Key_Escape)
    assert not sheet.isVisible() and shown_cameras(window) == [9, 2, 3, 4]


@pytest.mark.qt_log_ignore("This plugin does not support raise", "This plugin does not support grabbing the keyboard")
def test_all_that_keys_do_can_be_done_by_mouse(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window(4)
    QTest.mouseClick(view_of(window), Qt.MouseButton.RightButton, pos=centre_of(window, 2))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu) and window.wishes.board.selected == 2
    offered = {action.objectName() for action in menu.actions() if not action.isSeparator()}
    named = {action.objectName() for action in window.keyboard.actions}
    assert named - offered == {name for name in named if name.startswith("wall.layout_")}
    (empty,) = [action for action in menu.actions() if action.objectName() == "wall.empty_cell"]
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(empty).center())
    assert shown_cameras(window) == [1, 2, None, 4]


def test_memory_emptying_and_undo_by_key(live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window(8)
    QTest.keyClicks(view_of(window), "7")
    press(window, Qt.Key.Key_Return)
    QTest.keyClicks(view_of(window), "8")
    press(window, Qt.Key.Key_Return)
    connected = live.count("show")
    steps = (
        (Qt.Key.Key_Left, ALT, [7, 2, 3, 4]),
        (Qt.Key.Key_Left, ALT, [1, 2, 3, 4]),
        (Qt.Key.Key_Right, ALT, [7, 2, 3, 4]),
        (Qt.Key.Key_Delete, None, [None, 2, 3, 4]),
        (Qt.Key.Key_Z, CTRL, [7, 2, 3, 4]),
        (Qt.Key.Key_Z, CTRL, [1, 2, 3, 4]),
    )
    for key, modifier, expected in steps:
        press(window, key, modifier)
        assert shown_cameras(window) == expected
    assert live.count("show") == connected, "not one connection more"


def test_a_failure_is_told_where_there_is_no_console(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow, vietnamese: None
) -> None:
    window = make_window(4)
    live.bridge.publish(WorkFailed("keep the boards", Cause.DISK_FULL, "/var/lib/citywall.db"))
    box = window.findChild(NoticeBox)
    assert box is not None
    qtbot.waitUntil(box.isVisible)
    assert "/var/lib/citywall.db" in box.text()
    press(window, Qt.Key.Key_Right)
    assert window.wishes.board.selected == 1, "the wall goes on"


def test_what_nobody_can_see_rests_and_is_soon_given_back(
    qtbot: QtBot, live: FakeLive, make_window: MakeWindow
) -> None:
    window = make_window(4)
    live.go_live(RED)
    qtbot.waitUntil(lambda: window.tiles_not_live() == [])
    window.hide()
    assert live.awake == set() and len(live.feeds) == 4, "back in a moment, it costs no connection"
    live.clock.now_s += showing._REST_AWAY_S + 0.1
    qtbot.waitUntil(lambda: not live.feeds, timeout=10_000)
    window.show()
    assert len(live.awake) == 4


def test_what_the_hand_is_on_is_the_last_to_be_decoded_with_less(live: FakeLive, make_window: MakeWindow) -> None:
    window = make_window(4)
    press(window, Qt.Key.Key_Right)
    weights = {tile.camera.number: tile.importance for tile in window.showing.visible_tiles()}
    assert weights == {1: 0, 2: presenter._IN_HAND, 3: 0, 4: 0}
    assert {number: live.weights.get(number, 0) for number in live.feeds} == {
        tile.number: tile.importance for tile in window.showing.visible_tiles()
    }
