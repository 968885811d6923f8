"""The layouts to choose from, as small drawings; the last button leads to the editor."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QToolButton, QWidget

from wall.model.layout import Layout
from wall.ui.console.layout_drawing import DRAWN, layout_icon
from wall.ui.console.parts import button
from wall.ui.console.popup import Popup
from wall.ui.theme import SPACE, Theme

_COLUMNS = 5


class LayoutChooser(Popup):
    """Opens under a button, goes with Esc or a click elsewhere. Arrows go from drawing to drawing."""

    chosen = Signal(object)
    """A Layout."""
    editor_requested = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._drawings: list[QToolButton] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        self._grid.setSpacing(SPACE)
        self.edit = button(self.tr("Edit layout…"), self._ask_for_editor)
        self._shown: tuple[Layout, ...] = ()

    def show_layouts(self, anchor: QWidget, layouts: Sequence[Layout], now: Layout | None) -> None:
        """Show these under a button, with the hand on the one that is now."""
        if tuple(layouts) != self._shown:
            self._draw(layouts)
        current = next((place for place, each in enumerate(self._shown) if each == now), None)
        for place, drawing in enumerate(self._drawings):
            drawing.setChecked(place == current)
        self.open_under(anchor, self._drawings[current or 0] if self._drawings else self.edit)

    def _draw(self, layouts: Sequence[Layout]) -> None:
        for old in self._drawings:
            self._grid.removeWidget(old)
            old.deleteLater()
        self._shown = tuple(layouts)
        self._drawings = [self._drawing(layout) for layout in self._shown]
        for place, drawing in enumerate(self._drawings):
            self._grid.addWidget(drawing, place // _COLUMNS, place % _COLUMNS)
        last = -(-len(self._drawings) // _COLUMNS)
        self._grid.addWidget(self.edit, last, 0, 1, _COLUMNS)

    def _drawing(self, layout: Layout) -> QToolButton:
        made = QToolButton(self)
        made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        made.setIcon(layout_icon(layout, self._theme, self.devicePixelRatioF()))
        made.setIconSize(DRAWN)
        made.setText(layout.name)
        made.setCheckable(True)
        made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        made.clicked.connect(lambda _checked=False: self._choose(layout))
        made.installEventFilter(self)
        return made

    def _choose(self, layout: Layout) -> None:
        self.close_it()
        self.chosen.emit(layout)

    def _ask_for_editor(self) -> None:
        self.close_it()
        self.editor_requested.emit()

    # -- Qt

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Arrows and Enter on a drawing."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        place = next((n for n, each in enumerate(self._drawings) if each is watched), None)
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -_COLUMNS,
            Qt.Key.Key_Down: _COLUMNS,
        }
        if place is None:
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._shown[place])
        elif event.key() in steps:
            self._go_to(place + steps[Qt.Key(event.key())])
        else:
            return False
        return True

    def _go_to(self, place: int) -> None:
        if place >= len(self._drawings):
            self.edit.setFocus()
        elif place >= 0:
            self._drawings[place].setFocus()
