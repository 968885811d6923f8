"""Texts, elided in the middle where there is no room for them, and remembered: lists paint the same ones again and
again, and measuring a text takes as long as painting it.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics

_MOST_REMEMBERED = 8192


class Fitted(NamedTuple):
    """What there is room for, and how wide it is."""

    text: str
    width: int


class Fitting:
    """Fits texts in one font. UI thread only."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetrics(font)
        self._height, self._ascent = self._metrics.height(), self._metrics.ascent()
        self._known: dict[tuple[str, int], Fitted] = {}

    def fit(self, text: str, room: int) -> Fitted:
        """The text, or what there is room for."""
        known = self._known.get((text, room))
        if known is None:
            if len(self._known) > _MOST_REMEMBERED:
                self._known.clear()
            fitted = self._metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room)
            known = self._known[text, room] = Fitted(fitted, self._metrics.horizontalAdvance(fitted))
        return known

    def baseline(self, height: int) -> int:
        """Where the text stands, from the upper edge of a line so high, to be in its middle."""
        return (height - self._height) // 2 + self._ascent
