"""Layers are laid over a real map by their switches, and what they show is looked at in the pixels."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.map.little_city import GATE, HERE, SITES, YARD
from tests.ui.map.overlays.conftest import NOW_S, LayerHand
from wall.model.bookmark import Bookmark
from wall.model.events import IncidentsChanged
from wall.model.geo.mercator import to_position
from wall.model.health import Incident, SharedCause
from wall.model.watching import Seen
from wall.ui.map.frame import MapFrame
from wall.ui.map.layer import PlainLayer
from wall.ui.map.overlays.heat import Heat
from wall.ui.map.overlays.heat_picture import CELL_PX, heat_picture
from wall.ui.map.overlays.moments import BookmarksHere, Moments
from wall.ui.map.overlays.outages import Outages, SiteOutage
from wall.ui.map.overlays.switches import Switches
from wall.ui.map.overlays.time_range import TimeRange
from wall.ui.theme import DARK

WARM, COLD = QColor("#0000ff"), QColor("#ff8000")
OUT = Incident(2, "Ngã Sáu", (3, 9), 4, SharedCause.POWER_OR_UPLINK, NOW_S - 130)


def colour_at(hand: LayerHand, at: QPoint) -> QColor:
    return hand.viewport.grab().toImage().pixelColor(at)


def is_amber(colour: QColor) -> bool:
    return colour.red() > colour.blue() + 30


def is_blue(colour: QColor) -> bool:
    return colour.blue() > colour.red() + 30


# -- switches


def test_a_layer_is_in_the_scene_only_while_it_is_on(hand: LayerHand) -> None:
    heat, outages = (
        Heat(DARK, hand.canvas, hand.facts, hand.room, hand.now),
        Outages(DARK, hand.canvas, hand.facts, hand.now),
    )
    hand.switches.add(heat)
    hand.switches.add(outages)
    assert not hand.canvas.layers and not hand.room.seen_since
    hand.panel.check_of("outages").click()
    hand.panel.check_of("heat").click()
    assert list(hand.canvas.layers) == [outages.layer, heat.layer], "nothing is under the low ones here"
    assert hand.switches.on == ("heat", "outages") and heat.controls.isVisible()
    hand.switches.show_only(["outages", "of a newer program"])
    assert list(hand.canvas.layers) == [outages.layer] and not hand.panel.check_of("heat").isChecked()
    assert not heat.controls.isVisible()
    with pytest.raises(ValueError):
        hand.switches.add(heat)


def test_low_ones_lie_under_the_cameras_and_the_others_over_all_in_their_order(hand: LayerHand) -> None:
    ground, cameras = PlainLayer(), PlainLayer()
    hand.canvas.add_layer(ground)
    hand.canvas.add_layer(cameras)
    switches = Switches(hand.canvas, cameras)
    heat = Heat(DARK, hand.canvas, hand.facts, hand.room, hand.now)
    outages = Outages(DARK, hand.canvas, hand.facts, hand.now)
    moments = Moments(DARK, hand.canvas, hand.facts, hand.room, hand.bridge, hand.now)
    for each in (heat, outages, moments):
        switches.add(each)
    for name in ("bookmarks", "heat", "outages"):
        switches.turn(name, on=True)
    assert list(hand.canvas.layers) == [ground, heat.layer, cameras, outages.layer, moments.layer]
    switches.turn("outages", on=False)
    assert list(hand.canvas.layers) == [ground, heat.layer, cameras, moments.layer]
    switches.end()
    assert list(hand.canvas.layers) == [ground, cameras]


def test_what_is_off_asks_nobody(hand: LayerHand, qtbot: QtBot) -> None:
    heat = Heat(DARK, hand.canvas, hand.facts, hand.room, hand.now)
    hand.switches.add(heat)
    hand.switches.turn("heat", on=True)
    assert hand.room.seen_since == [NOW_S - 8 * 3600]
    hand.switches.turn("heat", on=False)
    heat.span.setCurrentIndex(0)
    heat.renew()
    assert len(hand.room.seen_since) == 1
    assert not [timer for timer in heat.findChildren(QTimer) if timer.isActive()]


# -- heat


def test_who_was_watched_is_warm_and_who_was_not_is_amber(hand: LayerHand, qtbot: QtBot) -> None:
    hand.room.ledger = [Seen(1, NOW_S, 8 * 3600.0)]
    heat = Heat(DARK, hand.canvas, hand.facts, hand.room, hand.now)
    hand.switches.add(heat)
    plain = colour_at(hand, QPoint(10, 10))
    hand.switches.turn("heat", on=True)
    qtbot.waitUntil(lambda: is_blue(colour_at(hand, hand.pixel(GATE.position))))
    assert is_amber(colour_at(hand, hand.pixel(SITES[1].position)))
    assert colour_at(hand, QPoint(10, 10)) == plain, "where no camera stands there is nothing"
    assert "2 of 3 cameras were seen by nobody" in heat.said.text()


def test_the_heat_goes_along_with_the_map(hand: LayerHand, qtbot: QtBot) -> None:
    heat = Heat(DARK, hand.canvas, hand.facts, hand.room, hand.now)
    hand.switches.add(heat)
    hand.switches.turn("heat", on=True)
    qtbot.waitUntil(lambda: is_amber(colour_at(hand, hand.pixel(HERE))))
    hand.drag(QPoint(300, 300), QPoint(420, 360))
    assert is_amber(colour_at(hand, hand.pixel(HERE)))
    hand.canvas.zoom_by(8, QPointF(hand.pixel(HERE)))
    qtbot.waitUntil(lambda: not hand.canvas.is_moving)
    assert is_amber(colour_at(hand, hand.pixel(HERE)))


def test_the_ledger_s_answer_to_a_former_question_is_not_shown(hand: LayerHand, qtbot: QtBot) -> None:
    hand.room.ledger = [Seen(1, NOW_S, 3600.0)]
    heat = Heat(DARK, hand.canvas, hand.facts, hand.room, hand.now)
    hand.switches.add(heat)
    hand.switches.turn("heat", on=True)
    heat.span.setCurrentIndex(0)
    qtbot.waitUntil(lambda: bool(heat.layer._watched))
    assert heat.layer._watched[0].share == 1.0 and hand.room.seen_since[-1] == NOW_S - 3600


def test_the_picture_of_heat_is_as_strong_where_many_stand() -> None:
    frame = MapFrame(0.5, 0.5, 1e6, 800, 400)
    xs, ys = np.full(50, 0.5002), np.full(50, 0.5002)
    image = heat_picture(frame, xs, ys, np.zeros(50), WARM, COLD)
    assert (image.width(), image.height()) == (-(-800 // CELL_PX), -(-400 // CELL_PX))
    middle = QImage.pixelColor(image, 200 // CELL_PX, 200 // CELL_PX)
    assert middle.red() > 200 and middle.blue() < 20 and 95 <= middle.alpha() <= 106
    assert image.pixelColor(image.width() - 1, image.height() - 1).alpha() == 0
    empty = heat_picture(frame, np.zeros(0), np.zeros(0), np.zeros(0), WARM, COLD)
    assert empty.pixelColor(25, 25).alpha() == 0


# -- outages


def test_a_site_that_is_out_has_a_sign_that_can_be_taken(hand: LayerHand, qtbot: QtBot) -> None:
    outages = Outages(DARK, hand.canvas, hand.facts, hand.now)
    hand.switches.add(outages)
    hand.switches.turn("outages", on=True)
    at = hand.pixel(SITES[1].position)
    assert hand.under(at) is None
    hand.fleet.tell(IncidentsChanged((OUT,)))
    qtbot.waitUntil(lambda: hand.under(at) == SiteOutage(2, (3, 9)))
    assert outages.layer._signs[0].detail == "2 of 4 cameras  ·  power or uplink of the site  ·  2 min 10"
    assert colour_at(hand, at + QPoint(0, 22)).rgb() != colour_at(hand, QPoint(5, 5)).rgb()
    hand.fleet.tell(IncidentsChanged(()))
    qtbot.waitUntil(lambda: hand.under(at) is None)


def test_a_site_without_a_place_is_out_where_its_cameras_are(hand: LayerHand, qtbot: QtBot) -> None:
    outages = Outages(DARK, hand.canvas, hand.facts, hand.now)
    hand.switches.add(outages)
    hand.switches.turn("outages", on=True)
    hand.fleet.tell(IncidentsChanged((Incident(1, "Chợ", (1, 2), 2, SharedCause.LOGIN, NOW_S),)))
    qtbot.waitUntil(lambda: len(outages.layer._signs) == 1)
    middle = to_position(*outages.layer._signs[0].point)
    assert YARD.position is not None
    assert HERE.latitude < middle.latitude < YARD.position.latitude
    hand.fleet.tell(IncidentsChanged((Incident(7, "?", (77,), 1, SharedCause.LOGIN, NOW_S),)))
    qtbot.waitUntil(lambda: not outages.layer._signs)


# -- bookmarks


def bookmark(camera: int, ago_s: float, note: str) -> Bookmark:
    return Bookmark(NOW_S - ago_s, camera, camera, f"c{camera}", note=note)


@pytest.fixture
def moments(hand: LayerHand, qtbot: QtBot) -> Moments:
    for each in (bookmark(1, 600, "đổ rác"), bookmark(1, 40_000, "xe"), bookmark(4, 100, "cháy")):
        hand.room.add_bookmark(each, b"")
    moments = Moments(DARK, hand.canvas, hand.facts, hand.room, hand.bridge, hand.now)
    hand.switches.add(moments)
    hand.panel.check_of("bookmarks").click()
    qtbot.waitUntil(lambda: len(moments.list.rows.rows) == 3)
    return moments


def test_a_flag_stands_where_bookmarks_were_kept(hand: LayerHand, moments: Moments) -> None:
    found = hand.under(hand.pixel(GATE.position) - QPoint(-4, 18))
    assert isinstance(found, BookmarksHere) and found.cameras == (1,) and len(found.bookmarks) == 2
    assert moments.said.text() == "3 bookmarks, 1 of them of cameras without a place."
    assert [row.name for row in moments.list.rows.rows] == ["cháy", "đổ rác", "xe"]


def test_the_slider_chooses_the_time(hand: LayerHand, moments: Moments, qtbot: QtBot) -> None:
    slider = moments.range
    QTest.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(round(slider._x(slider.chosen[0])), 16))
    QTest.mouseMove(slider, QPoint(round(slider._x(NOW_S - 3600)), 16))
    QTest.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=QPoint(round(slider._x(NOW_S - 3600)), 16))
    qtbot.waitUntil(lambda: [row.name for row in moments.list.rows.rows] == ["cháy", "đổ rác"])
    found = hand.under(hand.pixel(GATE.position) - QPoint(-4, 18))
    assert isinstance(found, BookmarksHere) and len(found.bookmarks) == 1
    slider.setFocus()
    for _ in range(12):
        QTest.keyClick(slider, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: moments.said.text() == "No bookmark was kept in this time.")


def test_one_in_the_list_is_flown_to_and_a_new_one_comes_by_itself(
    hand: LayerHand, moments: Moments, qtbot: QtBot
) -> None:
    hand.canvas.drag_by(900, 0)
    moments.list.setCurrentIndex(moments.list.rows.index(1))
    QTest.keyClick(moments.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: (hand.pixel(HERE) - hand.viewport.rect().center()).manhattanLength() < 3)
    hand.room.add_bookmark(bookmark(2, 5, "mới"), b"")
    qtbot.waitUntil(lambda: moments.list.rows.rows[0].name == "mới")


# -- the slider by itself


def test_a_range_never_turns_around_and_never_leaves_the_whole(qtbot: QtBot) -> None:
    slider = TimeRange(DARK, None)  # type: ignore[arg-type]
    qtbot.addWidget(slider)
    slider.resize(300, 48)
    slider.show_whole(1000.0, 2000.0)
    slider.choose_all()
    told: list[tuple[float, float]] = []
    slider.changed.connect(lambda *each: told.append(each))
    slider.setFocus()
    for key in [Qt.Key.Key_Left] * 30 + [Qt.Key.Key_Right] * 5:
        QTest.keyClick(slider, key, Qt.KeyboardModifier.ShiftModifier)
    assert all(1000 <= left <= right <= 2000 for left, right in told) and slider.chosen == (1000.0, 1500.0)
    QTest.keyClick(slider, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert slider.chosen == pytest.approx((1010.0, 1510.0))
    slider.show_whole(1200.0, 2200.0)
    assert slider.chosen == pytest.approx((1200.0, 1510.0))
