"""The list of drills: what came of each, at one look, and a file of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from wall.model.alarms.drill import BAD, Drill, DrillPart
from wall.services.alarms.drills import MOST_RESULTS
from wall.ui.alarms import drill_words
from wall.ui.alarms.drill_desk import DrillHours
from wall.ui.console.parts import Notice, button, label
from wall.ui.console.style import dress
from wall.ui.figures import number
from wall.ui.homeward import Homeward
from wall.ui.theme import SPACE, Theme

_WIDTH, _HEIGHT = 1320, 520
_PLACE, _RESULT, _FIRST_PART, _PEOPLE = 2, 3, 4, 4 + len(DrillPart)
_LEAST = 72
_NARROW = {_PLACE: 190, _PEOPLE: 130}
"""What may be long stands in several lines."""

AskForTable = Callable[[QWidget, str], Path | None]
"""(the window, the name proposed) → the file to be written, None for none."""


class DrillResults(QDialog):
    """The last drills, the newest first; they are asked for again when one ends."""

    def __init__(self, hours: DrillHours, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hours = hours
        self._theme = theme
        self._home = Homeward(self)
        self.ask_for_file: AskForTable = ask_for_table
        self.setWindowTitle(self.tr("Drills"))
        self.summary = label()
        self.notice = Notice(self)
        self.table = self._make_table()
        self._lay_out()
        dress(self, theme)
        self.resize(min(_WIDTH, parent.width()) if parent is not None else _WIDTH, _HEIGHT)
        hours.ended.connect(self._ask_again)

    def ask(self) -> None:
        """Show what is kept."""
        self._home.follow(self._hours.book.latest(MOST_RESULTS), self.show_drills, self.notice.complain)

    def show_drills(self, drills: Sequence[Drill]) -> None:
        self.table.setRowCount(len(drills))
        for row, drill in enumerate(drills):
            for column, item in enumerate(self._items(drill)):
                self.table.setItem(row, column, item)
        self.summary.setText(drill_words.summary(drills))

    def export(self) -> None:
        """All of them into a file."""
        path = self.ask_for_file(self, "citywall-drills.csv")
        if path is not None:
            self.notice.say(self.tr("The file is being written…"))
            writing = self._hours.book.export(path, drill_words.heading(), drill_words.cells)
            self._home.follow(writing, lambda count: self._was_written(path, count), self.notice.complain)

    # -- inside

    def _ask_again(self, _drill: Drill) -> None:
        if self.isVisible():
            self.ask()

    def _was_written(self, path: Path, count: int) -> None:
        self.notice.say(self.tr("{0} drills were written: {1}").format(number(count), path))

    def _items(self, drill: Drill) -> list[QTableWidgetItem]:
        items = [QTableWidgetItem(text) for text in drill_words.cells(drill, in_full=False)]
        for item in items:
            item.setToolTip(item.text())
        for place, part in enumerate(DrillPart):
            items[_FIRST_PART + place].setToolTip(drill_words.part_cell(drill, part)[1])
            if part in drill.failed:
                items[_FIRST_PART + place].setForeground(QBrush(self._theme.alarm))
        result = items[_RESULT]
        if drill.verdict in BAD:
            result.setForeground(QBrush(self._theme.alarm))
        if drill.seen_by:
            result.setToolTip(f"{result.text()}\n" + self.tr("Taken note of by {0}").format(drill.seen_by))
        return items

    def _make_table(self) -> QTableWidget:
        heading = drill_words.heading()
        table = QTableWidget(0, len(heading), self)
        table.setHorizontalHeaderLabels(heading)
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.setStyleSheet("QTableWidget::item { padding: 4px 9px; }")  # As the header's.
        head = table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(_RESULT, QHeaderView.ResizeMode.Stretch)
        head.setMinimumSectionSize(_LEAST)
        for column, width in _NARROW.items():
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(column, width)
        return table

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.addWidget(self.summary, 1)
        tip = self.tr("All drills as a table for other programs (CSV)")
        above.addWidget(button(self.tr("Export…"), self.export, tip=tip))
        column = QVBoxLayout(self)
        column.setSpacing(SPACE)
        column.addLayout(above)
        column.addWidget(self.notice)
        column.addWidget(self.table)


def ask_for_table(window: QWidget, name: str) -> Path | None:
    """By the system's own dialog."""
    translate = QCoreApplication.translate
    title, kinds = translate("DrillResults", "Export the drills"), translate("DrillResults", "Tables (*.csv)")
    chosen, _ = QFileDialog.getSaveFileName(window, title, name, kinds)
    return Path(chosen) if chosen else None
