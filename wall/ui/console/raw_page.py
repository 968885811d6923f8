"""For the engineer: the questions and answers of a test as they went over the network. What proves a login is blank."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from wall.model.device import RawReply
from wall.ui import figures
from wall.ui.console.parts import button, label
from wall.ui.theme import BODY, LARGE, SPACE, Theme, fixed_font

MOST_SHOWN = 200_000
"""Letters of one answer; the clipboard takes all of it."""

_GOOD = range(200, 300)


class RawPage(QWidget):
    """Calls at the left, one call at the right; read only."""

    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._replies: tuple[RawReply, ...] = ()
        self._title = label(size=LARGE, is_bold=True)
        self.calls = QListWidget(self)
        self.calls.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setFont(fixed_font(BODY))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(self.calls)
        split.addWidget(self.text)
        split.setStretchFactor(1, 1)
        split.setSizes([260, 600])
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(self._title, 1)
        row.addWidget(button(self.tr("Copy this call"), self.copy))
        row.addWidget(button(self.tr("Back"), self.left.emit))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 3 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addLayout(row)
        column.addWidget(split, 1)
        self.calls.currentRowChanged.connect(self._show_call)

    def show_replies(self, title: str, replies: Sequence[RawReply]) -> None:
        """Show what was said in a test."""
        self._replies = tuple(replies)
        self._title.setText(self.tr("Raw replies: {0}").format(title))
        self.calls.clear()
        for reply in self._replies:
            item = QListWidgetItem(f"{reply.call}   {reply.status}   {figures.milliseconds(reply.ms)}")
            item.setToolTip(item.text())
            if reply.status not in _GOOD:
                item.setForeground(self._theme.late)
            self.calls.addItem(item)
        self.text.setPlainText("" if self._replies else self.tr("The device answered nothing at all."))
        self.calls.setCurrentRow(0)
        self.calls.setFocus()

    def copy(self) -> None:
        """The whole call to the clipboard."""
        row = self.calls.currentRow()
        if row >= 0:
            QGuiApplication.clipboard().setText(_told(self._replies[row]))

    def _show_call(self, row: int) -> None:
        if not 0 <= row < len(self._replies):
            return
        whole = _told(self._replies[row])
        shown = whole[:MOST_SHOWN]
        if len(whole) > MOST_SHOWN:
            rest = figures.number(len(whole) - MOST_SHOWN)
            shown += "\n\n" + self.tr("… and {0} more letters: copy the call to see them.").format(rest)
        self.text.setPlainText(shown)


def _told(reply: RawReply) -> str:
    """One element a line: a whole answer on a single line is read by nobody, and slows the widget down."""
    request, answer = (text.replace("><", ">\n<") for text in (reply.request, reply.reply))
    return f"→ {reply.call}\n{request}\n\n← {reply.status}, {reply.ms:.0f} ms\n{answer}"
