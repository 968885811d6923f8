"""Text on a tile: never cut, never outside, at any size."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontMetrics, QImage, QPainter

from wall.model.camera import Camera, streams_of
from wall.model.grid import Rect
from wall.model.stream import Source
from wall.model.tile import Cause, TileState, TileStatus
from wall.ui import words
from wall.ui.captions import Captions, wrapped
from wall.ui.marks import Mark, mark_of
from wall.ui.theme import DARK, font

CAMERA = Camera(
    640, "Trường THPT Chuyên Bắc Ninh – cổng chính đường Lý Thái Tổ", streams_of(Source("rtsp://127.0.0.1/"))
)
SIZES = [(96, 54), (160, 90), (240, 135), (320, 180), (640, 360), (1920, 1080), (3840, 2160)]
CAUSES = [cause for cause in Cause if cause.value]


@pytest.mark.parametrize(("width", "height"), SIZES)
@pytest.mark.parametrize("state", list(TileState))
def test_the_bottom_row_stays_in_its_tile_and_its_parts_apart(
    vietnamese: None, width: int, height: int, state: TileState
) -> None:
    area = Rect(13, 17, width, height)
    status = TileStatus(state)
    sheet = QImage(width + 100, height + 100, QImage.Format.Format_RGB32)
    painter = QPainter(sheet)
    covered = Captions(DARK, 1.0).write_row(painter, area, CAMERA, status, words.state_word(status), "75 giây")
    painter.end()
    assert covered, "at least the number is there"
    for box in covered:
        assert box.left() >= area.x and box.right() < area.right
        assert box.top() >= area.y and box.bottom() < area.bottom
        assert box.height() <= height / 2
    assert not any(a.intersects(b) for a in covered for b in covered if a is not b)
    assert (len(covered) == 2) == (state is not TileState.LIVE)


@pytest.mark.parametrize(("width", "height"), [size for size in SIZES if size[0] >= 240])
@pytest.mark.parametrize("cause", CAUSES)
def test_a_cause_is_readable_and_leaves_the_middle_free(
    vietnamese: None, width: int, height: int, cause: Cause
) -> None:
    sheet = QImage(width, height, QImage.Format.Format_RGB32)
    sheet.fill(0xFFFFFFFF)
    painter = QPainter(sheet)
    status = TileStatus(TileState.LOGIN_REFUSED, cause)
    captions = Captions(DARK, 1.0)
    captions.write_cause(painter, Rect(0, 0, width, height), words.cause_sentence(status))
    painter.end()
    rows = [y for y in range(height) if any(sheet.pixel(x, y) != 0xFFFFFFFF for x in range(40))]
    assert rows and min(rows) >= height * 0.5
    assert max(rows) < height - captions.row_height(Rect(0, 0, width, height))


@pytest.mark.parametrize("cause", CAUSES)
@pytest.mark.parametrize("width", [60, 200, 400])
def test_wrapping_loses_no_word_and_keeps_to_its_width(vietnamese: None, cause: Cause, width: int) -> None:
    sentence = words.cause_sentence(TileStatus(TileState.LOGIN_REFUSED, cause))
    lines = wrapped(sentence, font(11), width)
    assert "".join(lines).replace(" ", "") == sentence.replace(" ", "")
    metrics = QFontMetrics(font(11))
    assert all(metrics.horizontalAdvance(line) <= width + 1 for line in lines)


def test_each_state_has_its_shape(qapp: QCoreApplication) -> None:
    assert mark_of(TileStatus(TileState.LIVE)) is Mark.DISC
    assert mark_of(TileStatus(TileState.LIVE, Cause.CLOCK)) is Mark.HALF
    assert mark_of(TileStatus(TileState.LATE, Cause.SILENT)) is Mark.HALF
    assert mark_of(TileStatus(TileState.CONNECTING, Cause.OPENING)) is Mark.RING
    assert mark_of(TileStatus(TileState.REPLAY)) is Mark.REWIND
    for state in TileState:
        if state not in (TileState.LIVE, TileState.LATE, TileState.CONNECTING, TileState.REPLAY):
            assert mark_of(TileStatus(state)) is Mark.SQUARE


def test_every_state_but_a_healthy_one_has_a_word(vietnamese: None) -> None:
    assert words.state_word(TileStatus(TileState.LIVE)) == ""
    said = {words.state_word(TileStatus(state)) for state in TileState if state is not TileState.LIVE}
    assert len(said) == len(TileState) - 1


def test_the_tooltip_tells_everything(vietnamese: None) -> None:
    story = words.whole_story(CAMERA, TileStatus(TileState.NO_SIGNAL, Cause.REFUSED))
    assert CAMERA.name in story and "mất tín hiệu" in story and "Camera từ chối kết nối" in story
