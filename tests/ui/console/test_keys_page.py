"""Other keys for what can be done: pressed, refused, added, taken away, brought back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import MakeConsole
from tests.ui.console.fake_room import FakeRoom
from tests.ui.console.hand import click, press
from tests.ui.console.standing import standing
from tests.ui.fake_live import FakeLive
from wall.model.palette import Entry, Kind
from wall.ui.console.keys_page import KeysPage
from wall.ui.console.known_keys import keys_of_wall
from wall.ui.console.pages import BOOKMARKS, CAMERAS, KEYS, VIEWS
from wall.ui.console.window_palette import open_entry
from wall.ui.keys import Key
from wall.ui.theme import DARK

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier

MakePage = Callable[[], KeysPage]


def nothing() -> None:
    """What these keys do."""


TABLE = (
    Key(("Ctrl+F",), "Find a camera", nothing, action_id="console.find", group="Pages"),
    Key(("Ctrl+K",), "Find anything", nothing, action_id="console.palette"),
    Key(("Esc",), "Back", nothing),
    Key(("B",), "Bookmark", nothing, action_id="wall.bookmark", group="Cell"),
    Key(("Ctrl+F", "R"), "Try again", nothing, action_id="wall.retry"),
)


@pytest.fixture
def page(qtbot: QtBot, live: FakeLive, room: FakeRoom) -> KeysPage:
    page = standing(qtbot, lambda parent: KeysPage(DARK, room, live.bridge, lambda: TABLE, parent))
    page.enter()
    return page


def rows(page: KeysPage) -> list[tuple[str, ...]]:
    return [(row.text, " ".join(row.keys), row.remark) for row in page.model.rows]


def catch(page: KeysPage, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    assert page.catcher.hasFocus()
    QTest.keyClick(page.catcher, key, modifier)


def test_all_that_can_be_done(page: KeysPage) -> None:
    assert rows(page) == [
        ("Find a camera", "Ctrl+F", ""),
        ("Find anything", "Ctrl+K", ""),
        ("Bookmark", "B", ""),
        ("Try again", "Ctrl+F R", ""),
    ]
    assert [(row.window, row.group) for row in page.model.rows] == [("Console", "Pages")] * 2 + [("Wall", "Cell")] * 2


def test_press_the_new_keys(page: KeysPage, room: FakeRoom) -> None:
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    assert "Find a camera" in page.catcher.text
    catch(page, Qt.Key.Key_Control)
    assert page.catcher.isVisible(), "it waits for more than a held key"
    catch(page, Qt.Key.Key_G, CTRL)
    assert room.keys == {"console.find": ("Ctrl+G",)} and not page.catcher.isVisible()
    assert rows(page)[0] == ("Find a camera", "Ctrl+G", "changed") and page.view.hasFocus()
    QTest.keyClick(page.view, Qt.Key.Key_Insert)
    catch(page, Qt.Key.Key_F3)
    assert room.keys == {"console.find": ("Ctrl+G", "F3")}
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    catch(page, Qt.Key.Key_F, CTRL)
    assert room.keys == {}, "its usual keys are nothing to be kept"


def test_a_conflict_is_said_and_nothing_is_lost(page: KeysPage, room: FakeRoom) -> None:
    QTest.keyClick(page.view, Qt.Key.Key_Return)
    catch(page, Qt.Key.Key_K, CTRL)
    assert page.catcher.text == "▲  Ctrl+K is for “Find anything” already." and room.keys == {}
    catch(page, Qt.Key.Key_X)
    assert page.catcher.text == "▲  X is needed for typing."
    catch(page, Qt.Key.Key_Tab)
    assert page.catcher.text == "▲  Tab is needed for typing."
    catch(page, Qt.Key.Key_B, CTRL)
    assert room.keys == {"console.find": ("Ctrl+B",)}, "it went on waiting"


def test_one_key_in_two_windows_is_no_conflict(page: KeysPage, room: FakeRoom) -> None:
    page.view.go_to(2)
    page.change()
    catch(page, Qt.Key.Key_K, CTRL)
    assert room.keys == {"wall.bookmark": ("Ctrl+K",)}
    page.change()
    catch(page, Qt.Key.Key_5)
    assert page.catcher.text == "▲  5 is needed for typing.", "digits call cameras up"
    catch(page, Qt.Key.Key_N)
    assert room.keys == {"wall.bookmark": ("N",)}


def test_esc_and_a_click_elsewhere_leave_it(page: KeysPage, room: FakeRoom) -> None:
    page.change()
    catch(page, Qt.Key.Key_Escape)
    assert not page.catcher.isVisible() and page.view.hasFocus()
    page.change()
    assert page.go_back() and not page.catcher.isVisible() and not page.go_back()
    page.change()
    click(page, "Cancel")
    assert not page.catcher.isVisible() and room.keys == {}


def test_no_key_at_all_the_usual_one_and_undo(page: KeysPage, room: FakeRoom) -> None:
    page.view.setFocus()
    page.view.selectAll()
    page.remove()
    assert set(room.keys) == {"console.find", "console.palette", "wall.bookmark", "wall.retry"}
    assert {keys for _, keys, _ in rows(page)} == {""}
    page.view.go_to(1)
    page.reset()
    assert rows(page)[1] == ("Find anything", "Ctrl+K", "") and len(room.keys) == 3
    page.undo()
    assert len(room.keys) == 4
    click(page, "All usual")
    assert room.keys == {}
    page.undo()
    page.undo()
    assert room.keys == {}
    page.undo()


def test_a_usual_key_that_another_has_is_told_at_its_line(page: KeysPage, room: FakeRoom) -> None:
    page.view.go_to(1)
    page.change()
    catch(page, Qt.Key.Key_F4)
    page.view.go_to(0)
    page.change()
    catch(page, Qt.Key.Key_K, CTRL)
    page.view.go_to(1)
    page.reset()
    assert rows(page)[1] == ("Find anything", "", "Ctrl+K is for “Find a camera” already.")


def test_what_a_newer_program_assigned_stays(page: KeysPage, room: FakeRoom) -> None:
    room.assign_keys({"map.zoom": ("Z",)})
    page.change()
    catch(page, Qt.Key.Key_F4)
    assert room.keys == {"map.zoom": ("Z",), "console.find": ("F4",)}
    page.undo()
    assert room.keys == {"map.zoom": ("Z",)}


def test_another_window_changes_keys(qtbot: QtBot, page: KeysPage, room: FakeRoom) -> None:
    room.assign_keys({"console.find": ("F9",)})
    qtbot.waitUntil(lambda: rows(page)[0][1] == "F9")


def test_the_table_of_the_wall_without_a_wall(room: FakeRoom) -> None:
    keys = keys_of_wall(room.layouts)
    assert {"wall.bookmark", "wall.camera_left", "wall.layout_4"} <= {key.action_id for key in keys}
    for key in keys:
        key.does()


def test_in_the_console(qtbot: QtBot, make_console: MakeConsole, room: FakeRoom) -> None:
    window = make_console()
    press(window, Qt.Key.Key_F1, SHIFT)
    assert window.page == KEYS and window.keys.view.hasFocus()
    ids = [row.action_id for row in window.keys.model.rows]
    assert "console.find" in ids and "wall.bookmark" in ids and len(ids) == len(set(ids))
    window.keys.view.go_to(ids.index("console.find"))
    press(window, Qt.Key.Key_Return)
    catch(window.keys, Qt.Key.Key_J, CTRL)
    qtbot.waitUntil(lambda: room.keys == {"console.find": ("Ctrl+J",)})
    press(window, Qt.Key.Key_Escape)
    assert window.page != KEYS
    window.go_to(CAMERAS)
    qtbot.waitUntil(lambda: presses_find(window, Qt.Key.Key_J))
    window.cameras.view.setFocus()
    assert not presses_find(window, Qt.Key.Key_F), "its usual key is free"


def test_a_cell_is_copied_as_everywhere(make_console: MakeConsole) -> None:
    window = make_console()
    window.cameras.view.setCurrentIndex(window.cameras.model.index(4, 1))
    press(window, Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Chợ Nhớn – hướng Đông"
    QGuiApplication.clipboard().clear()


def test_from_a_wall_window(make_console: MakeConsole) -> None:
    window = make_console()
    open_entry(window, Entry(Kind.ACTION, "console.change_keys", ""))
    assert window.page == KEYS
    open_entry(window, Entry(Kind.SITE, 2, "Chợ Nhớn"))
    assert window.page == CAMERAS and [row.camera.camera_id for row in window.cameras.model.rows] == [5, 6, 7, 8]
    open_entry(window, Entry(Kind.VIEW, 1, "View"))
    assert window.page == VIEWS


def presses_find(window: QWidget, key: Qt.Key) -> bool:
    assert hasattr(window, "tree")
    QTest.keyClick(window.focusWidget() or window, key, CTRL)
    return bool(window.tree.finder.hasFocus())


def test_the_palette_in_the_console(qtbot: QtBot, make_console: MakeConsole, room: FakeRoom) -> None:
    window = make_console()
    sheet = window.everything.sheet
    press(window, Qt.Key.Key_K, CTRL)
    assert sheet.isVisible() and sheet.line.hasFocus()
    QTest.keyClicks(sheet.line, "book")
    QTest.keyClick(sheet.line, Qt.Key.Key_Return)
    assert window.page == BOOKMARKS and not sheet.isVisible()
    for text, camera in (("12", 12), ("nga sau chinh", 1)):
        press(window, Qt.Key.Key_K, CTRL)
        QTest.keyClicks(sheet.line, text)
        QTest.keyClick(sheet.line, Qt.Key.Key_Return, CTRL)
        assert window.panel.camera_id == camera
    press(window, Qt.Key.Key_K, CTRL)
    press(window, Qt.Key.Key_K, CTRL)
    assert not sheet.isVisible(), "the same key closes it"
