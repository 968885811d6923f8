"""The bar and its line of time: what mouse and finger do, and what they show."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.fake_live import FakeLive
from tests.ui.pixels import MakeWindow, rgb, view_of
from tests.ui.replay.walls import KEPT_S, ago_s, bar_of, live_wall, looks_back, press, show_past
from wall.ui.notice_box import NoticeBox
from wall.ui.replay.timeline import Timeline
from wall.ui.theme import DARK, LIGHT, Theme
from wall.ui.wall_window import WallWindow

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, live: FakeLive, make_window: MakeWindow, vietnamese: None) -> WallWindow:
    window = live_wall(qtbot, live, make_window)
    window.resize(1100, 700)
    press(window, Key.Key_J)
    looks_back(qtbot, live, window, 0)
    qtbot.waitUntil(lambda: bar_of(window).isVisible())
    return window


def button(window: WallWindow, name: str) -> QToolButton:
    return next(each for each in bar_of(window).findChildren(QToolButton) if name in (each.text(), each.toolTip()))


def click(window: WallWindow, name: str) -> None:
    QTest.mouseClick(button(window, name), Qt.MouseButton.LeftButton)


def text(window: WallWindow, name: str) -> str:
    label = bar_of(window).findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text()


def line_of(window: WallWindow) -> Timeline:
    line = bar_of(window).findChild(Timeline)
    assert line is not None
    return line


def test_it_is_there_only_while_the_selected_tile_looks_back(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    view, bar = view_of(window), bar_of(window)
    assert bar.geometry().bottom() == view.height() - 1 and bar.height() < 80
    press(window, Key.Key_Right)
    qtbot.waitUntil(lambda: not bar.isVisible())
    press(window, Key.Key_Left)
    qtbot.waitUntil(bar.isVisible)
    press(window, Key.Key_End)
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_it_goes_when_the_hand_rests_and_comes_with_its_next_move(
    qtbot: QtBot, live: FakeLive, window: WallWindow
) -> None:
    """What plays meanwhile moves no hand."""
    view, bar = view_of(window), bar_of(window)
    box = window.findChild(NoticeBox)
    assert box is not None and bar.isVisible() and box._foot == bar.height()
    bar.rest.setInterval(50)
    press(window, Key.Key_K)
    qtbot.waitUntil(lambda: not bar.isVisible())
    assert box._foot == 0
    show_past(live, 0)
    qtbot.wait(250)
    assert not bar.isVisible() and live.heads[0].rate == 0
    bar.rest.setInterval(60_000)
    QTest.mouseMove(view, QPoint(30, 30))
    QTest.mouseMove(view, QPoint(40, 40))
    qtbot.waitUntil(bar.isVisible)
    bar.rest.setInterval(50)
    press(window, Key.Key_Comma)
    qtbot.waitUntil(lambda: not bar.isVisible())
    bar.rest.setInterval(60_000)
    press(window, Key.Key_BracketRight)
    qtbot.waitUntil(bar.isVisible)


def test_what_keys_do_a_finger_does(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    click(window, "−1 phút")
    assert ago_s(live, 0) == pytest.approx(70)
    click(window, "−10 giây")
    click(window, "+10 giây")
    assert ago_s(live, 0) == pytest.approx(70)
    click(window, "Dừng, và chạy tiếp")
    assert live.heads[0].rate == 0
    click(window, "Hình sau")
    click(window, "Hình trước")
    click(window, "Hình trước")
    assert (live.heads[0].rate, live.heads[0].steps) == (0, -1)
    show_past(live, 0)
    qtbot.waitUntil(lambda: text(window, "ago") == "−01:10")
    click(window, "Nhanh hơn")
    click(window, "Nhanh hơn")
    click(window, "Chậm hơn")
    assert live.heads[0].rate == 2 and text(window, "speed") == "2×"
    click(window, "−5 phút")
    assert ago_s(live, 0) == pytest.approx(KEPT_S)
    click(window, "Đồng bộ mọi camera của màn hình này")
    assert set(live.past) == {0, 1, 2, 3} and text(window, "who") == "4 camera"
    click(window, "Trực tiếp")
    assert live.past == {}


def test_it_takes_no_key_from_the_wall(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    click(window, "−1 phút")
    assert view_of(window).hasFocus()


def test_every_target_can_be_hit_and_no_word_is_cut(window: WallWindow) -> None:
    for each in bar_of(window).findChildren(QToolButton):
        assert each.height() >= 40 and each.width() >= 40
        assert QFontMetrics(each.font()).horizontalAdvance(each.text()) <= each.width() - 8


def test_on_a_narrow_wall_what_matters_has_room(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    window.resize(700, 500)
    qtbot.waitUntil(lambda: bar_of(window).width() == view_of(window).width())
    shown = [each for each in bar_of(window).findChildren(QToolButton) if each.isVisible()]
    assert {"−10 giây", "Trực tiếp"} <= {each.text() for each in shown}
    right = max(each.geometry().right() for each in shown)
    assert right <= bar_of(window).width()


def test_the_line_shows_what_is_kept_and_where_one_is(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    line = line_of(window)
    qtbot.waitUntil(lambda: line.length_s == 300)
    image = line.grab().toImage()
    middle = line.height() // 2
    kept, gone = line.place_of(live.clock() - 200), line.place_of(live.clock() - 280)
    assert rgb(image.pixelColor(kept, middle)) == rgb(DARK.muted)
    assert rgb(image.pixelColor(gone, middle)) == rgb(DARK.line)
    assert rgb(image.pixelColor(line.place_of(live.clock() - 10), 2)) == rgb(DARK.replay)


def test_a_click_or_a_drag_on_the_line_goes_there(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    line = line_of(window)
    qtbot.waitUntil(lambda: line.length_s == 300)
    at = QPoint(line.place_of(live.clock() - 120), line.height() // 2)
    QTest.mousePress(line, Qt.MouseButton.LeftButton, pos=at)
    assert ago_s(live, 0) == pytest.approx(120, abs=1)
    QTest.mouseMove(line, QPoint(line.place_of(live.clock() - 60), line.height() // 2))
    assert ago_s(live, 0) == pytest.approx(60, abs=1)
    QTest.mouseMove(line, QPoint(line.width() + 50, 0))
    QTest.mouseRelease(line, Qt.MouseButton.LeftButton)
    assert 0 in live.awake, "at its end is now"


def test_what_is_said_stands_above_the_bar(qtbot: QtBot, live: FakeLive, window: WallWindow) -> None:
    click(window, "−5 phút")
    box = window.findChild(NoticeBox)
    assert box is not None and box.isVisible()
    assert box.geometry().bottom() < bar_of(window).y()


def contrast(one: QColor, other: QColor) -> float:
    """WCAG 2."""

    def light(colour: QColor) -> float:
        shares = (colour.redF(), colour.greenF(), colour.blueF())
        parts = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in shares]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    lighter, darker = sorted((light(one), light(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [DARK, LIGHT])
def test_its_colour_can_be_seen_and_is_nobody_elses(theme: Theme) -> None:
    assert contrast(theme.replay, theme.raised) >= 3
    assert contrast(theme.on_replay, theme.on_shade_replay) >= 4.5
    others = (theme.accent, theme.late, theme.lost, theme.alarm, theme.ack, theme.live)
    assert all(max(abs(a - b) for a, b in zip(rgb(theme.replay), rgb(each), strict=True)) > 60 for each in others)
