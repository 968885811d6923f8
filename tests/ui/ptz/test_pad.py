"""The pad: each of its controls by real mouse events, and none of them outlives the hand."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QSlider, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.gestures import LEFT, NONE
from tests.ui.pixels import MakeWindow, view_of
from tests.ui.ptz.fake_ptz import DOME, ME, FakePtz
from tests.ui.ptz.hand import SHIFT, hand_of, press, release, tap
from wall.model.device import Preset
from wall.model.errors import WallError
from wall.model.ptz.ability import PtzAbility
from wall.model.ptz.move import Velocity
from wall.model.ptz.operator import Hold, Operator, Rank
from wall.model.ptz.standing import PtzStanding
from wall.model.tile import Cause
from wall.ui.ptz.pad import PtzPad
from wall.ui.ptz.pad_buttons import PadButton
from wall.ui.ptz.stick import Stick
from wall.ui.wall_window import WallWindow

K = Qt.Key
HUNG = Operator("Hùng", Rank.SUPERVISOR, "2")


@pytest.fixture
def pad(qtbot: QtBot, window: WallWindow) -> PtzPad:
    """Of the first tile's dome."""
    tap(window, K.Key_P, SHIFT)
    pad = hand_of(window).pad
    qtbot.waitUntil(lambda: texts(pad) != [] and "Presets" in texts(pad))
    return pad


def texts(pad: PtzPad) -> list[str]:
    return [label.text() for label in pad.findChildren(QLabel) if label.isVisible()]


def buttons(pad: PtzPad) -> list[str]:
    return [button.text() for button in pad.findChildren(PadButton) if button.isVisible()]


def button(pad: PtzPad, tip: str) -> PadButton:
    return next(each for each in pad.findChildren(PadButton) if each.toolTip() == tip)


def click(pad: PtzPad, tip: str) -> None:
    QTest.mouseClick(button(pad, tip), LEFT)


def stick_of(pad: PtzPad) -> Stick:
    stick = pad.findChild(Stick)
    assert stick is not None
    return stick


def test_it_opens_with_the_mode_and_goes_with_it(window: WallWindow, pad: PtzPad, ptz: FakePtz) -> None:
    assert pad.isVisible() and hand_of(window).mode.camera_id == 1 and texts(pad)[0].startswith("1  ")
    tap(window, K.Key_P, SHIFT)
    assert not pad.isVisible() and hand_of(window).mode.camera_id == 1, "keys go on driving"
    tap(window, K.Key_P, SHIFT)
    assert pad.isVisible()
    tap(window, K.Key_Escape)
    assert not pad.isVisible() and ptz.opened == []
    tap(window, K.Key_P, SHIFT)
    click(pad, "Put the pad away")
    assert not pad.isVisible() and view_of(window).hasFocus()


def test_it_takes_no_key_from_the_wall(window: WallWindow, pad: PtzPad, ptz: FakePtz) -> None:
    click(pad, "To its home position")
    assert ptz.asked == [("go_home", 1)] and view_of(window).hasFocus()
    press(window, K.Key_Right)
    assert ptz.velocity is not None
    release(window, K.Key_Right)


def test_it_stands_beside_its_tile_and_beside_the_middle_of_a_single_one(window: WallWindow, pad: PtzPad) -> None:
    view = view_of(window)

    def tile() -> QRect:
        cell = view.cells[window.showing.selected_cell]
        return QRect(cell.x, cell.y, cell.width, cell.height)

    assert not pad.geometry().intersects(tile()) and view.rect().contains(pad.geometry())
    tap(window, K.Key_Escape)
    window.wishes.select(1)
    tap(window, K.Key_P, SHIFT)
    assert not pad.geometry().intersects(tile()) and pad.geometry().right() < tile().left()
    tap(window, K.Key_Return)
    assert not pad.geometry().contains(view.rect().center()) and view.rect().contains(pad.geometry())


def test_the_stick_drives_as_far_as_it_is_pulled_and_springs_back(pad: PtzPad, ptz: FakePtz) -> None:
    stick = stick_of(pad)
    middle = stick.rect().center()
    QTest.mousePress(stick, LEFT, NONE, middle)
    assert ptz.held == {}
    QTest.mouseMove(stick, middle + QPoint(30, 0))
    slow = ptz.velocity
    assert ptz.held.keys() == {"pad:1"} and slow is not None and slow.pan > 0
    QTest.mouseMove(stick, middle + QPoint(200, 0))
    assert ptz.velocity is not None and ptz.velocity.pan == pytest.approx(1.0, abs=0.01)
    QTest.mouseMove(stick, middle + QPoint(0, -200))
    assert ptz.velocity is not None and ptz.velocity.tilt == pytest.approx(1.0, abs=0.01)
    QTest.mouseRelease(stick, LEFT, NONE, middle + QPoint(0, -200))
    assert ptz.held == {}


def test_zoom_and_focus_go_on_while_their_button_is_down(window: WallWindow, pad: PtzPad, ptz: FakePtz) -> None:
    closer = button(pad, "Closer")
    QTest.mousePress(closer, LEFT)
    assert ptz.velocity == Velocity(zoom=0.4)
    QTest.mouseRelease(closer, LEFT)
    assert ptz.held == {}
    far = button(pad, "Focus further away")
    QTest.mousePress(far, LEFT)
    assert ptz.asked[-1] == ("focus", 1, 0.5)
    QTest.mouseRelease(far, LEFT)
    assert ptz.asked[-1] == ("focus", 1, 0.0)


@pytest.mark.parametrize("end", ["focus", "mode", "hidden", "tile", "closed pad"])
def test_what_is_held_on_it_goes_with_the_hand(window: WallWindow, pad: PtzPad, ptz: FakePtz, end: str) -> None:
    def lose() -> None:
        match end:
            case "focus":
                QApplication.focusWidget().clearFocus()  # type: ignore[union-attr]
            case "mode":
                tap(window, K.Key_Escape)
            case "hidden":
                window.hide()
            case "tile":
                window.wishes.select(1)
            case "closed pad":
                pad.closed.emit()

    stick = stick_of(pad)
    QTest.mousePress(stick, LEFT, NONE, stick.rect().center() + QPoint(50, 0))
    assert ptz.velocity is not None
    lose()
    assert ptz.held == {}
    QTest.mouseMove(stick, stick.rect().center() + QPoint(10, 40))
    assert ptz.held == {}, "pulled on without a new press"


@pytest.mark.parametrize("tip", ["Focus nearer", "Closer"])
def test_a_button_that_is_down_is_let_go_too(window: WallWindow, pad: PtzPad, ptz: FakePtz, tip: str) -> None:
    QTest.mousePress(button(pad, tip), LEFT)
    tap(window, K.Key_Escape)
    assert ptz.held == {}
    assert ptz.asked_for("focus")[-1:] in ([], [("focus", 1, 0.0)])
    assert not button(pad, tip).isDown()


def test_what_a_dome_cannot_do_has_no_control(qtbot: QtBot, window: WallWindow, pad: PtzPad, ptz: FakePtz) -> None:
    assert {"Home", "Near", "Far", "Auto", "Wiper", "IR light", "Reserve"} < set(buttons(pad))
    whole = pad.height()
    ptz.know(1, PtzAbility(zoom=True, auxiliary=("tt:WashingProcedure|On", "Siren")))
    qtbot.waitUntil(lambda: not stick_of(pad).isVisible())
    assert set(buttons(pad)) == {"×", "+", "−", "Wash", "Siren", "Reserve"}
    assert pad.height() < whole
    click(pad, "Wash")
    click(pad, "Siren")
    assert ptz.asked == [("auxiliary", 1, "tt:WashingProcedure|On"), ("auxiliary", 1, "Siren")]


def test_wiper_iris_and_automatic_focus(pad: PtzPad, ptz: FakePtz) -> None:
    click(pad, "Wiper")
    click(pad, "Wiper")
    click(pad, "Open the iris: brighter")
    click(pad, "Close the iris: darker")
    click(pad, "Let the camera focus by itself")
    assert ptz.asked == [
        ("auxiliary", 1, "tt:Wiper|On"),
        ("auxiliary", 1, "tt:Wiper|Off"),
        ("iris", 1, 0.1),
        ("iris", 1, -0.1),
        ("auto_focus", 1, True),
    ]


def test_presets_stand_there_with_their_keys(pad: PtzPad, ptz: FakePtz) -> None:
    found = pad.findChild(QListWidget)
    assert found is not None and [found.item(row).text() for row in range(3)] == [
        "1   Cổng bắc",
        "2   Ngã tư Lý Thái Tổ – hướng cầu Đáp Cầu",
        "3   p3",
    ]
    QTest.mouseClick(found.viewport(), LEFT, NONE, found.visualItemRect(found.item(1)).center())
    assert ptz.asked == [("go_preset", 1, "p2")]
    assert QApplication.focusWidget() is not found


def test_presets_that_come_late_or_not_at_all(qtbot: QtBot, window: WallWindow, ptz: FakePtz) -> None:
    late: Future[tuple[Preset, ...]] = Future()
    ptz.presets = lambda camera_id: late  # type: ignore[method-assign]
    tap(window, K.Key_P, SHIFT)
    pad = hand_of(window).pad
    assert "Asking for its presets …" in texts(pad)
    late.set_exception(WallError(cause=Cause.TIMEOUT))
    qtbot.waitUntil(lambda: "Asking for its presets …" not in texts(pad))
    assert "The camera does not answer" in texts(pad)


def test_the_speed_is_that_of_keys_and_zoom_too(window: WallWindow, pad: PtzPad, ptz: FakePtz) -> None:
    speed = pad.findChild(QSlider)
    assert speed is not None
    press(window, K.Key_Right)
    speed.setValue(80)
    assert ptz.velocity == Velocity(pan=0.8), "of a key that is down, at once"
    release(window, K.Key_Right)
    QTest.mousePress(button(pad, "Closer"), LEFT)
    assert ptz.velocity == Velocity(zoom=0.8)
    QTest.mouseRelease(button(pad, "Closer"), LEFT)


def test_who_holds_it_and_what_can_be_done(qtbot: QtBot, window: WallWindow, pad: PtzPad, ptz: FakePtz) -> None:
    def stand(hold: Hold | None) -> list[str]:
        ptz.stand(PtzStanding(1, hold=hold))
        qtbot.wait(20)
        return [text for text in buttons(pad) if text in _HOLDING]

    assert stand(None) == ["Reserve"] and "Nobody holds it" in texts(pad)
    click(pad, "Nobody else moves it for 10 minutes")
    assert stand(Hold(ME, 1e6, is_reserved=True)) == ["Reserve", "Release"] and "You have reserved it" in texts(pad)
    click(pad, "Others may move it again")
    assert stand(Hold(HUNG)) == ["Ask for it", "Take over"] and "held by Hùng" in texts(pad)
    assert not button(pad, "Take it from a lower rank; it is noted").isEnabled()
    click(pad, "Ask whoever holds it, politely")
    lower = Hold(replace(HUNG, rank=Rank.OPERATOR))
    stand(lower)
    assert not button(pad, "Take it from a lower rank; it is noted").isEnabled(), "equal ranks ask each other"
    ptz.operator = replace(ME, rank=Rank.SUPERVISOR)
    stand(lower)
    click(pad, "Take it from a lower rank; it is noted")
    assert stand(Hold(ptz.operator, asked_by=HUNG)) == ["Give it", "Keep it"] and "Hùng asks for it" in texts(pad)
    click(pad, "To the one who asks")
    click(pad, "Say no to the one who asks")
    assert ptz.asked == [
        ("reserve", 1, 10.0),
        ("release", 1),
        ("request", 1),
        ("take_over", 1),
        ("answer", 1, True),
        ("answer", 1, False),
    ]


_HOLDING = ("Reserve", "Release", "Ask for it", "Take over", "Give it", "Keep it")


def test_nothing_of_it_is_cut_off_in_vietnamese(
    qtbot: QtBot, make_window: MakeWindow, ptz: FakePtz, vietnamese: None
) -> None:
    window = make_window(4, ptz=ptz, width=960, height=600)
    ptz.standings[1] = PtzStanding(1, hold=Hold(HUNG))
    tap(window, K.Key_P, SHIFT)
    pad = hand_of(window).pad
    qtbot.waitUntil(lambda: pad.findChild(QListWidget).isVisible())  # type: ignore[union-attr]
    parts: list[QWidget] = [*pad.findChildren(PadButton), *pad.findChildren(QLabel)]
    cut = [each for each in parts if each.isVisible() and each.width() < each.minimumSizeHint().width()]
    assert cut == [] and ptz.abilities[1] is DOME
