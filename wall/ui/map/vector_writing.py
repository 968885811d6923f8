"""Letters on a map: upright or along a line, with a halo that keeps them legible over everything."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPainterPathStroker, QPen

from wall.model.geo.style import Letters, width_at
from wall.ui.map.vector_room import Box
from wall.ui.map.vector_track import Step
from wall.ui.theme import font

_HALO_PX = 3.0
_OUTLINES_KEPT = 4000
_AROUND_PX = 3.0
"""That names keep from each other."""

Floats = NDArray[np.float64]


class Face(NamedTuple):
    """A font with its measures."""

    font: QFont
    metrics: QFontMetricsF
    ascent: float
    """Above the line, with the marks that Vietnamese capitals carry."""
    height: float


class Writer:
    """Knows the fonts and outlines that it has written with: to find them again costs more than to write."""

    def __init__(self, halo: QColor) -> None:
        self._halo = halo
        self._faces = dict[tuple[int, bool, float], Face]()
        self._outlines = dict[tuple[str, int, bool, float], _Outline]()
        self._reaches = dict[tuple[str, int, bool, float], Floats]()

    def face(self, letters: Letters, zoom: float) -> Face:
        """In which it is written at this zoom: whole pixels, so that few fonts are needed."""
        key = round(width_at(letters.sizes, zoom)), letters.is_bold, letters.spread
        if key not in self._faces:
            size, is_bold, spread = key
            chosen = font(size, bold=is_bold)
            if spread:
                chosen.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 + 100 * spread)
            metrics = QFontMetricsF(chosen)
            self._faces[key] = Face(chosen, metrics, metrics.ascent(), metrics.height())
        return self._faces[key]

    def width(self, text: str, face: Face) -> float:
        """How wide a text is, without the space after its last letter."""
        return face.metrics.horizontalAdvance(text) - max(0.0, face.font.letterSpacing() - 100) / 100 * (
            face.metrics.averageCharWidth() if face.font.letterSpacing() > 100 else 0.0
        )

    def box(self, text: str, face: Face, left: float, middle: float) -> Box:
        """What a text takes that begins at `left`, with its height about `middle`."""
        half = face.height / 2
        return left - _AROUND_PX, middle - half, left + self.width(text, face) + _AROUND_PX, middle + half

    def write(self, painter: QPainter, text: str, face: Face, left: float, middle: float, colour: QColor) -> None:
        """Upright, from `left` on."""
        baseline = middle - face.height / 2 + face.ascent
        painter.save()
        painter.translate(QPointF(round(left), round(baseline)))
        painter.fillPath(self._outline(text, face).halo, self._halo)
        painter.setFont(face.font)
        painter.setPen(colour)
        painter.drawText(QPointF(0, 0), text)
        painter.restore()

    def write_along(self, painter: QPainter, text: str, face: Face, steps: list[Step], colour: QColor) -> None:
        """Letter by letter along a line; all halos first, for they must not lie over other letters."""
        drop = face.ascent - face.height / 2
        placed = [(letter, step) for letter, step in zip(text, steps, strict=True) if not letter.isspace()]
        for letter, step in placed:
            with_turn = _turned(painter, step, drop)
            painter.fillPath(self._outline(letter, face).halo, self._halo)
            with_turn.restore()
        for letter, step in placed:
            with_turn = _turned(painter, step, drop)
            painter.fillPath(self._outline(letter, face).letters, colour)
            with_turn.restore()

    def reach(self, text: str, face: Face) -> Floats:
        """How far it goes before each of its letters, and after the last one."""
        key = _key(text, face)
        if key not in self._reaches:
            advance = face.metrics.horizontalAdvance
            self._reaches[key] = np.array([advance(text[:count]) for count in range(len(text) + 1)])
        return self._reaches[key]

    def _outline(self, text: str, face: Face) -> _Outline:
        key = _key(text, face)
        if key not in self._outlines:
            if len(self._outlines) >= _OUTLINES_KEPT:
                self._outlines.clear()
            letters = QPainterPath()
            letters.addText(QPointF(0, 0), face.font, text)
            self._outlines[key] = _Outline(letters, _HALO.createStroke(letters))
        return self._outlines[key]


class _Outline(NamedTuple):
    letters: QPainterPath
    halo: QPainterPath


def _key(text: str, face: Face) -> tuple[str, int, bool, float]:
    return text, face.font.pixelSize(), face.font.bold(), face.font.letterSpacing()


def _stroker() -> QPainterPathStroker:
    stroker = QPainterPathStroker()
    stroker.setWidth(_HALO_PX)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return stroker


_HALO = _stroker()


def _turned(painter: QPainter, step: Step, drop: float) -> QPainter:
    """The painter at the left of a letter's foot."""
    painter.save()
    painter.translate(step.x, step.y)
    painter.rotate(math.degrees(step.angle))
    painter.translate(-step.advance / 2, drop)
    return painter


def rounded(painter: QPainter, box: Box, ground: QColor, rim: QColor) -> None:
    """The plate of a road's sign."""
    left, top, right, bottom = box
    painter.setPen(QPen(rim, 1.0))
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(left, top, right - left, bottom - top), 3, 3)
