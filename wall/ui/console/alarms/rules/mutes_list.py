"""What is muted now: of which camera or site, until when, why, by whom; each can be ended."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from wall.model.alarms.mute import Mute
from wall.ui.console.bookmark_list import when_text
from wall.ui.console.parts import ElidedLabel, button, heading
from wall.ui.theme import SPACE


class MutesList(QWidget):
    """Hidden while nothing is. `ended` tells the id of the mute that shall end."""

    ended = Signal(int)

    def __init__(self, name_of: Callable[[Mute], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._name_of = name_of
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(SPACE)
        self._column.addWidget(heading(self.tr("Muted now")))
        self.hide()

    @property
    def texts(self) -> list[str]:
        """What each line says."""
        labels = [row.findChild(ElidedLabel) for row in self._rows]
        return [each.text() for each in labels if each is not None]

    def show_mutes(self, mutes: Sequence[Mute]) -> None:
        """Those that end first come first."""
        for row in self._rows:
            row.deleteLater()
        self._rows = [self._row(mute) for mute in mutes]
        for row in self._rows:
            self._column.addWidget(row)
        self.setVisible(bool(mutes))

    def _row(self, mute: Mute) -> QWidget:
        made = QWidget(self)
        said = " · ".join(each for each in (mute.reason, mute.who) if each)
        until = self.tr("{0} until {1}").format(self._name_of(mute), when_text(mute.until_s)[:-3])
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        row.addWidget(ElidedLabel(f"{until} – {said}", made), 1)
        row.addWidget(button(self.tr("End"), lambda: self.ended.emit(mute.mute_id)))
        return made
