"""One camera at hand: its live picture, what is known of it, its test, and the raw replies."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPlainTextEdit
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import MakeConsole
from tests.ui.console.fake_city import NOW_S, device, raw_replies
from tests.ui.console.fake_fleet import FakeFleet
from tests.ui.console.hand import click, press
from tests.ui.fake_live import FakeLive
from wall.model.device import Problem, Step, Trouble
from wall.model.events import HealthChanged, StreamMeasured, TileChanged
from wall.model.health import Health, Verdict
from wall.model.tile import Cause, TileState, TileStatus
from wall.model.video import StreamSize
from wall.ui.console.live_picture import FIRST_TILE
from wall.ui.console.pages import CAMERAS, FOUND, RAW
from wall.ui.console.raw_page import MOST_SHOWN
from wall.ui.console.window import ConsoleWindow

RED = (200, 40, 30)


def middle_of_picture(window: ConsoleWindow) -> tuple[int, int, int]:
    image = window.panel.picture.grab().toImage()
    colour = image.pixelColor(image.width() // 2, image.height() // 2)
    return colour.red(), colour.green(), colour.blue()


def test_the_live_picture_of_the_chosen_camera(qtbot: QtBot, live: FakeLive, make_console: MakeConsole) -> None:
    window = make_console()
    assert live.feeds == {}, "nothing is received before somebody wants to see it"
    window.cameras.view.selectRow(4)
    qtbot.waitUntil(lambda: len(live.feeds) == 1)
    (shown,) = [asked for asked in live.asked if asked[0] == "show"]
    assert shown[2] == "rtsp://10.20.0.14:554/102", "the small stream is enough here"
    view = window.panel.picture.view
    assert shown[3:] == view.picture_size(0)[:2], "exactly the pixels that it has here"
    live.go_live(RED)
    qtbot.waitUntil(lambda: middle_of_picture(window) == RED)
    assert view.height() * 16 // 9 in range(view.width() - 2, view.width() + 3)


def test_a_stream_that_is_not_what_the_camera_says_is_named(
    qtbot: QtBot, live: FakeLive, make_console: MakeConsole
) -> None:
    """And shown by what it sends: the small stream is too small, so the large one takes its place, without a blink."""
    window = make_console()
    window.cameras.view.selectRow(4)
    qtbot.waitUntil(lambda: len(live.feeds) == 1)
    small = next(iter(live.feeds))
    live.go_live(RED)
    qtbot.waitUntil(lambda: middle_of_picture(window) == RED)
    live.send_size(small, StreamSize(160, 90, (160, 90)))
    qtbot.waitUntil(lambda: "says 640×360, sends 160×90" in _facts(window))
    qtbot.waitUntil(lambda: len(live.feeds) == 2)
    assert middle_of_picture(window) == RED
    large = max(live.feeds)
    live.go_live((20, 60, 220), large)
    qtbot.waitUntil(lambda: middle_of_picture(window) == (20, 60, 220))
    qtbot.waitUntil(lambda: set(live.feeds) == {large})  # What stood in is given back.


def _facts(window: ConsoleWindow) -> str:
    return " ".join(label.text() for label in window.panel.details.findChildren(QLabel))


def test_another_camera_takes_its_place_under_another_number(
    qtbot: QtBot, live: FakeLive, make_console: MakeConsole
) -> None:
    window = make_console()
    window.panel.open(1)
    (first,) = live.feeds
    assert first >= FIRST_TILE, "never taken for a tile of the wall"
    window.panel.open(2)
    (second,) = live.feeds
    assert second != first
    live.bridge.publish(TileChanged(first, TileStatus(TileState.NO_SIGNAL, Cause.TIMEOUT), live.clock()))
    live.tell(TileStatus(TileState.LIVE), second)
    (tile,) = [tile for tile in window.panel.picture.view.tiles if tile]
    qtbot.waitUntil(lambda: tile.status.is_live)
    window.panel.open(2)
    assert set(live.feeds) == {second}, "the same again goes on without a break"


def test_nothing_is_received_for_a_picture_that_nobody_sees(
    qtbot: QtBot, live: FakeLive, make_console: MakeConsole
) -> None:
    window = make_console()
    window.panel.open(1)
    assert len(live.feeds) == 1
    window.go_to(FOUND)
    assert live.feeds == {}
    window.go_to(CAMERAS)
    qtbot.waitUntil(lambda: len(live.feeds) == 1)
    live.go_live(RED)
    qtbot.waitUntil(lambda: middle_of_picture(window) == RED)


def test_what_the_open_stream_delivers_is_handed_on(
    qtbot: QtBot, live: FakeLive, fleet: FakeFleet, make_console: MakeConsole
) -> None:
    window = make_console()
    window.panel.open(7)
    (tile,) = live.feeds
    fleet.tell(StreamMeasured(0, 1.0, 1.0, 1.0), StreamMeasured(tile, 14.9, 512.0, None))
    qtbot.waitUntil(lambda: fleet.wishes("note_stream") == [("note_stream", 7, 14.9, 512.0, None)])


def test_what_is_known_of_it(make_console: MakeConsole) -> None:
    window = make_console()
    window.panel.open(12)
    assert window.panel.title.text() == "12  Cầu Đáp Cầu – vạch dừng và lối sang đường"
    assert window.panel.state.words.text() == "lost – did not answer in time"
    told = window.panel.details.texts()
    for text in ("TP-Link", "VIGI C540V", "2.0.1 Build 230815", "Cầu Đáp Cầu · Đáp Cầu", "proven (ws-usernametoken)"):
        assert text in told
    assert any("2560\N{NO-BREAK SPACE}×\N{NO-BREAK SPACE}1440" in text for text in told)
    assert "−3.1 s" in told and "+0.4 s a day" in told and "14 min 00 ago" in told
    assert "MotionAlarm, Motion" in told and "AlarmOut_0" in told
    assert any("Vị\N{NO-BREAK SPACE}trí\N{NO-BREAK SPACE}8 and 3 more" in text for text in told)


def test_health_is_brought_up_to_date_while_one_looks(
    qtbot: QtBot, fleet: FakeFleet, make_console: MakeConsole
) -> None:
    window = make_console()
    window.panel.open(1)
    fleet.tell(HealthChanged({1: Health(Verdict.ILL, Trouble.SESSIONS_FULL, NOW_S - 3, fps=12.5)}))
    qtbot.waitUntil(lambda: window.panel.state.words.text() == "ill – too many sessions")
    assert "12.5" in window.panel.details.texts() and "3 s ago" in window.panel.details.texts()


def test_a_problems_detail_is_one_click_away(qtbot: QtBot, make_console: MakeConsole) -> None:
    window = make_console()
    window.panel.open(6)  # Every 23rd device is faulty.
    shown = [label.text() for label in window.panel.problems.findChildren(QLabel) if label.isVisible()]
    assert "Clock: an answer that cannot be understood" in shown
    assert not any("2022-13-45" in text for text in shown)
    click(window.panel.problems, "more")
    shown = [label.text() for label in window.panel.problems.findChildren(QLabel) if label.isVisible()]
    assert any("2022-13-45" in text for text in shown)


def test_a_test_tells_what_came_of_it_and_gives_the_raw_replies(
    qtbot: QtBot, live: FakeLive, fleet: FakeFleet, make_console: MakeConsole
) -> None:
    window = make_console()
    window.panel.open(3)
    assert not window.panel._raw.isEnabled()
    press(window, Qt.Key.Key_F5)
    assert fleet.wishes("test") == [("test", 3)]
    assert window.panel._test.text() == "Testing…" and not window.panel._test.isEnabled()
    press(window, Qt.Key.Key_F5)
    assert len(fleet.wishes("test")) == 1, "once is enough"
    tested = device(3, "x", faulty=True)
    fleet.from_another_thread(lambda: fleet.tests[3](tested, raw_replies()))
    qtbot.waitUntil(lambda: ": 4 calls, 2 problems." in window.panel.notice.text)
    click(window.panel, "Raw replies")
    assert window.page == RAW
    assert window.raw.calls.count() == 4
    assert "HIKVISION" in window.raw.text.toPlainText()
    QTest.keyClick(window.raw.calls, Qt.Key.Key_Down)
    QTest.keyClick(window.raw.calls, Qt.Key.Key_Down)
    assert "ter:NotAuthorized" in window.raw.text.toPlainText()
    QTest.keyClick(window.raw.calls, Qt.Key.Key_Escape)
    assert window.page == CAMERAS and window.panel.camera_id == 3


def test_raw_replies_cannot_be_changed_and_a_huge_one_does_not_hold_the_window(
    qtbot: QtBot, make_console: MakeConsole
) -> None:
    window = make_console()
    window._show_raw("Cổng", raw_replies())
    text = window.raw.findChild(QPlainTextEdit)
    assert text is not None and text.isReadOnly()
    window.raw.calls.setCurrentRow(3)
    assert MOST_SHOWN < len(text.toPlainText()) < MOST_SHOWN + 200
    assert text.toPlainText().endswith("more letters: copy the call to see them.")
    click(window.raw, "Copy this call")
    assert QGuiApplication.clipboard().text().count("<Profiles/>") == 30_000


def test_a_result_for_a_camera_that_is_not_shown_any_more_disturbs_nobody(
    qtbot: QtBot, fleet: FakeFleet, make_console: MakeConsole
) -> None:
    window = make_console()
    window.panel.open(3)
    window.panel.test()
    window.panel.open(4)
    fleet.tests[3](device(3, "x"), raw_replies())
    qtbot.waitUntil(lambda: 3 not in window.panel._testing)
    assert window.panel.notice.text == ""
    window.panel.open(3)
    assert window.panel._raw.isEnabled(), "but the replies are kept for the engineer"


def test_an_answer_after_the_window_has_gone_is_dropped(
    qtbot: QtBot, fleet: FakeFleet, make_console: MakeConsole
) -> None:
    window = make_console()
    window.panel.open(3)
    window.panel.test()
    window.close()
    with qtbot.waitSignal(window.panel.destroyed):
        window.panel.deleteLater()
    fleet.from_another_thread(lambda: fleet.tests[3](device(3, "x"), raw_replies()))


def test_copying_takes_everything_but_secrets(make_console: MakeConsole) -> None:
    window = make_console()
    window.panel.open(6)
    click(window.panel, "Copy")
    text = QGuiApplication.clipboard().text()
    assert text.startswith("6  Chợ Nhớn – hướng Tây\n")
    assert "rtsp://10.20.0.15:554/101" in text
    assert "Clock: an answer that cannot be understood (GetSystemDateAndTime" in text
    assert "rat-bi-mat" not in text


def test_a_camera_without_a_stream_says_what_to_do(fleet: FakeFleet, make_console: MakeConsole) -> None:
    now = fleet.inventory
    fleet.inventory_now = replace(now, cameras=(replace(now.cameras[0], streams=()), *now.cameras[1:]))
    window = make_console()
    window.panel.open(1)
    assert window.panel.picture.camera is None
    assert window.panel.picture.view.notice == "No stream of this camera is known yet: test it."


def test_problems_come_and_go_with_the_camera(make_console: MakeConsole) -> None:
    window = make_console()
    problems = window.panel.problems
    problems.show_problems((Problem(Step.PTZ, Trouble.UNSUPPORTED),))
    assert problems.as_lines() == ["Ptz: does not offer this"]
    window.panel.open(2)
    assert problems.isHidden()
