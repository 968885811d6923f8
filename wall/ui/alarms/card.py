"""An alarm that has no picture, in words: what, since when, where, who says it, and what is to be done."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from wall.model.alarms.activity import Deed
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.signal import Source
from wall.ui.alarms.words import banner, deed_word, detail_of, place_of, site_of, source_word
from wall.ui.captions import wrapped
from wall.ui.theme import BODY, LARGE, SPACE, TITLE, Theme, font

_TYPE_STEPS = ((200, BODY), (420, LARGE))
"""In a cell less than so many logical pixels high it is written in that size."""
_MOST_LETTERS = 38
"""The width of a card, in the size of its letters: a longer line is not read at a glance."""
_FRAME = 3


class AlarmCard(QWidget):
    """Lets clicks through. What does not fit is cut off at the end: the least important comes last."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._title = ""
        self._texts: list[tuple[str, bool]] = []
        self._type = BODY
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def texts(self) -> tuple[str, ...]:
        """All that it says, from above."""
        return (self._title, *(text for text, _ in self._texts))

    def say(self, alarm: Alarm, instruction: str) -> None:
        """What it is about, and what its rule says is to be done."""
        self._title = banner(alarm)
        where = site_of(alarm) or place_of(alarm)
        key = QCoreApplication.translate("AlarmCard", "F12: acknowledge")
        late = deed_word(Deed.ESCALATED) if alarm.level else ""
        late = f"{late[:1].upper()}{late[1:]}"
        lines = ((where, False), (_said_by(alarm), True), (late, False), (instruction, False), (key, True))
        self._texts = [(text, is_quiet) for text, is_quiet in lines if text]
        self.setAccessibleName(self._title)
        self.update()

    def stand_in(self, cell: QRect) -> None:
        """At the upper left of a cell, as large as its words need."""
        self._type = next((size for limit, size in _TYPE_STEPS if cell.height() < limit), TITLE)
        room = cell.adjusted(SPACE, SPACE, -SPACE, -SPACE).size()
        width = min(room.width(), _MOST_LETTERS * self._type)
        self.setGeometry(QRect(cell.topLeft() + QPoint(SPACE, SPACE), self._needed(width).boundedTo(room)))

    def _needed(self, width: int) -> QSize:
        lines = self._lines(width)
        return QSize(width, self._head_height() + 2 * self._pad() + len(lines) * self._metrics().height())

    def _lines(self, width: int) -> list[tuple[str, bool]]:
        room = width - 2 * self._pad()
        return [(line, is_quiet) for text, is_quiet in self._texts for line in wrapped(text, self._font(), room)]

    # -- Qt

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme, pad = QPainter(self), self._theme, self._pad()
        painter.fillRect(self.rect(), theme.raised)
        head = QRect(0, 0, self.width(), self._head_height())
        painter.fillRect(head, theme.alarm_band)
        painter.setFont(font(self._type, bold=True))
        painter.setPen(theme.on_driven)
        room = head.adjusted(pad, 0, -pad, 0)
        title = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideMiddle, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, title)
        self._paint_lines(painter, head.bottom() + 1 + pad)
        _paint_frame(painter, self.rect(), theme.alarm_band)

    def _paint_lines(self, painter: QPainter, top: int) -> None:
        metrics, lines = self._metrics(), self._lines(self.width())
        shown = lines[: max(0, (self.height() - top - _FRAME) // metrics.height())]
        painter.setFont(self._font())
        for number, (line, is_quiet) in enumerate(shown, 1):
            text = f"{line} …" if number == len(shown) < len(lines) else line
            painter.setPen(self._theme.muted if is_quiet else self._theme.text)
            elided = metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.width() - 2 * self._pad())
            painter.drawText(QPoint(self._pad(), top + metrics.ascent()), elided)
            top += metrics.height()

    def _font(self) -> QFont:
        return font(self._type)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._font())

    def _head_height(self) -> int:
        return self._metrics().height() + 2 * SPACE

    def _pad(self) -> int:
        return 2 * SPACE


def _said_by(alarm: Alarm) -> str:
    """Who, and in which words."""
    detail = detail_of(alarm)
    if alarm.source is Source.PANIC and detail:
        return QCoreApplication.translate("AlarmCard", "Pressed by {0}").format(detail)
    return " · ".join(filter(None, (source_word(alarm.source), detail)))


def _paint_frame(painter: QPainter, around: QRect, colour: QColor) -> None:
    for edge in (
        QRect(0, 0, around.width(), _FRAME),
        QRect(0, around.height() - _FRAME, around.width(), _FRAME),
        QRect(0, 0, _FRAME, around.height()),
        QRect(around.width() - _FRAME, 0, _FRAME, around.height()),
    ):
        painter.fillRect(edge, colour)
