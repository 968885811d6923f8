"""The marks at the top right: what only tells gives way to what must be read."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from wall.model.grid import Rect
from wall.ui.corner import Corner, CornerMark, Corners
from wall.ui.theme import DARK

BELL = Corner(CornerMark.MUTED, story="All alarms muted until 18:00 · lễ hội · Lan")
DOME, SOUND = Corner(CornerMark.PTZ), Corner(CornerMark.SOUND)


@pytest.fixture
def corners(qapp: QApplication) -> Corners:
    return Corners(DARK, 1.0)


def test_a_mark_that_only_tells_needs_no_room_for_words(corners: Corners) -> None:
    """Its story is in the tooltip; what another mark says is not cut for it."""
    held = Corner(CornerMark.PTZ, "giữ cho: Nguyễn Văn Hùng, 1:30")
    area = Rect(0, 0, 320, 180)
    (alone, _), (both, _) = corners.sheet(area, [held]), corners.sheet(area, [BELL, held])
    (dome, _), (beside_dome, _) = corners.sheet(area, [DOME]), corners.sheet(area, [BELL, DOME])
    assert both.width() - alone.width() == beside_dome.width() - dome.width()
    assert both.right() == alone.right() and both.width() < area.width


@pytest.mark.parametrize("area", [Rect(0, 0, 80, 180), Rect(0, 0, 320, 50)])
def test_in_a_small_tile_it_is_left_out(corners: Corners, area: Rect) -> None:
    box, sheet = corners.sheet(area, [BELL])
    assert (box.left(), box.width(), sheet.isNull()) == (area.right, 0, True)
    assert corners.sheet(area, [BELL, DOME]) == corners.sheet(area, [DOME])


def test_so_it_is_where_other_marks_take_the_room(corners: Corners) -> None:
    area = Rect(0, 0, 160, 90)
    assert corners.sheet(area, [BELL, DOME])[0].width() > corners.sheet(area, [DOME])[0].width()
    assert corners.sheet(area, [BELL, DOME, SOUND]) == corners.sheet(area, [DOME, SOUND])
