"""The list of keys on F1: a quiet sheet over the wall, gone with the next F1, Esc or click."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAction, QFontMetrics, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from wall.ui.captions import wrapped
from wall.ui.keys import group_of, keys_text
from wall.ui.theme import BODY, LARGE, RADIUS, SMALL, SPACE, Theme, font

_EDGE = 6 * SPACE
_ROW = 5 * SPACE + 2
_TITLE, _FOOT = 9 * SPACE, 8 * SPACE
_BESIDE, _BETWEEN = 4 * SPACE, 9 * SPACE
"""From the keys to what they do, and from one column to the next."""


@dataclass(frozen=True, slots=True)
class Row:
    """What some keys do, or, without keys, the heading of those that follow."""

    text: str
    keys: str = ""


class KeyList(QWidget):
    """Shows what each key does; read from the actions themselves as it opens, so that it cannot lie.

    Actions without a key are left out. `hint` stands below, on one or more lines: what else there is. It is painted as
    a whole: a widget for each text would take as long as two pictures.
    """

    def __init__(self, theme: Theme, actions: Sequence[QAction], parent: QWidget, hint: str = "") -> None:
        super().__init__(parent)
        self._theme = theme
        self._actions = tuple(actions)
        self._hint = hint
        self._hints: list[str] = []
        self._columns: list[list[Row]] = []
        self._room = 0
        self._font, self._small, self._large = font(BODY), font(SMALL), font(LARGE, bold=True)
        self.hide()

    @property
    def texts(self) -> list[str]:
        """All that stands there, from above."""
        rows = [row for column in self._columns for row in column]
        return [text for row in rows for text in (row.keys, row.text) if text]

    def toggle_over(self, width: int, height: int) -> None:
        """Close it, or open it in the middle of an area."""
        if self.isVisible():
            self.hide()
        else:
            self.open_over(width, height)

    def open_over(self, width: int, height: int) -> None:
        """Stand in the middle of an area, in as many columns as its height asks for."""
        foot = self._foot(self._hint.splitlines())
        most = (height - 2 * _EDGE - _TITLE - foot - 2 * _EDGE) // _ROW
        self._columns = _columns(self._rows(), max(8, most))
        lines = max((len(column) for column in self._columns), default=0)
        count = max(1, len(self._columns))
        self._room = (width - 2 * _EDGE - _BETWEEN * (count - 1)) // count - _BESIDE
        wide = sum(sum(self._widths(column)) + _BESIDE + _BETWEEN for column in self._columns) - _BETWEEN
        self._hints = [line for text in self._hint.splitlines() for line in wrapped(text, self._small, wide)]
        self.resize(wide + 2 * _EDGE, lines * _ROW + _TITLE + self._foot(self._hints) + 2 * _EDGE)
        self.move(max(0, (width - self.width()) // 2), max(0, (height - self.height()) // 2))
        self.setAccessibleDescription("\n".join(self.texts))
        self.raise_()
        self.show()
        self.update()

    # -- inside

    def _foot(self, lines: Sequence[str]) -> int:
        """How high the hint is."""
        return _FOOT + (len(lines) - 1) * QFontMetrics(self._small).height() if lines else 0

    def _rows(self) -> list[Row]:
        rows: list[Row] = []
        heading = ""
        for action in self._actions:
            keys, group = keys_text(action), group_of(action)
            if not keys:
                continue
            if group and group != heading:
                rows.append(Row(group))
                heading = group
            rows.append(Row(action.text(), keys))
        return rows

    def _widths(self, column: Sequence[Row]) -> tuple[int, int]:
        """Of the keys, and of what they do; where there is no room for both, the keys have two fifths of it."""
        metrics = QFontMetrics(self._font)
        keys = max(metrics.horizontalAdvance(row.keys) for row in column) + 1
        text = max(metrics.horizontalAdvance(row.text) for row in column) + 1
        if keys + text > self._room:
            keys = min(keys, max(self._room * 2 // 5, self._room - text))
        return keys, min(text, self._room - keys)

    def _paint_column(self, painter: QPainter, corner: QPoint, column: Sequence[Row]) -> int:
        """How far it reaches."""
        keys, text = self._widths(column)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        foot = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        metrics, middle = QFontMetrics(self._font), Qt.TextElideMode.ElideMiddle
        for line, row in enumerate(column):
            here = QRect(corner.x(), corner.y() + line * _ROW, keys + _BESIDE + text, _ROW)
            painter.setPen(self._theme.muted)
            if not row.keys:
                painter.setFont(self._small)
                painter.drawText(here.adjusted(0, 0, 0, -3), foot, row.text)
                continue
            painter.setFont(self._font)
            painter.drawText(here, left, metrics.elidedText(row.keys, middle, keys))
            painter.setPen(self._theme.text)
            fitted = metrics.elidedText(row.text, middle, text)
            painter.drawText(here.adjusted(keys + _BESIDE, 0, 0, 0), left, fitted)
        return corner.x() + keys + _BESIDE + text

    # -- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(self._theme.line)
        painter.setBrush(self._theme.raised)
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), RADIUS, RADIUS)
        inner = self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        painter.setPen(self._theme.text)
        painter.setFont(self._large)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, self.tr("Keys"))
        x = inner.x()
        for column in self._columns:
            x = self._paint_column(painter, QPoint(x, inner.y() + _TITLE), column) + _BETWEEN
        painter.setPen(self._theme.muted)
        painter.setFont(self._small)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, "\n".join(self._hints))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hide()


def _columns(rows: Sequence[Row], most: int) -> list[list[Row]]:
    """As few columns as can be, of about the same length, none longer than `most`."""
    count = max(1, -(-len(rows) // most))
    lengths = range(max(1, -(-len(rows) // count)), most + 1)
    cuts = (_cut(rows, length) for length in lengths)
    return next((columns for columns in cuts if len(columns) <= count), _cut(rows, most))


def _cut(rows: Sequence[Row], length: int) -> list[list[Row]]:
    """Columns no longer than that; no heading stands at the foot of one."""
    columns: list[list[Row]] = []
    for row in rows:
        left = length - len(columns[-1]) if columns else 0
        if left <= (0 if row.keys else 1):
            columns.append([])
        columns[-1].append(row)
    return columns
