"""What a tile looks like whose picture the operator holds: in colour, for it is to be looked at, and never to be taken
for live, nor for a camera whose picture stands.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from wall.model.grid import Rect
from wall.ui import words
from wall.ui.captions import Captions
from wall.ui.overview import Overview
from wall.ui.sight import HeldPicture
from wall.ui.strokes import draw_picture, qrect
from wall.ui.theme import Theme
from wall.ui.tile import Tile

_STROKE, _INSET = 3, 2
"""Logical pixels: it lies inside the frame of the selected cell."""
_DASH = [4.0, 4.0]


class HeldFace:
    """A band with two bars, the moment and its age along the upper edge, and dashes all around; the row below says how
    the camera is now.
    """

    def __init__(self, theme: Theme, scale: float, captions: Captions, overview: Overview) -> None:
        self._theme = theme
        self._scale = scale
        self._captions = captions
        self._overview = overview

    def paint(self, painter: QPainter, tile: Tile, held: HeldPicture, now_s: float, head: Rect) -> None:
        """The band stands at the top of `head`, clear of an alarm's band and of other marks."""
        draw_picture(painter, tile, held.image, self._theme.ground)
        self._overview.paint(painter, tile, held.image)
        self._paint_frame(painter, tile, head)
        status = tile.status_at(now_s)
        self._captions.write_row(painter, tile.area, tile.camera, status, words.state_of_camera(status), sign=tile.sign)
        self._captions.write_band(painter, head, words.held(held.taken, tile.seen_age_s(now_s)), head.right)

    def _paint_frame(self, painter: QPainter, tile: Tile, head: Rect) -> None:
        """Dashes light and dark: they are seen on whatever picture. They lie between the two rows of text."""
        width, area = _STROKE * self._scale, tile.area
        inset = head.x - area.x + _INSET * self._scale + width / 2
        above, below = self._captions.row_height(head) + width / 2, self._captions.row_height(area) + width / 2
        box = QRectF(qrect(area)).adjusted(inset, head.y - area.y + above, -inset, -below)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._theme.ground, width, j=Qt.PenJoinStyle.MiterJoin))
        painter.drawRect(box)
        dashes = QPen(self._theme.on_shade, width, c=Qt.PenCapStyle.FlatCap, j=Qt.PenJoinStyle.MiterJoin)
        dashes.setDashPattern(_DASH)
        painter.setPen(dashes)
        painter.drawRect(box)
