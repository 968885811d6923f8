"""A slider with two knobs: from when to when. By mouse, finger and keys."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wall.ui.theme import SMALL, SPACE, Theme, font

_KNOB_PX = 8.0
_HEIGHT = 12 * SPACE
_TRACK_Y = 4 * SPACE
_KEY_STEP, _LONG_KEY_STEP = 0.01, 0.1
_DAY_S = 86_400.0
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Up: 1}
_SHIFT, _CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class TimeRange(QWidget):
    """Unix seconds. `changed` follows each move of a knob.

    The left arrow and its like move the knob that was moved last, with Shift a tenth of the whole, with Ctrl both.
    """

    changed = Signal(float, float)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._whole = (0.0, 1.0)
        self._chosen = (0.0, 1.0)
        self._knob = 1
        self._held: tuple[int, float] | None = None
        """Which knob is in the hand (2: both), and how far beside its middle it was taken, in seconds."""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def chosen(self) -> tuple[float, float]:
        """From when, to when."""
        return self._chosen

    def show_whole(self, from_s: float, to_s: float) -> None:
        """The whole that can be chosen from. A knob that stood at an end stays there."""
        before, (left, right) = self._whole, self._chosen
        self._whole = from_s, max(from_s + 1.0, to_s)
        left = self._whole[0] if left <= before[0] else left
        right = self._whole[1] if right >= before[1] else right
        self._choose(left, right)

    def choose_all(self) -> None:
        """From one end to the other."""
        self._choose(*self._whole)

    # -- inside

    def _choose(self, from_s: float, to_s: float) -> None:
        first, last = self._whole
        left = max(first, min(last, from_s))
        chosen = left, max(left, min(last, to_s))
        if chosen != self._chosen:
            self._chosen = chosen
            self.update()
            self.changed.emit(*chosen)
        self.update()

    def _move(self, knob: int, to_s: float) -> None:
        """A knob pushes the other one along."""
        left, right = self._chosen
        if knob == 0:
            self._choose(to_s, max(right, to_s))
        elif knob == 1:
            self._choose(min(left, to_s), to_s)
        else:
            long = right - left
            begin = max(self._whole[0], min(self._whole[1] - long, to_s))
            self._choose(begin, begin + long)

    def _x(self, at_s: float) -> float:
        first, last = self._whole
        return _KNOB_PX + (at_s - first) / (last - first) * (self.width() - 2 * _KNOB_PX)

    def _seconds(self, x: float) -> float:
        first, last = self._whole
        return first + (x - _KNOB_PX) / max(1.0, self.width() - 2 * _KNOB_PX) * (last - first)

    def _words(self, at_s: float) -> str:
        form = "HH:mm" if self._whole[1] - self._whole[0] <= _DAY_S else "dd/MM HH:mm"
        return QDateTime.fromMSecsSinceEpoch(round(at_s * 1000)).toString(form)

    # -- Qt

    def sizeHint(self) -> QSize:
        return QSize(50 * SPACE, _HEIGHT)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        left, right = map(self._x, self._chosen)
        if abs(x - left) > 2 * _KNOB_PX and abs(x - right) > 2 * _KNOB_PX and left < x < right:
            self._held = 2, self._seconds(x) - self._chosen[0]
            return
        # Where both lie on each other, the one that can go there.
        self._knob = 0 if abs(x - left) < abs(x - right) or (left == right and x < left) else 1
        self._held = self._knob, 0.0
        self._move(self._knob, self._seconds(x))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is not None:
            knob, beside = self._held
            self._move(knob, self._seconds(event.position().x()) - beside)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = _STEPS.get(Qt.Key(event.key()))
        if steps is None:
            super().keyPressEvent(event)
            return
        part = _LONG_KEY_STEP if event.modifiers() & _SHIFT else _KEY_STEP
        knob = 2 if event.modifiers() & _CTRL else self._knob
        begin = self._chosen[0 if knob == 2 else knob]
        self._move(knob, begin + steps * part * (self._whole[1] - self._whole[0]))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right = map(self._x, self._chosen)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.line)
        painter.drawRoundedRect(QRectF(0, _TRACK_Y - 2, self.width(), 4), 2, 2)
        painter.setBrush(self._theme.muted)
        painter.drawRect(QRectF(left, _TRACK_Y - 2, right - left, 4))
        for knob, x in enumerate((left, right)):
            is_in_hand = self.hasFocus() and knob == self._knob
            painter.setBrush(self._theme.accent if is_in_hand else self._theme.muted)
            painter.drawEllipse(QPointF(x, _TRACK_Y), _KNOB_PX - 1, _KNOB_PX - 1)
        painter.setFont(font(SMALL))
        painter.setPen(self._theme.text)
        below = QRectF(0, _TRACK_Y + _KNOB_PX, self.width(), _HEIGHT - _TRACK_Y - _KNOB_PX)
        painter.drawText(
            below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._words(self._chosen[0])
        )
        painter.drawText(
            below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._words(self._chosen[1])
        )
