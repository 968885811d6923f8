"""The page of found devices: search, log in to many at once, keep."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wall.model.device import Device
from wall.model.stream import Credentials
from wall.services.identity import Identities
from wall.ui.console.facts import Facts, Finding
from wall.ui.console.found_table import found_columns
from wall.ui.console.login_form import LoginForm
from wall.ui.console.parts import EmptyState, Notice, button, label
from wall.ui.console.ports import FleetPort
from wall.ui.console.search_form import SearchForm
from wall.ui.console.table import TableModel
from wall.ui.console.table_view import TableView
from wall.ui.theme import SPACE, Theme

_RENEWED_AT_ONCE = 128


class FoundPage(QWidget):
    """Rows stream in while a search runs; what is selected stays selected."""

    def __init__(self, theme: Theme, facts: Facts, fleet: FleetPort, parent: QWidget) -> None:
        super().__init__(parent)
        self._facts = facts
        self._kept = Identities()
        self._fleet = fleet
        self.search = SearchForm(theme, facts, fleet, self)
        self.model: TableModel[Finding] = TableModel(found_columns(), lambda row: row.key, theme, self)
        self.view = TableView(self.model, "found", theme, self)
        self.login = LoginForm(self)
        self.notice = Notice(self)
        self._lay_out()
        self.login.given.connect(self._log_in)
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._tell_selection())
        facts.found_changed.connect(self._show)
        self._waiting: list[str] = []
        self._renewal = QTimer(self, singleShot=True, interval=0)
        self._renewal.timeout.connect(self._renew_some)
        facts.city_changed.connect(self._show_kept)
        self._show([])

    def enter(self) -> None:
        """Put the hand where one goes on: where nothing was found yet, on the search."""
        if self.model.rows:
            self.view.setFocus()
        else:
            self.search.look_at()

    def selected(self) -> list[Finding]:
        """The devices that the hand is on."""
        return [self.model.rows[row] for row in self.view.selected_rows()]

    def keep(self) -> None:
        """Take what is selected into the inventory."""
        rows = self.selected()
        if not rows:
            return
        self._fleet.keep([row.key for row in rows])
        sentence = self.tr("{0} devices are taken in.").format(len(rows))
        without = sum(row.device is not None and not row.device.channels for row in rows)
        if without:
            advice = self.tr("{0} have shown no camera yet: log in to them.").format(without)
            sentence = f"{sentence} {advice}"
        self.notice.say(sentence)

    def ask(self) -> None:
        """Have what is selected interrogated, with the login that each has."""
        self._fleet.survey([row.key for row in self.selected()])

    def go_back(self) -> bool:
        """Esc: take the sentence away."""
        for notice in (self.notice, self.search.notice):
            if notice.text:
                notice.clear()
                return True
        return False

    # -- inside

    def _lay_out(self) -> None:
        self._keep = button("", self.keep)
        self._ask = button(self.tr("Ask"), self.ask, tip=self.tr("Ask the selected devices everything they tell"))
        self._count = label(is_muted=True)
        self._count.setWordWrap(False)
        empty = EmptyState(
            self.tr("Devices that answer a search will stand here, one row each."),
            self.tr("Search the local network"),
            self,
        )
        empty.asked.connect(self._search_at_once)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(empty)
        self._hands = QWidget(self)
        row = QHBoxLayout(self._hands)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * SPACE)
        row.addWidget(self.login, 1)
        row.addWidget(self._count)
        row.addWidget(self._ask)
        row.addWidget(self._keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addWidget(self.search)
        column.addWidget(self._stack, 1)
        column.addWidget(self.notice)
        column.addWidget(self._hands)

    def _search_at_once(self) -> None:
        if not self.search.is_searching:
            self.search.toggle()

    def _show(self, keys: list[str]) -> None:
        if keys:
            self.model.put([self._row(key) for key in keys if key in self._facts.findings])
        has_any = bool(self.model.rows)
        self._stack.setCurrentIndex(0 if has_any else 1)
        self._hands.setVisible(has_any)
        self._tell_selection()

    def _row(self, key: str) -> Finding:
        finding = self._facts.findings[key]
        address = finding.found.addresses[0] if finding.found and finding.found.addresses else key
        device = finding.device or Device(address, finding.found.endpoint if finding.found else "")
        return replace(finding, is_kept=self._kept.find(device) is not None)

    def _show_kept(self) -> None:
        """After a change of the inventory; while nobody sees it, that can wait."""
        if self.isVisible():
            self._kept = Identities(self._facts.city.inventory.devices)
            self._waiting = list(self._facts.findings)
            self._renew_some()

    def _renew_some(self) -> None:
        """So many rows a turn of the loop: 640 at once would hold the window for 50 ms."""
        some, self._waiting = self._waiting[:_RENEWED_AT_ONCE], self._waiting[_RENEWED_AT_ONCE:]
        self._show(some)
        if self._waiting:
            self._renewal.start()

    def _tell_selection(self) -> None:
        selected = len(self.view.selected_rows())
        self.login.aim_at(selected)
        self._count.setText(self.tr("{0} devices, {1} selected").format(len(self.model.rows), selected))
        self._keep.setText(self.tr("Keep {0} devices").format(selected))
        self._keep.setEnabled(selected > 0)
        self._ask.setEnabled(selected > 0)

    def _log_in(self, login: Credentials, name: str) -> None:
        keys = [row.key for row in self.selected()]
        self._fleet.use_credentials(keys, login, name)
        sentence = self.tr("Login “{0}” is tried on one device first, then on the other {1}.")
        only = self.tr("Login “{0}” is being tried.")
        self.notice.say(sentence.format(name, len(keys) - 1) if len(keys) > 1 else only.format(name))
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- Qt

    def showEvent(self, event: object) -> None:
        self._show_kept()

    def hideEvent(self, event: object) -> None:
        self._renewal.stop()  # All of it comes again when it is seen again.
