"""Keys: what triggers an action now, what is printed of it, and the list on F1."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.fake_live import FakeLive
from tests.ui.pixels import MakeWindow
from wall.model.events import KeysChanged
from wall.services.control_room import ControlRoom
from wall.ui.key_list import KeyList
from wall.ui.keys import Key, Keyboard, keys_now, keys_text, printed
from wall.ui.notice_box import NoticeBox
from wall.ui.signals import EventBridge
from wall.ui.theme import DARK

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 720)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def key(number: int, done: Callable[[], object], group: str = "") -> Key:
    return Key((f"Ctrl+{chr(65 + number)}",), f"Thing {number}", done, action_id=f"wall.thing_{number}", group=group)


def test_other_keys_are_assigned_and_taken_back(qtbot: QtBot, window: QWidget) -> None:
    done: list[int] = []
    events = EventBridge()
    keys = [key(0, lambda: done.append(0)), Key(("F7",), "Fixed", lambda: done.append(7))]
    keyboard = Keyboard(keys, window, {"wall.thing_0": ("F2", "Ctrl+Shift+X")}, events)
    QTest.keyClick(window, Qt.Key.Key_A, CTRL)
    assert done == [], "its usual key is free now"
    QTest.keyClick(window, Qt.Key.Key_F2)
    QTest.keyClick(window, Qt.Key.Key_X, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert done == [0, 0]
    with qtbot.waitSignal(keyboard.changed):
        events.publish(KeysChanged({"wall.thing_0": (), "wall.unknown": ("F3",)}))
    QTest.keyClick(window, Qt.Key.Key_F2)
    assert done == [0, 0], "an action may have no key at all"
    keyboard.assign({})
    QTest.keyClick(window, Qt.Key.Key_A, CTRL)
    QTest.keyClick(window, Qt.Key.Key_F7)
    assert done == [0, 0, 0, 7]
    assert [keys_now(action) for action in keyboard.actions] == [("Ctrl+A",), ("F7",)]


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        (("Left",), "←"),
        (("Alt+Left", "Backspace"), "Alt+← or Backspace"),
        (("Return", "Enter"), "Enter"),
        (("Ctrl++", "+"), "Ctrl++ or +"),
        (("Ctrl+Shift+PgDown",), "Ctrl+Shift+PgDn"),
        ((), ""),
    ],
)
def test_keys_as_they_are_printed(window: QWidget, keys: Sequence[str], text: str) -> None:
    assert printed(keys) == text
    (action,) = Keyboard([Key(tuple(keys), "Text", window.close)], window).actions
    assert keys_text(action) == text


def test_what_is_assigned_is_taken_from_the_one_that_had_it(window: QWidget) -> None:
    done: list[int] = []
    keyboard = Keyboard([key(0, lambda: done.append(0)), key(1, lambda: done.append(1))], window)
    keyboard.assign({"wall.thing_1": ("Ctrl+A",)})
    QTest.keyClick(window, Qt.Key.Key_A, CTRL)
    assert done == [1], "Qt would trigger neither of two"


def list_of(window: QWidget, count: int, hint: str = "") -> tuple[KeyList, Keyboard]:
    groups = ["Cells", "", "", "", "", "Views", "", ""]
    keys = [key(number % 26, window.close, groups[number % 8]) for number in range(count)]
    keyboard = Keyboard(keys, window)
    return KeyList(DARK, keyboard.actions, window, hint), keyboard


@pytest.mark.parametrize("count", [1, 20, 60])
def test_the_list_stands_inside_its_window(window: QWidget, count: int) -> None:
    keys, _ = list_of(window, count, "Shift+F1 changes them")
    keys.toggle_over(1280, 720)
    assert keys.isVisible()
    assert keys.x() >= 0 and keys.y() >= 0 and keys.geometry().right() < 1280 and keys.geometry().bottom() < 720
    assert keys.texts.count("Ctrl+A") == -(-count // 26)
    QTest.mouseClick(keys, Qt.MouseButton.LeftButton)
    assert not keys.isVisible()


def test_every_text_of_the_list_is_painted_inside_it(window: QWidget) -> None:
    """A margin of nothing but background is left on all sides."""
    keys, _ = list_of(window, 60, "Shift+F1 changes them")
    keys.open_over(1280, 720)
    image = keys.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    width, height = image.width(), image.height()
    raised = DARK.raised.rgb()
    for margin in (8, 16):
        assert {image.pixel(x, y) for x in range(8, width - 8) for y in (margin, height - margin)} == {raised}
        assert {image.pixel(x, y) for y in range(8, height - 8) for x in (margin, width - margin)} == {raised}
    assert len({image.pixel(x, height // 2) for x in range(width)}) > 2


def test_the_list_tells_the_keys_that_are_assigned(window: QWidget) -> None:
    keys, keyboard = list_of(window, 3)
    keyboard.assign({"wall.thing_1": ("F9",), "wall.thing_2": ()})
    keys.open_over(1280, 720)
    assert keys.texts == ["Cells", "Ctrl+A", "Thing 0", "F9", "Thing 1"], "what has no key is left out"


@pytest.mark.parametrize("count", range(1, 61, 7))
def test_columns_are_of_about_the_same_length(window: QWidget, count: int) -> None:
    keys, _ = list_of(window, count)
    keys.open_over(1280, 480)
    lengths = [len(column) for column in keys._columns]
    assert max(lengths) - min(lengths) <= 3, "no column is left with a single line"


def test_a_heading_stands_above_its_keys(window: QWidget) -> None:
    groups = ["One"] * 7 + ["Two"] * 30
    actions: list[QAction] = list(
        Keyboard([key(n % 26, window.close, group) for n, group in enumerate(groups)], window).actions
    )
    keys = KeyList(DARK, actions, window)
    keys.open_over(1280, 300)
    assert all(column[-1].keys for column in keys._columns), "no heading at the foot of a column"


def test_a_wall_by_itself_says_where_keys_are_changed(make_window: MakeWindow) -> None:
    wall = make_window()
    QTest.keyClick(wall, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    box = wall.findChild(NoticeBox)
    assert box is not None and box.isVisible() and box.text() == "Keys are changed in the console."


def test_keys_of_a_wall_are_assigned_while_it_is_open(
    qtbot: QtBot, live: FakeLive, rooms: list[ControlRoom], make_window: MakeWindow
) -> None:
    wall = make_window()
    rooms[0].assign_keys({"wall.keys": ("F2",)})
    keys = wall.findChild(KeyList)
    assert keys is not None

    def opens(key: Qt.Key) -> bool:
        keys.hide()
        QTest.keyClick(wall, key)
        return keys.isVisible()

    qtbot.waitUntil(lambda: opens(Qt.Key.Key_F2))
    assert not opens(Qt.Key.Key_F1) and "F2" in keys.texts
