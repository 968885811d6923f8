"""Live pictures on a real map: under the pointer, pinned, and never received twice."""

from __future__ import annotations

from itertools import combinations

import pytest
from PySide6.QtCore import QLineF, QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.ui.fake_live import FakeLive
from tests.ui.map.live.conftest import MAIN, SUB, Map, inventory_of, url
from tests.ui.pixels import rgb
from wall.model.stream import Source
from wall.model.tile import Cause, TileState
from wall.ui.map.live.hover import RESTS_MS
from wall.ui.map.live.picture import MapPicture
from wall.ui.theme import DARK

RED = (200, 40, 30)
NOWHERE = QPoint(5, 5)
SHIFT = Qt.KeyboardModifier.ShiftModifier


def middle_of(city_map: Map, picture: MapPicture) -> tuple[int, int, int]:
    """The colour in the middle of a picture, as it is painted on the map."""
    middle = picture.mapTo(city_map.window, picture.rect().center())
    return rgb(city_map.window.grab().toImage().pixelColor(middle))


def test_where_the_pointer_rests_there_is_a_live_picture(city_map: Map) -> None:
    city_map.point_at(6)
    city_map.wait(lambda: city_map.shown_urls() == {url(6, SUB)})
    (picture,) = city_map.pictures()
    city_map.live.go_live(RED)
    city_map.wait(lambda: middle_of(city_map, picture) == RED)
    assert not picture.geometry().contains(city_map.at(6))
    city_map.wait(lambda: city_map.desk.tiles_live == 1)


def test_it_goes_when_the_pointer_leaves_and_is_given_back_a_little_later(city_map: Map) -> None:
    city_map.point_at(6)
    city_map.wait(lambda: bool(city_map.shown_urls()))
    city_map.point_at(NOWHERE)
    city_map.wait(lambda: not city_map.pictures())
    assert city_map.live.awake == set()
    assert city_map.shown_urls() == {url(6, SUB)}
    city_map.live.clock.now_s += 7
    city_map.wait(lambda: not city_map.shown_urls())


def test_a_pointer_on_its_way_opens_nothing(city_map: Map) -> None:
    for camera in (5, 6, 7, 8):
        city_map.point_at(camera)
        QTest.qWait(RESTS_MS // 4)
    city_map.point_at(NOWHERE)
    QTest.qWait(RESTS_MS + 100)
    assert city_map.live.count("show") == 0
    assert city_map.pictures() == []


@pytest.mark.parametrize("is_button", [True, False])
def test_it_stays_while_the_pointer_is_on_it_and_a_click_pins_it(city_map: Map, is_button: bool) -> None:
    city_map.point_at(6)
    city_map.wait(lambda: bool(city_map.pictures()))
    (picture,) = city_map.pictures()
    city_map.point_at(NOWHERE)
    QTest.mouseMove(picture, picture.rect().center())
    QTest.qWait(500)
    assert city_map.pictures() == [picture]
    QTest.mouseClick(picture.button if is_button else picture.view, Qt.MouseButton.LeftButton)
    city_map.wait(lambda: 6 in city_map.desk.pins)
    assert city_map.desk.hover.camera is None
    assert city_map.live.count("show") == 1


def test_a_key_pins_what_the_pointer_is_on_with_a_line_to_its_place(city_map: Map) -> None:
    city_map.point_at(7)
    city_map.press(Qt.Key.Key_P)
    (picture,) = city_map.pictures()
    (leader,) = city_map.desk.pins.leaders
    assert QLineF(leader.line.p1(), city_map.at(7)).length() < 13
    assert picture.geometry().adjusted(-1, -1, 1, 1).contains(leader.line.p2().toPoint())
    assert leader.line.length() > 5
    city_map.point_at(NOWHERE)
    QTest.qWait(600)
    assert city_map.pictures() == [picture]
    city_map.point_at(7)
    city_map.press(Qt.Key.Key_P)
    assert city_map.pictures() == []


def test_nine_pins_cover_neither_each_other_nor_their_places_and_move_with_the_map(city_map: Map) -> None:
    for camera in range(1, 10):
        city_map.desk.pin(camera)
    areas = {camera: picture.geometry() for camera, picture in city_map.desk.pins.pictures.items()}
    viewport = city_map.canvas.viewport().rect()
    assert all(viewport.contains(area) for area in areas.values())
    assert not any(one.intersects(other) for one, other in combinations(areas.values(), 2))
    assert not any(area.contains(city_map.at(camera)) for area in areas.values() for camera in areas)
    marks = {camera: city_map.at(camera) for camera in areas}
    city_map.canvas.drag_by(2, 3)
    for camera, picture in city_map.desk.pins.pictures.items():
        assert city_map.at(camera) - marks[camera] == QPoint(2, 3)
        assert (picture.pos() - areas[camera].topLeft() - QPoint(2, 3)).manhattanLength() <= 2 or _at_rim(
            viewport, areas[camera]
        )


def _at_rim(viewport: QRect, area: QRect) -> bool:
    return not viewport.adjusted(12, 12, -12, -12).contains(area)


def test_a_camera_that_is_gone_is_refused_in_words(city_map: Map) -> None:
    city_map.desk.pin(99)
    assert city_map.said == "No stream is known of this camera."


def test_what_the_wall_shows_is_shown_from_the_same_stream(city_map: Map) -> None:
    """Its large one, though a picture on the map would be content with the small one."""
    live = city_map.live
    live.show(3, Source(url(6, MAIN)), 960, 540)
    city_map.desk.pin(6)
    assert city_map.shown_urls() == {url(6, MAIN)}
    live.hide(3)
    live.go_live(RED)
    city_map.wait(lambda: url(6, SUB) in city_map.shown_urls())
    live.go_live(RED)
    city_map.wait(lambda: city_map.shown_urls() == {url(6, SUB)})


def test_when_the_wall_takes_the_large_stream_the_map_follows_without_a_gap(city_map: Map) -> None:
    live = city_map.live
    city_map.desk.pin(6)
    live.go_live(RED)
    (picture,) = city_map.pictures()
    city_map.wait(lambda: middle_of(city_map, picture) == RED)
    live.show(3, Source(url(6, MAIN)), 960, 540)
    city_map.wait(lambda: url(6, MAIN) in city_map.shown_urls())
    assert picture.tile is not None and picture.tile.image is not None
    live.go_live((20, 60, 220))
    city_map.wait(lambda: middle_of(city_map, picture) == (20, 60, 220))
    city_map.wait(lambda: city_map.shown_urls() == {url(6, MAIN)})
    live.hide(3)


def test_a_map_that_nobody_sees_receives_nothing(city_map: Map) -> None:
    city_map.desk.pin(6)
    city_map.desk.pin(7)
    city_map.canvas.hide()
    assert city_map.shown_urls() == set()
    city_map.desk.pin(8)
    QTest.qWait(1200)
    assert city_map.shown_urls() == set()
    city_map.canvas.show()
    city_map.wait(lambda: city_map.shown_urls() == {url(6, SUB), url(7, SUB), url(8, SUB)})


def test_nor_does_one_whose_window_is_minimised_or_covered(city_map: Map) -> None:
    city_map.desk.pin(6)
    city_map.window.showMinimized()
    city_map.wait(lambda: city_map.shown_urls() == set())
    city_map.window.showNormal()
    city_map.wait(lambda: city_map.shown_urls() == {url(6, SUB)})
    city_map.canvas.shown_or_hidden.emit(False)  # As a window says that is covered.
    assert city_map.shown_urls() == set()
    city_map.canvas.shown_or_hidden.emit(True)
    assert city_map.shown_urls() == {url(6, SUB)}


def test_a_picture_says_what_ails_it(city_map: Map) -> None:
    city_map.desk.pin(6)
    city_map.live.go_live(RED)
    (picture,) = city_map.pictures()
    city_map.wait(lambda: middle_of(city_map, picture) == RED)
    city_map.live.fail(TileState.NO_SIGNAL, Cause.REFUSED, for_s=3)
    city_map.wait(lambda: middle_of(city_map, picture) != RED)
    assert picture.tile is not None and picture.tile.status.state is TileState.NO_SIGNAL
    assert city_map.desk.tiles_live == 0


def test_pins_are_closed_by_their_cross_by_escape_and_all_at_once(city_map: Map) -> None:
    for camera in (1, 2, 3, 4, 5):
        city_map.desk.pin(camera)
    QTest.mouseClick(city_map.desk.pins.pictures[2].button, Qt.MouseButton.LeftButton)
    assert list(city_map.desk.pins.pictures) == [1, 3, 4, 5]
    assert city_map.desk.pins.in_hand == 5
    assert city_map.desk.go_back()
    assert list(city_map.desk.pins.pictures) == [1, 3, 4]
    assert city_map.desk.pins.in_hand == 4
    city_map.press(Qt.Key.Key_P, SHIFT)
    assert city_map.pictures() == []
    assert not city_map.desk.go_back()
    assert city_map.live.awake == set()


def test_a_pressed_picture_is_in_hand_and_a_double_click_puts_it_on_the_wall(city_map: Map) -> None:
    city_map.desk.pin(1)
    city_map.desk.pin(2)
    view = city_map.desk.pins.pictures[1].view
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.rect().center())
    assert city_map.desk.pins.in_hand == 1
    QTest.mouseDClick(view, Qt.MouseButton.LeftButton, pos=view.rect().center())
    assert city_map.said.startswith("On screen 1: 1  Ngã Sáu")


@pytest.mark.parametrize("zoom", [11.0, 13.0])
def test_a_group_of_sites_has_no_picture_of_its_own(city_map: Map, zoom: float) -> None:
    city_map.canvas.show_frame(city_map.canvas.frame.centred(*city_map.canvas.frame.centre, zoom))
    city_map.point_at(6)
    QTest.qWait(RESTS_MS + 200)
    assert city_map.live.count("show") == 0


def test_without_a_pointer_what_is_chosen_is_pinned_and_taken_away(city_map: Map) -> None:
    """As with a finger, which points at nothing: a tap chooses, the button pins."""
    city_map.marks.select((3, 4))
    pin = next(each for each in city_map.window.findChildren(QPushButton) if each.text() == "Pin")
    QTest.mouseClick(pin, Qt.MouseButton.LeftButton)
    assert list(city_map.desk.pins.pictures) == [3, 4]
    QTest.mouseClick(pin, Qt.MouseButton.LeftButton)
    assert len(city_map.desk.pins) == 0


def test_no_more_than_sixteen_are_pinned(qtbot: QtBot, live: FakeLive) -> None:
    city_map = Map(qtbot, live, inventory_of(6, 3), DARK, (1600, 900))
    for camera in range(1, 17):
        city_map.desk.pin(camera)
    areas = [picture.geometry() for picture in city_map.desk.pins.pictures.values()]
    assert len(areas) == 16
    assert not any(one.intersects(other) for one, other in combinations(areas, 2))
    city_map.desk.pin(17)
    assert city_map.said == "16 pictures are pinned: take one away first."
    assert len(city_map.pictures()) == 16
    city_map.close()
