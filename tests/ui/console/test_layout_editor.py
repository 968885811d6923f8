"""The editor of layouts, by mouse and by keys: merge, split, one step back, and errors in words."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import MakeConsole
from tests.ui.console.dropping import CTRL
from tests.ui.console.fake_room import PRESETS, FakeRoom
from tests.ui.console.hand import click, press
from wall.model.board import Board
from wall.model.layout import Layout
from wall.model.view import CameraCell
from wall.ui.console import ConsoleWindow
from wall.ui.console.layout_editor import LayoutEditor
from wall.ui.console.pages import LAYOUT, SCREENS

SHIFT = Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
ONE_AND_FIVE = PRESETS[6]


@pytest.fixture
def window(make_console: MakeConsole, room: FakeRoom) -> ConsoleWindow:
    """The screen in hand has nine cells; cameras 1 to 4 stand in the first ones."""
    board = Board(PRESETS[2])
    for cell in range(4):
        board = board.put(cell, CameraCell(cell + 1))
    room.show(room.selected_screen, board.selected_at(0))
    window = make_console(page=SCREENS)
    press(window, Qt.Key.Key_L, CTRL)
    click(window, "Edit layout…")
    assert window.page == LAYOUT
    return window


def cells(window: ConsoleWindow) -> Layout:
    return window.editor.canvas.cells


def at(editor: LayoutEditor, cell: int) -> QPoint:
    area = editor.canvas.areas()[cell]
    return QPoint(area.x + area.width // 2, area.y + area.height // 2)


def test_cells_are_merged_and_the_layout_used_by_keys_alone(window: ConsoleWindow, room: FakeRoom) -> None:
    assert window.editor.canvas.hasFocus()
    press(window, Qt.Key.Key_Right, SHIFT)
    press(window, Qt.Key.Key_Down, SHIFT)
    assert window.editor.canvas.selected == {0, 1, 3, 4}
    press(window, Qt.Key.Key_M)
    assert cells(window) == ONE_AND_FIVE and window.editor.canvas.selected == {0}
    press(window, Qt.Key.Key_Return)
    board = room.board(room.selected_screen)
    assert window.page == SCREENS and board.layout == ONE_AND_FIVE
    assert [board.content_at(cell) for cell in range(4)] == [CameraCell(n) for n in (1, 2, 3, 4)]


def test_cells_are_merged_by_dragging(window: ConsoleWindow) -> None:
    canvas = window.editor.canvas
    QTest.mousePress(canvas, LEFT, pos=at(window.editor, 4))
    QTest.mouseMove(canvas, at(window.editor, 5))
    QTest.mouseMove(canvas, at(window.editor, 8))
    QTest.mouseRelease(canvas, LEFT, pos=at(window.editor, 8))
    assert canvas.selected == {4, 5, 7, 8}
    click(window, "Merge (M)")
    assert cells(window).size == 6 and canvas.selected == {4}


def test_ctrl_with_a_click_adds_a_cell_and_takes_it_away(window: ConsoleWindow) -> None:
    canvas = window.editor.canvas
    QTest.mouseClick(canvas, LEFT, pos=at(window.editor, 0))
    QTest.mouseClick(canvas, LEFT, CTRL, at(window.editor, 1))
    assert canvas.selected == {0, 1}
    QTest.mouseClick(canvas, LEFT, CTRL, at(window.editor, 0))
    assert canvas.selected == {1}
    press(window, Qt.Key.Key_Space)
    assert canvas.selected == {0, 1}, "Space adds the cell under the hand"
    press(window, Qt.Key.Key_A, CTRL)
    assert len(canvas.selected) == 9


def test_cells_are_split(window: ConsoleWindow) -> None:
    window.editor.columns.setText("3")
    window.editor.rows.setText("1")
    press(window, Qt.Key.Key_S)
    assert cells(window).size == 11 and cells(window).cells[0].columns * 3 == cells(window).cells[3].columns


def test_every_selected_cell_is_split(window: ConsoleWindow) -> None:
    press(window, Qt.Key.Key_Right, SHIFT)
    press(window, Qt.Key.Key_S)
    assert cells(window).size == 15


def test_what_the_model_refuses_is_said_and_nothing_is_changed(window: ConsoleWindow) -> None:
    before = cells(window)
    QTest.mouseClick(window.editor.canvas, LEFT, CTRL, at(window.editor, 4))
    press(window, Qt.Key.Key_M)
    assert window.editor.notice.text == "▲  These cells together are no rectangle."
    assert cells(window) == before and window.editor.canvas.selected == {0, 4}
    press(window, Qt.Key.Key_A, CTRL)
    window.editor.columns.setText("5")
    press(window, Qt.Key.Key_S)
    assert "A layout has 1 to 64 cells, not" in window.editor.notice.text and cells(window) == before
    window.editor.columns.setText("")
    press(window, Qt.Key.Key_S)
    assert "A cell is split into 1 to 64 parts, not 0 × 2." in window.editor.notice.text


def test_steps_are_taken_back(window: ConsoleWindow) -> None:
    before = cells(window)
    press(window, Qt.Key.Key_S)
    press(window, Qt.Key.Key_S)
    assert cells(window).size == 15
    press(window, Qt.Key.Key_Z, CTRL)
    press(window, Qt.Key.Key_Z, CTRL)
    press(window, Qt.Key.Key_Z, CTRL)
    assert cells(window) == before


def test_a_preset_is_a_start(window: ConsoleWindow) -> None:
    click(window, "Start from…")
    assert window.editor.chooser.isVisible() and not window.editor.chooser.edit.isVisible()
    press(window, Qt.Key.Key_Right)
    press(window, Qt.Key.Key_Return)
    assert cells(window) == PRESETS[3] and window.editor.name.text() == PRESETS[3].name
    press(window, Qt.Key.Key_Z, CTRL)
    assert cells(window) == PRESETS[2]


def test_its_name_goes_with_the_view_that_is_saved(window: ConsoleWindow, room: FakeRoom) -> None:
    window.editor.name.setText("Cổng và chợ")
    press(window, Qt.Key.Key_S)
    click(window, "Use for this screen")
    window.save_view()
    window.views.form.name.setText("Mới")
    window.views.form.give()
    (view,) = room.views
    assert view.layout.name == "Cổng và chợ" and view.layout.size == 12


def test_esc_leaves_the_screen_as_it_is(window: ConsoleWindow, room: FakeRoom) -> None:
    press(window, Qt.Key.Key_S)
    press(window, Qt.Key.Key_Escape)
    assert window.page == SCREENS and room.board(room.selected_screen).layout == PRESETS[2]


def test_the_hand_shows_where_it_is(qtbot: QtBot, window: ConsoleWindow) -> None:
    canvas = window.editor.canvas
    before = canvas.grab().toImage()
    press(window, Qt.Key.Key_Right)
    assert canvas.selected == {1} and canvas.grab().toImage() != before
