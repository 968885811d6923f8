"""What a screen is called and which display it belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from wall.model.screen import Display, DisplayId, Screen
from wall.ui.console.choice import Choice
from wall.ui.console.parts import Check, button, heading
from wall.ui.console.rtsp_form import field
from wall.ui.theme import SPACE, Theme

MOST_NUMBER = 999


class ScreenForm(QFrame):
    """`given` tells the screen as it shall be, `removed` that it shall go, `left` that nothing shall."""

    given = Signal(object)
    """A Screen."""
    removed = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._screen: Screen | None = None
        self.number = field(self.tr("Number"))
        self.number.setValidator(QIntValidator(1, MOST_NUMBER, self))
        self.number.setFixedWidth(72)
        self.name = field(self.tr("Name"))
        self.display = Choice((), self.tr("Display"), theme, self)
        self.display.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.kiosk = Check(self.tr("Kiosk: full screen, left only from here"), theme, self)
        self._identities: list[DisplayId | None] = []
        self._lay_out()
        self.hide()

    @property
    def screen_id(self) -> int:
        """Which screen is being changed; 0 for none."""
        return self._screen.screen_id if self._screen else 0

    def begin(self, screen: Screen, displays: Sequence[Display]) -> None:
        """Open it."""
        self._screen = screen
        self.number.setText(str(screen.number))
        self.name.setText(screen.name)
        self.kiosk.setChecked(screen.kiosk)
        self.show_displays(displays)
        self.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def show_displays(self, displays: Sequence[Display]) -> None:
        """Which displays there are to choose from; the one that the screen belongs to, even if it is gone."""
        chosen = self._chosen_display() if self.isVisible() else self._screen.display if self._screen else None
        self._identities = [None, *(each.identity for each in displays)]
        texts = [self.tr("No display: a window"), *(_label_of(each) for each in displays)]
        if chosen is not None and chosen not in self._identities:
            self._identities.append(chosen)
            texts.append(self.tr("{0}, not connected").format(chosen.label))
        self.display.clear()
        self.display.addItems(texts)
        self.display.setCurrentIndex(self._identities.index(chosen))

    def give(self) -> None:
        """Hand it on."""
        if self._screen is None or not self.number.hasAcceptableInput():
            self.number.setFocus()
            return
        number = int(self.number.text())
        name = self.name.text().strip() or self.tr("Screen {0}").format(number)
        display, kiosk = self._chosen_display(), self.kiosk.isChecked()
        self.given.emit(replace(self._screen, number=number, name=name, display=display, kiosk=kiosk))

    def end(self) -> None:
        """Close it."""
        self._screen = None
        self.hide()

    def _chosen_display(self) -> DisplayId | None:
        place = self.display.currentIndex()
        return self._identities[place] if 0 <= place < len(self._identities) else None

    def _remove(self) -> None:
        if self._screen is not None:
            self.removed.emit(self._screen)

    def _lay_out(self) -> None:
        for line in (self.number, self.name):
            line.returnPressed.connect(self.give)
        above = QHBoxLayout()
        above.setSpacing(2 * SPACE)
        for title, widget, stretch in (
            (self.tr("Number"), self.number, 0),
            (self.tr("Name"), self.name, 2),
            (self.tr("Display"), self.display, 3),
        ):
            part = QVBoxLayout()
            part.setSpacing(0)
            part.addWidget(heading(title))
            part.addWidget(widget)
            above.addLayout(part, stretch)
        below = QHBoxLayout()
        below.setSpacing(2 * SPACE)
        below.addStretch(1)
        below.addWidget(button(self.tr("Remove screen"), self._remove, is_flat=True))
        below.addWidget(button(self.tr("Cancel"), self.left.emit, is_flat=True))
        below.addWidget(button(self.tr("Keep"), self.give))
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 2 * SPACE, 3 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addLayout(above)
        column.addWidget(self.kiosk)
        column.addLayout(below)


def _label_of(display: Display) -> str:
    return display.identity.label or f"{display.area.width} × {display.area.height}"
