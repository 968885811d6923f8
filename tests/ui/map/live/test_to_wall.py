"""From the map to the wall: a grid of what is in view, drawn lines, and what is dragged."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest

from tests.ui.map.live.conftest import Map
from wall.model.view import CameraCell, cameras_in
from wall.ui.drag import dragged_cameras, drop


def on_screen(city_map: Map, screen: int = 0) -> tuple[int, ...]:
    """The cameras of a screen in their order."""
    return cameras_in(city_map.room.board(city_map.room.screens[screen].screen_id).page_contents())


def take_second_screen_away(city_map: Map) -> None:
    city_map.room.keep_screens(city_map.room.screens[:1])


def test_all_cameras_in_view_become_a_grid_the_nearest_to_the_middle_first(city_map: Map) -> None:
    take_second_screen_away(city_map)
    city_map.press(Qt.Key.Key_G)
    shown = on_screen(city_map)
    assert sorted(shown) == list(range(1, 13))
    assert set(shown[:2]) == {6, 7}
    board = city_map.room.board(city_map.room.screens[0].screen_id)
    assert board.layout.size == 16
    assert city_map.said == "On screen 1: 12 cameras. Ctrl+Z there takes it back."
    assert city_map.room.undo_board(city_map.room.screens[0].screen_id)
    assert on_screen(city_map) == ()


def test_where_there_are_several_screens_it_is_asked_which(city_map: Map) -> None:
    city_map.press(Qt.Key.Key_G)
    chooser = city_map.desk.to_wall.chooser
    assert chooser.isVisible() and chooser.list.count() == 2
    city_map.press(Qt.Key.Key_Down)
    city_map.press(Qt.Key.Key_Return)
    assert on_screen(city_map, 0) == ()
    assert len(on_screen(city_map, 1)) == 12
    assert not chooser.isVisible()


def test_only_what_is_in_view_is_opened(city_map: Map) -> None:
    take_second_screen_away(city_map)
    frame = city_map.canvas.frame
    corner = frame.world(*city_map.marks.pixel_of(frame, 1) or (0, 0))
    city_map.canvas.show_frame(frame.centred(*corner, 19.5))
    city_map.press(Qt.Key.Key_G)
    assert on_screen(city_map) == (1,)


def test_a_lasso_opens_what_is_inside(city_map: Map) -> None:
    take_second_screen_away(city_map)
    city_map.press(Qt.Key.Key_L)
    first, last = city_map.at(2), city_map.at(7)
    left, top, right, bottom = first.x() - 30, first.y() - 30, last.x() + 30, last.y() + 30
    corners = [QPoint(left, top), QPoint(right, top), QPoint(right, bottom), QPoint(left, bottom), QPoint(left, top)]
    city_map.drag(corners)
    assert sorted(on_screen(city_map)) == [2, 3, 6, 7]
    assert city_map.canvas.tool is None


def test_a_route_by_its_corners_opens_cameras_in_the_order_of_travel(city_map: Map) -> None:
    take_second_screen_away(city_map)
    city_map.press(Qt.Key.Key_W)
    viewport = city_map.canvas.viewport()
    for camera in (12, 9, 1):
        QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=city_map.at(camera))
        QTest.qWait(5)
    city_map.press(Qt.Key.Key_Return)
    assert on_screen(city_map) == (12, 11, 10, 9, 5, 1)


def test_its_corridor_grows_by_key_and_tells_what_it_has(city_map: Map) -> None:
    take_second_screen_away(city_map)
    city_map.press(Qt.Key.Key_W)
    one, other = city_map.at(5), city_map.at(8)
    beside = QPoint(0, round((city_map.at(9).y() - one.y()) * 0.4))  # 120 m
    viewport = city_map.canvas.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=one + beside)
    QTest.mouseMove(viewport, other + beside)
    route = city_map.desk.route
    QTest.qWait(150)
    assert route.found == ()
    while route.width_m < 240:
        city_map.press(Qt.Key.Key_Plus)
    city_map.press(Qt.Key.Key_Plus)
    assert route.width_m == 400
    city_map.wait(lambda: len(route.found) == 8)
    city_map.press(Qt.Key.Key_Minus)
    city_map.wait(lambda: len(route.found) == 4)
    city_map.press(Qt.Key.Key_Escape)
    assert city_map.canvas.tool is None
    assert on_screen(city_map) == ()


def test_a_route_can_be_drawn_in_one_go(city_map: Map) -> None:
    take_second_screen_away(city_map)
    city_map.press(Qt.Key.Key_W)
    one, other = QPointF(city_map.at(8)), QPointF(city_map.at(5))
    city_map.drag([(one + (other - one) * step / 40).toPoint() for step in range(41)])
    assert on_screen(city_map) == (8, 7, 6, 5)


def test_while_a_line_is_drawn_the_pointer_opens_no_picture(city_map: Map) -> None:
    city_map.press(Qt.Key.Key_L)
    city_map.point_at(6)
    QTest.qWait(600)
    assert city_map.pictures() == []


def test_a_line_around_nothing_says_so(city_map: Map) -> None:
    city_map.press(Qt.Key.Key_L)
    city_map.drag([QPoint(5, 5), QPoint(40, 5), QPoint(40, 40), QPoint(5, 40)])
    assert city_map.said == "There is no camera there."


def test_a_pinned_picture_is_dragged_onto_the_wall(city_map: Map) -> None:
    city_map.desk.pin(3)
    view = city_map.desk.pins.pictures[3].view
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 60))
    QTest.mouseMove(view, QPoint(104, 60))
    QTest.mouseMove(view, QPoint(140, 70))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(140, 70))
    (freight,) = city_map.carried
    assert dragged_cameras(freight) == (3,)
    screen = city_map.room.screens[1].screen_id
    assert drop(city_map.room, freight, screen, 0)
    assert city_map.room.board(screen).content_at(0) == CameraCell(3)
