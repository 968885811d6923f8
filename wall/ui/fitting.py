"""Texts, elided in the middle where there is no room for them, and laid out once: lists paint the same ones again and
again, and to lay a text out takes longer than to paint it.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout

_MOST_REMEMBERED = 2048
"""A text takes some two kilobytes, and a screen shows a few hundred."""


class Fitted(NamedTuple):
    """What there is room for, how wide it is, ready to be painted, and how high that is above its base line."""

    text: str
    width: float
    layout: QTextLayout
    ascent: float


class Fitting:
    """Fits texts in one font, and paints them in the middle of a line. UI thread only."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetricsF(font)
        self._height, self._ascent = self._metrics.height(), self._metrics.ascent()
        self._whole: dict[str, Fitted] = {}
        self._elided: dict[tuple[str, int], Fitted] = {}

    def fit(self, text: str, room: int) -> Fitted:
        """The text, or what there is room for."""
        whole = self._whole.get(text)
        if whole is None:
            if len(self._whole) > _MOST_REMEMBERED:
                self._whole.clear()
            whole = self._whole[text] = self._laid_out(text)
        return whole if whole.width <= room else self._fit_elided(text, room)

    def _fit_elided(self, text: str, room: int) -> Fitted:
        elided = self._elided.get((text, room))
        if elided is None:
            if len(self._elided) > _MOST_REMEMBERED:
                self._elided.clear()
            left = self._metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room)
            elided = self._elided[text, room] = self._laid_out(left)
        return elided

    def _laid_out(self, text: str) -> Fitted:
        layout = QTextLayout(text, self.font)
        layout.setCacheEnabled(True)
        layout.beginLayout()
        line = layout.createLine()
        layout.endLayout()
        return Fitted(text, line.horizontalAdvance(), layout, line.ascent())

    def draw(self, painter: QPainter, left: int, top: int, height: int, fitted: Fitted) -> None:
        """From `left` on, with the painter's pen."""
        fitted.layout.draw(painter, QPointF(left, top + self._baseline(height) - fitted.ascent))

    def draw_to(self, painter: QPainter, right: int, top: int, height: int, fitted: Fitted) -> None:
        """Up to `right`."""
        fitted.layout.draw(painter, QPointF(right - fitted.width, top + self._baseline(height) - fitted.ascent))

    def _baseline(self, height: int) -> int:
        """Where a text stands to be in the middle of a line so high, as Qt has it."""
        return round((height - self._height) / 2 + self._ascent)
