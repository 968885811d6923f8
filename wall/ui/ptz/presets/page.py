"""The page of domes: which there are and how they stand, the one in hand, and what it watched on other days."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from wall.ui.console.facts import Facts
from wall.ui.console.parts import EmptyState, button
from wall.ui.console.tree_model import camera_label
from wall.ui.ptz.journal.port import JournalPort
from wall.ui.ptz.journal.sheet import JournalSheet
from wall.ui.ptz.port import PtzPort
from wall.ui.ptz.presets.compare import CompareSheet
from wall.ui.ptz.presets.dome_list import DomeList
from wall.ui.ptz.presets.dome_sheet import DomeSheet
from wall.ui.ptz.presets.duty_facts import DutyFacts
from wall.ui.ptz.presets.port import DutyPort
from wall.ui.signals import EventBridge
from wall.ui.theme import SPACE, Theme

_LIST = 66 * SPACE
_TICK_MS = 1000


class DomesPage(QStackedWidget):
    """`opened` tells the camera that the hand is on, `search_requested` asks for the page on which devices are found.
    `end` is to be called once.
    """

    opened = Signal(int)
    search_requested = Signal()
    widened = Signal()
    """It has the whole window now, or no more (`is_wide`)."""

    def __init__(
        self,
        theme: Theme,
        facts: Facts,
        domes: PtzPort,
        duty: DutyPort,
        journal: JournalPort,
        events: EventBridge,
        monotonic: Callable[[], float],
        unix_time: Callable[[], float],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._facts = facts
        self.duty = DutyFacts(domes, duty, events, self)
        self.list = DomeList(theme, facts, self.duty, monotonic, self)
        self.list.setFixedWidth(_LIST)
        self.sheet = DomeSheet(theme, self.duty, monotonic, self)
        self.compare = CompareSheet(theme, self.duty, self)
        self.journal = JournalSheet(theme, facts, journal, unix_time, self)
        self._both = QWidget(self)
        self._empty = EmptyState(
            self.tr("Cameras that can be moved will stand here, each with its presets, its duty view and its patrols."),
            self.tr("Search for cameras"),
            self,
        )
        row = QHBoxLayout(self._both)
        row.setContentsMargins(2 * SPACE, 3 * SPACE, 0, 2 * SPACE)
        row.setSpacing(2 * SPACE)
        side = QVBoxLayout()
        side.setSpacing(2 * SPACE)
        side.addWidget(self.list, 1)
        side.addWidget(button(self.tr("Journal of all cameras…"), self.open_journal))
        row.addLayout(side)
        row.addWidget(self.sheet, 1)
        for each in (self._both, self.compare, self.journal, self._empty):
            self.addWidget(each)
        self.list.chosen.connect(self._show_dome)
        self.sheet.compare_requested.connect(self.open_compare)
        self.sheet.journal_requested.connect(self.open_journal)
        for wide in (self.compare, self.journal):
            wide.left.connect(self.go_back)
        self.currentChanged.connect(lambda _place: self.widened.emit())
        self._empty.asked.connect(self.search_requested)
        facts.city_changed.connect(self._take_city)
        self._second = QTimer(self, interval=_TICK_MS)
        self._second.timeout.connect(self.tick)
        self._take_city()

    # -- what the window asks

    @property
    def is_wide(self) -> bool:
        """Pictures that are compared want room, and so does the journal."""
        return self.currentWidget() in (self.compare, self.journal)

    def enter(self) -> None:
        """Put the hand on the list."""
        self.list.renew()
        self.list.list.setFocus()

    def go_back(self) -> bool:
        """Esc: from days and journal back to the dome, then what is open there. False where nothing is."""
        if self.is_wide:
            self.setCurrentWidget(self._both)
            self.list.list.setFocus()
            return True
        return self.sheet.go_back()

    def show_camera(self, camera_id: int) -> None:
        """A camera chosen elsewhere; one that does not move is passed over."""
        self.list.renew()
        if self.list.choose(camera_id):
            self.setCurrentWidget(self._both)

    def selected_cameras(self) -> tuple[int, ...]:
        """The one in hand."""
        camera = self.list.camera_id
        return () if camera is None else (camera,)

    def open_compare(self, camera_id: int, name: str) -> None:
        """What this one watched on other days."""
        self.setCurrentWidget(self.compare)
        self.compare.open(camera_id, name)

    def open_journal(self, camera_id: int | None = None) -> None:
        """Who did what to this one; None: to all."""
        self.setCurrentWidget(self.journal)
        self.journal.open(camera_id)

    def tick(self) -> None:
        """A second has gone by while it is seen."""
        self.list.renew()
        self.sheet.duty.tick()

    def end(self) -> None:
        """Hear no more, and let go of the dome."""
        self._second.stop()
        self.sheet.look(is_seen=False)
        self.duty.end()

    # -- inside

    def _show_dome(self, camera_id: int) -> None:
        camera = self._facts.city.cameras.get(camera_id)
        if camera is not None:
            self.sheet.show_dome(camera_id, camera_label(camera))
            self.opened.emit(camera_id)

    def _take_city(self) -> None:
        has_domes = bool(self.list.domes)
        if not has_domes:
            self.setCurrentWidget(self._empty)
        elif self.currentWidget() is self._empty:
            self.setCurrentWidget(self._both)

    # -- Qt

    def showEvent(self, event: QShowEvent) -> None:
        self.list.renew()
        self.sheet.look(is_seen=True)
        self._second.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._second.stop()
        self.sheet.look(is_seen=False)
