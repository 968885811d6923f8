"""The table of alarms in the hand: letters do what is done with alarms, so that nobody needs the mouse."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from wall.model.alarms.alarm import Alarm
from wall.ui.alarms.marks import AlarmMarks
from wall.ui.console.alarms.alarm_table import alarm_columns
from wall.ui.console.table import TableModel
from wall.ui.console.table_view import TableView
from wall.ui.theme import Theme


class AlarmList(TableView):
    """`asked` tells the letter, or the digit, that was pressed; `end_seen` that the last row came into sight."""

    asked = Signal(str)
    end_seen = Signal()

    def __init__(self, theme: Theme, unix_time: Callable[[], float], parent: QWidget) -> None:
        self.alarms: TableModel[Alarm] = TableModel(
            alarm_columns(unix_time),
            lambda alarm: alarm.alarm_id,
            theme,
            cameras=lambda alarm: alarm.cameras,
            marks=AlarmMarks(theme),
        )
        super().__init__(self.alarms, "alarms", theme, parent)
        self.alarms.setParent(self)
        self.setEditTriggers(TableView.EditTrigger.NoEditTriggers)
        self.verticalScrollBar().valueChanged.connect(self._look_for_the_end)

    def selected(self) -> list[Alarm]:
        """From above."""
        return [self.alarms.rows[row] for row in self.selected_rows()]

    @property
    def current(self) -> Alarm | None:
        """The one that the hand is on."""
        index = self.currentIndex()
        is_there = index.isValid() and self.selectionModel().isRowSelected(index.row())
        return self.alarms.rows[index.row()] if is_there else None

    def _look_for_the_end(self, value: int) -> None:
        if value >= self.verticalScrollBar().maximum() > 0:
            self.end_seen.emit()

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bare = not event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        key = event.text().upper()
        if bare and len(key) == 1 and key.isalnum():
            self.asked.emit(key)
        else:
            super().keyPressEvent(event)
