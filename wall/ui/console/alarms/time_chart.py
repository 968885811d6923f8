"""When alarms began, as bars over the time by how urgent they are; a drag, or the keys, choose a stretch of it."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QDateTime, QEvent, QLocale, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from wall.model.alarms.timeline import Timeline
from wall.ui.alarms.words import priority_word
from wall.ui.console.bookmark_list import when_text
from wall.ui.figures import number
from wall.ui.theme import SMALL, SPACE, Theme, font

HEIGHT = 68
_LEAST = 3
"""Pixels: one alarm among thousands is seen."""
_GAP = 1
_MARK_WIDTH = 110
_SAME_S = 1e-3
_NOW_S = 1.0
"""What begins at the moment in which all ends is one of the newest."""
_HOUR_S = 3600
_DAY_S = 24 * _HOUR_S
_STEPS_S = (
    *(60, 120, 300, 600, 900, 1800),
    *(each * _HOUR_S for each in (1, 2, 3, 6, 12)),
    *(each * _DAY_S for each in (1, 2, 7, 14, 30, 91, 365, 3650)),
)


class TimeChart(QWidget):
    """`chosen` tells a stretch, Unix seconds from and until; `(None, None)`: all of it again."""

    chosen = Signal(object, object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._line = Timeline(0.0, 1.0)
        self._is_coming = False
        self._span: tuple[float, float] | None = None
        self._pressed: int | None = None
        self._hand: tuple[int, int] | None = None
        """Where the hand began to choose, and where it is."""
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("When alarms began"))

    @property
    def line(self) -> Timeline:
        """What is shown."""
        return self._line

    def show_line(self, line: Timeline) -> None:
        """Another one, or the same as it is now; what is chosen stays."""
        self._line, self._is_coming = line, False
        self.update()

    def show_coming(self) -> None:
        """Another one is being counted: what was shown is not what is asked for."""
        self._line, self._is_coming = Timeline(0.0, 1.0), True
        self.update()

    def show_span(self, span: tuple[float, float] | None) -> None:
        """This is chosen now; None: nothing."""
        if span != self._span:
            self._span = span
            self._hand = None if span is None else self._hand
            self.update()

    # -- geometry

    def x_of(self, part: int) -> int:
        """Where a stretch begins, logical pixels."""
        return round(part * self.width() / max(1, len(self._line.counts)))

    def part_at(self, x: float) -> int:
        """The stretch at a place."""
        count = len(self._line.counts)
        return min(count - 1, max(0, int(x * count / max(1, self.width()))))

    @property
    def _ground(self) -> int:
        """What bars stand on."""
        return self.height() - QFontMetrics(font(SMALL)).height() - SPACE

    # -- choosing

    def _choose(self, start: int, end: int) -> None:
        """All from one stretch to another, in whichever order."""
        if not self._line.counts:
            return
        self._hand = start, end
        first, last = sorted((start, end))
        is_newest = last == len(self._line.counts) - 1
        until_s = self._line.until_s + _NOW_S if is_newest else self._line.begins(last + 1)
        self._span = self._line.begins(first), until_s
        self.update()
        self.chosen.emit(*self._span)

    def _let_go(self) -> None:
        self._span = self._hand = None
        self.update()
        self.chosen.emit(None, None)

    def _step(self, by: int, *, extends: bool) -> None:
        last = len(self._line.counts) - 1
        start, end = self._hand_now(last)
        end = min(last, max(0, end + by)) if self._span is not None else end
        self._choose(start if extends and self._span is not None else end, end)

    def _hand_now(self, last: int) -> tuple[int, int]:
        if self._span is None:
            return last, last
        return self._hand or (self._line.part_at(self._span[0] + _SAME_S), self._line.part_at(self._span[1] - _SAME_S))

    def words_of(self, part: int) -> str:
        """What is to be said of one stretch."""
        counts, begins, ends = self._line.counts[part], self._line.begins(part), self._line.begins(part + 1)
        said = [f"{when_text(begins)} – {when_text(ends)}"]
        said += [f"{priority_word(place)}: {number(count)}" for place, count in enumerate(counts, 1) if count]
        return "\n".join(said if any(counts) else (*said, self.tr("no alarm")))

    # -- painting

    def _paint_bars(self, painter: QPainter) -> None:
        room, most = self._ground - QFontMetrics(font(SMALL)).height() - SPACE, max(1, self._line.most)
        colours = colours_of(self._theme)
        for part, counts in enumerate(self._line.counts):
            left, right = self.x_of(part), self.x_of(part + 1)
            top = self._ground
            for count, colour in zip(reversed(counts), reversed(colours), strict=True):
                if count:
                    height = max(_LEAST, round(count * room / most))
                    top -= height
                    painter.fillRect(left, top, max(2, right - left - _GAP), height, colour)

    def _paint_span(self, painter: QPainter) -> None:
        if self._span is None or not self._line.counts:
            return
        from_s, until_s = self._span
        scale = self.width() / (self._line.until_s - self._line.from_s)
        left, right = ((each - self._line.from_s) * scale for each in (from_s, until_s))
        box = QRect(round(left), 0, max(2, round(right - left)), self._ground + 1)
        tint = QColor(self._theme.accent)
        tint.setAlphaF(0.22)
        painter.fillRect(box, tint)
        for edge in (box.left(), box.right()):
            painter.fillRect(edge, 0, 1, box.height(), self._theme.accent)

    def _paint_words(self, painter: QPainter) -> None:
        line, metrics = self._line, QFontMetrics(font(SMALL))
        painter.setFont(font(SMALL))
        painter.setPen(self._theme.muted)
        length_s = line.until_s - line.from_s
        marks, kind = marks_between(line.from_s, line.until_s, max(1, self.width() // _MARK_WIDTH))
        for at_s in marks:
            x = round(self.width() * (at_s - line.from_s) / length_s)
            painter.fillRect(x, self._ground, 1, SPACE, self._theme.muted)
            text = _when(at_s, kind)
            if x + SPACE + metrics.horizontalAdvance(text) <= self.width():
                painter.drawText(x + SPACE, self._ground + SPACE // 2 + metrics.ascent(), text)
        painter.drawText(SPACE, metrics.ascent(), self.said)
        self._paint_legend(painter, metrics)

    @property
    def said(self) -> str:
        """What is chosen and how many that is, else how high the bars are."""
        line = self._line
        if self._span is not None:
            first, last = line.part_at(self._span[0] + _SAME_S), line.part_at(self._span[1] - _SAME_S)
            count = sum(map(sum, line.counts[first : last + 1]))
            begins, ends = map(when_text, self._span)
            return self.tr("{0} – {1}: {2} alarms").format(begins, ends, number(count))
        return self.tr("at most {0} at once").format(number(line.most)) if line.total else self.tr("no alarm")

    def _paint_legend(self, painter: QPainter, metrics: QFontMetrics) -> None:
        """Which colour is which priority, of those that there are."""
        there = [place for place in range(5) if any(counts[place] for counts in self._line.counts)]
        x = self.width() - SPACE
        for place in reversed(there):
            text = priority_word(place + 1)
            x -= metrics.horizontalAdvance(text)
            painter.drawText(x, metrics.ascent(), text)
            x -= 3 * SPACE
            painter.fillRect(x, metrics.ascent() - 2 * SPACE, 2 * SPACE, 2 * SPACE, colours_of(self._theme)[place])
            x -= 3 * SPACE

    # -- Qt

    def sizeHint(self) -> QSize:
        return QSize(480, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.surface)
        painter.fillRect(0, self._ground, self.width(), 1, self._theme.line)
        self._paint_bars(painter)
        self._paint_span(painter)
        if self._line.counts:
            self._paint_words(painter)
        elif self._is_coming:
            painter.setFont(font(SMALL))
            painter.setPen(self._theme.muted)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.tr("Counting…"))
        if self.hasFocus():
            painter.setPen(self._theme.accent)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = self.part_at(event.position().x())
            self._choose(self._pressed, self._pressed)
        elif event.button() is Qt.MouseButton.RightButton:
            self._let_go()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            self._choose(self._pressed, self.part_at(event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._let_go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -10_000, Qt.Key.Key_End: 10_000}
        if (by := steps.get(Qt.Key(event.key()))) is not None and self._line.counts:
            self._step(by, extends=extends)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._line.counts:
            QToolTip.showText(event.globalPos(), self.words_of(self.part_at(event.pos().x())), self)
            return True
        return super().event(event)


def colours_of(theme: Theme) -> Sequence[QColor]:
    """From danger to life down to what is only to be known."""
    quiet = QColor(theme.live)
    quiet.setAlphaF(0.55)
    return theme.alarm, theme.ack, theme.late, theme.live, quiet


def marks_between(from_s: float, until_s: float, most: int) -> tuple[list[float], str]:
    """Round times of our clock, at most so many, and how they are written."""
    length_s = until_s - from_s
    step_s = next((each for each in _STEPS_S if length_s / each <= most), _STEPS_S[-1])
    ahead_s = QDateTime.fromSecsSinceEpoch(int(from_s)).offsetFromUtc()
    first = ceil((from_s + ahead_s) / step_s)
    count = int((until_s + ahead_s) // step_s) - first + 1
    times = [float((first + each) * step_s - ahead_s) for each in range(count)]
    if step_s >= _DAY_S:
        return times, "d/M/yyyy"
    return times, "HH:mm" if length_s < _DAY_S else "d/M HH:mm"


def _when(unix_s: float, kind: str) -> str:
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(unix_s)), kind)
