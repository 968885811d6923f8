"""A screen in small, in the operator's hand: chosen, moved, dropped on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import MakeConsole
from tests.ui.console.dropping import CTRL, drop_on, middle_of
from tests.ui.console.fake_fleet import FakeFleet
from tests.ui.console.fake_room import PRESETS, FakeRoom
from tests.ui.console.hand import press
from wall.model.board import Board
from wall.model.events import HealthChanged
from wall.model.health import Health, Verdict
from wall.model.view import CameraCell, CarouselCell, HotspotCell, View
from wall.ui.console import ConsoleWindow
from wall.ui.console.mini_faces import caption_of
from wall.ui.console.mini_wall import MiniWall
from wall.ui.console.pages import SCREENS
from wall.ui.drag import Lifted, cameras_freight, cell_freight, view_freight
from wall.ui.marks import Sign


@pytest.fixture
def window(make_console: MakeConsole, room: FakeRoom) -> ConsoleWindow:
    """Two screens of nine cells; on the first stand cameras 1, 2 and 3."""
    board = Board(PRESETS[2])
    for cell in range(3):
        board = board.put(cell, CameraCell(cell + 1))
    room.show(room.screens[0].screen_id, board.selected_at(0))
    return make_console(page=SCREENS)


def mini_of(window: ConsoleWindow, place: int = 0) -> MiniWall:
    return window.screens.shelf.cards[place].mini


def contents(room: FakeRoom, place: int = 0) -> list[object]:
    return list(room.board(room.screens[place].screen_id).page_contents())


def test_a_click_chooses_screen_and_cell(window: ConsoleWindow, room: FakeRoom) -> None:
    mini = mini_of(window, 1)
    QTest.mouseClick(mini, Qt.MouseButton.LeftButton, pos=middle_of(mini, 4))
    assert room.selected_screen == room.screens[1].screen_id == mini.screen_id
    assert mini.board.selected_cell == 4 and mini.hasFocus()


def test_a_double_click_and_enter_open_the_cameras_panel(window: ConsoleWindow) -> None:
    mini = mini_of(window)
    QTest.mouseDClick(mini, Qt.MouseButton.LeftButton, pos=middle_of(mini, 1))
    assert window.panel.camera_id == 2
    QTest.mouseClick(mini, Qt.MouseButton.LeftButton, pos=middle_of(mini, 2))
    press(window, Qt.Key.Key_Return)
    assert window.panel.camera_id == 3
    QTest.mouseDClick(mini, Qt.MouseButton.LeftButton, pos=middle_of(mini, 8))
    assert window.panel.camera_id == 3, "an empty cell has no camera to open"


def test_arrows_move_the_hand_and_with_ctrl_the_camera(window: ConsoleWindow, room: FakeRoom) -> None:
    mini = mini_of(window)
    mini.setFocus()
    press(window, Qt.Key.Key_Right)
    press(window, Qt.Key.Key_Down)
    assert mini.board.selected_cell == 4
    press(window, Qt.Key.Key_Up)
    press(window, Qt.Key.Key_Left, CTRL)
    assert contents(room)[:2] == [CameraCell(2), CameraCell(1)] and mini.board.selected_cell == 0


def test_pages_are_turned(window: ConsoleWindow, room: FakeRoom) -> None:
    screen_id = room.screens[0].screen_id
    room.show(screen_id, Board.of_view(View("long", PRESETS[2], tuple(CameraCell(n) for n in range(1, 13)))))
    mini = mini_of(window)
    mini.setFocus()
    press(window, Qt.Key.Key_PageDown)
    assert room.board(screen_id).page == 1
    press(window, Qt.Key.Key_PageUp)
    assert room.board(screen_id).page == 0


def test_cameras_are_dropped_into_cells(window: ConsoleWindow, room: FakeRoom) -> None:
    mini = mini_of(window)
    assert drop_on(mini, middle_of(mini, 1), cameras_freight([7, 8, 9]))
    assert contents(room)[:5] == [CameraCell(1), CameraCell(7), CameraCell(3), CameraCell(8), CameraCell(9)]
    room.undo_board(mini.screen_id)
    assert contents(room)[:4] == [CameraCell(1), CameraCell(2), CameraCell(3), None], "one step back"


def test_a_view_is_dropped_on_a_screen(window: ConsoleWindow, room: FakeRoom) -> None:
    room.save_view(View("Chợ", PRESETS[1], (CameraCell(5),)))
    mini = mini_of(window, 1)
    assert drop_on(mini, middle_of(mini, 0), view_freight(room.views[0].view_id))
    assert mini.board.view_id == room.views[0].view_id and mini.board.layout == PRESETS[1]
    assert room.selected_screen == mini.screen_id


def test_what_is_lifted_changes_places_moves_over_or_is_copied(window: ConsoleWindow, room: FakeRoom) -> None:
    mini, other = mini_of(window), mini_of(window, 1)
    lifted = Lifted(mini.screen_id, 0)
    assert drop_on(mini, middle_of(mini, 2), cell_freight(lifted, 1))
    assert contents(room)[:3] == [CameraCell(3), CameraCell(2), CameraCell(1)]
    assert drop_on(other, middle_of(other, 4), cell_freight(lifted, 3))
    assert contents(room)[0] is None and contents(room, 1)[4] == CameraCell(3)
    assert drop_on(other, middle_of(other, 5), cell_freight(Lifted(mini.screen_id, 1), 2), CTRL)
    assert contents(room)[1] == CameraCell(2) == contents(room, 1)[5]


def test_what_is_foreign_is_not_taken(window: ConsoleWindow, room: FakeRoom) -> None:
    before, freight = contents(room), QMimeData()
    freight.setText("a camera, honestly")
    assert not drop_on(mini_of(window), QPoint(5, 5), freight)
    assert contents(room) == before


def test_what_is_gone_is_refused_in_words(window: ConsoleWindow, room: FakeRoom) -> None:
    mini, before = mini_of(window), contents(room)
    assert not drop_on(mini, middle_of(mini, 0), view_freight(4711))
    assert contents(room) == before
    assert window.screens.notice.text == "▲  This cannot be shown: it is not kept here."


def test_what_cells_say(window: ConsoleWindow, room: FakeRoom, fleet: FakeFleet) -> None:
    facts = window.facts
    assert caption_of(None, room, facts).number == ""
    first = caption_of(CameraCell(2), room, facts)
    assert (first.number, first.verdict) == ("2", facts.verdict_of(2)) and "Ngã Sáu" in first.name
    gone = caption_of(CameraCell(999), room, facts)
    assert gone.is_gone and gone.number == "#999"
    room.select(room.screens[0].screen_id)
    room.show(room.screens[0].screen_id, room.board(room.screens[0].screen_id).selected_at(2))
    spot = caption_of(HotspotCell(), room, facts)
    assert (spot.number, spot.sign) == ("3", Sign.HOTSPOT)
    assert caption_of(CarouselCell((4, 5)), room, facts).name == "2 in turn"


def test_a_lost_camera_is_marked_in_its_cell(qtbot: QtBot, window: ConsoleWindow, fleet: FakeFleet) -> None:
    mini = mini_of(window)
    area = mini.cells()[0]
    before = mini.grab().copy(area.x, area.y, area.width, area.height).toImage()
    fleet.health_now[1] = Health(Verdict.LOST)
    fleet.tell(HealthChanged({1: Health(Verdict.LOST)}))
    qtbot.waitUntil(lambda: mini.grab().copy(area.x, area.y, area.width, area.height).toImage() != before)


def test_every_preset_fits_into_the_smallest_card(make_console: MakeConsole, room: FakeRoom) -> None:
    window = make_console(page=SCREENS, width=1000)
    mini = mini_of(window)
    for layout in PRESETS:
        room.show(mini.screen_id, Board(layout))
        cells = mini.cells()
        assert len(cells) == layout.size
        assert all(cell.right <= mini.width() and cell.bottom <= mini.height() for cell in cells)
        assert all(mini.cell_at(middle_of(mini, place)) == place for place in range(len(cells)))
