"""Cameras are placed and turned by a real mouse and real keys on a real map."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.console.dropping import drop_on
from tests.ui.map.little_city import CITY, GATE, HERE, NOWHERE, RINGED, SITES, YARD
from tests.ui.map.placing.placing_hand import Hand
from wall.model.events import WorkFailed
from wall.model.geo.course import between_deg
from wall.model.geo.mercator import distance_m
from wall.model.geo.placing import CameraPlace
from wall.model.tile import Cause
from wall.ui.drag import cameras_freight, dragged_cameras, view_freight
from wall.ui.map.placing.book import Thing
from wall.ui.map.placing.freight import THINGS
from wall.ui.map.placing.handles import ARM_PX, Knob, knobs

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


def knob(hand: Hand, camera_id: int, which: Knob) -> QPoint:
    return knobs(hand.place(camera_id), hand.canvas.frame)[which].toPoint()


def test_outside_of_the_mode_nothing_can_be_moved(make_hand: Callable[..., Hand]) -> None:
    hand = make_hand()
    before = hand.canvas.frame
    gate = hand.pixel(GATE.position)
    hand.drag(gate, gate + QPoint(60, 40))
    assert hand.canvas.frame != before, "the map was dragged"
    assert not drop_on(hand.viewport, QPoint(50, 50), cameras_freight([4]))
    assert hand.fleet.wishes("place") == []


def test_a_camera_is_dragged_to_where_it_stands_and_that_is_undone(hand: Hand, qtbot: QtBot) -> None:
    gate, before = hand.pixel(GATE.position), hand.canvas.frame
    hand.drag(gate, gate + QPoint(80, -50))
    assert hand.canvas.frame == before, "the map stays"
    hand.settle(qtbot)
    moved = hand.record(1)
    assert moved.position is not None and (moved.bearing_deg, moved.view_deg, moved.name) == (90.0, 60.0, "Cổng chợ")
    metres = distance_m(HERE, moved.position)
    assert metres == pytest.approx((80**2 + 50**2) ** 0.5 * before.metres_per_pixel(), rel=0.02)
    assert (hand.pixel(moved.position) - (gate + QPoint(80, -50))).manhattanLength() <= 1
    hand.mode.undo()
    qtbot.waitUntil(lambda: hand.facts.city.inventory == CITY)
    assert hand.place(1).place == HERE


def test_a_click_that_trembles_moves_nothing(hand: Hand) -> None:
    gate = hand.pixel(GATE.position)
    hand.drag(gate, gate + QPoint(2, 1))
    assert hand.mode.book.selected == (Thing(False, 1),) and hand.fleet.wishes("place") == []


def test_the_knobs_turn_a_camera_and_say_how_wide_it_sees(hand: Hand, qtbot: QtBot) -> None:
    gate = hand.pixel(GATE.position)
    hand.click(gate)
    hand.drag(knob(hand, 1, Knob.AIM), gate + QPoint(0, ARM_PX + 20))
    assert between_deg(hand.place(1).bearing_deg or 0, 180) < 1 and hand.place(1).view_deg == 60
    hand.drag(knob(hand, 1, Knob.LEFT), gate + QPoint(ARM_PX, ARM_PX))
    assert hand.place(1).view_deg == pytest.approx(90, abs=1.5)
    hand.settle(qtbot)
    assert between_deg(hand.record(1).bearing_deg or 0, 180) < 1
    assert hand.record(1).position == HERE, "it stays where it is"


def test_a_camera_without_a_direction_gets_one(hand: Hand, qtbot: QtBot) -> None:
    place = hand.place(3).place
    hand.click(hand.pixel(place))
    hand.drag(knob(hand, 3, Knob.AIM), hand.pixel(place) + QPoint(-90, 0))
    hand.settle(qtbot)
    assert between_deg(hand.record(3).bearing_deg or 0, 270) < 1 and hand.record(3).view_deg == 60


def test_several_are_moved_together_and_turn_as_far_as_the_one_in_hand(hand: Hand, qtbot: QtBot) -> None:
    hand.click(hand.pixel(YARD.position))
    hand.click(hand.pixel(GATE.position), CTRL)
    assert hand.mode.book.selected == (Thing(False, 2), Thing(False, 1))
    yard = hand.pixel(YARD.position)
    hand.drag(hand.pixel(GATE.position), hand.pixel(GATE.position) + QPoint(40, 30))
    assert (hand.pixel(hand.place(2).place) - (yard + QPoint(40, 30))).manhattanLength() <= 1
    gate = hand.pixel(hand.place(1).place)
    hand.drag(knob(hand, 1, Knob.AIM), gate + QPoint(0, ARM_PX))
    assert between_deg(hand.place(2).bearing_deg or 0, 90) < 1, "from the north by the quarter that the other turned"
    hand.settle(qtbot)
    assert len(hand.fleet.wishes("place")) == 2, "each drag is one step back, of however many cameras"
    assert hand.record(2).view_deg == 40


def test_a_rectangle_chooses_and_a_click_on_one_of_them_leaves_that_one(hand: Hand) -> None:
    hand.drag(hand.pixel(YARD.position) - QPoint(60, 60), hand.pixel(GATE.position) + QPoint(60, 30), SHIFT)
    assert set(hand.mode.book.selected) == {Thing(False, 1), Thing(False, 2)}
    hand.click(hand.pixel(GATE.position))
    assert list(hand.mode.book.selected) == [Thing(False, 1)]
    hand.click(QPoint(40, 40))
    assert not hand.mode.book.selected


def test_a_site_takes_the_cameras_of_its_ring_along_and_only_it_is_kept(hand: Hand, qtbot: QtBot) -> None:
    site, ringed = hand.pixel(SITES[1].position), hand.pixel(hand.place(3).place)
    hand.drag(site, site + QPoint(100, 10), lets_go=False)
    assert (hand.pixel(hand.place(3).place) - (ringed + QPoint(100, 10))).manhattanLength() <= 1
    QTest.mouseRelease(hand.viewport, Qt.MouseButton.LeftButton, pos=site + QPoint(100, 10))
    hand.settle(qtbot)
    assert hand.record(3).position is None and hand.mode.book.is_approximate(Thing(False, 3))
    assert (hand.pixel(hand.place(3).place) - (ringed + QPoint(100, 10))).manhattanLength() <= 2
    assert hand.fleet.inventory_now.sites[1].position != SITES[1].position


def test_esc_puts_back_what_is_in_the_hand_then_the_choice_then_the_mode(hand: Hand) -> None:
    gate = hand.pixel(GATE.position)
    hand.drag(gate, gate + QPoint(70, 0), lets_go=False)
    assert hand.place(1).place != HERE
    hand.key(Qt.Key.Key_Escape)
    assert hand.place(1).place == HERE
    QTest.mouseRelease(hand.viewport, Qt.MouseButton.LeftButton, pos=gate + QPoint(70, 0))
    assert hand.fleet.wishes("place") == []
    assert hand.mode.go_back() and hand.mode.book.selected == ()
    assert hand.mode.go_back() and not hand.mode.is_on and hand.mode.panel.isHidden()
    assert not hand.mode.go_back()


def test_arrow_keys_move_by_pixels_and_are_one_step(hand: Hand, qtbot: QtBot) -> None:
    gate, before = hand.pixel(GATE.position), hand.canvas.frame
    hand.click(gate)
    for _ in range(3):
        hand.key(Qt.Key.Key_Right)
    hand.key(Qt.Key.Key_Down, SHIFT)
    hand.key(Qt.Key.Key_BracketRight)
    hand.settle(qtbot)
    assert hand.canvas.frame == before
    assert (hand.pixel(hand.record(1).position) - (gate + QPoint(3, 10))).manhattanLength() <= 1
    assert hand.record(1).bearing_deg == pytest.approx(95)
    assert len(hand.fleet.wishes("place")) == 1
    hand.mode.book.select_all(())
    hand.key(Qt.Key.Key_Right)
    assert hand.canvas.is_moving, "with nothing in hand the arrows move the map"


def test_who_stands_nowhere_is_listed_and_dragged_onto_the_map(hand: Hand, qtbot: QtBot) -> None:
    rows = hand.mode.panel.unplaced.rows
    assert [rows.index(each).data() for each in range(rows.rowCount())] == ["4  Trường học", "5  Cầu vượt"]
    freight = rows.mimeData([rows.index(0)])
    assert drop_on(hand.viewport, QPoint(200, 150), freight)
    assert rows.things == (Thing(False, 5),) and hand.mode.book.selected == (Thing(False, 4),)
    hand.settle(qtbot)
    assert (hand.pixel(hand.record(4).position) - QPoint(200, 150)).manhattanLength() <= 1
    assert not drop_on(hand.viewport, QPoint(20, 20), view_freight(1)), "a view is no camera"


def test_a_site_that_is_nowhere_is_dragged_and_its_cameras_stand_around_it(hand: Hand, qtbot: QtBot) -> None:
    hand.fleet.edit([replace(each, site_id=1) for each in NOWHERE])
    rows = hand.mode.panel.unplaced.rows
    qtbot.waitUntil(lambda: rows.index(0).data() == "■  Chợ · Ninh Xá")
    freight = rows.mimeData([rows.index(0)])
    assert set(dragged_cameras(freight)) == {1, 4, 5}, "to the wall it is its cameras"
    assert drop_on(hand.viewport, QPoint(300, 200), freight)
    hand.settle(qtbot)
    site = hand.fleet.inventory_now.sites[0]
    assert (hand.pixel(site.position) - QPoint(300, 200)).manhattanLength() <= 1
    assert hand.record(4).position is None and hand.mode.book.is_approximate(Thing(False, 4))
    assert site.position is not None and distance_m(hand.place(4).place or HERE, site.position) < 15
    assert rows.things == () and hand.mode.panel.unplaced.isHidden()


@pytest.mark.parametrize("data", [b"", b"{", b"[[1, 2]]", b"[[true]]", b'[["x", 1]]', b"7", b"[" * 9999])
def test_what_is_dragged_may_be_broken(hand: Hand, data: bytes) -> None:
    freight = QMimeData()
    freight.setData(THINGS, QByteArray(data))
    assert not drop_on(hand.viewport, QPoint(50, 50), freight)


def test_several_that_are_dropped_stand_in_a_ring_and_enter_puts_into_the_middle(hand: Hand, qtbot: QtBot) -> None:
    unplaced = hand.mode.panel.unplaced
    unplaced.selectAll()
    QTest.keyClick(unplaced, Qt.Key.Key_Return)
    assert set(hand.mode.book.selected) == {Thing(False, each.camera_id) for each in NOWHERE}
    hand.settle(qtbot)
    first, second = hand.record(4).position, hand.record(5).position
    assert first is not None and second is not None and 20 < distance_m(first, second) < 30
    assert unplaced.isHidden()


def test_a_place_in_a_ring_becomes_its_own_and_is_taken_away_again(hand: Hand, qtbot: QtBot) -> None:
    place = hand.place(3).place
    hand.click(hand.pixel(place))
    assert hand.mode.panel._firm.isVisible() and not hand.mode.panel._away.isVisible()
    hand.mode.panel._firm.click()
    hand.settle(qtbot)
    assert hand.record(3).position == place and hand.mode.panel._away.isVisible()
    hand.mode.panel._away.click()
    hand.settle(qtbot)
    assert hand.record(3) == RINGED


def test_what_could_not_be_kept_goes_back_to_where_it_was(hand: Hand, qtbot: QtBot) -> None:
    gate = hand.pixel(GATE.position)
    hand.drag(gate, gate + QPoint(50, 50))
    hand.facts.take_note(WorkFailed("1 camera placed", Cause.DATABASE, "disk full"))
    assert hand.place(1).place == HERE


def test_what_was_placed_last_is_kept_when_the_mode_ends(hand: Hand) -> None:
    gate = hand.pixel(GATE.position)
    hand.drag(gate, gate + QPoint(50, 50))
    hand.mode.toggle()
    assert isinstance(hand.fleet.wishes("place")[0][1], tuple) and hand.record(1).position != HERE


def test_the_inventory_may_lose_what_is_chosen(hand: Hand, qtbot: QtBot) -> None:
    hand.click(hand.pixel(GATE.position))
    hand.fleet.remove([1])
    qtbot.waitUntil(lambda: hand.mode.book.selected == ())
    assert hand.mode.book.place_of(Thing(False, 1)) is None
    hand.mode.make_firm()
    hand.mode.take_away()
    assert hand.fleet.wishes("place") == []


def test_each_camera_is_kept_with_all_of_its_place(hand: Hand) -> None:
    gate = hand.pixel(GATE.position)
    hand.drag(gate, gate + QPoint(50, 50))
    hand.mode.end()
    (_name, cameras, sites) = hand.fleet.wishes("place")[0]
    assert isinstance(cameras, tuple) and sites == ()
    assert isinstance(cameras[0], CameraPlace) and (cameras[0].bearing_deg, cameras[0].view_deg) == (90.0, 60.0)
