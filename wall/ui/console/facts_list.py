"""Labelled lines in groups, wrapped so that nothing is cut off."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from wall.ui.console.camera_facts import Fact
from wall.ui.console.parts import ElidedLabel, heading, label
from wall.ui.theme import SPACE

_NAME_WIDTH = 112


class FactsList(QWidget):
    """Lines that are there already only change their text, so that nothing jumps while it is read."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._shape: tuple[tuple[str, str], ...] = ()
        self._values: list[QLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(2 * SPACE)
        self._grid.setVerticalSpacing(SPACE)
        self._grid.setColumnMinimumWidth(0, _NAME_WIDTH)
        self._grid.setColumnStretch(1, 1)

    def show_facts(self, facts: Sequence[Fact]) -> None:
        """Show these."""
        shape = tuple((fact.group, fact.name) for fact in facts)
        if shape != self._shape:
            self._build(facts)
            self._shape = shape
        for line, fact in zip(self._values, facts, strict=True):
            if line.text() != fact.value:
                line.setText(fact.value)

    def texts(self) -> list[str]:
        """The values as they stand."""
        return [line.text() for line in self._values]

    def _build(self, facts: Sequence[Fact]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._values = []
        row, group = 0, None
        for fact in facts:
            if fact.group != group:
                group = fact.group
                head = heading(group)
                head.setContentsMargins(0, 3 * SPACE, 0, 0)
                self._grid.addWidget(head, row, 0, 1, 2)
                row += 1
            name = label(fact.name.strip(), is_muted=True)
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(self._value(fact), row, 1)
            row += 1

    def _value(self, fact: Fact) -> QLabel:
        """An address is one long word: it is elided. Everything else wraps."""
        line = ElidedLabel(fact.value) if "://" in fact.value else label(fact.value)
        line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._values.append(line)
        return line
