"""The buttons above the map: each turns a tool or a panel on and off, and shows whether it is on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy, QWidget

from wall.ui.console.parts import button
from wall.ui.theme import SPACE


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that can be turned on and off: what it is called, its key, and what does it."""

    name: str
    text: str
    key: str
    does: Callable[[], object]
    tip: str = ""


class ToolBar(QWidget):
    """One button for each, as far as there is room; the others are in the menu behind."""

    def __init__(self, deeds: Sequence[Deed], parent: QWidget) -> None:
        super().__init__(parent)
        self._deeds = {deed.name: deed for deed in deeds}
        self._buttons = {deed.name: self._button_of(deed) for deed in deeds}
        self._on: frozenset[str] = frozenset()
        self._more = button("⋯", self._open_menu, tip=self.tr("More tools"))
        self._more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SPACE)
        for each in (*self._buttons.values(), self._more):
            row.addWidget(each)
        row.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_on(self, names: frozenset[str]) -> None:
        """These are on."""
        self._on = names
        for name, each in self._buttons.items():
            each.setChecked(name in names)
        self._fit()

    def button_of(self, name: str) -> QPushButton:
        """KeyError where there is none."""
        return self._buttons[name]

    # -- inside

    def _button_of(self, deed: Deed) -> QPushButton:
        made = button(deed.text, deed.does, tip=f"{deed.tip or deed.text} ({deed.key})")
        made.setCheckable(True)
        made.setProperty("chip", True)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return made

    def _fit(self) -> None:
        """What is on stays to be seen before all others."""
        first = sorted(self._buttons, key=lambda name: name not in self._on)
        whole = sum(self._width_of(each) for each in self._buttons.values())
        room = self.width() - (0 if whole <= self.width() else self._width_of(self._more))
        seen = set()
        for name in first:
            room -= self._width_of(self._buttons[name])
            if room < -SPACE:
                break
            seen.add(name)
        for name, each in self._buttons.items():
            each.setVisible(name in seen)
        self._more.setVisible(len(seen) < len(self._buttons))

    def _width_of(self, each: QPushButton) -> int:
        return each.sizeHint().width() + SPACE

    def _open_menu(self) -> None:
        menu = QMenu(self)
        for name, deed in self._deeds.items():
            if self._buttons[name].isHidden():
                menu.addAction(f"{deed.text}\t{deed.key}").triggered.connect(lambda _on=False, does=deed.does: does())
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    # -- Qt

    def sizeHint(self) -> QSize:
        whole = sum(self._width_of(each) for each in self._buttons.values())
        return QSize(whole, self._more.sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(self._width_of(self._more), self._more.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self.updateGeometry()
            self._fit()
