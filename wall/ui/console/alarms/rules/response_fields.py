"""What is done when an alarm comes: where it is seen, whether it rings, what is kept, who is told."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from wall.model.alarms.rule import Response
from wall.model.screen import Screen
from wall.ui.console.alarms.rules.fields import Rows, beside
from wall.ui.console.alarms.rules.typed import bounded_s, count_field, count_in
from wall.ui.console.choice import Choice
from wall.ui.console.parts import Check, heading
from wall.ui.console.seconds import seconds_field
from wall.ui.theme import SPACE, Theme

MOST_BEFORE_S = 600.0
MOST_RECORD_S = 7200.0
MOST_CELLS = 256


class ResponseFields(QWidget):
    """`changed` follows each change by hand."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.shown_on = Choice([(self.tr("as usual, if urgent"), 0)], self.tr("Pops up"), theme, self)
        self.cell = count_field(self.tr("In cell"))
        self.cell.setPlaceholderText(self.tr("any"))
        self.cell.setToolTip(self.tr("Cells count from 1, row by row; empty: where it disturbs least"))
        self.record, self.before = seconds_field(self.tr("Record")), seconds_field(self.tr("Seconds before"))
        self.preset = QLineEdit(self)
        self.preset.setPlaceholderText(self.tr("Name of the preset, for a dome"))
        self.preset.setAccessibleName(self.tr("Dome turns to"))
        self.sound = Check(self.tr("rings until it is acknowledged"), theme, self)
        self.bookmark = Check(self.tr("keep a bookmark"), theme, self)
        self.push = Check(self.tr("tell the supervisor"), theme, self)
        self.push.setToolTip(
            self.tr(
                "On his screen, by HTTP and by MQTT, as it is set up under “Other systems”;"
                " and again each time nobody reacts"
            )
        )
        self._lay_out()
        for line in (self.cell, self.record, self.before, self.preset):
            line.textEdited.connect(lambda _text: self.changed.emit())
        for check in (self.sound, self.bookmark, self.push):
            check.clicked.connect(lambda _on: self.changed.emit())
        self.shown_on.activated.connect(lambda _place: self._choose_screen())

    def offer_screens(self, screens: Iterable[Screen]) -> None:
        """On which its picture may pop up; what is chosen stays."""
        chosen = self.shown_on.currentData()
        with QSignalBlocker(self.shown_on):
            while self.shown_on.count() > 1:
                self.shown_on.removeItem(1)
            for each in screens:
                self.shown_on.addItem(self.tr("screen {0}: {1}").format(each.number, each.name), each.screen_id)
            self.shown_on.setCurrentIndex(max(0, self.shown_on.findData(chosen)))
        self.shown_on.updateGeometry()

    def show_response(self, response: Response) -> None:
        """As it is kept."""
        self.shown_on.setCurrentIndex(max(0, self.shown_on.findData(response.screen_id)))
        self.cell.setText("" if response.cell is None else str(response.cell + 1))
        self.record.setText(f"{response.record_s:g}")
        self.before.setText(f"{response.before_s:g}")
        self.preset.setText(response.preset)
        for check, is_on in (
            (self.sound, response.sound),
            (self.bookmark, response.bookmark),
            (self.push, response.push),
        ):
            check.setChecked(is_on)
        self._show_screen()

    def response(self, kept: Response) -> Response:
        """As it is typed. ValueError, in words, where it makes no sense."""
        is_gone = self.shown_on.findData(kept.screen_id) < 0  # A screen that was removed is no change by hand.
        screen_id = self.shown_on.currentData() or (kept.screen_id if is_gone else 0)
        cell = count_in(self.cell, MOST_CELLS)
        if self.cell.text().strip() and not cell:
            raise ValueError(self.tr("Cells count from 1."))
        return replace(
            kept,
            screen_id=screen_id,
            cell=cell - 1 if cell and screen_id else None,
            sound=self.sound.isChecked(),
            record_s=bounded_s(self.record, MOST_RECORD_S),
            before_s=bounded_s(self.before, MOST_BEFORE_S),
            preset=self.preset.text().strip(),
            bookmark=self.bookmark.isChecked(),
            push=self.push.isChecked(),
        )

    # -- inside

    def _choose_screen(self) -> None:
        self._show_screen()
        self.changed.emit()

    def _show_screen(self) -> None:
        """A cell is one of a screen."""
        self.cell.setEnabled(bool(self.shown_on.currentData()))

    def _lay_out(self) -> None:
        rows = Rows()
        rows.add(self.tr("Pops up"), self.shown_on, beside(self.tr("in cell")), self.cell)
        rows.add(self.tr("Sound"), self.sound)
        before = beside(self.tr("seconds, and from before:"))
        rows.add(self.tr("Record"), self.record, before, self.before)
        rows.add(self.tr("Dome turns to"), self.preset)
        rows.add(self.tr("Besides"), self.bookmark, self.push)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(heading(self.tr("What is done")))
        column.addLayout(rows)
