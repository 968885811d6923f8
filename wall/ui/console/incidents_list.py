"""Site incidents, one line each: what is lost together, since when, and probably why."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from wall.model.health import Incident, Verdict
from wall.ui import words
from wall.ui.console.verdicts import VerdictMarks
from wall.ui.theme import TARGET, Theme

_MOST_ROWS = 6


class IncidentsList(QListWidget):
    """As high as it needs, up to six lines; hidden while there is no incident. `opened` tells an incident's cameras."""

    opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon = QIcon(VerdictMarks(theme)[Verdict.LOST])
        self._incidents: tuple[Incident, ...] = ()
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemActivated.connect(lambda _item: self._open())
        self.itemClicked.connect(lambda _item: self._open())
        self.hide()

    def show_incidents(self, incidents: Sequence[Incident]) -> None:
        """Show these, the gravest first, as they come."""
        self._incidents = tuple(incidents)
        row = self.currentRow()
        self.clear()
        for incident in incidents:
            item = QListWidgetItem(self._icon, self._sentence(incident))
            item.setToolTip(item.text())
            item.setSizeHint(QSize(0, TARGET))
            self.addItem(item)
        self.setCurrentRow(min(row, len(incidents) - 1))
        self.setFixedHeight(min(_MOST_ROWS, len(incidents)) * TARGET + 2 * self.frameWidth())
        self.setVisible(bool(incidents))

    def _sentence(self, incident: Incident) -> str:
        since = QLocale().toString(QDateTime.fromSecsSinceEpoch(int(incident.since_s)), "HH:mm")
        sentence = self.tr("{0}: {1} of {2} cameras lost since {3} – probably {4}")
        return sentence.format(
            incident.site, len(incident.cameras), incident.cameras_of_site, since, words.shared_cause(incident.cause)
        )

    def _open(self) -> None:
        if 0 <= self.currentRow() < len(self._incidents):
            self.opened.emit(self._incidents[self.currentRow()].cameras)
