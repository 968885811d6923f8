"""The page of health: incidents on top, two plots, and the table of all cameras, worst first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from wall.ui.console.camera_table import CameraRow
from wall.ui.console.facts import Facts
from wall.ui.console.health_table import all_health, clock_groups, health_columns
from wall.ui.console.incidents_list import IncidentsList
from wall.ui.console.loss_history import LossHistory
from wall.ui.console.parts import EmptyState, label
from wall.ui.console.plots import ClockPlot, LossPlot
from wall.ui.console.table import TableModel
from wall.ui.console.table_view import TableView
from wall.ui.theme import SPACE, Theme

_RENEW_AT_MOST_EVERY_S = 1.0


class HealthPage(QWidget):
    """Renewed once a second while it is seen; the history of the hour goes on behind."""

    opened = Signal(int)
    cameras_chosen = Signal(object)
    """The cameras of an incident."""
    search_requested = Signal()

    def __init__(
        self,
        theme: Theme,
        facts: Facts,
        monotonic: Callable[[], float],
        unix_time: Callable[[], float],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._facts = facts
        self._monotonic = monotonic
        self.history = LossHistory()
        columns = health_columns(unix_time)
        self.model: TableModel[CameraRow] = TableModel(
            columns,
            lambda row: row.camera.camera_id,
            theme,
            self,
            cameras=lambda row: (row.camera.camera_id,),
        )
        self.view = TableView(self.model, "health", theme, self)
        self.view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.incidents = IncidentsList(theme, self)
        self._quiet = label(self.tr("No site is lost as a whole."), is_muted=True)
        self._changed: set[int] = set()
        self._is_stale = True
        self._renewed_s = 0.0
        self._lay_out()
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._open())
        self.incidents.opened.connect(self.cameras_chosen)
        facts.city_changed.connect(self._take_city)
        facts.health_changed.connect(self._take_health)
        facts.incidents_changed.connect(self._show_incidents)

    def tick(self) -> None:
        """Once a second: ages grow, and what has changed is shown."""
        totals = self._facts.totals()
        is_new = self.history.note(self._monotonic(), totals.lost + totals.ill)
        if not self.isVisible():
            return
        if is_new:
            self._show_history()
        if self._is_stale or self._changed:
            self._renew()
        self.view.viewport().update()

    def selected_cameras(self) -> list[int]:
        """The cameras that the hand is on."""
        return [self.model.rows[row].camera.camera_id for row in self.view.selected_rows()]

    # -- inside

    def _make_plots(self) -> None:
        """When they are first seen: to make them takes a third as long as all the rest of the console."""
        self.clocks = ClockPlot(self._theme, self)
        self.losses = LossPlot(self._theme, self)
        self.plots.addWidget(self.clocks)
        self.plots.addWidget(self.losses)

    def _lay_out(self) -> None:
        self.plots = QSplitter(Qt.Orientation.Horizontal, self)
        self.plots.setChildrenCollapsible(False)
        self.split = QSplitter(Qt.Orientation.Vertical, self)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.plots)
        self.split.addWidget(self.view)
        self.split.setStretchFactor(1, 1)
        self.split.setSizes([176, 520])
        empty = EmptyState(self.tr("The health of the cameras will stand here."), self.tr("Find devices…"), self)
        empty.asked.connect(self.search_requested)
        full = QWidget(self)
        column = QVBoxLayout(full)
        column.setContentsMargins(2 * SPACE, 2 * SPACE, 2 * SPACE, 2 * SPACE)
        column.setSpacing(2 * SPACE)
        column.addWidget(self._quiet)
        column.addWidget(self.incidents)
        column.addWidget(self.split, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(full)
        self._stack.addWidget(empty)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._stack)

    def _take_city(self) -> None:
        self._is_stale = True
        self._renew_soon()

    def _take_health(self, changed: frozenset[int]) -> None:
        self._changed |= changed
        self._renew_soon()

    def _renew_soon(self) -> None:
        """At once after a pause, else with the next tick: rows must not dance under the eye."""
        if self.isVisible() and self._monotonic() - self._renewed_s >= _RENEW_AT_MOST_EVERY_S:
            self._renew()

    def _renew(self) -> None:
        self._renewed_s = self._monotonic()
        city, health = self._facts.city, self._facts.health
        if self._is_stale:
            self.model.show([self._row(camera) for camera in city.cameras])
        elif self._changed:
            self.model.put([self._row(camera) for camera in self._changed if camera in city.cameras])
        self._is_stale = False
        self._changed.clear()
        self.clocks.show_groups(clock_groups(all_health(city.cameras, health)))
        self._stack.setCurrentIndex(0 if city.cameras else 1)

    def _row(self, camera_id: int) -> CameraRow:
        camera = self._facts.city.cameras[camera_id]
        site, health = self._facts.city.site_of(camera), self._facts.health.get(camera_id)
        return CameraRow(camera, site, health, self._facts.hearing_of(camera))

    def _show_incidents(self) -> None:
        self.incidents.show_incidents(self._facts.incidents)
        self._quiet.setVisible(not self._facts.incidents)

    def _show_history(self) -> None:
        self.losses.show_steps(*self.history.steps(self._monotonic()))

    def _open(self) -> None:
        """Only what is selected: a table that gets the focus puts its hand somewhere by itself."""
        current = self.view.currentIndex()
        if current.isValid() and self.view.selectionModel().isSelected(current):
            self.opened.emit(self.model.rows[current.row()].camera.camera_id)

    # -- Qt

    def showEvent(self, event: object) -> None:
        if not self.plots.count():
            self._make_plots()
        self._is_stale = True
        self._renew()
        self._show_history()
        self._show_incidents()
