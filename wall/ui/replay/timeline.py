"""A thin line of the last minutes: what is kept of them, and where one is looking. A click or a drag goes there."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from wall.ui.theme import SPACE, Theme

_HEIGHT, _LINE, _HEAD = 5 * SPACE, SPACE, 3
_LENGTHS_S = (60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 43200, 86400)
_TICKS_S = (10, 30, 60, 120, 300, 600, 1800, 3600, 7200)
_MOST_TICKS = 12


class Timeline(QWidget):
    """From some minutes ago, at the left, to now. Times are monotonic seconds."""

    wanted = Signal(float)
    """The moment that was clicked."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._spans: tuple[tuple[float, float], ...] = ()
        self._now_s = self._at_s = 0.0
        self.setFixedHeight(_HEIGHT)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_state(self, now_s: float, at_s: float, spans: tuple[tuple[float, float], ...]) -> None:
        """What time it is, which moment is shown, and what is kept."""
        if (now_s, at_s, spans) != (self._now_s, self._at_s, self._spans):
            self._now_s, self._at_s, self._spans = now_s, at_s, spans
            self.update()

    @property
    def length_s(self) -> float:
        """How much of the past it shows: enough for what is kept."""
        oldest_s = self._spans[0][0] if self._spans else self._at_s
        needed_s = self._now_s - min(oldest_s, self._at_s)
        return next((length_s for length_s in _LENGTHS_S if length_s >= needed_s), _LENGTHS_S[-1])

    def place_of(self, moment_s: float) -> int:
        """Where a moment is, in pixels from the left."""
        share = 1 - (self._now_s - moment_s) / self.length_s
        return round(_HEAD + min(1.0, max(0.0, share)) * (self.width() - 1 - 2 * _HEAD))

    def moment_at(self, x: float) -> float:
        """Which moment is at a place."""
        share = (x - _HEAD) / max(1, self.width() - 1 - 2 * _HEAD)
        return self._now_s - (1 - min(1.0, max(0.0, share))) * self.length_s

    # -- Qt

    def sizeHint(self) -> QSize:
        return QSize(320, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, middle = self._theme, self.height() // 2
        painter.fillRect(_HEAD, middle - _LINE // 2, self.width() - 2 * _HEAD, _LINE, theme.line)
        for from_s, to_s in self._spans:
            left, right = self.place_of(from_s), self.place_of(to_s)
            painter.fillRect(left, middle - _LINE // 2, max(1, right - left), _LINE, theme.muted)
        tick_s = next((each for each in _TICKS_S if self.length_s / each <= _MOST_TICKS), _TICKS_S[-1])
        for number in range(1, int(self.length_s // tick_s) + 1):
            painter.fillRect(self.place_of(self._now_s - number * tick_s), middle + _LINE, 1, _LINE, theme.muted)
        head = QRect(self.place_of(self._at_s) - _HEAD // 2, 1, _HEAD, self.height() - 2)
        painter.fillRect(head, theme.replay)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.wanted.emit(self.moment_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self.wanted.emit(self.moment_at(event.position().x()))
