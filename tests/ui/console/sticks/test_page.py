"""The page of the joysticks, with sticks that are really moved and pressed (SDL's virtual ones)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QSlider, QWidget
from pytestqt.qtbot import QtBot

from tests.services.sticks_room import Player, running_sticks
from tests.ui.console.conftest import MakeConsole
from tests.ui.console.hand import click
from tests.ui.console.standing import standing
from wall.model.dome_events import SticksChanged
from wall.model.ptz import deeds
from wall.model.sticks import HIGHEST, AxisDoes, AxisUse, StickFault, StickMap, StickModel, usual_map
from wall.ui.console.choice import Choice
from wall.ui.console.pages import SCREENS, STICKS
from wall.ui.console.parts import Check, EmptyState
from wall.ui.console.sticks.page import SticksPage
from wall.ui.keys import Key
from wall.ui.signals import EventBridge
from wall.ui.sticks.bridge import StickBridge
from wall.ui.sticks.port import StickPorts
from wall.ui.theme import DARK

PATIENCE_MS = 15_000
ACTIONS = (Key(("B",), "Bookmark this moment", lambda: None, action_id="wall.bookmark", group="The selected cell"),)


class Desk:
    """The page, and the stick in front of it."""

    def __init__(self, page: SticksPage, player: Player, events: EventBridge, qtbot: QtBot) -> None:
        self.page, self.player, self.events = page, player, events
        self._qtbot = qtbot

    def plug(self, name: str = "Cần thử", stick: str = "a", axes: int = 3, buttons: int = 12) -> None:
        number = self.player.plug(stick, name, axes, buttons)
        self.until(lambda: self.page.choice.findData(number) >= 0)

    def until(self, condition: Callable[[], object]) -> None:
        self._qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE_MS)

    @property
    def model(self) -> StickModel:
        return self.player.sticks.sticks[self.page.choice.currentData()]

    @property
    def settled(self) -> StickMap:
        return self.player.sticks.map_of(self.model)

    def move_first(self, value: int) -> None:
        """Move the first axis, and see that the page knows."""
        self.player.move(0, value)
        self.until(lambda: self.page._axes[self.page.choice.currentData()][0] == value)

    def asked(self) -> dict[AxisDoes, float]:
        """What is drawn at the right edge."""
        return dict(zip(AxisDoes, self.page.traces.asked_now, strict=False))


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    bridge, events = StickBridge(), EventBridge()
    with running_sticks(events.publish, bridge.hear, tmp_path / "city.db") as player:
        ports = StickPorts(player.sticks, bridge)
        page = standing(qtbot, lambda parent: SticksPage(DARK, ports, events, lambda: ACTIONS, parent))
        page.enter()
        yield Desk(page, player, events, qtbot)
        page.hide()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def said(page: SticksPage) -> list[str]:
    return [each.text() for each in page.findChildren(QLabel) if each.isVisible()]


def empty_sentence(page: SticksPage) -> str:
    (state,) = page.findChildren(EmptyState)
    (label,) = state.findChildren(QLabel)
    return label.text() if state.isVisible() else ""


def test_without_a_stick_it_says_what_to_do(desk: Desk) -> None:
    assert empty_sentence(desk.page) == "No joystick is plugged in. Plug one in: it is found by itself."
    desk.plug()
    assert empty_sentence(desk.page) == ""
    assert desk.page.choice.currentText() == "Cần thử · 3 axes, 12 buttons"
    desk.player.pull()
    desk.until(lambda: empty_sentence(desk.page))


@pytest.mark.parametrize(
    ("fault", "detail", "sentence"),
    [
        (StickFault.NO_LIBRARY, "libSDL2: no such file", "the library SDL2 is missing or broken. Run “make demo”"),
        (StickFault.LOCKED, "VideoTec DCZ", "“VideoTec DCZ” is plugged in, but this account may not read it"),
        (StickFault.LOST, "", "is started again"),
    ],
)
def test_what_ails_it_is_said_in_words(desk: Desk, fault: StickFault, detail: str, sentence: str) -> None:
    sticks = desk.player.sticks
    sticks._fault, sticks._detail = fault, detail  # As its process would say.
    desk.events.publish(SticksChanged({}, fault, detail))
    desk.until(lambda: sentence in empty_sentence(desk.page))
    assert detail in empty_sentence(desk.page)


def test_what_is_moved_is_drawn(desk: Desk, qtbot: QtBot) -> None:
    desk.plug()
    desk.player.move(0, HIGHEST)
    desk.until(lambda: desk.asked().get(AxisDoes.PAN) == 1)
    desk.player.move(1, -HIGHEST // 2)
    desk.until(lambda: 0 < desk.asked()[AxisDoes.TILT] < 0.5)
    desk.page.traces.draw()
    times, drawn = desk.page.traces._asked[0].getData()
    assert drawn[-1] == pytest.approx(1) and -1 < times[-1] <= 0
    times, drawn = desk.page.traces._asked[3].getData()
    assert drawn is None or len(drawn) == 0, "nothing focuses"


def test_it_draws_only_while_it_is_seen(desk: Desk) -> None:
    desk.plug()
    assert desk.page.traces._draws.isActive() and desk.page.is_settling
    desk.page.hide()
    assert not desk.page.traces._draws.isActive() and not desk.page.is_settling


def test_an_axis_is_named_by_moving_it(desk: Desk) -> None:
    desk.plug(axes=4)
    learns = [each for each in desk.page.findChildren(QPushButton) if each.text() == "By moving…"]
    QTest.mouseClick(learns[3], Qt.MouseButton.LeftButton)
    assert "Focus: turn or push what is to focus further away." in said(desk.page)
    desk.player.move(3, -30000)
    desk.until(lambda: desk.settled.axes.get(AxisDoes.FOCUS) == AxisUse(3, is_inverted=True))
    assert desk.page.settling.isHidden()
    QTest.mouseClick(learns[0], Qt.MouseButton.LeftButton)
    QTest.keyClick(desk.page.settling, Qt.Key.Key_Enter)  # There is nothing to go on to.
    assert not desk.page.settling.isHidden() and desk.page.go_back() and desk.page.settling.isHidden()
    assert desk.settled.axes[AxisDoes.PAN] == AxisUse(0)


def test_calibration_finds_middle_and_ends_by_keys_alone(desk: Desk) -> None:
    desk.plug()
    desk.move_first(800)
    click(desk.page, "Calibrate…")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    for value in (-28000, 27000, 800):
        desk.move_first(value)
    desk.until(lambda: any("Pan ✓   Tilt …" in text for text in said(desk.page)))
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert desk.settled.axes[AxisDoes.PAN] == AxisUse(0, False, 800, -28000, 27000)
    assert desk.settled.axes[AxisDoes.TILT] == usual_map(desk.model).axes[AxisDoes.TILT]
    desk.player.move(0, 27000)
    desk.until(lambda: desk.asked()[AxisDoes.PAN] == 1)


def test_inverted_another_axis_and_none(desk: Desk) -> None:
    desk.plug(axes=4)
    boxes = desk.page.form.findChildren(Check)
    QTest.mouseClick(boxes[0], Qt.MouseButton.LeftButton, pos=boxes[0].rect().center())
    assert desk.settled.axes[AxisDoes.PAN] == AxisUse(0, is_inverted=True)
    pan = desk.page.form._axes[AxisDoes.PAN]
    pan.setFocus()
    QTest.keyClick(pan, Qt.Key.Key_End)
    assert desk.settled.axes[AxisDoes.PAN] == AxisUse(3)
    QTest.keyClick(pan, Qt.Key.Key_Home)
    assert AxisDoes.PAN not in desk.settled.axes and not boxes[0].isEnabled()


def test_sliders_hold_at_once_and_are_one_step_back(desk: Desk) -> None:
    desk.plug()
    dead_zone, curve = desk.page.form.findChildren(QSlider)
    for _ in range(5):
        QTest.keyClick(dead_zone, Qt.Key.Key_Right)
    QTest.keyClick(curve, Qt.Key.Key_Home)
    assert desk.settled == replace(usual_map(desk.model), dead_zone=0.15, curve=1.0)
    assert "15 %" in said(desk.page) and "1.0" in said(desk.page)
    click(desk.page, "Undo")
    assert desk.settled == usual_map(desk.model) and dead_zone.value() == 10
    assert desk.page._undo.isHidden()


def test_a_pressed_button_is_taken_in_hand_and_given_something_else(desk: Desk) -> None:
    desk.plug()
    buttons = desk.page.buttons
    desk.player.press(4)
    desk.until(lambda: buttons.view.currentRow() == 4)
    assert buttons.view.item(4).text() == "●  Button 5   Preset 5"
    desk.player.let_go(4)
    desk.until(lambda: buttons.view.item(4).text().startswith("○"))
    for deed, text in (
        (deeds.WIPER, "Wiper on, and off"),
        ("wall.bookmark", "Bookmark this moment (The selected cell)"),
    ):
        choose(buttons.choice, deed)
        assert desk.settled.buttons[4] == deed
        assert buttons.view.item(4).text() == f"○  Button 5   {text}"
    choose(buttons.choice, "")
    assert 4 not in desk.settled.buttons and buttons.view.item(4).text().endswith("—")
    click(desk.page, "Usual")
    assert desk.settled == usual_map(desk.model)


def choose(choice: Choice, deed: str) -> None:
    """As a hand does that picks it from the list."""
    place = choice.findData(deed)
    choice.setCurrentIndex(place)
    choice.activated.emit(place)


def test_what_a_newer_program_has_given_a_button_stays(desk: Desk) -> None:
    desk.plug()
    desk.player.sticks.keep_map(desk.model, desk.settled.with_button(0, "ptz.dance"))
    desk.until(lambda: "ptz.dance" in desk.page.buttons.view.item(0).text())
    assert desk.page.buttons.choice.currentData() == "ptz.dance"


def test_each_of_two_sticks_has_its_own_settings(desk: Desk) -> None:
    desk.plug()
    desk.plug("Tay cầm", "b", axes=6, buttons=4)
    one = desk.model
    QTest.keyClick(desk.page.choice, Qt.Key.Key_Down)
    assert desk.page.buttons.view.count() == 4
    click(desk.page, "Usual")
    desk.page.form._axes[AxisDoes.ZOOM].setFocus()
    QTest.keyClick(desk.page.form._axes[AxisDoes.ZOOM], Qt.Key.Key_Home)
    assert AxisDoes.ZOOM not in desk.settled.axes
    assert AxisDoes.ZOOM in desk.player.sticks.map_of(one).axes
    desk.player.pull("b")
    desk.until(lambda: desk.page.choice.count() == 1 and desk.model == one)


def test_it_is_reached_by_key_and_left_by_esc(make_console: MakeConsole, desk: Desk) -> None:
    bridge = StickBridge()
    window = make_console(sticks=StickPorts(desk.player.sticks, bridge))
    QTest.keyClick(window, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert window.page == STICKS
    assert window.sticks is not None and window.sticks.buttons.choice.findData("wall.bookmark") > 0
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert window.page == SCREENS


def test_it_speaks_vietnamese(vietnamese: None, desk: Desk) -> None:
    desk.plug()
    assert desk.page.choice.currentText() == "Cần thử · 3 trục, 12 nút"
