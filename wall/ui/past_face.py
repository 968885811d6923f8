"""What a tile looks like that looks back: in colour, for it is to be looked at, and never to be taken for live.

A frame and a mark of their own colour, at the upper left how long ago it was and what time; the row below says which
camera it is and, where its present fails, how.
"""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter

from wall.model.grid import Rect
from wall.model.tile import TileState
from wall.ui import words
from wall.ui.captions import Captions
from wall.ui.overview import Overview
from wall.ui.past import Past
from wall.ui.strokes import draw_picture, fill, written
from wall.ui.theme import Theme
from wall.ui.tile import Overlay, Tile

_BORDER = 6
"""Three times the frame of the selected cell, which lies over it: both are seen."""
_DIMMED = 0.45


class PastFace:
    """Paints tiles that look back. A new picture costs what one of now costs."""

    def __init__(self, theme: Theme, scale: float, captions: Captions, overview: Overview) -> None:
        self._theme = theme
        self._border = round(_BORDER * scale)
        self._captions = captions
        self._overview = overview

    def paint(self, painter: QPainter, tile: Tile, past: Past, inside: Rect, head: Rect) -> None:
        """Its picture, as what it is: `inside` an alarm's frame, where there is one; the label at the top of `head`."""
        if past.sentence:  # Of that moment there is no picture: none of another one stands in for it.
            fill(painter, tile.area, self._theme.ground)
        else:
            self._paint_picture(painter, tile)
        if tile.overlays is None:
            tile.overlays = self._overlays(tile, past, head)
        _paint_frame(painter, inside, self._border, self._theme.on_shade_replay)
        for overlay in tile.overlays:
            painter.drawImage(overlay.x, overlay.y, overlay.image)

    def _paint_picture(self, painter: QPainter, tile: Tile) -> None:
        """Until there is one, what was seen before, faded."""
        image = tile.shown_image()
        if image is None or tile.image is None:
            fill(painter, tile.area, self._theme.ground)
        if image is None:
            return
        painter.setOpacity(1.0 if tile.image is not None else _DIMMED)
        draw_picture(painter, tile, image, self._theme.ground)
        painter.setOpacity(1.0)
        if tile.crop is not None:
            self._overview.paint(painter, tile, image)

    def _overlays(self, tile: Tile, past: Past, head: Rect) -> tuple[Overlay, ...]:
        area, captions = tile.area, self._captions
        is_well = tile.status.state in (TileState.LIVE, TileState.CONNECTING)
        present = "" if is_well else words.state_of_camera(tile.status)

        def write(painter: QPainter) -> list[QRect]:
            covered = captions.write_row(painter, area, tile.camera, tile.status, present, sign=tile.sign)
            return covered + captions.write_cause(painter, area, past.sentence)

        top = Rect(head.x, head.y, head.width, min(head.height, captions.row_height(head)))
        height = min(area.height, captions.labels_height(area))
        foot = Rect(area.x, area.bottom - height, area.width, height)
        label = written(top, lambda painter: [captions.write_past(painter, head, past.label)])
        return (*written(foot, write), *label)


def _paint_frame(painter: QPainter, area: Rect, width: int, colour: QColor) -> None:
    painter.fillRect(area.x, area.y, area.width, width, colour)
    painter.fillRect(area.x, area.bottom - width, area.width, width, colour)
    painter.fillRect(area.x, area.y, width, area.height, colour)
    painter.fillRect(area.right - width, area.y, width, area.height, colour)
