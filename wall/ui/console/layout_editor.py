"""The editor of layouts: cells are merged and split until a screen is cut as one wants it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from wall.model.layout import MOST_CELLS, Layout
from wall.ui.console.flow import Flow
from wall.ui.console.layout_canvas import LayoutCanvas
from wall.ui.console.layout_chooser import LayoutChooser
from wall.ui.console.parts import ElidedLabel, Notice, button, label
from wall.ui.console.rtsp_form import field
from wall.ui.console.sentences import in_words
from wall.ui.theme import SPACE, Theme


class LayoutEditor(QWidget):
    """`used` tells the layout that the screen shall be cut by, `left` that it stays as it is.

    M merges what is selected, S splits it, Enter uses the layout: all of it works without a mouse.
    """

    used = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._ratio = 9 / 16
        self._past: list[Layout] = []
        self._presets: Sequence[Layout] = ()
        self.canvas = LayoutCanvas(theme, self)
        self.columns, self.rows = self._number("2"), self._number("2")
        self.name = field(self.tr("Name of the layout"))
        self.name.setMaximumWidth(64 * SPACE)
        self.notice = Notice(self)
        self._title = ElidedLabel(parent=self)
        self._chosen = label(is_muted=True)
        self._lay_out()
        self.chooser = LayoutChooser(theme, self)
        self.chooser.edit.hide()
        self.chooser.chosen.connect(self._start_from)
        self.canvas.selection_changed.connect(self._tell_selection)

    # -- what the window asks

    def begin(self, layout: Layout, ratio: float, presets: Sequence[Layout], of_whom: str) -> None:
        """Start from a layout. `ratio` is the screen's height by its width."""
        self._past.clear()
        self._ratio, self._presets = ratio, presets
        self._title.setText(self.tr("Layout of {0}").format(of_whom))
        self.name.setText(layout.name)
        self.notice.clear()
        self._show(layout)
        self.enter()

    def enter(self) -> None:
        """Put the hand on the cells."""
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_back(self) -> bool:
        """Esc: close what is open. False where nothing is."""
        if self.chooser.isVisible():
            self.chooser.close_it()
        elif self.notice.text:
            self.notice.clear()
        else:
            return False
        return True

    def merge(self) -> None:
        """One cell in the place of those selected."""
        layout, chosen = self.canvas.cells, self.canvas.selected
        corner = min(layout.cells[number] for number in chosen)
        before = sum(cell < corner for number, cell in enumerate(layout.cells) if number not in chosen)
        self._change(lambda: (layout.merged(chosen), before))

    def split(self) -> None:
        """Equal cells in the place of each that is selected."""
        columns, rows = int(self.columns.text() or 0), int(self.rows.text() or 0)

        def made() -> tuple[Layout, int]:
            layout = self.canvas.cells
            for number in sorted(self.canvas.selected, reverse=True):
                layout = layout.split(number, columns, rows)
            return layout, min(self.canvas.selected)

        self._change(made)

    def undo(self) -> None:
        """Take the last change back."""
        if self._past:
            self._show(self._past.pop())
            self.notice.clear()

    def use(self) -> None:
        """Have the screen cut so."""
        layout = self.canvas.cells
        name = self.name.text().strip() or self.tr("{0} cells").format(layout.size)
        self.used.emit(replace(layout, name=name))

    # -- inside

    def _change(self, make: Callable[[], tuple[Layout, int]]) -> None:
        try:
            layout, selected = make()
        except ValueError as error:
            self.notice.complain(in_words(str(error)))
            return
        self.notice.clear()
        if layout != self.canvas.cells:
            self._past.append(self.canvas.cells)
            self._show(layout, frozenset((selected,)))

    def _show(self, layout: Layout, selected: frozenset[int] = frozenset((0,))) -> None:
        self.canvas.show_cells(layout, self._ratio, selected)
        self._undo.setEnabled(bool(self._past))

    def _start_from(self, layout: Layout) -> None:
        self._past.append(self.canvas.cells)
        self.name.setText(layout.name)
        self._show(layout)
        self.enter()

    def _tell_selection(self) -> None:
        selected, size = len(self.canvas.selected), self.canvas.cells.size
        self._chosen.setText(self.tr("{0} of {1} cells selected").format(selected, size))
        self._merge.setEnabled(selected > 1)

    def _number(self, text: str) -> QLineEdit:
        line = field("")
        line.setText(text)
        line.setFixedWidth(44)
        line.setValidator(QIntValidator(1, MOST_CELLS, self))
        line.returnPressed.connect(self.split)
        return line

    def _lay_out(self) -> None:
        self._start = button(self.tr("Start from…"), self._choose_start)
        self._merge = button(self.tr("Merge (M)"), self.merge, tip=self.tr("One cell in the place of those selected"))
        self._undo = button(self.tr("Undo"), self.undo, tip="Ctrl+Z")
        self.columns.setAccessibleName(self.tr("Columns"))
        self.rows.setAccessibleName(self.tr("Rows"))
        parts = QWidget(self)
        into = QHBoxLayout(parts)
        into.setContentsMargins(0, 0, 0, 0)
        into.setSpacing(SPACE)
        for each in (self.columns, label("×"), self.rows):
            into.addWidget(each)
        split = button(self.tr("Split into (S)"), self.split, tip=self.tr("Columns × rows, in the place of each"))
        hands = Flow(self._start, self._merge, split, parts, self._undo)
        hint = label(
            self.tr("Drag over cells or press Shift with the arrows to select several; Ctrl with a click adds one."),
            is_muted=True,
        )
        end = QHBoxLayout()
        end.setSpacing(2 * SPACE)
        end.addWidget(self.name, 1)
        end.addStretch(1)
        end.addWidget(button(self.tr("Cancel"), self.left.emit, is_flat=True))
        end.addWidget(button(self.tr("Use for this screen"), self.use))
        self.name.returnPressed.connect(self.use)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 3 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addWidget(self._title)
        column.addLayout(hands)
        column.addWidget(self.notice)
        column.addWidget(self.canvas, 1)
        for below in (self._chosen, hint):
            column.addWidget(below)
        column.addLayout(end)

    def _choose_start(self) -> None:
        self.chooser.show_layouts(self._start, self._presets, self.canvas.cells)

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_M:
            self.merge()
        elif event.key() == Qt.Key.Key_S:
            self.split()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.use()
        else:
            super().keyPressEvent(event)
