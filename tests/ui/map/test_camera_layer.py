"""Cameras as they are really painted: in the colour of their state, looking where they look, and all of them there."""

from __future__ import annotations

import math

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from tests.ui.map.cities import MIDDLE, cameras_at, city, one_camera
from tests.ui.map.conftest import MakeMap
from tests.ui.map.hand import move
from wall.model.geo.mercator import to_world
from wall.model.inventory import CameraRecord, Inventory, Site
from wall.ui.map.camera_layer import CameraLayer
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.label_texts import texts_of
from wall.ui.map.marks import CameraMark, ClusterMark
from wall.ui.map.places import places_of
from wall.ui.map.states import MapState, colour_of
from wall.ui.theme import DARK, LIGHT, Theme

PATIENCE_MS = 15_000


def picture(canvas: MapCanvas) -> QImage:
    return canvas.picture()


def count_of(image: QImage, colour: QColor, middle: tuple[float, float], reach: int) -> int:
    """How many pixels around a place have this colour, or nearly."""
    x0, y0 = round(middle[0]), round(middle[1])
    square = ((x, y) for x in range(x0 - reach, x0 + reach) for y in range(y0 - reach, y0 + reach))
    return sum(_is_like(image.pixelColor(x, y), colour) for x, y in square)


def _is_like(one: QColor, other: QColor) -> bool:
    apart = (one.red() - other.red(), one.green() - other.green(), one.blue() - other.blue())
    return sum(abs(each) for each in apart) < 24


def _is_brighter(one: QImage, other: QImage, x: int, y: int) -> bool:
    return one.pixelColor(x, y).lightness() > other.pixelColor(x, y).lightness() + 60


def close_up(canvas: MapCanvas) -> None:
    canvas.centre_on(to_world(MIDDLE), 17.2, at_once=True)


@pytest.mark.parametrize("theme", [DARK, LIGHT])
@pytest.mark.parametrize("state", list(MapState))
def test_a_mark_has_the_colour_of_its_state(make_map: MakeMap, theme: Theme, state: MapState) -> None:
    canvas, layer = make_map(one_camera(bearing_deg=None), theme)
    close_up(canvas)
    layer.show_states({7: state})
    at = layer.pixel_of(canvas.frame, 7)
    assert at == pytest.approx((400, 300), abs=0.1)
    assert count_of(picture(canvas), colour_of(state, theme), (400, 300), 9) >= 6


def test_states_have_different_shapes(make_map: MakeMap) -> None:
    """Told apart without any colour: by which pixels are painted."""
    canvas, layer = make_map(one_camera(bearing_deg=None))
    close_up(canvas)
    shapes = set()
    for state in MapState:
        layer.show_states({7: state})
        box = picture(canvas).copy(394, 294, 12, 12)
        inked = colour_of(state, DARK)
        shapes.add(
            tuple(
                abs(box.pixelColor(x, y).red() - inked.red()) + abs(box.pixelColor(x, y).blue() - inked.blue()) < 40
                for x in range(12)
                for y in range(12)
            )
        )
    # Acknowledged is the diamond of what is ill, in another colour.
    assert len(shapes) >= len(MapState) - 1


@pytest.mark.parametrize(("bearing", "towards"), [(0, (0, -1)), (90, (1, 0)), (180, (0, 1)), (270, (-1, 0))])
def test_a_wedge_lies_where_the_camera_looks(make_map: MakeMap, bearing: float, towards: tuple[int, int]) -> None:
    canvas, _layer = make_map(one_camera(bearing_deg=float(bearing)))
    close_up(canvas)
    image = picture(canvas)
    x, y = 400 + 30 * towards[0], 300 + 30 * towards[1]
    behind = 400 - 30 * towards[0], 300 - 30 * towards[1]
    assert image.pixelColor(x, y) != DARK.ground
    if bearing not in (270,):  # Its label stands at the right.
        assert image.pixelColor(*behind) == DARK.ground or bearing == 90


def test_a_wedge_follows_the_real_heading(make_map: MakeMap) -> None:
    canvas, layer = make_map(one_camera(bearing_deg=180.0))
    close_up(canvas)
    assert picture(canvas).pixelColor(400, 270) == DARK.ground
    layer.show_headings({7: (0.0, 40.0)})
    image = picture(canvas)
    assert image.pixelColor(400, 270) != DARK.ground and image.pixelColor(400, 330) == DARK.ground
    assert layer.heading_of(7) == (0.0, 40.0)


def test_a_watched_camera_has_a_bright_rim(make_map: MakeMap) -> None:
    canvas, layer = make_map(one_camera(bearing_deg=None))
    close_up(canvas)
    before = count_of(picture(canvas), DARK.text, (400, 300), 10)
    layer.show_watched({7})
    assert count_of(picture(canvas), DARK.text, (400, 300), 10) > before + 8
    layer.show_watched(set())
    assert count_of(picture(canvas), DARK.text, (400, 300), 10) == before


@pytest.mark.parametrize("state", list(MapState))
def test_a_muted_camera_has_a_bell_beside_its_state(make_map: MakeMap, state: MapState) -> None:
    canvas, layer = make_map(one_camera(bearing_deg=None))
    close_up(canvas)
    layer.show_states({7: state})
    before = picture(canvas)
    layer.show_mutes({7: ("All alarms muted",)})
    image = picture(canvas)
    brighter = [(x, y) for x in range(400, 410) for y in range(290, 301) if _is_brighter(image, before, x, y)]
    assert len(brighter) > 15
    assert count_of(image, colour_of(state, DARK), (396, 304), 5) >= 6, "its state is seen as well"
    assert layer.hit(canvas.frame, 400, 300) == CameraMark(7)
    layer.show_mutes({})
    assert picture(canvas) == before


def test_a_group_has_the_bell_where_all_its_cameras_are_muted(make_map: MakeMap) -> None:
    canvas, layer = make_map(cameras_at([(k * 1e-5, 0) for k in range(5)]))
    canvas.centre_on(to_world(MIDDLE), 12, at_once=True)
    before = picture(canvas)
    layer.show_mutes(dict.fromkeys((1, 2, 3, 4), ("lễ hội",)))
    assert picture(canvas) == before
    layer.show_mutes(dict.fromkeys((1, 2, 3, 4, 5), ("lễ hội",)))
    assert picture(canvas) != before


def test_a_mute_stays_with_its_camera_when_others_come(make_map: MakeMap) -> None:
    canvas, layer = make_map(one_camera(bearing_deg=None))
    close_up(canvas)
    layer.show_mutes({7: ("lễ hội",)})
    muted = picture(canvas).copy(386, 286, 24, 28)
    more = Inventory(cameras=(*one_camera(bearing_deg=None).cameras, *cameras_at([(0.003, 0)]).cameras))
    layer.show_places(places_of(more), texts_of(more))
    assert picture(canvas).copy(386, 286, 24, 28) == muted


def test_what_is_muted_is_read_under_the_pointer(make_map: MakeMap) -> None:
    canvas, layer = make_map(one_camera(bearing_deg=None))
    close_up(canvas)
    layer.hover(CameraMark(7))
    before = picture(canvas)
    layer.show_mutes({7: ("All alarms muted until 18:00 · cành cây trong gió · Lan",)})
    below = [picture(canvas).pixelColor(x, 316) for x in range(430, 600)]
    assert below != [before.pixelColor(x, 316) for x in range(430, 600)]
    assert DARK.surface in below


def test_a_group_shows_its_worst_camera(make_map: MakeMap) -> None:
    canvas, layer = make_map(cameras_at([(k * 1e-5, 0) for k in range(5)]))
    canvas.centre_on(to_world(MIDDLE), 12, at_once=True)
    layer.show_states(dict.fromkeys(range(1, 6), MapState.LIVE))
    found = layer.hit(canvas.frame, 400, 300)
    assert found == ClusterMark((1, 2, 3, 4, 5))
    assert count_of(picture(canvas), DARK.lost, (400, 300), 20) == 0
    layer.show_states({3: MapState.LOST})
    assert count_of(picture(canvas), DARK.lost, (400, 300), 20) > 20
    layer.show_states({4: MapState.ALARM})
    image = picture(canvas)
    assert count_of(image, DARK.alarm, (400, 300), 20) > 20 and count_of(image, DARK.lost, (400, 300), 20) == 0


def test_every_camera_of_a_city_can_be_found_at_every_zoom(make_map: MakeMap) -> None:
    inventory = city(120)
    canvas, layer = make_map(inventory)
    for zoom in (11.0, 13.3, 15.0, 16.6, 18.4):
        canvas.centre_on(to_world(MIDDLE), zoom, at_once=True)
        arrangement = layer.arrangement(math.floor(zoom * 2) / 2)
        assert arrangement.counts.sum() == 120
        for camera in inventory.cameras:
            at = layer.pixel_of(canvas.frame, camera.camera_id)
            assert at is not None
            assert layer.hit(canvas.frame, *at) is not None


def test_labels_are_whole_and_in_vietnamese(make_map: MakeMap, qtbot: QtBot) -> None:
    """A letter without a glyph would be the same box as any other one."""
    images = []
    for name in ("Ngã Sáu – cổng chính", "Ngã Sáu – cổng chỉnh"):
        canvas, layer = make_map(Inventory(cameras=(CameraRecord(name, 7, position=MIDDLE, camera_id=7),)))
        close_up(canvas)
        layer.labels.finish(17.0)
        labels = layer.labels.at(17.0)
        assert labels is not None and labels.texts == (f"7  {name}",)
        images.append(picture(canvas).copy(412, 290, 160, 20))
    assert images[0] != images[1]
    inked = sum(images[0].pixelColor(x, y).lightness() > 150 for x in range(160) for y in range(20))
    assert inked > 150


def test_labels_come_by_themselves(make_map: MakeMap, qtbot: QtBot) -> None:
    canvas, layer = make_map(city(60))
    canvas.centre_on(to_world(MIDDLE), 15.2, at_once=True)
    whole = picture(canvas)
    qtbot.waitUntil(lambda: layer.labels.at(15.0) is not None, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: canvas.grab().toImage().convertToFormat(whole.format()) == whole, timeout=PATIENCE_MS)


def test_the_site_is_called_by_its_name(make_map: MakeMap) -> None:
    site = Site("Ngã Sáu", position=MIDDLE, site_id=1)
    cameras = tuple(CameraRecord(f"K{k}", k, site_id=1, camera_id=k) for k in range(1, 4))
    _canvas, layer = make_map(Inventory((site,), (), cameras))
    layer.labels.finish(12.0)
    labels = layer.labels.at(12.0)
    assert labels is not None and labels.texts == ("Ngã Sáu",)


def test_what_is_pointed_at_tells_more(make_map: MakeMap, qtbot: QtBot) -> None:
    canvas, layer = make_map(one_camera(bearing_deg=None))
    close_up(canvas)
    canvas.hovered.connect(layer.hover)
    before = picture(canvas)
    move(canvas, (400, 300))
    assert picture(canvas) != before
    move(canvas, (40, 40))
    assert picture(canvas) == before


def test_a_selected_camera_is_in_the_accent(make_map: MakeMap) -> None:
    canvas, layer = make_map(one_camera())
    close_up(canvas)
    assert count_of(picture(canvas), DARK.accent, (400, 300), 12) == 0
    layer.select((7,))
    assert count_of(picture(canvas), DARK.accent, (400, 300), 14) > 20


def test_a_changed_place_is_a_changed_mark(make_map: MakeMap) -> None:
    canvas, layer = make_map(one_camera(bearing_deg=None))
    close_up(canvas)
    layer.show_states({7: MapState.LOST})
    moved = cameras_at([(0, 0), (0.0005, 0)])
    layer.show_places(places_of(moved), texts_of(moved))
    assert layer.hit(canvas.frame, 400, 300) == CameraMark(1)
    assert layer.state_of(1) is MapState.UNKNOWN
    assert layer.pixel_of(canvas.frame, 7) is None


def test_more_marks_than_fit_in_memory_are_no_fault(
    make_map: MakeMap, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("wall.ui.map.atlas._MOST_HEIGHT", 256)
    canvas, layer = make_map(city(400, spread=0.002))
    layer.show_states(dict.fromkeys(range(1, 401), MapState.LIVE))
    for zoom in (15.2, 16.2, 17.2, 15.2):
        canvas.centre_on(to_world(MIDDLE), zoom, at_once=True)
        assert count_of(picture(canvas), DARK.live, (400, 300), 150) > 50


def test_the_same_city_again_is_no_work(make_map: MakeMap) -> None:
    inventory = city(40)
    assert places_of(inventory).is_same(places_of(inventory))
    assert not places_of(inventory).is_same(places_of(city(41)))
    assert texts_of(inventory) == texts_of(inventory)


def test_a_layer_with_nothing_is_no_fault(make_map: MakeMap) -> None:
    canvas, layer = make_map(Inventory())
    assert isinstance(layer, CameraLayer)
    assert layer.hit(canvas.frame, 10, 10) is None
    layer.show_states({7: MapState.LOST})
    layer.show_watched({7})
    assert picture(canvas).pixelColor(400, 300) == DARK.ground
