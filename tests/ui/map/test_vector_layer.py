"""Vector maps as they are seen: colours by category in both themes, names that give way, and a sheet that moves."""

from __future__ import annotations

import math
import statistics
import time
from array import array
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QColor, QImage, QTextLayout
from pytestqt.qtbot import QtBot

from tests.ui.map.vector_makers import HEIGHT, MIDDLE, WIDTH, area, differ, feature, frame_at, map_of, painted, pixels
from wall.maps.geojson import read_vectors
from wall.model.geo.mercator import to_world
from wall.model.geo.style import Tone
from wall.model.geo.vector import Feature, Kind, OwnLook, VectorMap
from wall.resources import data_folder
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.frame import MapFrame
from wall.ui.map.vector_layer import VectorLayer
from wall.ui.map.vector_tones import tones_of
from wall.ui.theme import DARK, LIGHT, Theme, font

_FRAME_MS = 12.0
"""2 ms on a quiet machine: to paint all of the features takes several hundred."""


@pytest.fixture(scope="module")
def shipped() -> VectorMap:
    return read_vectors(data_folder("resources") / "maps" / "bac-ninh.geojson")


@pytest.fixture
def in_vietnamese(qapp: object) -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("vi_VN"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def canvas_of(qtbot: QtBot) -> Iterator[Callable[[VectorLayer], MapCanvas]]:
    made: list[tuple[MapCanvas, VectorLayer]] = []

    def make(layer: VectorLayer) -> MapCanvas:
        canvas = MapCanvas(DARK)
        canvas.resize(WIDTH, HEIGHT)
        canvas.add_layer(layer)
        canvas.show_frame(frame_at(14.0))
        made.append((canvas, layer))
        with qtbot.waitExposed(canvas):
            canvas.show()
        return canvas

    yield make
    for canvas, layer in made:
        layer.close()
        assert layer.is_whole
        canvas.hide()
        canvas.deleteLater()


def _rgb(image: QImage, x: float, y: float) -> tuple[int, int, int]:
    colour = image.pixelColor(round(x), round(y))
    return colour.red(), colour.green(), colour.blue()


def _tone(theme: Theme, tone: Tone) -> tuple[int, int, int]:
    colour = tones_of(theme)[tone]
    return colour.red(), colour.green(), colour.blue()


def _has_colour(image: QImage, wanted: QColor, left: int, top: int, right: int, bottom: int, within: int = 30) -> int:
    """How many pixels of that rectangle have about this colour."""
    seen = pixels(image)[max(0, top) : max(0, bottom), max(0, left) : max(0, right)]
    goal = np.array([wanted.red(), wanted.green(), wanted.blue()])
    return int((np.abs(seen - goal) <= within).all(axis=2).sum())


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_categories_have_their_colours(qapp: object, theme: Theme) -> None:
    road = feature(Kind.LINE, (0, 200), (400, 200), category="primary")
    city = area(50, 50, 350, 250, category="city")
    pond = area(100, 80, 200, 150, category="water")
    image = painted(VectorLayer(map_of(road, pond, city), theme))
    assert _rgb(image, 20, 20) == _tone(theme, Tone.OUTSIDE)
    assert _rgb(image, 300, 100) == _tone(theme, Tone.CITY)
    assert _rgb(image, 150, 120) == _tone(theme, Tone.WATER)
    assert _rgb(image, 300, 200) == _tone(theme, Tone.PRIMARY)
    for beside in ((290, 190, 310, 199), (290, 201, 310, 210)):
        assert _has_colour(image, tones_of(theme)[Tone.CASING], *beside, within=20 if theme is LIGHT else 4) >= 20


def test_a_road_is_wider_where_the_map_is_larger(qapp: object) -> None:
    layer = VectorLayer(map_of(feature(Kind.LINE, (-4000, 150), (4000, 150), category="motorway")), DARK)

    def width(zoom: float) -> int:
        image = painted(layer, frame_at(zoom))
        return sum(_rgb(image, 200, y) == _tone(DARK, Tone.MOTORWAY) for y in range(HEIGHT))

    assert 1 <= width(12.5) < width(14.5) < width(16.5)


def test_fine_pixels_show_the_same_map_finer(qapp: object) -> None:
    layer = VectorLayer(map_of(area(100, 100, 300, 200, category="water")), DARK)
    image = painted(layer, frame_at(ratio=2.0))
    assert image.width() == 2 * WIDTH
    assert _rgb(image, 400, 300) == _tone(DARK, Tone.WATER)
    assert _rgb(image, 190, 300) == _tone(DARK, Tone.OUTSIDE)


def test_own_features_have_their_own_looks(qapp: object) -> None:
    look = OwnLook(stroke="#ff0000", stroke_width=4.0, fill="#0000ff", fill_opacity=0.5)
    zone = area(50, 50, 150, 150, look)
    other = area(100, 50, 200, 150, look)
    mark = feature(Kind.POINT, (300, 100), look=OwnLook(marker_colour="#00ff00", marker_size="large"))
    layer = VectorLayer(map_of(zone, other, mark), DARK, is_base=False)
    image = painted(layer)
    assert _rgb(image, 75, 100) == pytest.approx((0, 0, 128), abs=2)
    assert _rgb(image, 125, 100) == pytest.approx((0, 0, 191), abs=2), "what both have is seen twice, not in none"
    assert _rgb(image, 75, 50) == (255, 0, 0)
    assert _rgb(image, 300, 100) == (0, 255, 0)
    assert _rgb(image, 370, 270) == (0, 0, 0), "what lies over another map has no ground"
    frame = frame_at()
    assert layer.hit(frame, 303, 103) is mark
    assert layer.hit(frame, 330, 100) is None


def test_the_ground_of_the_map_cannot_be_hit(qapp: object, shipped: VectorMap) -> None:
    station = next(each for each in shipped.features if each.name == "Ga Bắc Ninh")
    frame = frame_at().centred(*station.parts[0])
    assert VectorLayer(shipped, DARK).hit(frame, WIDTH / 2, HEIGHT / 2) is None
    assert VectorLayer(shipped, DARK, is_base=False).hit(frame, WIDTH / 2, HEIGHT / 2) is station


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_the_name_of_a_ward_is_written_and_gives_way(in_vietnamese: None, theme: Theme) -> None:
    ward = area(20, 20, 380, 280, category="ward", name="Võ Cường")
    layer, colour = VectorLayer(map_of(ward), theme), tones_of(theme)[Tone.WARD_NAME]
    assert _has_colour(painted(layer), colour, 120, 140, 280, 160) > 40
    layer.give_way_to(lambda _frame: [(100, 110, 300, 190)])
    assert _has_colour(painted(layer), colour, 100, 110, 300, 190) == 0
    layer.give_way_to(lambda _frame: [])
    assert _has_colour(painted(layer), colour, 120, 140, 280, 160) > 40


def test_names_never_stand_upon_each_other(in_vietnamese: None) -> None:
    """Two stations on one spot: one of them has a mark and a name, the other one nothing."""
    one = feature(Kind.POINT, (200, 150), category="station", name="Ga Bắc Ninh")
    other = feature(Kind.POINT, (202, 150), category="station", name="Ga Thị Cầu")
    both, alone = painted(VectorLayer(map_of(one, other), DARK)), painted(VectorLayer(map_of(one), DARK))
    assert differ(both, alone) == 0


def test_a_name_along_a_crooked_line_is_left_out(in_vietnamese: None) -> None:
    def letters(*places: tuple[float, float]) -> int:
        road = feature(Kind.LINE, *places, category="primary", name="Lý Thái Tổ")
        return _has_colour(painted(VectorLayer(map_of(road), DARK)), tones_of(DARK)[Tone.ROAD_NAME], 0, 0, 400, 300)

    assert letters((50, 150), (350, 150)) > 20
    assert letters(*((50 + 10 * step, 150 + 14 * (step % 2)) for step in range(30))) == 0


def test_every_letter_of_the_shipped_map_has_a_shape(qapp: object, shipped: VectorMap) -> None:
    """No boxes: each character is found in a font, in capitals, too."""
    names = {feature.name for feature in shipped.features if feature.name}
    assert len(names) > 60
    for name in names | {name.upper() for name in names}:
        layout = QTextLayout(name, font(13))
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        glyphs = [index for run in layout.glyphRuns() for index in run.glyphIndexes()]
        assert glyphs and 0 not in glyphs, name


def test_the_shipped_map_speaks_the_language_of_its_reader(qapp: object, shipped: VectorMap) -> None:
    station = next(each for each in shipped.features if each.name == "Ga Bắc Ninh")
    frame = frame_at(16.0).centred(*station.parts[0])
    before = QLocale()
    QLocale.setDefault(QLocale("vi_VN"))
    vietnamese = painted(VectorLayer(shipped, DARK), frame)
    QLocale.setDefault(QLocale("en_GB"))
    english = painted(VectorLayer(shipped, DARK), frame)
    QLocale.setDefault(before)
    assert differ(vietnamese, english) > 0.001


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
def test_the_whole_city_is_seen_with_all_its_wards(in_vietnamese: None, shipped: VectorMap, theme: Theme) -> None:
    frame = frame_at(13.4, width=1100, height=1000).centred(*to_world(MIDDLE), 13.4)
    image, tones = painted(VectorLayer(shipped, theme), frame), tones_of(theme)
    for ward in (each for each in shipped.features if each.category == "ward"):
        left, top = (round(each) for each in frame.pixel(*ward.bounds[:2]))
        right, bottom = (round(each) for each in frame.pixel(*ward.bounds[2:]))
        assert _has_colour(image, tones[Tone.WARD_NAME], left, top, right, bottom, 12) > 8, ward.name


def test_what_is_on_the_screen_is_what_is_on_paper(
    qtbot: QtBot, shipped: VectorMap, canvas_of: Callable[[VectorLayer], MapCanvas]
) -> None:
    layer = VectorLayer(shipped, DARK)
    canvas = canvas_of(layer)
    _wait(qtbot, layer)
    assert differ(_seen(canvas), painted(layer, canvas.frame), 20) < 0.004


def test_to_pan_moves_the_sheet_and_to_zoom_makes_another(
    qtbot: QtBot, canvas_of: Callable[[VectorLayer], MapCanvas]
) -> None:
    """At every step, whether the next sheet is there or still on its way."""
    road = feature(Kind.LINE, (-900, -700), (900, 1100), category="primary")
    pond = area(100, 80, 200, 150, category="water")
    layer = VectorLayer(map_of(road, pond, area(-1900, -1950, 1350, 1250, category="city")), DARK)
    canvas = canvas_of(layer)
    _wait(qtbot, layer)
    for step in range(12):
        canvas.drag_by(40.3, -21.7)
        assert differ(_seen(canvas), painted(layer, canvas.frame), 20) < 0.02, f"step {step}"
        if step % 4 == 3:
            _wait(qtbot, layer)
    canvas.show_frame(canvas.frame.zoomed(1.7, 100, 100))
    _seen(canvas)
    _wait(qtbot, layer)
    assert differ(_seen(canvas), painted(layer, canvas.frame), 20) < 0.01


def test_beyond_the_sheet_the_whole_stands_in(
    qtbot: QtBot, shipped: VectorMap, canvas_of: Callable[[VectorLayer], MapCanvas]
) -> None:
    """Zoomed out in one step, before anything can be painted anew: the city is there, if blurred."""
    layer = VectorLayer(shipped, DARK)
    canvas = canvas_of(layer)
    _wait(qtbot, layer)
    canvas.show_frame(canvas.frame.zoomed(1 / 6, WIDTH / 2, HEIGHT / 2))
    image = _seen(canvas)
    city = next(each for each in shipped.features if each.category == "city")
    x, y = canvas.frame.pixel(
        city.bounds[0] * 0.5 + city.bounds[2] * 0.5, city.bounds[1] * 0.05 + city.bounds[3] * 0.95
    )
    near = [_rgb(image, x + dx, y - dy) for dx in range(-4, 5) for dy in range(9)]
    assert any(each == pytest.approx(_tone(DARK, Tone.CITY), abs=4) for each in near)


def test_ten_thousand_features_are_moved_as_quickly_as_one(
    qtbot: QtBot, canvas_of: Callable[[VectorLayer], MapCanvas]
) -> None:
    layer = VectorLayer(map_of(*_many(10_000)), DARK, is_base=False)
    canvas = canvas_of(layer)
    _wait(qtbot, layer)
    inner, spent = layer._sheet.paint, list[float]()

    def timed(painter: object, frame: MapFrame) -> None:
        begun_s = time.perf_counter()
        inner(painter, frame)  # type: ignore[arg-type]
        spent.append(time.perf_counter() - begun_s)

    layer._sheet.paint = timed  # type: ignore[method-assign]
    for step in range(30):
        canvas.drag_by(2 if step % 2 else 5, 1)
        canvas.viewport().repaint()
    assert len(spent) >= 30
    assert statistics.median(spent) * 1000 < _FRAME_MS
    assert sum(_rgb(_seen(canvas), x, y) != (14, 17, 20) for x in range(0, 400, 20) for y in range(0, 300, 20)) > 100


def _many(count: int) -> Iterator[Feature]:
    """Spread over what `frame_at` shows."""
    frame = frame_at(14.0)
    for number in range(count):
        x, y = frame.world(number * 37 % 400, number * 91 % 300)
        if number % 2:
            yield Feature(Kind.POINT, (array("d", (x, y)),), name=f"Điểm {number}")
        else:
            turns = [math.tau * step / 12 for step in range(13)]
            ring = array(
                "d", [each for turn in turns for each in (x + 1.5e-6 * math.cos(turn), y + 1.5e-6 * math.sin(turn))]
            )
            ring[-2:] = ring[:2]
            yield Feature(Kind.AREA, (ring,))


def _seen(canvas: MapCanvas) -> QImage:
    canvas.viewport().repaint()
    image: QImage = canvas.viewport().grab().toImage()
    return image


def _wait(qtbot: QtBot, layer: VectorLayer) -> None:
    qtbot.waitUntil(lambda: layer.is_whole, timeout=20_000)
