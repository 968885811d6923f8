"""A picture lies on the map by its corners, as large as it is, turned as it is, and lets through what it should."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.ui.map.vector_makers import HEIGHT, WIDTH, frame_at, painted
from wall.model.geo.mercator import to_position
from wall.model.map_kinds import Corners
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.image_layer import ImageLayer
from wall.ui.theme import DARK

_RED, _GREEN, _BLUE, _WHITE = "#ff0000", "#00ff00", "#0000ff", "#ffffff"


def _plan(wide: int = 400, high: int = 200) -> QImage:
    """Red, green, white and blue, beginning at the upper left, clockwise."""
    image = QImage(wide, high, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for left, top, colour in (
        (0, 0, _RED),
        (wide // 2, 0, _GREEN),
        (0, high // 2, _BLUE),
        (wide // 2, high // 2, _WHITE),
    ):
        painter.fillRect(left, top, wide // 2, high // 2, QColor(colour))
    painter.end()
    return image


def _corners(*places: tuple[float, float]) -> Corners:
    """Of pixels of `frame_at()`."""
    frame = frame_at()
    one, two, three, four = (to_position(*frame.world(*place)) for place in places)
    return one, two, three, four


_UPRIGHT = ((100.0, 100.0), (300.0, 100.0), (300.0, 200.0), (100.0, 200.0))


def _at(image: QImage, x: int, y: int) -> tuple[int, int, int]:
    colour = image.pixelColor(x, y)
    return colour.red(), colour.green(), colour.blue()


def test_it_lies_by_its_corners(qapp: object) -> None:
    image = painted(ImageLayer(_plan(), _corners(*_UPRIGHT)))
    assert _at(image, 150, 125) == (255, 0, 0)
    assert _at(image, 250, 125) == (0, 255, 0)
    assert _at(image, 250, 175) == (255, 255, 255)
    assert _at(image, 150, 175) == (0, 0, 255)
    for outside in ((95, 150), (305, 150), (200, 95), (200, 205)):
        assert _at(image, *outside) == (0, 0, 0)
    assert _at(image, 102, 102) == (255, 0, 0)
    assert _at(image, 297, 197) == (255, 255, 255)


def test_it_may_be_turned(qapp: object) -> None:
    """A quarter to the right: what was at the upper left is at the upper right."""
    turned = (_UPRIGHT[1], _UPRIGHT[2], _UPRIGHT[3], _UPRIGHT[0])
    image = painted(ImageLayer(_plan(), _corners(*turned)))
    assert _at(image, 250, 125) == (255, 0, 0)
    assert _at(image, 250, 175) == (0, 255, 0)
    assert _at(image, 150, 125) == (0, 0, 255)


def test_it_has_no_seams_where_it_is_slanted(qapp: object) -> None:
    slanted = _corners((60.0, 90.0), (330.0, 40.0), (350.0, 220.0), (80.0, 270.0))
    plain = QImage(1500, 1000, QImage.Format.Format_RGB32)
    plain.fill(QColor(_GREEN))
    image = painted(ImageLayer(plain, slanted))
    inner = [_at(image, x, y) for x in range(95, 315) for y in range(100, 200)]
    assert set(inner) == {(0, 255, 0)}


def test_a_large_one_is_painted_small_without_being_grainy(qapp: object) -> None:
    """Black and white lines, one pixel each, are grey from afar."""
    lines = QImage(4000, 2000, QImage.Format.Format_RGB32)
    lines.fill(QColor(_WHITE))
    painter = QPainter(lines)
    for x in range(0, 4000, 2):
        painter.fillRect(x, 0, 1, 2000, QColor("#000000"))
    painter.end()
    image = painted(ImageLayer(lines, _corners(*_UPRIGHT)))
    assert all(_at(image, x, 150) == pytest.approx((128, 128, 128), abs=6) for x in range(110, 290))


def test_it_lets_through_as_much_as_is_wished(qapp: object) -> None:
    layer = ImageLayer(_plan(), _corners(*_UPRIGHT), opacity=0.25)
    assert _at(painted(layer, ground="#ffffff"), 150, 125) == pytest.approx((255, 191, 191), abs=2)
    layer.opacity = 7
    assert layer.opacity == 1.0
    assert _at(painted(layer, ground="#ffffff"), 150, 125) == (255, 0, 0)


def test_corners_that_make_no_area(qapp: object) -> None:
    line = _corners((100.0, 100.0), (200.0, 100.0), (300.0, 100.0), (400.0, 100.0))
    with pytest.raises(ValueError, match="no area"):
        ImageLayer(_plan(), line)


@pytest.fixture
def layer(qtbot: QtBot) -> Iterator[ImageLayer]:
    made = ImageLayer(_plan(3000, 1500), _corners(*_UPRIGHT))
    yield made
    made.close()


def test_on_the_screen_it_moves_with_the_map(qtbot: QtBot, layer: ImageLayer) -> None:
    canvas = MapCanvas(DARK)
    canvas.resize(WIDTH, HEIGHT)
    canvas.show_frame(frame_at())
    canvas.add_layer(layer)
    with qtbot.waitExposed(canvas):
        canvas.show()
    qtbot.waitUntil(lambda: layer.is_whole, timeout=20_000)
    assert _seen(canvas, 150, 125) == (255, 0, 0)
    canvas.drag_by(60, 0)
    assert _seen(canvas, 150, 125) == (DARK.ground.red(), DARK.ground.green(), DARK.ground.blue())
    assert _seen(canvas, 210, 125) == (255, 0, 0)
    canvas.hide()
    canvas.deleteLater()


def _seen(canvas: MapCanvas, x: int, y: int) -> tuple[int, int, int]:
    canvas.viewport().repaint()
    return _at(canvas.viewport().grab().toImage(), x, y)
