"""Looks at the map that are kept: called up, kept under a name, taken away and brought back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from wall.model.geo.map_view import MOST_NAME, MapView
from wall.ui.console.parts import ElidedButton, button, label
from wall.ui.map.tools.rows import TwoLines, TwoLinesList
from wall.ui.map.tools.side import panel_column
from wall.ui.theme import SPACE, Theme

MOST_KEYS = 9
"""The first nine are on Alt+1 to Alt+9."""


class ViewsPanel(QWidget):
    """Asks, and keeps nothing but what was taken away last."""

    shown = Signal(object)
    """This MapView is to be seen."""
    keep_requested = Signal(str)
    """Keep what is seen now under this name; under one that is there already, in its place."""
    removed = Signal(object)
    restored = Signal(object)
    done_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._views: tuple[MapView, ...] = ()
        self._gone: MapView | None = None
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(self.tr("Name of what is seen now"))
        self.line.setAccessibleName(self.tr("Name of what is seen now"))
        self.line.setMaxLength(MOST_NAME)
        self._keep = button(self.tr("Keep"), self._ask_keep)
        self.list = TwoLinesList(theme, self)
        self._hint = label(
            self.tr("No view of the map is kept yet: go where it is good to look, and keep it."), is_muted=True
        )
        self._remove = button(self.tr("Remove"), self.remove, tip=self.tr("Del"))
        self._back = ElidedButton(self._bring_back, self)
        self._lay_out()
        self.line.returnPressed.connect(self._ask_keep)
        self.line.textChanged.connect(lambda text: self._keep.setEnabled(bool(text.strip())))
        self.list.opened.connect(self._show_row)
        self.list.clicked.connect(lambda _index: self._show_row(self.list.current))
        self._keep.setEnabled(False)
        self.show_views(())

    def show_views(self, views: Sequence[MapView]) -> None:
        """These are kept."""
        self._views = tuple(views)
        self.list.rows.show([_row(place, view) for place, view in enumerate(self._views)])
        self.list.setVisible(bool(views))
        self._hint.setVisible(not views)
        self._remove.setVisible(bool(views))
        if self._gone is not None and any(each.view_id == self._gone.view_id for each in views):
            self._gone = None
        self._back.setVisible(self._gone is not None)
        if self._gone is not None:
            self._back.show_text(self.tr("Bring back: {0}").format(self._gone.name))

    def begin(self) -> None:
        """The hand is on the list, or on the line where nothing is kept."""
        (self.list if self._views else self.line).setFocus()

    def remove(self) -> None:
        """Take the one in hand away."""
        view = self._of(self.list.current)
        if view is not None:
            self._gone = view
            self.removed.emit(view)

    # -- inside

    def _ask_keep(self) -> None:
        name = self.line.text().strip()
        if name:
            self.keep_requested.emit(name)
            self.line.clear()

    def _bring_back(self) -> None:
        if self._gone is not None:
            self.restored.emit(self._gone)

    def _show_row(self, row: TwoLines | None) -> None:
        view = self._of(row)
        if view is not None:
            self.shown.emit(view)

    def _of(self, row: TwoLines | None) -> MapView | None:
        return next((each for each in self._views if row is not None and each.view_id == row.key), None)

    def _lay_out(self) -> None:
        keep = QHBoxLayout()
        keep.setSpacing(2 * SPACE)
        keep.addWidget(self.line, 1)
        keep.addWidget(self._keep)
        below = QHBoxLayout()
        below.addWidget(self._remove)
        below.addWidget(self._back)
        below.addStretch(1)
        column = panel_column(self, self.tr("Kept views"), button(self.tr("Done"), self.done_requested.emit))
        column.addLayout(keep)
        column.addWidget(self._hint)
        column.addWidget(self.list, 1)
        column.addLayout(below)
        column.addStretch(0)

    # -- Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete) and self.list.hasFocus():
            self.remove()
        else:
            super().keyPressEvent(event)


def _row(place: int, view: MapView) -> TwoLines:
    return TwoLines(view.view_id, view.name, f"Alt+{place + 1}" if place < MOST_KEYS else "")
