"""The line above the map: what can be done with it by hand. Others put theirs beside it."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wall.ui.console.parts import button
from wall.ui.map.canvas import MapCanvas
from wall.ui.theme import SPACE, TARGET


class MapBar(QWidget):
    """Of one canvas. `open_window`, where given, opens the map once more, in a window of its own.

    Where not all has room in one line there are more, each as full as it can be; its own buttons are at the right end
    of the last one.
    """

    def __init__(self, canvas: MapCanvas, open_window: Callable[[], object] | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._added: list[QWidget] = []
        self._counts: tuple[int, ...] = ()
        """How many there are in each line."""
        self._own = QWidget(self)
        self._row = _row(self._own)
        self._lines: list[QHBoxLayout] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE)
        self._add_button("−", self.tr("Further away (−)"), lambda: canvas.zoom_by(0.5))
        self._add_button("+", self.tr("Closer (+)"), lambda: canvas.zoom_by(2.0))
        self._add_button(self.tr("Whole city"), self.tr("Show all cameras (Home)"), canvas.go_home)
        if open_window is not None:
            tip = self.tr("The map in a window of its own, for any screen")
            self._add_button(self.tr("Own window"), tip, open_window)
        self._fit()

    def add(self, widget: QWidget) -> None:
        """One more, at the left."""
        widget.setParent(self)
        self._added.append(widget)
        self._fit()

    # -- inside

    def _add_button(self, text: str, tip: str, does: Callable[[], object]) -> None:
        made = button(text, does, tip=tip)
        made.setAccessibleName(tip)
        made.setMinimumHeight(TARGET)  # Its width is never less than its text takes.
        self._row.addWidget(made)

    def _fit(self) -> None:
        """Fill one line after the other."""
        counts, room = [0], self.width()
        for each in (*self._added, self._own):
            wide = 0 if each.isHidden() else each.sizeHint().width() + SPACE
            if counts[-1] and wide > room + SPACE:
                counts.append(0)
                room = self.width()
            counts[-1] += 1
            room -= wide
        if tuple(counts) != self._counts:
            self._counts = tuple(counts)
            self._lay_out()

    def _lay_out(self) -> None:
        for line in self._lines:
            while line.takeAt(0) is not None:
                pass
        while len(self._lines) < len(self._counts):
            line = QHBoxLayout()
            line.setSpacing(SPACE)
            self._lines.append(line)
            self._column.addLayout(line)
        left = iter((*self._added, self._own))
        for line, count in zip(self._lines, self._counts, strict=False):
            for each in islice(left, count):
                if each is self._own:
                    line.addStretch(1)
                line.addWidget(each)
            if line is not self._lines[len(self._counts) - 1]:
                line.addStretch(1)

    # -- Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)


def _row(parent: QWidget) -> QHBoxLayout:
    made = QHBoxLayout(parent)
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(SPACE)
    return made
