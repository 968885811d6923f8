"""The mouse in the driven tile: a pull from its middle, a click that centres, a box, and the wheel."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication, QMimeData, QPoint, Qt
from PySide6.QtGui import QInputDevice, QPixmap, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.gestures import LEFT, NONE, drag, spot, wheel
from tests.ui.pixels import cell_image, rgb, view_of
from tests.ui.ptz.fake_ptz import DOME, FakePtz
from tests.ui.ptz.hand import CTRL, SHIFT, hand_of, lift, move, push, tap
from tests.ui.test_recording_hand import said
from wall.model.ptz.ability import PtzAbility
from wall.model.ptz.move import Place, Velocity, Way
from wall.model.ptz.standing import PtzStanding
from wall.ui.hand import Hand
from wall.ui.ptz.reticle import Reticle
from wall.ui.ptz.steering import HOLD_MS
from wall.ui.theme import DARK
from wall.ui.wall_window import WallWindow

K = Qt.Key


@pytest.fixture(scope="module")
def finger(qapp: QCoreApplication) -> QPointingDevice:
    return QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)


@pytest.fixture
def carried(window: WallWindow, monkeypatch: pytest.MonkeyPatch) -> list[QWidget]:
    """What was carried away by a drag: it comes here and goes nowhere."""
    taken: list[QWidget] = []
    watch = window.findChild(Hand)
    assert watch is not None

    def carry(source: QWidget, freight: QMimeData, picture: QPixmap) -> None:
        taken.append(source)

    monkeypatch.setattr(watch, "_carries", carry)
    return taken


@pytest.fixture
def driven(window: WallWindow, carried: list[QWidget]) -> WallWindow:
    """The first tile's dome is in hand."""
    tap(window, K.Key_P)
    return window


def velocity(ptz: FakePtz) -> Velocity:
    assert ptz.velocity is not None
    return ptz.velocity


def test_a_pull_leads_where_it_points_and_the_further_the_faster(
    driven: WallWindow, ptz: FakePtz, carried: list[QWidget]
) -> None:
    push(driven, (0.5, 0.5))
    assert ptz.asked == [], "nothing before it moves"
    move(driven, (0.7, 0.5))
    slow = velocity(ptz)
    assert slow.pan > 0 and slow.tilt == pytest.approx(0, abs=0.02) and slow.zoom == 0
    move(driven, (0.9, 0.5))
    assert 2 * slow.pan < velocity(ptz).pan < 1
    move(driven, (0.999, 0.5))
    assert velocity(ptz).pan == pytest.approx(1, abs=0.03)
    move(driven, (0.5, 0.1))
    assert velocity(ptz).tilt > 0.4 and velocity(ptz).pan == pytest.approx(0, abs=0.02)
    move(driven, (0.2, 0.8))
    assert velocity(ptz).pan < 0 and velocity(ptz).tilt < 0
    move(driven, (0.51, 0.51))
    assert ptz.held == {}, "near the middle it stands"
    move(driven, (2.0, 0.5))
    assert velocity(ptz).pan == pytest.approx(1, abs=0.01), "outside of its tile it is still that tile's"
    lift(driven, (2.0, 0.5))
    assert ptz.held == {} and ptz.asked_for("step", "go_to") == [] and carried == []
    assert driven.wishes.board.selected == 0


def test_a_press_that_lasts_is_a_pull(qtbot: QtBot, driven: WallWindow, ptz: FakePtz) -> None:
    push(driven, (0.9, 0.5))
    qtbot.waitUntil(lambda: ptz.held != {}, timeout=HOLD_MS + 2000)
    lift(driven, (0.9, 0.5))
    assert ptz.held == {} and ptz.asked_for("step") == []


def test_a_click_centres_what_is_under_it(driven: WallWindow, ptz: FakePtz) -> None:
    QTest.mouseClick(view_of(driven), LEFT, NONE, spot(driven, 0, (0.75, 0.25)).toPoint())
    ((_, camera_id, way),) = ptz.asked_for("step")
    assert camera_id == 1 and isinstance(way, Way) and way.of_view
    assert (way.pan, way.tilt, way.zoom) == pytest.approx((0.5, 0.5, 0), abs=0.02)
    assert ptz.asked_for("drive") == [] and ptz.held == {}


def test_in_a_picture_that_is_looked_at_closely_a_click_means_what_is_seen_there(
    driven: WallWindow, ptz: FakePtz
) -> None:
    for _ in range(2):
        tap(driven, K.Key_Plus, CTRL)
    QTest.mouseClick(view_of(driven), LEFT, NONE, spot(driven, 0, (0.75, 0.5)).toPoint())
    ((_, _, way),) = ptz.asked_for("step")
    assert isinstance(way, Way) and (way.pan, way.tilt) == pytest.approx((0.25, 0), abs=0.02), "twice as close"


def test_a_box_fills_the_picture(driven: WallWindow, ptz: FakePtz) -> None:
    drag(driven, 0, (0.5, 0.5), (0.75, 0.75), SHIFT)
    ((_, _, way),) = ptz.asked_for("step")
    assert isinstance(way, Way) and way.of_view and way.zoom > 0.1
    assert (way.pan, way.tilt) == pytest.approx((0.25, -0.25), abs=0.02)
    drag(driven, 0, (0.5, 0.5), (0.505, 0.505), SHIFT)
    assert len(ptz.asked_for("step")) == 1, "hardly a box at all"
    assert ptz.asked_for("drive") == []


def test_a_dome_that_takes_places_goes_to_where_the_click_would_lead(driven: WallWindow, ptz: FakePtz) -> None:
    ptz.abilities[1] = PtzAbility(pan_tilt=True, zoom=True, absolute=True, tells_place=True)
    ptz.standings[1] = PtzStanding(1, place=Place(0.2, -0.1, 0.0))
    QTest.mouseClick(view_of(driven), LEFT, NONE, spot(driven, 0, (0.98, 0.5)).toPoint())
    ((_, _, place),) = ptz.asked_for("go_to")
    assert isinstance(place, Place) and place.pan is not None and 0.3 < place.pan < 0.4
    assert place.tilt == pytest.approx(-0.1, abs=0.02) and place.zoom is None


def test_a_dome_that_only_knows_speeds_says_so(driven: WallWindow, ptz: FakePtz) -> None:
    ptz.abilities[1] = PtzAbility(pan_tilt=True, zoom=True)
    QTest.mouseClick(view_of(driven), LEFT, NONE, spot(driven, 0, (0.75, 0.25)).toPoint())
    assert "takes no places" in said(driven) and ptz.asked_for("step", "go_to") == []
    push(driven, (0.5, 0.5))
    move(driven, (0.9, 0.5))
    assert velocity(ptz).pan > 0
    lift(driven, (0.9, 0.5))


def test_the_wheel_zooms_the_faster_it_turns_and_stops_after_it(qtbot: QtBot, driven: WallWindow, ptz: FakePtz) -> None:
    wheel(driven, 0, (0.3, 0.3), 1)
    slow = velocity(ptz)
    assert ptz.held.keys() == {"wheel:1"} and 0 < slow.zoom < 0.5 and slow.pan == 0
    wheel(driven, 0, (0.3, 0.3), 2)
    assert velocity(ptz).zoom > 2 * slow.zoom
    wheel(driven, 0, (0.3, 0.3), -1)
    assert velocity(ptz).zoom == -slow.zoom, "the other way at once"
    qtbot.waitUntil(lambda: ptz.held == {})
    tile = driven.showing.tile_at(0)
    assert tile is not None and not tile.sight.zoom.is_close, "the picture stays as it is"


def test_with_ctrl_and_in_other_tiles_the_wheel_means_the_picture(driven: WallWindow, ptz: FakePtz) -> None:
    wheel(driven, 1, (0.3, 0.3), 2)
    place = spot(driven, 0, (0.5, 0.5))
    view = view_of(driven)
    QApplication.sendEvent(
        view,
        QWheelEvent(
            place,
            view.mapToGlobal(place),
            QPoint(),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            CTRL,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        ),
    )
    tiles = [driven.showing.tile_at(cell) for cell in (0, 1)]
    assert all(tile is not None and tile.sight.zoom.is_close for tile in tiles)
    assert ptz.asked == []


def test_a_press_in_another_tile_chooses_that_and_drives_nothing(driven: WallWindow, ptz: FakePtz) -> None:
    QTest.mouseClick(view_of(driven), LEFT, NONE, spot(driven, 1, (0.9, 0.5)).toPoint())
    assert driven.wishes.board.selected == 1 and hand_of(driven).mode.camera_id is None
    assert ptz.asked_for("drive", "step") == [] and ptz.opened == []


def test_by_its_name_or_with_ctrl_the_tile_is_carried_as_ever(
    driven: WallWindow, ptz: FakePtz, carried: list[QWidget]
) -> None:
    drag(driven, 0, (0.1, 0.97), (0.4, 0.7))
    drag(driven, 0, (0.4, 0.4), (0.6, 0.6), CTRL)
    assert len(carried) == 2 and ptz.asked_for("drive", "step") == []


def test_the_pointer_and_what_is_drawn_say_what_is_done(driven: WallWindow, ptz: FakePtz) -> None:
    view, reticle = view_of(driven), driven.findChild(Reticle)
    assert reticle is not None and not reticle.isVisible()
    move(driven, (0.4, 0.4), buttons=Qt.MouseButton.NoButton)
    assert view.cursor().shape() is Qt.CursorShape.SizeAllCursor
    push(driven, (0.5, 0.5))
    move(driven, (0.9, 0.5))
    assert reticle.isVisible()
    image = cell_image(driven, 0)
    line = image.pixelColor(round(image.width() * 0.7), image.height() // 2)
    assert rgb(line) == rgb(DARK.driven)
    lift(driven, (0.9, 0.5))
    assert not reticle.isVisible()
    push(driven, (0.2, 0.3), SHIFT)
    move(driven, (0.6, 0.7), SHIFT)
    image = cell_image(driven, 0)
    assert rgb(image.pixelColor(round(image.width() * 0.4), round(image.height() * 0.3))) == rgb(DARK.driven)
    lift(driven, (0.6, 0.7), SHIFT)
    tap(driven, K.Key_Escape)
    move(driven, (0.4, 0.4), buttons=Qt.MouseButton.NoButton)
    assert view.cursor().shape() is Qt.CursorShape.ArrowCursor


def test_a_finger_pulls_too_and_a_second_one_ends_that(
    driven: WallWindow, ptz: FakePtz, finger: QPointingDevice
) -> None:
    view = view_of(driven)

    def at(x: float, y: float) -> QPoint:
        return view.mapTo(driven, spot(driven, 0, (x, y))).toPoint()

    QTest.touchEvent(driven, finger).press(0, at(0.5, 0.5)).commit()
    QTest.touchEvent(driven, finger).move(0, at(0.9, 0.5)).commit()
    assert ptz.held.keys() == {"mouse:1"} and velocity(ptz).pan > 0.4
    QTest.touchEvent(driven, finger).move(0, at(0.9, 0.5)).press(1, at(0.6, 0.5)).commit()
    assert ptz.held == {}, "two fingers mean the picture"
    QTest.touchEvent(driven, finger).move(0, at(0.8, 0.5)).move(1, at(0.7, 0.5)).commit()
    QTest.touchEvent(driven, finger).stationary(0).release(1, at(0.7, 0.5)).commit()
    QTest.touchEvent(driven, finger).release(0, at(0.8, 0.5)).commit()
    assert ptz.held == {} and ptz.asked_for("step") == []
    QTest.touchEvent(driven, finger).press(0, at(0.5, 0.5)).commit()
    QTest.touchEvent(driven, finger).move(0, at(0.5, 0.1)).commit()
    assert velocity(ptz).tilt > 0.4
    QTest.touchEvent(driven, finger).release(0, at(0.5, 0.1)).commit()
    assert ptz.held == {}


def test_a_double_click_shows_it_alone_and_it_stays_in_hand(driven: WallWindow, ptz: FakePtz) -> None:
    assert ptz.abilities[1] is DOME
    QTest.mouseDClick(view_of(driven), LEFT, pos=spot(driven, 0, (0.5, 0.5)).toPoint())
    assert driven.wishes.board.single and hand_of(driven).mode.camera_id == 1
