"""The lines from pinned pictures to their places."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QPainter, QPen

from wall.ui.map.frame import MapFrame
from wall.ui.map.layer import PlainLayer
from wall.ui.theme import Theme

_WIDTH, _HALO = 1.5, 4.0


class Leader(NamedTuple):
    """From beside the mark of a place to the edge of its picture, logical pixels."""

    line: QLineF
    is_in_hand: bool


class LeaderLayer(PlainLayer):
    """Above the marks, below the pictures."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._leaders: tuple[Leader, ...] = ()

    @property
    def leaders(self) -> tuple[Leader, ...]:
        return self._leaders

    def show_leaders(self, leaders: Sequence[Leader]) -> None:
        """These, and no others."""
        if tuple(leaders) != self._leaders:
            self._leaders = tuple(leaders)
            self.changed()

    def paint(self, painter: QPainter, frame: MapFrame) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line, is_in_hand in self._leaders:
            colour = self._theme.accent if is_in_hand else self._theme.text
            painter.setPen(QPen(self._theme.ground, _HALO, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawLine(line)
            painter.setPen(QPen(colour, _WIDTH))
            painter.drawLine(line)
