"""The scale says how long a way is, and whose map it is can be read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage

from tests.ui.map.conftest import MakeCanvas
from wall.ui.map.canvas import BAC_NINH, MapCanvas
from wall.ui.map.furniture import Furniture, length_text, round_length
from wall.ui.theme import DARK


@pytest.fixture
def canvas(make_canvas: MakeCanvas) -> MapCanvas:
    return make_canvas()


@pytest.fixture
def furniture(canvas: MapCanvas) -> Furniture:
    made = Furniture(DARK)
    canvas.add_layer(made)
    return made


def bar_px(image: QImage) -> int:
    """How long the line at the bottom left is: the longest run of its colour."""
    longest = 0
    for y in range(570, 600):
        run = 0
        for x in range(300):
            run = run + 1 if _is_near(image.pixelColor(x, y), DARK.text) else 0
            longest = max(longest, run)
    return longest


def _is_near(one: QColor, other: QColor) -> bool:
    return abs(one.red() - other.red()) + abs(one.blue() - other.blue()) < 60


@given(st.floats(1e-3, 1e5))
def test_it_is_a_round_length_that_has_room(metres_per_pixel: float) -> None:
    metres, pixels = round_length(metres_per_pixel, 140)
    assert 140 / 2.51 < pixels <= 140 * (1 + 1e-6)
    assert pixels * metres_per_pixel == pytest.approx(metres)
    assert f"{metres:.0e}"[0] in "125"


def test_the_bar_is_as_long_as_it_says(canvas: MapCanvas, furniture: Furniture) -> None:
    for zoom in (12.0, 15.3, 17.0):
        canvas.centre_on(BAC_NINH, zoom, at_once=True)
        _metres, pixels = round_length(canvas.frame.metres_per_pixel(), 140)
        assert bar_px(canvas.picture()) == pytest.approx(pixels, abs=3)


def test_lengths_are_short() -> None:
    assert length_text(200) == "200 m"
    assert length_text(2000) == "2 km"
    assert length_text(0.5) == "0.5 m"


def test_whose_map_it_is_stands_there_whole(canvas: MapCanvas, furniture: Furniture) -> None:
    without = canvas.picture()
    furniture.attribution = "© Những người đóng góp cho OpenStreetMap"
    one_line = canvas.picture()
    assert one_line.copy(500, 560, 300, 40) != without.copy(500, 560, 300, 40)
    furniture.attribution = " · ".join(["© Những người đóng góp cho OpenStreetMap"] * 5)
    assert canvas.picture().copy(500, 563, 300, 8) != one_line.copy(500, 563, 300, 8)
    furniture.attribution = ""
    assert canvas.picture() == without
