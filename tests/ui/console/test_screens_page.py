"""The Screens page: the wall is cut, filled, toured and bound to displays from one window that covers none of it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import MakeConsole
from tests.ui.console.dropping import CTRL
from tests.ui.console.fake_displays import LG, SAMSUNG, FakeDisplays
from tests.ui.console.fake_fleet import FakeFleet
from tests.ui.console.fake_room import PRESETS, FakeRoom
from tests.ui.console.hand import click, press
from tests.ui.fake_live import FakeLive
from wall.model.board import Board
from wall.model.view import CameraCell, CarouselCell, HotspotCell, Stop, Tour, View
from wall.ui.console import ConsoleWindow
from wall.ui.console.pages import SCREENS
from wall.ui.console.parts import EmptyState
from wall.ui.console.screen_card import ScreenCard

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def displays() -> FakeDisplays:
    return FakeDisplays(SAMSUNG)


@pytest.fixture
def window(make_console: MakeConsole, displays: FakeDisplays) -> ConsoleWindow:
    return make_console(page=SCREENS, displays=displays)


def card_of(window: ConsoleWindow, place: int = 0) -> ScreenCard:
    return window.screens.shelf.cards[place]


def fill(room: FakeRoom, *cameras: int, place: int = 0) -> int:
    screen_id = room.screens[place].screen_id
    board = Board(PRESETS[1])
    for cell, camera in enumerate(cameras):
        board = board.put(cell, CameraCell(camera))
    room.show(screen_id, board.selected_at(0))
    return screen_id


# -- what stands where


@pytest.mark.parametrize("key", [Qt.Key.Key_L, Qt.Key.Key_T])
def test_what_opens_by_key_gives_the_hand_back_to_the_screen(
    window: ConsoleWindow, room: FakeRoom, key: Qt.Key
) -> None:
    room.save_tour(Tour("Đêm", (Stop(camera_id=1), Stop(camera_id=2))))
    mini = card_of(window).mini
    assert window.focusWidget() is mini
    press(window, key, CTRL)
    assert window.focusWidget() is not mini
    press(window, Qt.Key.Key_Escape)
    assert window.focusWidget() is mini, "arrows go over the cells again"


def test_every_screen_stands_there_in_small(window: ConsoleWindow, room: FakeRoom) -> None:
    assert [card.screen_id for card in window.screens.shelf.cards] == [each.screen_id for each in room.screens]
    assert card_of(window)._name.text() == "Tường chính"
    assert card_of(window).property("inHand") and not card_of(window, 1).property("inHand")


def test_who_comes_back_from_a_wall_has_that_wall_in_hand(qtbot: QtBot, window: ConsoleWindow, room: FakeRoom) -> None:
    first, second = card_of(window).mini, card_of(window, 1).mini
    assert window.focusWidget() is first
    QApplication.sendEvent(first, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason))
    room.select(second.screen_id)  # As a click on that wall does.
    QApplication.sendEvent(first, QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.ActiveWindowFocusReason))
    assert room.selected_screen == second.screen_id
    qtbot.waitUntil(lambda: window.focusWidget() is second)
    press(window, Qt.Key.Key_Down)
    assert second.board.selected_cell == 3 and first.board.selected_cell == 0


def test_the_screen_in_hand_goes_round_by_key(qtbot: QtBot, window: ConsoleWindow, room: FakeRoom) -> None:
    first, second = (each.screen_id for each in room.screens)
    press(window, Qt.Key.Key_PageDown, CTRL)
    assert room.selected_screen == second and card_of(window, 1).mini.hasFocus()
    qtbot.waitUntil(lambda: window.top.in_hand.text() == "Screen 2 of 2")
    press(window, Qt.Key.Key_PageDown, CTRL)
    assert room.selected_screen == first


def test_a_click_into_a_wall_window_shows_here(qtbot: QtBot, window: ConsoleWindow, room: FakeRoom) -> None:
    room.select(room.screens[1].screen_id)
    qtbot.waitUntil(lambda: bool(card_of(window, 1).property("inHand")))
    assert "Tường 2" in window.screens._title.text()


def test_what_a_view_is_called_and_that_it_was_changed(qtbot: QtBot, window: ConsoleWindow, room: FakeRoom) -> None:
    room.save_view(View("Chợ", PRESETS[1], (CameraCell(5),)))
    screen_id = room.screens[0].screen_id
    room.call_up(screen_id, room.views[0].view_id)
    qtbot.waitUntil(lambda: card_of(window)._what.text() == "Chợ")
    room.show(screen_id, room.board(screen_id).put(1, CameraCell(6)))
    qtbot.waitUntil(lambda: card_of(window)._what.text() == "Chợ (changed)")


def test_a_wall_without_screens_offers_one(
    qtbot: QtBot, live: FakeLive, fleet: FakeFleet, make_console: MakeConsole
) -> None:
    room = FakeRoom(live.bridge, fleet.inventory, screens=0)
    window = make_console(page=SCREENS, rooms=room)
    assert not window.top.in_hand.isVisible()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_F2):
        press(window, key)
    press(window, Qt.Key.Key_Left, ALT)
    press(window, Qt.Key.Key_Space, CTRL)
    press(window, Qt.Key.Key_Z, CTRL)
    (empty,) = [each for each in window.screens.findChildren(EmptyState) if each.isVisible()]
    (new,) = empty.findChildren(QPushButton)
    QTest.mouseClick(new, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(window.screens.shelf.cards) == 1)
    assert room.screens[0].number == 1 and window.screens.form.isVisible()


# -- what is put where


def test_the_camera_at_hand_is_put_on_the_screen_in_hand(window: ConsoleWindow, room: FakeRoom) -> None:
    screen_id = fill(room, 1, 2)
    window.panel.open(9)
    press(window, Qt.Key.Key_Return, CTRL)
    assert room.board(screen_id).content_at(2) == CameraCell(9)
    click(window, "Put camera")
    assert room.board(screen_id).content_at(3) == CameraCell(9)


def test_a_cell_is_emptied_and_filled_again(window: ConsoleWindow, room: FakeRoom) -> None:
    screen_id = fill(room, 1, 2)
    window.screens.enter()
    press(window, Qt.Key.Key_Delete)
    assert room.board(screen_id).content_at(0) is None
    press(window, Qt.Key.Key_Left, ALT)
    assert room.board(screen_id).content_at(0) == CameraCell(1)
    room.show(screen_id, room.board(screen_id).put(0, CameraCell(7)))
    press(window, Qt.Key.Key_Left, ALT)
    press(window, Qt.Key.Key_Right, ALT)
    assert room.board(screen_id).content_at(0) == CameraCell(7)
    press(window, Qt.Key.Key_Z, CTRL)
    assert room.board(screen_id).content_at(0) == CameraCell(1)


def test_del_in_the_tree_takes_nothing_off_the_wall(window: ConsoleWindow, room: FakeRoom) -> None:
    screen_id = fill(room, 1, 2)
    window.tree.view.setFocus()
    press(window, Qt.Key.Key_Delete)
    assert room.board(screen_id).content_at(0) == CameraCell(1)


def test_undo_says_when_there_is_nothing(window: ConsoleWindow) -> None:
    press(window, Qt.Key.Key_Z, CTRL)
    assert "Nothing was changed" in window.screens.notice.text
    press(window, Qt.Key.Key_Escape)
    assert not window.screens.notice.text


def test_one_camera_alone_and_back(qtbot: QtBot, window: ConsoleWindow, room: FakeRoom) -> None:
    screen_id = fill(room, 1, 2)
    press(window, Qt.Key.Key_Return, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert room.board(screen_id).single
    qtbot.waitUntil(lambda: card_of(window)._what.text() == "One camera alone")
    press(window, Qt.Key.Key_Escape)
    assert not room.board(screen_id).single


def test_a_layout_is_chosen_by_keys(window: ConsoleWindow, room: FakeRoom) -> None:
    screen_id = fill(room, 1, 2)
    press(window, Qt.Key.Key_L, CTRL)
    assert window.screens.chooser.isVisible()
    press(window, Qt.Key.Key_Right)
    press(window, Qt.Key.Key_Return)
    assert room.board(screen_id).layout == PRESETS[2] and room.board(screen_id).content_at(1) == CameraCell(2)
    assert not window.screens.chooser.isVisible() and card_of(window).mini.hasFocus()


def test_the_layouts_go_with_esc_and_with_a_click_elsewhere(window: ConsoleWindow, room: FakeRoom) -> None:
    before = room.board(room.screens[0].screen_id)
    press(window, Qt.Key.Key_L, CTRL)
    press(window, Qt.Key.Key_Escape)
    assert not window.screens.chooser.isVisible()
    press(window, Qt.Key.Key_L, CTRL)
    mini = card_of(window).mini
    QTest.mouseClick(mini, Qt.MouseButton.LeftButton)
    assert not window.screens.chooser.isVisible()
    assert room.board(room.screens[0].screen_id).layout == before.layout


def test_a_cell_becomes_a_hotspot(window: ConsoleWindow, room: FakeRoom) -> None:
    screen_id = fill(room, 1, 2)
    click(window, "Cell…")
    press(window, Qt.Key.Key_Space)
    assert room.board(screen_id).content_at(0) == HotspotCell()
    assert not window.screens.cell.isVisible()


def test_a_cell_shows_the_cameras_of_a_site_in_turn(window: ConsoleWindow, room: FakeRoom) -> None:
    screen_id = fill(room, 1, 2)
    tree = window.tree.model
    window.tree.view.setCurrentIndex(tree.parent(tree.index_of(6)))
    window.screens.enter()
    click(window, "Cell…")
    window.screens.cell.dwell.setText("2")
    click(window, "4 cameras in turn")
    assert window.screens.notice.text == "▲  A camera stays for 3 s or longer, not 2 s."
    assert room.board(screen_id).content_at(0) == CameraCell(1)
    click(window, "Cell…")
    window.screens.cell.dwell.setText("4,5")
    QTest.keyClick(window.screens.cell.dwell, Qt.Key.Key_Return)
    assert room.board(screen_id).content_at(0) == CarouselCell((5, 6, 7, 8), 4.5)


# -- tours


def test_a_tour_is_started_halted_stepped_and_ended(qtbot: QtBot, window: ConsoleWindow, room: FakeRoom) -> None:
    screen_id = fill(room, 1, 2)
    room.save_tour(Tour("Cổng trường", (Stop(camera_id=4), Stop(camera_id=5), Stop(camera_id=6))))
    press(window, Qt.Key.Key_T, CTRL)
    press(window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(card_of(window).tours) == 1)
    (line,) = card_of(window).tours
    assert line.text.text() == "Cell 1: Cổng trường · 1 of 3"
    press(window, Qt.Key.Key_Period, CTRL)
    qtbot.waitUntil(lambda: "2 of 3" in line.text.text())
    assert room.board(screen_id).content_at(0) == CameraCell(5)
    press(window, Qt.Key.Key_Space, CTRL)
    qtbot.waitUntil(lambda: line.pause.text() == "Go on")
    QTest.mouseClick(line.pause, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: line.pause.text() == "Halt")
    click(window, "✕")
    qtbot.waitUntil(lambda: not card_of(window).tours)
    assert not room.touring(screen_id)


def test_without_a_tour_it_is_said_where_one_is_made(window: ConsoleWindow) -> None:
    press(window, Qt.Key.Key_T, CTRL)
    assert window.screens.tours.isVisible() and not window.screens.tours.list.isVisible()
    press(window, Qt.Key.Key_Escape)
    assert not window.screens.tours.isVisible()


# -- screens and displays


def test_a_screen_is_named_numbered_and_bound(
    qtbot: QtBot, window: ConsoleWindow, room: FakeRoom, displays: FakeDisplays
) -> None:
    press(window, Qt.Key.Key_F2)
    form = window.screens.form
    assert form.isVisible() and form.name.text() == "Tường chính"
    form.number.setText("7")
    form.name.setText("Cửa vào")
    form.display.setCurrentIndex(1)
    form.kiosk.setChecked(True)
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    kept = next(each for each in room.screens if each.number == 7)
    assert (kept.name, kept.display, kept.kiosk) == ("Cửa vào", SAMSUNG.identity, True)
    assert not form.isVisible()
    qtbot.waitUntil(lambda: card_of(window, 1)._display.text() == SAMSUNG.identity.label)


def test_a_display_that_goes_and_comes_back_is_told(
    qtbot: QtBot, window: ConsoleWindow, room: FakeRoom, displays: FakeDisplays
) -> None:
    room.keep_screens([replace(room.screens[0], display=SAMSUNG.identity), room.screens[1]])
    qtbot.waitUntil(lambda: card_of(window)._display.text() == SAMSUNG.identity.label)
    assert not card_of(window)._lost.isVisible() and not window.top.away.isVisible()
    displays.become()
    assert card_of(window)._lost.isVisible() and "Not connected" in card_of(window)._display.text()
    assert window.top.away.isVisible()
    press(window, Qt.Key.Key_F2)
    assert "not connected" in window.screens.form.display.currentText()
    displays.become(SAMSUNG, LG)
    assert not card_of(window)._lost.isVisible() and not window.top.away.isVisible()
    assert window.screens.form.display.count() == 3 and window.screens.form.display.currentIndex() == 1


def test_a_screen_in_small_has_the_shape_of_its_display(
    qtbot: QtBot, window: ConsoleWindow, room: FakeRoom, displays: FakeDisplays
) -> None:
    displays.become(SAMSUNG, LG)
    room.keep_screens([room.screens[0], replace(room.screens[1], display=LG.identity)])
    qtbot.waitUntil(lambda: window.screens.shelf.ratio_of(room.screens[1].screen_id) == 1920 / 1080)
    mini = card_of(window, 1).mini
    right = max(cell.right for cell in mini.cells()) - min(cell.x for cell in mini.cells())
    qtbot.waitUntil(lambda: mini.height() > right or mini.height() == max(c.bottom for c in mini.cells()))


def test_two_screens_share_neither_number_nor_display(window: ConsoleWindow, room: FakeRoom) -> None:
    room.keep_screens([room.screens[0], replace(room.screens[1], display=SAMSUNG.identity)])
    before = room.screens
    window.screens.desk.change()
    window.screens.form.number.setText("2")
    window.screens.form.give()
    assert window.screens.notice.text == "▲  Number 2 is screen Tường 2's already."
    window.screens.form.number.setText("1")
    window.screens.form.display.setCurrentIndex(1)
    window.screens.form.give()
    assert window.screens.notice.text == "▲  This display is bound to screen 2 already."
    assert room.screens == before and window.screens.form.isVisible(), "what was typed stays"


def test_a_removed_screen_comes_back_with_what_stood_on_it(qtbot: QtBot, window: ConsoleWindow, room: FakeRoom) -> None:
    fill(room, 1, 2, 3, place=0)
    window.screens.desk.change()
    click(window, "Remove screen")
    qtbot.waitUntil(lambda: len(window.screens.shelf.cards) == 1)
    assert "Screen 1 is removed" in window.screens.notice.text
    press(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: len(window.screens.shelf.cards) == 2)
    back = next(each for each in room.screens if each.number == 1)
    qtbot.waitUntil(lambda: room.board(back.screen_id).content_at(2) == CameraCell(3))
    assert back.name == "Tường chính"


def test_a_new_screen_gets_the_next_number(qtbot: QtBot, window: ConsoleWindow, room: FakeRoom) -> None:
    click(window, "New screen")
    qtbot.waitUntil(lambda: window.screens.form.isVisible())
    assert [each.number for each in room.screens] == [1, 2, 3]
    assert room.selected_screen == room.screens[2].screen_id == window.screens.form.screen_id
    press(window, Qt.Key.Key_Escape)
    assert not window.screens.form.isVisible() and len(room.screens) == 3
