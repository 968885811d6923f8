"""Following a subject from pin to pin."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.ui.map.live.conftest import SUB, Map, url
from wall.model.geo.neighbours import Direction

SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_one_key_shows_what_is_around_and_a_direction_goes_there(city_map: Map) -> None:
    city_map.desk.pin(6)
    city_map.press(Qt.Key.Key_H)
    compass = city_map.desk.following.compass
    assert compass.isVisible()
    assert {way: name.split()[0] for way, name in compass.names.items()} == {
        Direction.NORTH: "2",
        Direction.NORTH_EAST: "3",
        Direction.EAST: "7",
        Direction.SOUTH_EAST: "11",
        Direction.SOUTH: "10",
        Direction.SOUTH_WEST: "9",
        Direction.WEST: "5",
        Direction.NORTH_WEST: "1",
    }
    city_map.press(Qt.Key.Key_Right)
    assert list(city_map.desk.pins.pictures) == [7]
    assert city_map.said == "To the east: 7  Cầu Đáp Cầu, 300 m"
    assert compass.isVisible() and compass.names[Direction.WEST].startswith("6 ")
    city_map.press(Qt.Key.Key_PageDown)
    assert list(city_map.desk.pins.pictures) == [12]
    city_map.press(Qt.Key.Key_Escape)
    assert not compass.isVisible()
    assert city_map.canvas.hasFocus()
    assert len(city_map.desk.pins) == 1


def test_those_around_are_received_and_rest_so_that_the_next_one_is_there_at_once(city_map: Map) -> None:
    city_map.desk.pin(6)
    city_map.press(Qt.Key.Key_H)
    live = city_map.live
    assert city_map.shown_urls() == {url(each, SUB) for each in (1, 2, 3, 5, 6, 7, 9, 10, 11)}
    assert len(live.awake) == 1
    city_map.press(Qt.Key.Key_4)
    assert live.count("show") == 1
    assert {live.sources[tile].url for tile in live.awake} == {url(5, SUB)}
    city_map.desk.following.close_it()
    live.clock.now_s += 7
    city_map.wait(lambda: city_map.shown_urls() == {url(5, SUB)})


def test_each_direction_has_a_key_of_its_own(city_map: Map) -> None:
    city_map.desk.pin(6)
    city_map.press(Qt.Key.Key_Up, SHIFT)
    assert list(city_map.desk.pins.pictures) == [2]
    city_map.press(Qt.Key.Key_Up, SHIFT)
    assert list(city_map.desk.pins.pictures) == [2]
    assert city_map.said == "No camera to the north within 3 km"


def test_an_arrow_can_be_clicked(city_map: Map) -> None:
    city_map.desk.pin(6)
    city_map.press(Qt.Key.Key_H)
    compass = city_map.desk.following.compass
    QTest.mouseClick(compass, Qt.MouseButton.LeftButton, pos=compass.chip(Direction.SOUTH).center())
    assert list(city_map.desk.pins.pictures) == [10]


def test_a_hop_out_of_view_takes_the_map_along(city_map: Map) -> None:
    city_map.desk.pin(6)
    frame = city_map.canvas.frame
    city_map.canvas.show_frame(frame.centred(*frame.world(*city_map.marks.pixel_of(frame, 6) or (0, 0)), 18))
    city_map.press(Qt.Key.Key_Right, SHIFT)
    city_map.wait(lambda: not city_map.canvas.is_moving)
    at = city_map.at(7)
    assert city_map.canvas.viewport().rect().contains(at)


def test_without_a_picture_in_hand_it_says_what_to_do(city_map: Map) -> None:
    city_map.press(Qt.Key.Key_H)
    assert city_map.said == "Choose a picture first."
