"""How many alarms nobody has acknowledged, in the top line: the one thing there that calls."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QWidget

from wall.ui.alarms.facts import AlarmFacts
from wall.ui.alarms.words import place_of, title_of
from wall.ui.figures import number
from wall.ui.marks import Mark, draw_mark
from wall.ui.theme import BODY, SPACE, TARGET, Theme, font

PULSE_MS, PULSES = 500, 60
"""1 Hz for 30 s, then steady: what goes on for ever is not seen any more."""
_MARK = 12


class AlarmCount(QPushButton):
    """Hidden while there is none. A click asks for the most urgent one (`clicked`); it pulses when one more comes."""

    def __init__(self, theme: Theme, facts: AlarmFacts, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._facts = facts
        self._unseen: frozenset[int] = frozenset()
        self._left = 0
        self.setObjectName("alarmCount")
        self.setAutoDefault(False)
        self.setFont(font(BODY, bold=True))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._pulse = QTimer(self, interval=PULSE_MS)
        self._pulse.timeout.connect(self._beat)
        facts.changed.connect(lambda _alarms: self.show_count())
        self.show_count()

    def show_count(self) -> None:
        """As it is now."""
        unseen = self._facts.unseen()
        ids = frozenset(alarm.alarm_id for alarm in unseen)
        if ids - self._unseen:
            self._left = PULSES
            self._pulse.start()
        self._unseen = ids
        self.setVisible(bool(unseen))
        if unseen:
            self.setText(self.tr("{0} alarms not acknowledged").format(number(len(unseen))))
            self.setToolTip(f"{title_of(unseen[0])}\n{place_of(unseen[0])}")
            self.updateGeometry()
        else:
            self._pulse.stop()

    def end(self) -> None:
        """Stand still."""
        self._pulse.stop()

    def _beat(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._pulse.stop()
        self.update()

    # -- Qt

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + _MARK + 6 * SPACE, TARGET)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_lit = self._left % 2 == 0
        ground = QColor(self._theme.alarm)
        ground.setAlpha(70 if is_lit else 25)
        painter.setPen(self._theme.accent if self.hasFocus() else self._theme.alarm)
        painter.setBrush(ground)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)
        top = (self.height() - _MARK) / 2
        draw_mark(painter, Mark.TRIANGLE, QRectF(2 * SPACE, top, _MARK, _MARK), self._theme.alarm)
        painter.setPen(self._theme.text)
        room = self.rect().adjusted(_MARK + 4 * SPACE, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
