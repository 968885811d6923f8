"""Where to look for devices, how far the search has come, and the button that stops it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from wall.model.events import SearchProgressed
from wall.ui.console.facts import Facts
from wall.ui.console.parts import Check, Notice, button
from wall.ui.console.ports import FleetPort
from wall.ui.console.rtsp_form import field
from wall.ui.figures import number
from wall.ui.theme import SPACE, Theme


class SearchForm(QWidget):
    """A line for addresses, a check for multicast, and one button that starts or stops."""

    def __init__(self, theme: Theme, facts: Facts, fleet: FleetPort, parent: QWidget) -> None:
        super().__init__(parent)
        self._facts = facts
        self._fleet = fleet
        self.targets = field(self.tr("Addresses: 10.0.0.5, 10.0.1.0/24, 10.0.2.1-10.0.2.40"))
        self.targets.returnPressed.connect(self.toggle)
        self.multicast = Check(self.tr("Call on the local network"), theme, self)
        self.multicast.setToolTip(self.tr("WS-Discovery multicast on every network interface"))
        self.multicast.setChecked(True)
        self._toggle: QPushButton = button("", self.toggle)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._progress = QLabel(self)
        self._progress.setProperty("muted", True)
        self.notice = Notice(self)
        row = QHBoxLayout()
        row.setSpacing(2 * SPACE)
        row.addWidget(self.targets, 1)
        row.addWidget(self.multicast)
        row.addWidget(self._toggle)
        under = QHBoxLayout()
        under.setSpacing(2 * SPACE)
        under.addWidget(self._bar, 1, Qt.AlignmentFlag.AlignVCenter)
        under.addWidget(self._progress)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addLayout(row)
        column.addLayout(under)
        column.addWidget(self.notice)
        facts.search_changed.connect(self._show)
        self._show()

    @property
    def is_searching(self) -> bool:
        return self._facts.search is not None and not self._facts.search.is_over

    def look_at(self) -> None:
        """Put the hand on the addresses."""
        self.targets.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.targets.selectAll()

    def toggle(self) -> None:
        """Start, or stop."""
        if self.is_searching:
            self._fleet.stop_search()
            return
        targets = self.targets.text().strip()
        if not targets and not self.multicast.isChecked():
            self.notice.complain(self.tr("Type an address, or let the program call on the local network."))
            return
        try:
            self._fleet.start_search(targets, self.multicast.isChecked())
        except ValueError:
            sentence = self.tr("These addresses cannot be read: {0}. Use 10.0.0.5, 10.0.1.0/24 or 10.0.2.1-10.0.2.40.")
            self.notice.complain(sentence.format(targets))
            return
        self.notice.clear()
        self._facts.begin_search()

    def _show(self) -> None:
        search = self._facts.search
        self._toggle.setText(self.tr("Stop") if self.is_searching else self.tr("Search"))
        self._bar.setVisible(self.is_searching)
        if search is None:
            self._progress.hide()
            return
        self._bar.setRange(0, search.addresses)
        self._bar.setValue(search.asked)
        self._progress.setText(progress_text(search))
        self._progress.show()


def progress_text(search: SearchProgressed) -> str:
    """How far it has come, in a line."""
    translate = QCoreApplication.translate
    if search.is_over:
        return translate("Search", "Search over: {0} devices found").format(number(search.found))
    if not search.addresses:
        return translate("Search", "Searching: {0} devices found").format(number(search.found))
    sentence = translate("Search", "Searching: {0} of {1} addresses asked, {2} devices found")
    return sentence.format(number(search.asked), number(search.addresses), number(search.found))
