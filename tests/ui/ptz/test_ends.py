"""No dome goes on moving when the hand is gone, however it went: each of the ways, with a key and with the mouse."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QPointingDevice, QTouchEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.fake_live import FakeLive
from tests.ui.gestures import drag
from tests.ui.pixels import view_of
from tests.ui.ptz.fake_ptz import FakePtz
from tests.ui.ptz.hand import hand_of, lift, move, press, push, release, repeat, tap
from wall.model.ptz.move import Velocity
from wall.model.view import CameraCell
from wall.ui.hand import Hand
from wall.ui.wall_window import WallWindow

pytestmark = pytest.mark.qt_log_ignore(
    "This plugin does not support raise",
    "This plugin does not support grabbing the keyboard",
    "Keyboard event not accepted by receiving widget",
)
K = Qt.Key
End = Callable[[WallWindow, QtBot], object]


def other_window(window: WallWindow, qtbot: QtBot) -> None:
    other = QWidget(window, Qt.WindowType.Window)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(lambda: not window.isActiveWindow())


def dialog(window: WallWindow, qtbot: QtBot) -> None:
    asking = QDialog(window)
    asking.setModal(True)
    asking.show()


def other_focus(window: WallWindow, qtbot: QtBot) -> None:
    field = QLineEdit(window)
    field.show()
    field.setFocus()


def menu(window: WallWindow, qtbot: QtBot) -> None:
    window._top.open_deeds(window.mapToGlobal(window.rect().center()))
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.close()


def program_left(window: WallWindow, qtbot: QtBot) -> None:
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)


def other_screen(window: WallWindow, qtbot: QtBot) -> None:
    handle = window.windowHandle()
    assert handle is not None
    handle.screenChanged.emit(handle.screen())


def touch_taken(window: WallWindow, qtbot: QtBot) -> None:
    handle = window.windowHandle()
    assert handle is not None
    device = QPointingDevice.primaryPointingDevice()
    QApplication.sendEvent(handle, QTouchEvent(QEvent.Type.TouchCancel, device))


def tile_carried(window: WallWindow, qtbot: QtBot) -> None:
    """Qt hears no key while something is dragged."""
    watch = window.findChild(Hand)
    assert watch is not None
    watch._carries = lambda source, freight, picture: None
    drag(window, 0, (0.1, 0.97), (0.4, 0.7))


ENDS: dict[str, End] = {
    "another window is active": other_window,
    "a dialog is open": dialog,
    "the palette is open": lambda window, _: tap(window, K.Key_K, Qt.KeyboardModifier.ControlModifier),
    "something else has the focus": other_focus,
    "a menu was open": menu,
    "hidden": lambda window, _: window.hide(),
    "minimised": lambda window, _: window.showMinimized(),
    "closed": lambda window, _: window.close(),
    "disabled": lambda window, _: window.setEnabled(False),
    "another program is active": program_left,
    "the screen is locked": lambda window, _: hand_of(window)._lock.locked.emit(),
    "on another display": other_screen,
    "the touch was taken away": touch_taken,
    "the grab was taken away": lambda window, _: QApplication.sendEvent(
        view_of(window), QEvent(QEvent.Type.UngrabMouse)
    ),
    "a tile is carried": tile_carried,
    "another tile": lambda window, _: window.wishes.select(1),
    "another camera in the tile": lambda window, _: window.wishes.put(CameraCell(4)),
    "another page": lambda window, _: window.wishes.turn(1),
    "an empty cell": lambda window, _: window.wishes.empty(),
    "left by Esc": lambda window, _: tap(window, K.Key_Escape),
    "left by its key": lambda window, _: tap(window, K.Key_P),
    "a picture that is held": lambda window, _: tap(window, K.Key_F),
    "a picture of the past": lambda window, _: tap(window, K.Key_J),
}


@pytest.fixture(params=list(ENDS))
def end(request: pytest.FixtureRequest) -> End:
    return ENDS[request.param]


def test_a_held_key(qtbot: QtBot, window: WallWindow, ptz: FakePtz, end: End) -> None:
    tap(window, K.Key_P)
    press(window, K.Key_Right)
    assert ptz.velocity is not None
    end(window, qtbot)
    assert ptz.held == {}, "at once"
    assert not any(timer.isActive() for timer in hand_of(window).grasp.findChildren(QTimer)), "and it is not renewed"
    driven = len(ptz.asked_for("drive"))
    repeat(window, K.Key_Right)
    release(window, K.Key_Right)
    assert ptz.held == {} and len(ptz.asked_for("drive")) == driven, "nor brought back by a key that is still down"


def test_a_held_button(qtbot: QtBot, window: WallWindow, ptz: FakePtz, end: End) -> None:
    tap(window, K.Key_P)
    push(window, (0.5, 0.5))
    move(window, (0.9, 0.5))
    assert ptz.velocity is not None
    end(window, qtbot)
    assert ptz.held == {}
    driven = len(ptz.asked_for("drive"))
    if window.isVisible() and window.isEnabled() and QApplication.activePopupWidget() is None:
        move(window, (0.2, 0.2))
        lift(window, (0.2, 0.2))
    assert ptz.held == {} and len(ptz.asked_for("drive", "step")) == driven, "what is left of the drag means nothing"


def test_a_release_that_got_lost_is_seen_from_the_next_move(window: WallWindow, ptz: FakePtz) -> None:
    tap(window, K.Key_P)
    push(window, (0.5, 0.5))
    move(window, (0.9, 0.5))
    move(window, (0.8, 0.5), buttons=Qt.MouseButton.NoButton)
    assert ptz.held == {}


def test_the_whole_program_loses_the_hand(qtbot: QtBot, window: WallWindow, ptz: FakePtz) -> None:
    """What sticks and other windows hold goes as well."""
    ptz.drive(2, "stick:0", Velocity(1.0))
    program_left(window, qtbot)
    assert ptz.held == {}
    ptz.drive(2, "stick:0", Velocity(1.0))
    hand_of(window)._lock.locked.emit()
    assert ptz.held == {}


def test_another_window_takes_only_what_this_one_holds(qtbot: QtBot, window: WallWindow, ptz: FakePtz) -> None:
    tap(window, K.Key_P)
    press(window, K.Key_Right)
    ptz.drive(2, "keys:12", Velocity(1.0))
    other_window(window, qtbot)
    assert set(ptz.held) == {"keys:12"}
    release(window, K.Key_Right)


def test_it_goes_on_with_a_new_key_when_the_hand_is_back(qtbot: QtBot, window: WallWindow, ptz: FakePtz) -> None:
    tap(window, K.Key_P)
    press(window, K.Key_Right)
    field = QLineEdit(window)
    field.show()
    field.setFocus()
    assert ptz.held == {}
    view_of(window).setFocus()
    release(window, K.Key_Right)
    press(window, K.Key_Up)
    assert ptz.velocity == Velocity(tilt=0.4)
    release(window, K.Key_Up)
    assert ptz.held == {}


def test_alone_and_back_it_goes_on(qtbot: QtBot, live: FakeLive, window: WallWindow, ptz: FakePtz) -> None:
    """It is the same dome in the same hand."""
    tap(window, K.Key_P)
    tap(window, K.Key_Return)
    assert window.wishes.board.single and ptz.opened == [1]
    tap(window, K.Key_Right)
    assert ("drive", 1, "keys:1", Velocity(pan=0.4)) in ptz.asked
    tap(window, K.Key_Escape)
    assert ptz.opened == [] and window.wishes.board.single, "one step back at a time"
