"""The page of the city in the operator's hand: what is asked, what is seen, what is chosen and where it goes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.console.conftest import MakeConsole
from tests.ui.console.fake_fleet import FakeFleet
from tests.ui.console.fake_overview import FakeOverview
from tests.ui.console.fake_room import FakeRoom
from tests.ui.console.hand import click, press, type_text
from tests.ui.fake_live import FakeLive
from tests.ui.pixels import Colour, is_grey, rgb
from wall.model.events import HealthChanged, InventoryChanged
from wall.model.health import Health, Verdict
from wall.model.inventory import Inventory
from wall.model.tile import Cause
from wall.model.view import CameraCell
from wall.ui.console import ConsoleWindow
from wall.ui.console.overview import OverviewPage
from wall.ui.console.overview.arranging import Only
from wall.ui.console.pages import HEALTH, OVERVIEW, SCREENS

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(make_console: MakeConsole) -> ConsoleWindow:
    return make_console(page=OVERVIEW)


@pytest.fixture
def page(window: ConsoleWindow) -> OverviewPage:
    assert window.overview is not None
    return window.overview


def colour_of(page: OverviewPage, camera: int) -> Colour:
    """In the middle of a camera's picture, as it is painted."""
    page.view.viewport().repaint()
    image = page.view.viewport().grab().toImage()
    return rgb(image.pixelColor(page.view.rect_of(camera).center()))


def click_on(page: OverviewPage, camera: int, modifier: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(page.view.viewport(), LEFT, modifier, page.view.rect_of(camera).center())


def shown_on(room: FakeRoom) -> list[int]:
    contents = room.board(room.selected_screen).page_contents()
    return [each.camera_id for each in contents if isinstance(each, CameraCell)]


# -- who is asked, and when


def test_the_page_asks_for_what_is_seen_first(qtbot: QtBot, page: OverviewPage, overview: FakeOverview) -> None:
    qtbot.waitUntil(lambda: overview.looked is not None)
    looked = overview.looked
    assert looked is not None
    assert sorted(looked.cameras) == list(range(1, 41))
    assert 0 < len(looked.in_sight) < 40 and looked.in_sight == page.view.in_sight
    assert looked.size[0] >= 160 and looked.size[1] == round(looked.size[0] * 9 / 16)
    page.view.verticalScrollBar().setValue(page.view.verticalScrollBar().maximum())
    qtbot.waitUntil(lambda: overview.looked is not None and overview.looked.in_sight != looked.in_sight)


def test_who_cannot_see_it_costs_nothing(qtbot: QtBot, window: ConsoleWindow, overview: FakeOverview) -> None:
    qtbot.waitUntil(lambda: overview.looked is not None)
    window.go_to(HEALTH)
    assert overview.looked is None
    qtbot.wait(200)
    assert overview.looked is None
    window.go_to(OVERVIEW)
    qtbot.waitUntil(lambda: overview.looked is not None)
    window.showMinimized()
    qtbot.waitUntil(lambda: overview.looked is None)
    window.showNormal()
    qtbot.waitUntil(lambda: overview.looked is not None)
    window.hide()
    assert overview.looked is None
    window.show()
    qtbot.waitUntil(lambda: overview.looked is not None)


# -- what is seen


def test_a_picture_comes_grows_old_and_says_so(
    qtbot: QtBot, live: FakeLive, page: OverviewPage, overview: FakeOverview
) -> None:
    camera = page.view.cameras[0]
    overview.take(camera, live.clock.now_s)
    qtbot.waitUntil(lambda: colour_of(page, camera)[0] > 150)
    assert not is_grey(colour_of(page, camera))
    live.clock.now_s += 25
    qtbot.waitUntil(lambda: is_grey(colour_of(page, camera)), timeout=4000)


def test_the_same_picture_for_long_says_so(live: FakeLive, page: OverviewPage, overview: FakeOverview) -> None:
    camera = page.view.cameras[0]
    overview.take(camera, live.clock.now_s, same_since_s=live.clock.now_s - 90)
    tip = page._tip_of(camera)
    assert "The very same picture since" in tip
    assert page._state_of(camera).belongs_to(Only.OLD)


def test_the_tip_tells_the_whole(live: FakeLive, page: OverviewPage, overview: FakeOverview) -> None:
    overview.take(7, live.clock.now_s - 4, cause=Cause.TIMEOUT)
    lines = page._tip_of(7).splitlines()
    assert lines[0].startswith("7  ")
    assert any("4 s old" in line and "a single picture" in line for line in lines)
    assert lines[-1] == "The camera does not answer"
    overview.fail(8, Cause.LOGIN_WITHHELD)
    assert "another camera has refused it" in page._tip_of(8)
    assert "no picture yet" in page._tip_of(9)


def test_only_what_is_new_is_painted(qtbot: QtBot, live: FakeLive, page: OverviewPage, overview: FakeOverview) -> None:
    painted: list[int] = []
    real = page.view._look_of

    def look_of(camera: int) -> object:
        painted.append(camera)
        return real(camera)

    qtbot.wait(300)
    page.view._look_of = look_of  # type: ignore[assignment]
    camera = page.view.cameras[3]
    overview.take(camera, live.clock.now_s)
    qtbot.waitUntil(lambda: bool(painted))
    assert set(painted) == {camera}


def test_all_at_once(qtbot: QtBot, window: ConsoleWindow, page: OverviewPage, overview: FakeOverview) -> None:
    press(window, Qt.Key.Key_0)
    assert set(page.view.in_sight) == set(range(1, 41))
    qtbot.waitUntil(lambda: overview.looked is not None and len(overview.looked.in_sight) == 40)
    press(window, Qt.Key.Key_0)
    assert len(page.view.in_sight) < 40


def test_larger_and_smaller_by_wheel_and_key(qtbot: QtBot, window: ConsoleWindow, page: OverviewPage) -> None:
    before = page.view.picture_width
    press(window, Qt.Key.Key_Plus)
    assert page.view.picture_width > before
    middle = QPointF(page.view.viewport().rect().center())
    for turn in (-120, -120):
        wheel = QWheelEvent(
            middle,
            page.view.viewport().mapToGlobal(middle),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            CTRL,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(page.view.viewport(), wheel)
    assert page.view.picture_width < before


def test_the_whole_window(window: ConsoleWindow, page: OverviewPage) -> None:
    before = page.view.width()
    press(window, Qt.Key.Key_W)
    assert not window.tree.isVisible() and not window.panel.isVisible()
    QApplication.processEvents()
    assert page.view.width() > before
    press(window, Qt.Key.Key_F, CTRL)
    assert page.bar.finder.hasFocus()
    window.go_to(HEALTH)
    assert window.tree.isVisible() and window.panel.isVisible()
    window.go_to(OVERVIEW)
    assert not window.tree.isVisible()
    press(window, Qt.Key.Key_Escape)
    assert window.tree.isVisible() and window.panel.isVisible()


# -- filters


def test_states_are_counted_and_chosen(
    qtbot: QtBot, fleet: FakeFleet, live: FakeLive, window: ConsoleWindow, page: OverviewPage
) -> None:
    (lost,) = [each for each in page.bar.findChildren(QPushButton) if each.text() == "Lost or faulty  4"]
    QTest.mouseClick(lost, LEFT)
    qtbot.waitUntil(lambda: len(page.view.cameras) == 4)
    fleet.health_now[20] = Health(Verdict.LOST)
    fleet.tell(HealthChanged({20: Health(Verdict.LOST)}))
    live.clock.now_s += 3  # Not in a hurry: nothing moves under the hand.
    qtbot.waitUntil(lambda: 20 in page.view.cameras, timeout=6000)
    press(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: len(page.view.cameras) == 40)


def test_it_is_filtered_as_one_types_and_only_those_are_asked(
    qtbot: QtBot, window: ConsoleWindow, page: OverviewPage, overview: FakeOverview
) -> None:
    type_text(page.bar.finder, "nga sau")
    qtbot.waitUntil(lambda: 0 < len(page.view.cameras) < 40)
    assert 1 in page.view.cameras
    qtbot.waitUntil(lambda: overview.looked is not None and overview.looked.cameras == page.view.cameras)
    type_text(page.bar.finder, " khong co")
    qtbot.waitUntil(lambda: not page.view.cameras)
    assert not page.view.isVisible()
    click(window, "Show all")
    qtbot.waitUntil(lambda: len(page.view.cameras) == 40)


def test_a_city_without_cameras(make_console: MakeConsole, live: FakeLive) -> None:
    window = make_console(FakeFleet(live.bridge), page=OVERVIEW)
    click(window, "Find devices…")
    assert window.page == "found"


def test_cameras_come_and_go(qtbot: QtBot, fleet: FakeFleet, page: OverviewPage) -> None:
    now = fleet.inventory_now
    click_on(page, page.view.cameras[0])
    fewer = Inventory(now.sites, now.devices, now.cameras[20:])
    fleet.tell(InventoryChanged(fewer, ""))
    qtbot.waitUntil(lambda: len(page.view.cameras) == 20)
    assert page.selected_cameras() == ()


# -- the hand


def test_a_click_shows_the_camera_beside(window: ConsoleWindow, page: OverviewPage) -> None:
    camera = page.view.cameras[2]
    click_on(page, camera)
    assert window.panel.camera_id == camera and page.selected_cameras() == (camera,)
    press(window, Qt.Key.Key_Right)
    assert window.panel.camera_id == page.view.cameras[3]
    press(window, Qt.Key.Key_End)
    assert window.panel.camera_id == page.view.cameras[-1]
    assert page.view.cameras[-1] in page.view.in_sight


def test_a_click_brings_the_camera_to_the_selected_cell(
    window: ConsoleWindow, page: OverviewPage, room: FakeRoom
) -> None:
    first, second = page.view.cameras[0], page.view.cameras[4]
    room.show(room.selected_screen, room.board(room.selected_screen).selected_at(1))
    before = page.view.rect_of(second)
    click_on(page, first)
    board = room.board(room.selected_screen)
    assert board.content_at(1) == CameraCell(first) and board.selected_cell == 1
    assert page.notice.text.startswith("On screen 1: ")
    assert page.view.rect_of(second) == before, "no picture moves away under the hand"
    click_on(page, second)
    QTest.mouseDClick(page.view.viewport(), LEFT, NONE, page.view.rect_of(second).center())
    QTest.mouseRelease(page.view.viewport(), LEFT, NONE, page.view.rect_of(second).center())
    assert room.board(room.selected_screen).content_at(1) == CameraCell(second) and shown_on(room) == [second]


def test_enter_brings_it_too_and_moving_the_hand_brings_nothing(
    window: ConsoleWindow, page: OverviewPage, room: FakeRoom
) -> None:
    first, second, third = page.view.cameras[:3]
    click_on(page, first)
    press(window, Qt.Key.Key_Right)
    assert shown_on(room) == [first]
    press(window, Qt.Key.Key_Return)
    assert shown_on(room) == [second]
    area = page.view.rect_of(third)
    QTest.mousePress(page.view.viewport(), LEFT, NONE, area.center())
    QTest.mouseRelease(page.view.viewport(), LEFT, NONE, area.center() + QPoint(0, 3 * area.height()))
    assert shown_on(room) == [second], "who presses and lets go elsewhere has thought better of it"


def test_several_by_ctrl_shift_and_space(window: ConsoleWindow, page: OverviewPage, room: FakeRoom) -> None:
    cameras = page.view.cameras
    click_on(page, cameras[0])
    click_on(page, cameras[2], CTRL)
    assert page.selected_cameras() == (cameras[0], cameras[2])
    click_on(page, cameras[2], CTRL)
    assert page.selected_cameras() == (cameras[0],)
    click_on(page, cameras[0])
    click_on(page, cameras[3], SHIFT)
    assert set(page.selected_cameras()) == set(cameras[:4])
    press(window, Qt.Key.Key_Return, CTRL)
    assert set(shown_on(room)) == set(cameras[:4])
    press(window, Qt.Key.Key_Escape)
    press(window, Qt.Key.Key_Escape)
    assert len(page.selected_cameras()) == 1


def test_what_is_chosen_is_dragged(page: OverviewPage) -> None:
    cameras = page.view.cameras
    click_on(page, cameras[0])
    click_on(page, cameras[1], CTRL)
    chosen, picture = page.view._lifted(cameras[1])
    assert tuple(chosen) == cameras[:2] and picture.width() == page.view.picture_width
    alone, _ = page.view._lifted(cameras[5])
    assert tuple(alone) == (cameras[5],)


def test_without_a_screen_it_says_so(window: ConsoleWindow, page: OverviewPage, room: FakeRoom) -> None:
    room.keep_screens([])
    click_on(page, page.view.cameras[0])
    press(window, Qt.Key.Key_Return)
    assert "no screen yet" in page.notice.text


def test_a_camera_chosen_in_the_tree_is_found_here(window: ConsoleWindow, page: OverviewPage) -> None:
    window.tree.opened.emit(38)
    assert window.page == OVERVIEW and window.panel.camera_id == 38
    assert page.selected_cameras() == (38,) and 38 in page.view.in_sight


def test_it_is_reached_by_key(make_console: MakeConsole) -> None:
    window = make_console()
    names = [each.name for each in window.pages.in_navigation]
    press(window, Qt.Key(Qt.Key.Key_1.value + names.index(OVERVIEW)), CTRL)
    assert window.page == OVERVIEW and window.overview is not None and window.overview.view.hasFocus()
    window.go_to(SCREENS)
