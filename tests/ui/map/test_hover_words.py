"""What the map says of the mark under the pointer: whole, beside the mark, and never over it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from wall.ui.map.frame import MapFrame
from wall.ui.map.hover_words import paint_words, words_of
from wall.ui.map.label_texts import HEIGHT_PX
from wall.ui.map.states import MapState
from wall.ui.theme import DARK

MUTED = ("All alarms muted until 18:00 · cành cây trong gió · Lan",)
LONG = " · ".join(("All alarms muted until 18:00", "chờ công ty cây xanh cắt tỉa cành cây trước ống kính " * 4, "Lan"))


def test_one_camera_says_what_is_muted_of_it(qapp: QApplication) -> None:
    assert words_of("7  Ngã Sáu", [MapState.LOST], [()]) == ("7  Ngã Sáu · lost",)
    assert words_of("7  Ngã Sáu", [MapState.LOST], [MUTED]) == ("7  Ngã Sáu · lost", *MUTED)


def test_several_say_how_many_are_muted_or_what_is_the_same_of_all(qapp: QApplication) -> None:
    states = [MapState.LIVE, MapState.LOST, MapState.LIVE]
    assert words_of("", states, [(), (), ()]) == ("3 cameras · lost: 1",)
    assert words_of("", states, [MUTED, (), MUTED]) == ("3 cameras · lost: 1 · alarms muted: 2",)
    assert words_of("Ngã Sáu", states, [MUTED] * 3) == ("Ngã Sáu · 3 cameras · lost: 1", *MUTED)
    others = [MUTED, MUTED, ("Muted: Motion until 18:00 · lễ hội",)]
    assert words_of("", states, others) == ("3 cameras · lost: 1 · alarms muted: 3",)


def rows_written(x: int, y: int) -> list[int]:
    """Which rows of pixels something is written in, for a mark in this place; nothing covers the mark."""
    frame, mark = MapFrame(0.5, 0.5, 1e6, 600, 300), QRectF(x - 12, y - 12, 24, 24)
    image = QImage(600, 300, QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    paint_words(painter, ("7  Ngã Sáu · lost", LONG), mark, frame, DARK)
    painter.end()
    assert all(image.pixelColor(x + off, y).rgb() == 0xFF000000 for off in range(-12, 13))
    return [row for row in range(300) if any(image.pixelColor(each, row).lightness() > 150 for each in range(600))]


@pytest.mark.parametrize("x", [30, 570])
@pytest.mark.parametrize("y", [10, 150, 290])
def test_a_long_reason_is_broken_and_leaves_the_mark_free(qapp: QApplication, x: int, y: int) -> None:
    """All of it is there at the edges, too."""
    rows, in_the_middle = rows_written(x, y), rows_written(x, 150)
    assert len(rows) == len(in_the_middle) > 3 * HEIGHT_PX / 2
    assert max(rows) - min(rows) == max(in_the_middle) - min(in_the_middle) < 9 * HEIGHT_PX


def test_in_the_middle_it_is_as_narrow_as_there_is_room(qapp: QApplication) -> None:
    assert len(rows_written(300, 150)) > len(rows_written(30, 150))
