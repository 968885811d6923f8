"""How many signals are one alarm, and how many alarms are a flood."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wall.model.alarms.rule import Merging, Reach
from wall.ui.console.alarms.rules.fields import Rows, beside
from wall.ui.console.alarms.rules.typed import bounded_s, count_field, count_in
from wall.ui.console.choice import Choice
from wall.ui.console.parts import heading
from wall.ui.console.seconds import seconds_field
from wall.ui.theme import SPACE, Theme

_MOST_S = 86_400.0
_MOST_M = 10_000
_MOST_ALARMS = 10_000
_MINUTE_S = 60.0


class Gathering(QWidget):
    """`changed` follows each change by hand."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        reaches = {
            Reach.CAMERA: self.tr("of the same camera"),
            Reach.NEIGHBOURS: self.tr("of cameras around, too"),
            Reach.SITE: self.tr("of the whole site"),
        }
        self.reach = Choice([(text, each) for each, text in reaches.items()], self.tr("One alarm"), theme, self)
        self.dwell, self.quiet = seconds_field(self.tr("Must last")), seconds_field(self.tr("Quiet for"))
        self.gap = seconds_field(self.tr("Gaps up to"))
        self.around = count_field(self.tr("Neighbours within"))
        self.of_camera, self.of_site = count_field(self.tr("Of one camera")), count_field(self.tr("Of one site"))
        self.minutes = seconds_field(self.tr("Minutes of a flood"))
        self._minutes = ""
        """As they were shown: what is not touched stays to the second."""
        self._lay_out()
        for line in self._lines:
            line.textEdited.connect(lambda _text: self.changed.emit())
        self.reach.activated.connect(lambda _place: self._choose_reach())

    def show_merging(self, merging: Merging) -> None:
        """As it is kept."""
        self.reach.setCurrentIndex(self.reach.findData(merging.reach))
        for line, value in (
            (self.dwell, merging.dwell_s),
            (self.gap, merging.hysteresis_s),
            (self.quiet, merging.quiet_s),
            (self.around, round(merging.reach_m)),
            (self.of_camera, merging.flood_camera),
            (self.of_site, merging.flood_site),
            (self.minutes, merging.flood_s / _MINUTE_S),
        ):
            line.setText(f"{value:.5g}")
        self._minutes = self.minutes.text()
        self._show_reach()

    def merging(self, kept: Merging) -> Merging:
        """As it is typed. ValueError, in words, where it makes no sense."""
        minutes = bounded_s(self.minutes, _MOST_S / _MINUTE_S)
        of_camera, of_site = count_in(self.of_camera, _MOST_ALARMS), count_in(self.of_site, _MOST_ALARMS)
        if (of_camera or of_site) and not minutes:
            raise ValueError(self.tr("Say within how many minutes so many alarms are a flood."))
        metres = count_in(self.around, _MOST_M)
        if self.reach.currentData() is Reach.NEIGHBOURS and not metres:
            raise ValueError(self.tr("Say within how many metres cameras are neighbours."))
        return replace(
            kept,
            dwell_s=bounded_s(self.dwell, _MOST_S),
            hysteresis_s=bounded_s(self.gap, _MOST_S),
            quiet_s=bounded_s(self.quiet, _MOST_S),
            reach=self.reach.currentData(),
            reach_m=kept.reach_m if metres in (0, round(kept.reach_m)) else float(metres),
            flood_camera=of_camera,
            flood_site=of_site,
            flood_s=minutes * _MINUTE_S if minutes and self.minutes.text() != self._minutes else kept.flood_s,
        )

    # -- inside

    def _choose_reach(self) -> None:
        self._show_reach()
        self.changed.emit()

    def _show_reach(self) -> None:
        """How far matters only for neighbours."""
        is_of_neighbours = self.reach.currentData() is Reach.NEIGHBOURS
        for each in (self.around, self._metres):
            each.setEnabled(is_of_neighbours)

    def _lay_out(self) -> None:
        self._lines = (self.dwell, self.gap, self.quiet, self.around, self.of_camera, self.of_site, self.minutes)

        self._metres = beside(self.tr("metres"))
        seconds = self.tr("seconds")
        rows = Rows()
        rows.add(self.tr("Must last"), self.dwell, beside(seconds), beside(self.tr("with gaps up to")), self.gap)
        rows.add(self.tr("One alarm"), self.reach, self.around, self._metres)
        rows.add(self.tr("Until quiet for"), self.quiet, beside(seconds))
        rows.add(
            self.tr("A flood is"),
            self.of_camera,
            beside(self.tr("of one camera, or")),
            self.of_site,
            beside(self.tr("of one site")),
        )
        rows.add(self.tr("within"), self.minutes, beside(self.tr("minutes; 0 alarms: never a flood")))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * SPACE)
        column.addWidget(heading(self.tr("How many are one")))
        column.addLayout(rows)
