"""What is muted now: of which camera or site, until when, why, by whom; each can be ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from wall.model.alarms.mute import Mute
from wall.ui.alarms.mute_words import muted_until
from wall.ui.console.alarms.mute_words import muted_what
from wall.ui.console.city import City
from wall.ui.console.parts import ElidedLabel, button, heading
from wall.ui.theme import SPACE

MOST_PX = 180
"""Five or six of them; the rest is scrolled to. Who mutes a hundred at once wants to see his rules still."""


class MutesList(QWidget):
    """Hidden while nothing is. `ended` tells the id of the mute that shall end."""

    ended = Signal(int)

    def __init__(self, city: Callable[[], City], unix_time: Callable[[], float], parent: QWidget) -> None:
        super().__init__(parent)
        self._city = city
        self._unix_time = unix_time
        self._rows: list[QWidget] = []
        self._inside = QWidget(self)
        self._lines = QVBoxLayout(self._inside)
        self._lines.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        self._lines.setSpacing(SPACE)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self._inside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(heading(self.tr("Muted now")))
        column.addWidget(self.area)
        self.hide()

    @property
    def texts(self) -> list[str]:
        """What each of them says, the line of what is muted first."""
        return ["\n".join(each.text() for each in row.findChildren(ElidedLabel)) for row in self._rows]

    def show_mutes(self, mutes: Sequence[Mute]) -> None:
        """Those that end first come first."""
        for row in self._rows:
            self._lines.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [self._row(mute) for mute in mutes]
        for row in self._rows:
            self._lines.addWidget(row)
            row.show()  # A layout does it later, and counts no room for it until then.
        self.area.setFixedHeight(min(self._inside.sizeHint().height(), MOST_PX))
        self.setVisible(bool(mutes))

    def _row(self, mute: Mute) -> QWidget:
        """Two lines: on one, what is most worth knowing, until when, would be elided first."""
        made = QWidget(self._inside)
        what = ElidedLabel(muted_what(mute, self._city()), made)
        until = ElidedLabel(muted_until(mute, self._unix_time()), made)
        until.setProperty("muted", True)
        lines = QVBoxLayout()
        lines.setSpacing(0)
        lines.addWidget(what)
        lines.addWidget(until)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        row.addLayout(lines, 1)
        row.addWidget(button(self.tr("End"), lambda: self.ended.emit(mute.mute_id)))
        return made
