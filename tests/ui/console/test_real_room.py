"""The console on the real control room, on a real database: what the room in memory promises is true."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import MakeConsole
from tests.ui.console.dropping import CTRL, drop_on, middle_of
from tests.ui.console.hand import click, press
from wall.model.board import Board
from wall.model.view import CameraCell
from wall.services.control_room import ControlRoom
from wall.ui.console import ConsoleWindow
from wall.ui.console.pages import LAYOUT, SCREENS, VIEWS
from wall.ui.console.views_nodes import key_of


@pytest.fixture
def window(real_room: ControlRoom, make_console: MakeConsole) -> ConsoleWindow:
    window = make_console(page=SCREENS, rooms=real_room)
    real_room.show(real_room.selected_screen, Board(real_room.layouts[1]))
    return window


def board(room: ControlRoom) -> Board:
    return room.board(room.selected_screen)


def test_a_view_is_made_saved_changed_and_taken_back(
    qtbot: QtBot, window: ConsoleWindow, real_room: ControlRoom
) -> None:
    mini, tree = window.screens.shelf.cards[0].mini, window.tree.model
    assert drop_on(mini, middle_of(mini, 0), tree.mimeData([tree.parent(tree.index_of(6))]))
    assert board(real_room).content_at(0) == CameraCell(5)
    window.save_view()
    window.views.form.name.setText("Ngã Sáu")
    window.views.form.give()
    qtbot.waitUntil(lambda: len(window.views._nodes.places) == 1)
    (view,) = real_room.views
    window.views.desk.rename(view, "Ngã Bảy")
    qtbot.waitUntil(lambda: [each.name for each in real_room.views] == ["Ngã Bảy"])
    qtbot.waitUntil(window.views._undo.isVisible)
    press(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: [each.name for each in real_room.views] == ["Ngã Sáu"])
    qtbot.waitUntil(lambda: window.views.model.index_of(key_of(view)).data() == "Ngã Sáu")


def test_a_saved_view_is_shown_again_and_a_tour_of_it_begins(
    qtbot: QtBot, window: ConsoleWindow, real_room: ControlRoom
) -> None:
    for name, camera in (("Một", 1), ("Hai", 2)):
        real_room.show(real_room.selected_screen, Board(real_room.layouts[1]).put(0, CameraCell(camera)))
        real_room.save_view(board(real_room).as_view(name))
    window.go_to(VIEWS)
    qtbot.waitUntil(lambda: len(window.views._nodes.places) == 2)
    views = {each.name: each for each in real_room.views}
    window.views.tree.go_to(key_of(views["Một"]))
    press(window, Qt.Key.Key_Return)
    assert board(real_room).content_at(0) == CameraCell(1)
    window.views.tree.select({key_of(each) for each in views.values()})
    window.views.begin_tour()
    window.views.tour.name.setText("Vòng")
    window.views.tour.give()
    qtbot.waitUntil(lambda: len(real_room.tours) == 1)
    qtbot.waitUntil(lambda: window.views.model.index_of(key_of(real_room.tours[0])).isValid())
    window.views.tree.go_to(key_of(real_room.tours[0]))
    press(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(window.views.shelf.cards[0].tours) == 1)
    press(window, Qt.Key.Key_Space, CTRL)
    qtbot.waitUntil(lambda: real_room.touring(real_room.selected_screen)[0].is_paused)


def test_a_screen_comes_and_goes_and_comes_back(qtbot: QtBot, window: ConsoleWindow, real_room: ControlRoom) -> None:
    click(window, "New screen")
    qtbot.waitUntil(window.screens.form.isVisible)
    window.screens.form.name.setText("Phải")
    QTest.keyClick(window.screens.form.name, Qt.Key.Key_Return)
    assert [each.name for each in real_room.screens][1] == "Phải"
    real_room.show(real_room.selected_screen, board(real_room).put(0, CameraCell(9)))
    window.screens.desk.change()
    click(window, "Remove screen")
    qtbot.waitUntil(lambda: len(window.screens.shelf.cards) == 1)
    press(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: len(window.screens.shelf.cards) == 2)
    qtbot.waitUntil(lambda: board(real_room).content_at(0) == CameraCell(9))


def test_the_shipped_layouts_are_offered_and_edited(window: ConsoleWindow, real_room: ControlRoom) -> None:
    press(window, Qt.Key.Key_L, CTRL)
    assert len(window.screens.chooser._drawings) == len(real_room.layouts) > 20
    assert window.rect().contains(
        window.screens.chooser.geometry().translated(window.screens.mapTo(window, window.screens.rect().topLeft()))
    )
    click(window, "Edit layout…")
    assert window.page == LAYOUT
    press(window, Qt.Key.Key_S)
    press(window, Qt.Key.Key_Return)
    assert board(real_room).layout.size == 7


def test_views_go_to_a_file_and_come_back(
    qtbot: QtBot, window: ConsoleWindow, real_room: ControlRoom, chosen_files: list[Path], tmp_path: Path
) -> None:
    real_room.save_view(board(real_room).put(0, CameraCell(3)).as_view("Chợ", "Ngày"))
    window.go_to(VIEWS)
    qtbot.waitUntil(lambda: len(real_room.views) == 1)
    path = tmp_path / "chợ.cwviews.json"
    chosen_files += [path, path, tmp_path / "nothing.json"]
    press(window, Qt.Key.Key_E, CTRL)
    qtbot.waitUntil(path.exists)
    press(window, Qt.Key.Key_I, CTRL)
    qtbot.waitUntil(lambda: len(real_room.views) == 2)
    assert {each.cameras for each in real_room.views} == {(3,)}
    press(window, Qt.Key.Key_I, CTRL)
    qtbot.waitUntil(lambda: "nothing.json" in window.views.notice.text)
    assert len(real_room.views) == 2
