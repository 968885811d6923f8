"""What a device got wrong, in words; what the engineer wants to know is one click away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from wall.model.device import Problem
from wall.model.health import Verdict
from wall.ui import words
from wall.ui.console.parts import button, heading, label
from wall.ui.console.verdicts import MARK_SIZE, VerdictMarks
from wall.ui.theme import SMALL, SPACE, TARGET, Theme, fixed_font


class ProblemsList(QWidget):
    """Hidden while there is none."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._marks = VerdictMarks(theme, self.devicePixelRatioF())
        self._problems: tuple[Problem, ...] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, SPACE, 0, 0)
        self._column.setSpacing(SPACE)
        self.hide()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these; the same again leaves open what was opened."""
        if tuple(problems) == self._problems:
            return
        self._problems = tuple(problems)
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if self._problems:
            self._column.addWidget(heading(self.tr("Problems")))
        for problem in self._problems:
            self._column.addWidget(self._row(problem))
        self.setVisible(bool(self._problems))

    def as_lines(self) -> list[str]:
        """For the clipboard."""
        told = ((words.problem_sentence(each), each.detail) for each in self._problems or ())
        return [f"{sentence} ({detail})" if detail else sentence for sentence, detail in told]

    def _row(self, problem: Problem) -> QWidget:
        row, mark = QWidget(self), QLabel()
        mark.setPixmap(self._marks[Verdict.ATTENTION])
        mark.setFixedSize(MARK_SIZE + 2, TARGET)
        detail = label(problem.detail, size=SMALL, is_muted=True)
        detail.setFont(fixed_font(SMALL))
        detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        detail.hide()
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(2 * SPACE)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        sentence = label(words.problem_sentence(problem))
        sentence.setMinimumHeight(TARGET)
        line.addWidget(sentence, 1)
        if problem.detail:
            line.addWidget(self._detail_button(detail), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(line)
        column.addWidget(detail)
        return row

    def _detail_button(self, detail: QLabel) -> QPushButton:
        def toggle() -> None:
            detail.setVisible(detail.isHidden())
            opens.setText(self.tr("more") if detail.isHidden() else self.tr("less"))

        opens = button(self.tr("more"), toggle, is_flat=True)
        return opens
