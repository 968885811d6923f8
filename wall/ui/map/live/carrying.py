"""Cameras whose pictures are dragged from the map: onto a wall window, a small wall, another window."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter, QPixmap

from wall.ui.drag import cameras_freight
from wall.ui.finger import FingerDrag, is_finger
from wall.ui.hand import Carry, carry
from wall.ui.map.canvas import MapCanvas
from wall.ui.theme import BODY, RADIUS, SPACE, Theme, font

_MOST_WIDTH = 280


class Carrying(QObject):
    """On one map, with mouse and finger. What is under the pointer meanwhile is the camera's name: its picture is
    large, and would hide where it goes.
    """

    def __init__(self, canvas: MapCanvas, theme: Theme, name_of: Callable[[int], str], carries: Carry = carry) -> None:
        super().__init__(canvas)
        self._source = canvas.overlay
        self._theme = theme
        self._name_of = name_of
        self._carries = carries

    def carry(self, camera_id: int, event: QMouseEvent) -> None:
        """The pointer has begun to drag this picture."""
        freight, chip = cameras_freight((camera_id,)), self._chip(self._name_of(camera_id))
        if is_finger(event):
            FingerDrag(self._source, freight, chip, event.globalPosition().toPoint())
        else:
            self._carries(self._source, freight, chip)

    def _chip(self, text: str) -> QPixmap:
        """What is seen under the pointer."""
        metrics = QFontMetrics(font(BODY))
        text = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, _MOST_WIDTH)
        wide, high = metrics.horizontalAdvance(text) + 4 * SPACE, metrics.height() + 2 * SPACE
        ratio = self._source.devicePixelRatioF()
        picture = QPixmap(round(wide * ratio), round(high * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.accent)
        painter.setBrush(self._theme.raised)
        box = QRectF(0.5, 0.5, wide - 1, high - 1)
        painter.drawRoundedRect(box, RADIUS, RADIUS)
        painter.setPen(self._theme.text)
        painter.setFont(font(BODY))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
        return picture
