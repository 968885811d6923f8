"""A tile that looks back, or is held, never hides that behind what else is to be said of its camera."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.fake_live import FakeLive
from tests.ui.pixels import MakeWindow, cell_image, rgb, view_of
from tests.ui.replay.walls import REPLAY, live_wall, looks_back, press
from wall.model.grid import Rect
from wall.ui.captions import Captions
from wall.ui.corner import Corner, CornerMark
from wall.ui.theme import DARK
from wall.ui.tile import Tile
from wall.ui.wall_window import WallWindow

ALARM = rgb(DARK.alarm_band)
ROW = 24
"""More than the height of a row of text here."""


@pytest.fixture
def window(qtbot: QtBot, live: FakeLive, make_window: MakeWindow) -> WallWindow:
    window = live_wall(qtbot, live, make_window)
    press(window, Qt.Key.Key_J)
    looks_back(qtbot, live, window, 0)
    return window


def tile_in(window: WallWindow, cell: int) -> Tile:
    tile = view_of(window).tiles[cell]
    assert tile is not None
    return tile


def label_rows(window: WallWindow) -> list[int]:
    """Where, in the left part of the first cell, a row is mostly in the colour of replay."""
    image = cell_image(window, 0)
    places = range(12, 72)
    return [
        y
        for y in range(12, image.height() // 2)
        if sum(rgb(image.pixelColor(x, y)) == REPLAY for x in places) > len(places) // 3
    ]


def test_an_alarm_leaves_room_for_saying_that_it_is_a_replay(qtbot: QtBot, window: WallWindow) -> None:
    before = label_rows(window)
    tile_in(window, 0).warn(("Line crossed  ·  14:03:22", "Line crossed"))
    qtbot.waitUntil(lambda: label_rows(window) not in ([], before))
    assert len(label_rows(window)) > 0.7 * len(before) and min(label_rows(window)) > min(before)
    image = cell_image(window, 0)
    edge = [rgb(image.pixelColor(x, image.height() // 2)) for x in range(12)]
    assert edge.index(ALARM) < edge.index(REPLAY), "the frame of the replay stands inside that of the alarm"
    tile_in(window, 0).warn(())
    qtbot.waitUntil(lambda: label_rows(window) == before)


def test_a_long_mark_at_the_right_leaves_room_for_it_as_well(qtbot: QtBot, window: WallWindow) -> None:
    before = label_rows(window)
    sentence = "not recording: the disk is full, and there is no room for anything else beside this"
    tile_in(window, 0).mark(CornerMark.RECORDING, Corner(CornerMark.RECORDING, sentence, is_wrong=True))
    qtbot.waitUntil(lambda: label_rows(window) not in ([], before))
    assert min(label_rows(window)) > min(before)


def test_a_held_picture_says_its_age_below_an_alarm(
    qtbot: QtBot, live: FakeLive, window: WallWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    areas: list[Rect] = []
    real = Captions.write_band

    def write_band(self: Captions, painter: object, area: Rect, texts: object, right: int) -> str:
        areas.append(area)
        written = real(self, painter, area, texts, right)  # type: ignore[arg-type]
        assert written
        return written

    monkeypatch.setattr(Captions, "write_band", write_band)
    press(window, Qt.Key.Key_Right)
    press(window, Qt.Key.Key_F)
    qtbot.waitUntil(lambda: bool(areas))
    tile = tile_in(window, 1)
    assert areas[-1].y == tile.area.y
    tile.warn(("Line crossed",))
    qtbot.waitUntil(lambda: areas[-1].y > tile.area.y, timeout=3000)
    assert areas[-1].y <= tile.area.y + ROW
