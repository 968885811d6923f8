"""The line under a film: how far it is, where one file ends and the next begins; a click or a drag goes there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wall.ui.theme import SPACE, TARGET, Theme

_LINE = SPACE
_KNOB = 3 * SPACE


class TimeLine(QWidget):
    """`sought` tells where the hand wants to be, in seconds, again and again while it drags."""

    sought = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._seconds = self._at_s = 0.0
        self._seams: tuple[float, ...] = ()
        self._is_dragged = False
        self.setFixedHeight(TARGET)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def is_dragged(self) -> bool:
        """Is the hand at it? Then it stays where the hand is."""
        return self._is_dragged

    def show_film(self, seconds: float, seams: Sequence[float] = ()) -> None:
        """How long it is, and where one file ends and the next begins."""
        self._seconds, self._seams = seconds, tuple(seams)
        self.update()

    def show_at(self, at_s: float) -> None:
        """Where it is."""
        if not self._is_dragged and at_s != self._at_s:
            self._at_s = at_s
            self.update()

    def second_at(self, x: float) -> float:
        """Which moment lies at a place, logical pixels."""
        room = max(1, self.width() - _KNOB)
        return min(1.0, max(0.0, (x - _KNOB / 2) / room)) * self._seconds

    def _x_of(self, at_s: float) -> float:
        share = min(1.0, max(0.0, at_s / self._seconds)) if self._seconds > 0 else 0.0
        return _KNOB / 2 + share * (self.width() - _KNOB)

    def _follow(self, x: float) -> None:
        self._at_s = self.second_at(x)
        self.update()
        self.sought.emit(self._at_s)

    # -- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle, at = self.height() / 2, self._x_of(self._at_s)
        line = QRectF(_KNOB / 2, middle - _LINE / 2, self.width() - _KNOB, _LINE)
        painter.setBrush(self._theme.line)
        painter.drawRoundedRect(line, 2, 2)
        painter.setBrush(self._theme.muted)
        painter.drawRoundedRect(QRectF(line.left(), line.top(), at - line.left(), _LINE), 2, 2)
        for seam in self._seams:
            painter.fillRect(QRectF(self._x_of(seam) - 1, middle - _LINE, 2, 2 * _LINE), self._theme.surface)
        if self._seconds > 0:
            painter.setBrush(self._theme.text)
            painter.drawEllipse(QRectF(at - _KNOB / 2, middle - _KNOB / 2, _KNOB, _KNOB))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._seconds > 0:
            self._is_dragged = True
            self._follow(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_dragged:
            self._follow(event.position().x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._is_dragged = False

    def sizeHint(self) -> QSize:
        return QSize(60 * SPACE, TARGET)
