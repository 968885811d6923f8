"""Cameras leave the tree and the tables: dragged, or put on the wall with Ctrl+Enter."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import MakeConsole
from tests.ui.console.dropping import ACTIONS, CTRL, LEFT, NO_KEY, drop_on, middle_of
from tests.ui.console.fake_room import PRESETS, FakeRoom
from tests.ui.console.hand import press
from wall.model.board import Board
from wall.model.view import CameraCell
from wall.ui.console import ConsoleWindow
from wall.ui.console.pages import CAMERAS, HEALTH, SCREENS
from wall.ui.console.wall_hand import put_all
from wall.ui.drag import dragged_cameras


def cameras_on(room: FakeRoom) -> list[int]:
    contents = room.board(room.selected_screen).page_contents()
    return [each.camera_id for each in contents if isinstance(each, CameraCell)]


def choose_in_tree(window: ConsoleWindow, index: QModelIndex) -> None:
    window.tree.view.setCurrentIndex(index)
    window.tree.view.setFocus()


def test_a_camera_a_site_and_a_ward_are_dragged_out_of_the_tree(make_console: MakeConsole) -> None:
    model = make_console().tree.model
    camera = model.index_of(6)
    assert model.flags(camera) & Qt.ItemFlag.ItemIsDragEnabled
    assert dragged_cameras(model.mimeData([camera])) == (6,)
    assert dragged_cameras(model.mimeData([model.parent(camera), camera])) == (5, 6, 7, 8)
    ward = model.parent(model.parent(camera))
    assert set(dragged_cameras(model.mimeData([ward]))) >= {5, 6, 7, 8}


def test_rows_are_dragged_out_of_tables_in_their_order(make_console: MakeConsole) -> None:
    window = make_console()
    for model in (window.cameras.model, window.health.model):
        window.go_to(CAMERAS if model is window.cameras.model else HEALTH)
        indexes = [model.index(row, column) for row in (2, 0) for column in (0, 1)]
        told = dragged_cameras(model.mimeData(indexes))
        assert told == tuple(model.rows[row].camera.camera_id for row in (0, 2))
        assert model.flags(indexes[0]) & Qt.ItemFlag.ItemIsDragEnabled
    assert not window.found.model.can_drag, "a device that is not kept cannot be shown"


def test_from_the_tree_onto_a_screen(make_console: MakeConsole, room: FakeRoom) -> None:
    window = make_console(page=SCREENS)
    mini = window.screens.shelf.cards[0].mini
    tree = window.tree.model
    assert drop_on(mini, middle_of(mini, 0), tree.mimeData([tree.parent(tree.index_of(6))]))
    assert cameras_on(room) == [5, 6, 7, 8]


def test_ctrl_enter_puts_what_is_chosen_and_enter_opens_the_panel(
    qtbot: QtBot, make_console: MakeConsole, room: FakeRoom
) -> None:
    window = make_console()
    choose_in_tree(window, window.tree.model.index_of(3))
    press(window, Qt.Key.Key_Return)
    assert window.panel.camera_id == 3 and cameras_on(room) == []
    press(window, Qt.Key.Key_Return, CTRL)
    assert cameras_on(room) == [3]
    assert window.notice.text.startswith("On screen 1: 3  ")
    window.cameras.choose(None)
    window.cameras.view.setFocus()
    window.cameras.view.selectAll()
    press(window, Qt.Key.Key_Return, CTRL)
    assert len(cameras_on(room)) == 9, "as many as there are cells"
    assert "is full" in window.notice.text


def test_a_camera_without_a_stream_is_not_put(make_console: MakeConsole, room: FakeRoom) -> None:
    window = make_console()
    window.hand.put_cameras([4711], is_wall_in_sight=False)
    assert window.notice.text == "Nothing of it can be shown: no stream is known." and cameras_on(room) == []
    window.hand.put_cameras([], is_wall_in_sight=False)
    assert window.notice.text == "Choose a camera first."


def test_what_stands_there_already_is_not_put_twice() -> None:
    board, left = put_all(Board(PRESETS[1]).put(0, CameraCell(2)), [1, 2, 3])
    assert [board.content_at(cell) for cell in range(4)] == [CameraCell(2), CameraCell(1), CameraCell(3), None]
    assert left == 0 and board.selected == 1


def test_a_full_screen_takes_one_and_tells_the_rest() -> None:
    full = Board(PRESETS[0]).put(0, CameraCell(9))
    board, left = put_all(full, [1, 2, 3])
    assert board.content_at(0) == CameraCell(1) and left == 2


def test_what_is_dragged_is_held_over_the_name_of_a_page_to_get_there(
    qtbot: QtBot, make_console: MakeConsole, room: FakeRoom
) -> None:
    window = make_console()
    (tab,) = [each for each in window.navigation.findChildren(QPushButton) if each.text() == "Screens"]
    freight = window.cameras.model.mimeData([window.cameras.model.index(0, 0)])
    enter = QDragEnterEvent(tab.rect().center(), ACTIONS, freight, LEFT, NO_KEY)
    QApplication.sendEvent(tab, enter)
    assert enter.isAccepted() and window.page == CAMERAS
    qtbot.waitUntil(lambda: window.page == SCREENS)
    mini = window.screens.shelf.cards[0].mini
    assert drop_on(mini, middle_of(mini, 2), freight)
    assert cameras_on(room) == [window.cameras.model.rows[0].camera.camera_id]


def test_a_real_drag_begins_at_a_row(qtbot: QtBot, make_console: MakeConsole) -> None:
    """The view offers what the model gives: Qt would begin a drag with it."""
    window = make_console()
    view = window.cameras.view
    assert view.dragEnabled() and view.model().supportedDragActions() == Qt.DropAction.CopyAction
    assert view.model().mimeTypes() == window.tree.model.mimeTypes()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(view.model().index(1, 1)).center())
    assert view.selected_rows() == [1]
