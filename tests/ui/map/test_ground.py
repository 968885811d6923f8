"""The chosen map lies over the city that ships; what cannot be shown is told, and the map before it stays."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from dataclasses import replace
from typing import cast

import numpy as np
import pytest
from PySide6.QtCore import QBuffer, QPointF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QToolTip
from pytestqt.qtbot import QtBot

from tests.ui.map.vector_makers import HEIGHT, WIDTH, area, feature, frame_at, map_of, pixels
from wall.model.errors import MapError
from wall.model.geo.mercator import to_position
from wall.model.geo.style import Tone
from wall.model.geo.vector import Kind, OwnLook, VectorMap
from wall.model.inventory import CameraRecord, Inventory
from wall.model.map_kinds import SHIPPED, BaseMap, MapFault, MapKind
from wall.ui.map.arrangement import STEP
from wall.ui.map.base_maps import BaseMaps
from wall.ui.map.camera_layer import CameraLayer
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.furniture import Furniture
from wall.ui.map.ground import Ground
from wall.ui.map.label_texts import texts_of
from wall.ui.map.opacities import Opacities
from wall.ui.map.places import places_of
from wall.ui.map.ports import MapsPort
from wall.ui.map.vector_tones import tones_of
from wall.ui.signals import EventBridge
from wall.ui.theme import DARK

_CITY = BaseMap(SHIPPED, "Bắc Ninh", MapKind.GEOJSON, "CityWall")
_OWN = BaseMap(3, "tuyến xe buýt", MapKind.GEOJSON, "Sở Giao thông")
_PLAN = BaseMap(4, "tầng 1", MapKind.PLAN, "Công an tỉnh")
_CENTRE = (WIDTH // 2, HEIGHT // 2)


class _Maps:
    """Answers when told to."""

    def __init__(self) -> None:
        self.shown = _CITY
        self.asked: dict[int, Future[VectorMap]] = {}
        self.images: dict[int, Future[bytes]] = {}

    def vectors(self, map_id: int) -> Future[VectorMap]:
        return self.asked.setdefault(map_id, Future())

    def image(self, map_id: int) -> Future[bytes]:
        return self.images.setdefault(map_id, Future())


@pytest.fixture
def maps() -> _Maps:
    return _Maps()


@pytest.fixture
def canvas(qtbot: QtBot) -> Iterator[MapCanvas]:
    made = MapCanvas(DARK)
    made.resize(WIDTH, HEIGHT)
    made.show_frame(frame_at())
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.hide()
    made.deleteLater()


@pytest.fixture
def opacities(canvas: MapCanvas) -> Opacities:
    return Opacities(None, canvas)


@pytest.fixture
def ground(canvas: MapCanvas, maps: _Maps, opacities: Opacities) -> Iterator[Ground]:
    made = Ground(canvas, DARK, maps, opacities=opacities, parent=canvas)
    yield made
    made.end()


def _city() -> VectorMap:
    ward = area(20, 20, 380, 280, category="ward", name="Võ Cường")
    return replace(map_of(area(0, 0, 400, 300, category="city"), ward), attribution="CityWall – sơ đồ")


def _come(qtbot: QtBot, maps: _Maps, ground: Ground) -> None:
    with qtbot.waitSignal(ground.attribution_changed):
        maps.vectors(SHIPPED).set_result(_city())


def _middle(canvas: MapCanvas, at: tuple[int, int] = (_CENTRE[0], 60)) -> tuple[int, int, int]:
    canvas.viewport().repaint()
    colour = canvas.viewport().grab().toImage().pixelColor(*at)
    return colour.red(), colour.green(), colour.blue()


def _wait_for(qtbot: QtBot, canvas: MapCanvas, wanted: tuple[int, int, int]) -> None:
    qtbot.waitUntil(lambda: _middle(canvas) == wanted, timeout=10_000)


def _tone(tone: Tone) -> tuple[int, int, int]:
    colour = tones_of(DARK)[tone]
    return colour.red(), colour.green(), colour.blue()


def _png(colour: str) -> bytes:
    image, buffer = QImage(64, 64, QImage.Format.Format_RGB32), QBuffer()
    image.fill(QColor(colour))
    image.save(buffer, "PNG")  # type: ignore[call-overload] # PySide's stubs want bytes here.
    return bytes(buffer.data().data())


def test_the_city_is_there_as_soon_as_it_is_read(qtbot: QtBot, canvas: MapCanvas, maps: _Maps, ground: Ground) -> None:
    told: list[str] = []
    ground.attribution_changed.connect(told.append)
    _come(qtbot, maps, ground)
    _wait_for(qtbot, canvas, _tone(Tone.CITY))
    assert told == ["CityWall – a sketch, not to scale"]
    assert ground.home == pytest.approx((*frame_at().world(0, 0), *frame_at().world(400, 300)))


def test_a_file_of_ones_own_lies_over_the_city(qtbot: QtBot, canvas: MapCanvas, maps: _Maps, ground: Ground) -> None:
    _come(qtbot, maps, ground)
    maps.shown = _OWN
    ground.take()
    with qtbot.waitSignal(ground.attribution_changed) as told:
        look = OwnLook(fill="#00ff00", fill_opacity=1.0)
        maps.vectors(3).set_result(map_of(area(100, 30, 300, 90, look)))
    assert told.args == ["CityWall – a sketch, not to scale · Sở Giao thông"]
    _wait_for(qtbot, canvas, (0, 255, 0))
    assert _middle(canvas, (60, 60)) == _tone(Tone.CITY)
    maps.shown = _CITY
    ground.take()
    _wait_for(qtbot, canvas, _tone(Tone.CITY))


def test_a_plan_lies_by_its_corners(qtbot: QtBot, canvas: MapCanvas, maps: _Maps, ground: Ground) -> None:
    _come(qtbot, maps, ground)
    frame = frame_at()
    places = [to_position(*frame.world(x, y)) for x, y in ((150, 30), (250, 30), (250, 90), (150, 90))]
    maps.shown = replace(_PLAN, corners=(places[0], places[1], places[2], places[3]))
    ground.take()
    maps.image(4).set_result(_png("#ff00ff"))
    _wait_for(qtbot, canvas, (255, 0, 255))


def test_what_cannot_be_shown_is_told_and_what_was_there_stays(
    qtbot: QtBot, canvas: MapCanvas, maps: _Maps, ground: Ground
) -> None:
    _come(qtbot, maps, ground)
    _wait_for(qtbot, canvas, _tone(Tone.CITY))
    maps.vectors(3).set_exception(MapError(MapFault.BROKEN, "tuyến xe buýt", "line 3"))
    maps.image(4).set_result(b"no picture")
    maps.image(5).set_result(_png("#ff0000"))  # Which says nowhere where it lies.
    for shown in (_OWN, _PLAN, replace(_PLAN, map_id=5)):
        maps.shown = shown
        with qtbot.waitSignal(ground.failed) as told:
            ground.take()
        assert told.args is not None and told.args[0]
        assert _middle(canvas) == _tone(Tone.CITY)


def test_an_answer_that_comes_too_late_is_dropped(qtbot: QtBot, canvas: MapCanvas, maps: _Maps, ground: Ground) -> None:
    _come(qtbot, maps, ground)
    for shown in (_OWN, _CITY):
        maps.shown = shown
        ground.take()
    maps.vectors(3).set_result(map_of(area(100, 30, 300, 90, OwnLook(fill="#00ff00", fill_opacity=1.0))))
    qtbot.wait(50)
    qtbot.waitUntil(lambda: ground.is_whole, timeout=10_000)
    assert _middle(canvas) == _tone(Tone.CITY)


def test_names_give_way_to_cameras(qtbot: QtBot, canvas: MapCanvas, maps: _Maps, ground: Ground) -> None:
    """The name of the ward would stand in the middle, where a camera stands."""
    cameras = CameraLayer(DARK, canvas)
    canvas.add_layer(cameras)
    ground.give_way_to(cameras.occupied)
    cameras.labels.placed.connect(lambda _step: ground.renew_names())
    _come(qtbot, maps, ground)
    assert list(cameras.occupied(frame_at())) == []
    record = CameraRecord("Ngã Sáu – toàn cảnh", number=1, position=to_position(*frame_at().centre), camera_id=1)
    inventory = Inventory(cameras=(record,))
    cameras.show_places(places_of(inventory), texts_of(inventory))
    qtbot.waitUntil(lambda: len(list(cameras.occupied(canvas.frame))) == 2, timeout=10_000)
    mark, label = cameras.occupied(canvas.frame)
    assert mark[0] < _CENTRE[0] < mark[2] and mark[1] < _CENTRE[1] < mark[3]
    assert label[2] - label[0] > 60
    qtbot.waitUntil(lambda: ground.is_whole, timeout=10_000)
    wanted = tones_of(DARK)[Tone.WARD_NAME]
    goal = [wanted.red(), wanted.green(), wanted.blue()]
    canvas.remove_layer(cameras)
    canvas.viewport().repaint()
    seen = pixels(canvas.viewport().grab().toImage())
    rows, columns = np.nonzero(np.all(np.abs(seen - np.array(goal)) <= 12, axis=2))
    assert len(rows) > 20, "the name is written, beside them"
    for left, top, right, bottom in (mark, label):
        covered = (columns >= left + 3) & (columns <= right - 3) & (rows >= top + 3) & (rows <= bottom - 3)
        assert not covered.any()
    cameras.end()


def test_a_line_of_ones_own_that_says_nothing_is_seen(
    qtbot: QtBot, canvas: MapCanvas, maps: _Maps, ground: Ground
) -> None:
    _come(qtbot, maps, ground)
    maps.shown = _OWN
    ground.take()
    maps.vectors(3).set_result(map_of(feature(Kind.LINE, (0, 60), (400, 60))))
    _wait_for(qtbot, canvas, _tone(Tone.OWN))


@pytest.mark.qt_log_ignore("This plugin does not support raise")
def test_what_a_place_of_ones_own_is_stands_beside_it(
    qtbot: QtBot, canvas: MapCanvas, maps: _Maps, ground: Ground
) -> None:
    """In the words of the file, and as words: nothing in it is obeyed."""
    _come(qtbot, maps, ground)
    maps.shown = _OWN
    ground.take()
    place = replace(feature(Kind.POINT, (200, 60), name="Chốt <b>số</b> 3"), description="trực & tuần tra")
    with qtbot.waitSignal(ground.attribution_changed):
        maps.vectors(3).set_result(map_of(place))
    found = canvas.object_at(QPointF(202, 61))
    assert found is place
    canvas.hovered.emit(found)
    assert QToolTip.text() == "<qt>Chốt &lt;b&gt;số&lt;/b&gt; 3<br>trực &amp; tuần tra</qt>"
    canvas.hovered.emit(None)
    qtbot.waitUntil(lambda: not QToolTip.isVisible())


def test_a_plan_is_as_strong_as_was_said(
    qtbot: QtBot, canvas: MapCanvas, maps: _Maps, ground: Ground, opacities: Opacities
) -> None:
    _come(qtbot, maps, ground)
    frame = frame_at()
    corners = [to_position(*frame.world(x, y)) for x, y in ((0, 0), (400, 0), (400, 300), (0, 300))]
    maps.shown = replace(_PLAN, corners=(corners[0], corners[1], corners[2], corners[3]))
    opacities.keep(_PLAN.map_id, 0.5)
    ground.take()
    maps.image(_PLAN.map_id).set_result(_png("#ff0000"))
    city = _tone(Tone.CITY)
    half = [(one + other) / 2 for one, other in zip(city, (255, 0, 0), strict=True)]
    qtbot.waitUntil(lambda: _middle(canvas) == pytest.approx(half, abs=3), timeout=10_000)
    opacities.keep(99, 0.1)
    assert _middle(canvas) == pytest.approx(half, abs=3), "that was another map"
    opacities.keep(_PLAN.map_id, 1.0)
    assert _middle(canvas) == (255, 0, 0)


def test_labels_of_another_zoom_leave_the_names_alone(qtbot: QtBot, canvas: MapCanvas, maps: _Maps) -> None:
    """They are placed in advance, a set for each step of the zoom: each time the whole city would be painted anew."""
    base = BaseMaps(canvas, DARK, cast(MapsPort, maps), EventBridge(), Furniture(DARK), canvas)
    cameras = CameraLayer(DARK, canvas)
    base.give_way_to(cameras)
    maps.vectors(SHIPPED).set_result(_city())
    qtbot.waitUntil(lambda: base.is_whole, timeout=10_000)
    step = cameras.step_at(canvas.frame)
    whole = []
    for placed in (step + STEP, step):
        cameras.labels.placed.emit(placed)
        whole.append(base.is_whole)
    assert whole == [True, False]
    qtbot.waitUntil(lambda: base.is_whole, timeout=10_000)
    base.end()
