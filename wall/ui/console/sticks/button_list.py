"""What the buttons of a stick do: press one, and choose."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from wall.model.ptz import deeds
from wall.model.sticks import StickMap, StickModel
from wall.ui.console.choice import Choice
from wall.ui.console.parts import heading
from wall.ui.console.sticks.words import deed_word
from wall.ui.keys import Key
from wall.ui.theme import SPACE, Theme

_BULLET, _NO_BULLET = "●  ", "○  "


class ButtonList(QWidget):
    """`changed` tells the StickMap as it shall be. A button that is pressed on the stick is taken in hand here."""

    changed = Signal(object)

    def __init__(self, theme: Theme, actions: Callable[[], Sequence[Key]], parent: QWidget) -> None:
        """`actions` are what can be done by key in the windows."""
        super().__init__(parent)
        self._actions = actions
        self._map = StickMap()
        self._texts: dict[str, str] = {}
        self._pressed = 0
        self.view = QListWidget(self)
        self.view.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.view.setUniformItemSizes(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.currentRowChanged.connect(lambda _row: self._show_deed())
        self.choice = Choice((), self.tr("What the button does"), theme, self)
        self.choice.setSizeAdjustPolicy(Choice.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.choice.activated.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(heading(self.tr("Buttons: press one on the stick, then choose what it does")))
        column.addWidget(self.view, 1)
        column.addWidget(self.choice)

    def offer(self) -> None:
        """Know all that a button can do, as it is called now."""
        own = {deed: deed_word(deed) for deed in deeds.ALL}
        keys = {key.action_id: f"{key.text} ({_window_of(key)})" for key in self._actions() if key.action_id}
        self._texts = {**own, **keys}
        self.choice.clear()
        self.choice.addItem(self.tr("nothing"), "")
        for deed, text in self._texts.items():
            self.choice.addItem(text, deed)
        self._show_deed()

    def show_map(self, model: StickModel, stick_map: StickMap) -> None:
        """What is settled now."""
        self._map = stick_map
        if self.view.count() != model.buttons:
            self.view.clear()
            for _ in range(model.buttons):
                self.view.addItem(QListWidgetItem())
            self.view.setCurrentRow(0)
        self._write()
        self._show_deed()

    def take(self, buttons: int) -> None:
        """Which buttons are pressed now."""
        if buttons == self._pressed:
            return
        fresh = buttons & ~self._pressed
        self._pressed = buttons
        self._write()
        if fresh and fresh.bit_length() <= self.view.count():
            self.view.setCurrentRow(fresh.bit_length() - 1)

    # -- inside

    def _write(self) -> None:
        for place in range(self.view.count()):
            mark = _BULLET if self._pressed >> place & 1 else _NO_BULLET
            deed = self._map.buttons.get(place, "")
            does = self._texts.get(deed, deed) or "—"
            self.view.item(place).setText(f"{mark}{self.tr('Button {0}').format(place + 1)}   {does}")

    def _show_deed(self) -> None:
        row = self.view.currentRow()
        deed = self._map.buttons.get(row, "")
        place = self.choice.findData(deed)
        if place < 0:  # It belongs to a window that is not there now, or to a newer program.
            self.choice.addItem(deed, deed)
            place = self.choice.count() - 1
        self.choice.setCurrentIndex(place)
        self.choice.setEnabled(row >= 0)

    def _choose(self, place: int) -> None:
        row = self.view.currentRow()
        if row >= 0:
            self.changed.emit(self._map.with_button(row, self.choice.itemData(place)))


def _window_of(key: Key) -> str:
    """Two windows may call two things the same."""
    return key.group or key.action_id.partition(".")[0]
