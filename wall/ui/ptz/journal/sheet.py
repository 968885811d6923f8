"""The journal of the domes: filters, the list, and a file of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wall.model.ptz.acts import Act
from wall.ui.console.facts import Facts
from wall.ui.console.homeward import Homeward
from wall.ui.console.parts import ElidedLabel, EmptyState, Notice, button, label
from wall.ui.console.steady import show_steadily
from wall.ui.console.table import TableModel
from wall.ui.console.table_view import TableView
from wall.ui.console.tree_model import camera_label
from wall.ui.figures import UNKNOWN, number
from wall.ui.ptz.journal import words
from wall.ui.ptz.journal.columns import act_columns
from wall.ui.ptz.journal.filters import JournalFilters
from wall.ui.ptz.journal.port import JournalPort
from wall.ui.ptz.journal.reading import Reading
from wall.ui.theme import LARGE, SPACE, Theme

AskForTable = Callable[[QWidget, str], Path | None]
"""(the window, the name proposed) → the file to be written, None for none."""


class JournalSheet(QWidget):
    """`left` asks to go back. `unix_time` is the clock of the journal."""

    left = Signal()

    def __init__(
        self, theme: Theme, facts: Facts, port: JournalPort, unix_time: Callable[[], float], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._facts = facts
        self._port = port
        self._home = Homeward(self)
        self.ask_for_file: AskForTable = ask_for_table
        self.filters = JournalFilters(theme, unix_time, self)
        self.reading = Reading(port, self)
        self.notice = Notice(self)
        self.acts: TableModel[Act] = TableModel(
            act_columns(self._camera), lambda act: act.key, theme, self, cameras=_cameras
        )
        self.view = TableView(self.acts, "ptz-journal", theme, self)
        self.view.setEditTriggers(TableView.EditTrigger.NoEditTriggers)
        self.view.setSortingEnabled(False)  # Older ones come at its end.
        self._said = ElidedLabel(parent=self)
        self._said.setProperty("muted", True)
        self._empty = EmptyState("", parent=self)
        self._stack = QStackedWidget(self)
        for each in (self.view, self._empty):
            self._stack.addWidget(each)
        self._lay_out()
        self.filters.changed.connect(self.ask)
        self.reading.shown.connect(self._show)
        self.reading.failed.connect(self.notice.complain)
        self.view.verticalScrollBar().valueChanged.connect(self._look_for_the_end)

    def open(self, camera_id: int | None = None) -> None:
        """Everything, of one dome or of all."""
        domes = [each for each in self._facts.city.cameras.values() if each.has_ptz]
        domes.sort(key=lambda each: (each.number is None, each.number or 0, each.camera_id))
        self.filters.show_cameras([(camera_label(each), each.camera_id) for each in domes])
        was_quiet = self.filters.blockSignals(True)
        self.filters.choose_camera(camera_id)
        self.filters.blockSignals(was_quiet)
        self._home.follow(self._port.names(), self.filters.show_names, self.notice.complain)
        self.notice.clear()
        self.ask()
        self.view.setFocus()

    def ask(self) -> None:
        """As the filters say, from the newest on."""
        self.reading.ask(self.filters.question)

    def export(self) -> None:
        """All entries that fit the filters into a file."""
        path = self.ask_for_file(self.window(), "citywall-journal.csv")
        if path is None:
            return
        self.notice.say(self.tr("The file is being written…"))
        names = {camera_id: camera_label(each) for camera_id, each in self._facts.city.cameras.items()}
        writing = self._port.export(
            path,
            self.filters.question,
            words.heading(),
            lambda entry: words.cells(entry, names.get(entry.camera_id, _unknown(entry.camera_id))),
        )
        self._home.follow(writing, lambda count: self._was_written(path, count), self.notice.complain)

    # -- inside

    def _camera(self, camera_id: int) -> str:
        camera = self._facts.city.cameras.get(camera_id)
        return camera_label(camera) if camera is not None else _unknown(camera_id)

    def _was_written(self, path: Path, count: int) -> None:
        self.notice.say(self.tr("{0} entries were written: {1}").format(number(count), path))

    def _show(self, acts: Sequence[Act]) -> None:
        show_steadily(self.acts, self.view, acts, lambda act: act.key)
        self._stack.setCurrentWidget(self.view if acts else self._empty)
        self._empty.say(
            self.tr("Who moves, reserves or takes over a camera stands here from now on.")
            if self.filters.is_plain
            else self.tr("Nothing of that kind was written down.")
        )
        count = number(len(acts))
        more = self.tr("the newest {0}: scroll down for older ones").format(count)
        self._said.setText(more if self.reading.has_more else self.tr("{0} in all").format(count))

    def _look_for_the_end(self, value: int) -> None:
        if value >= self.view.verticalScrollBar().maximum() > 0:
            self.reading.more()

    def _lay_out(self) -> None:
        above = QHBoxLayout()
        above.setSpacing(2 * SPACE)
        above.addWidget(label(self.tr("Journal of the cameras that move"), size=LARGE, is_bold=True), 1)
        tip = self.tr("Every single entry that fits, as a table for other programs (CSV)")
        above.addWidget(button(self.tr("Export…"), self.export, tip=tip))
        above.addWidget(button(self.tr("Back"), self.left.emit))
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 3 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addLayout(above)
        column.addWidget(self.filters)
        column.addWidget(self.notice)
        column.addWidget(self._stack, 1)
        column.addWidget(self._said)


def ask_for_table(window: QWidget, name: str) -> Path | None:
    """By the system's own dialog."""
    translate = QCoreApplication.translate
    title, kinds = translate("Journal", "Export the journal"), translate("Journal", "Tables (*.csv)")
    chosen, _ = QFileDialog.getSaveFileName(window, title, name, kinds)
    return Path(chosen) if chosen else None


def _cameras(act: Act) -> Sequence[int]:
    return (act.last.camera_id,) if act.last.camera_id else ()


def _unknown(camera_id: int) -> str:
    """What is about no camera, or about one that is not in the city any more."""
    return f"#{camera_id}" if camera_id else UNKNOWN
