"""The plots of alarms: how many there were, and how long they waited for somebody."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QDateTime, QLocale
from PySide6.QtWidgets import QWidget

from wall.model.alarms.figures import WAITS_S
from wall.ui.console.plots import Plot
from wall.ui.theme import Theme

_BAR = 0.7
_LEAST_TOP = 4.5
_MARKS = 6
_LATE_FROM = 3
"""From this group on (a minute) somebody waited too long."""


class RatePlot(Plot):
    """Bars over the time."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, QCoreApplication.translate("AlarmPlots", "Alarms"), parent)
        self._bars = pg.BarGraphItem(x=[], height=[], width=_BAR, brush=theme.accent, pen=pg.mkPen(None))
        self.plot.addItem(self._bars)

    def show_rate(self, counts: Sequence[int], from_s: float, step_s: float) -> None:
        """So many in each stretch."""
        self._bars.setOpts(x=list(range(len(counts))), height=list(counts))
        kind = "HH:mm" if len(counts) * step_s <= 2 * 24 * 3600 else "d/M"
        every = max(1, len(counts) // _MARKS)
        marks = [(at, _when(from_s + at * step_s, kind)) for at in range(0, len(counts), every)]
        self.plot.getAxis("bottom").setTicks([marks])
        self.plot.setXRange(-0.6, max(1, len(counts)) - 0.4, padding=0)
        self.plot.setYRange(0, max(_LEAST_TOP, max(counts, default=0) * 1.1), padding=0)


class WaitPlot(Plot):
    """Bars: in the colour of lateness where alarms waited for more than a minute."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(theme, translate("AlarmPlots", "Acknowledged within"), parent)
        names = [
            *(translate("AlarmPlots", "{0} s").format(round(bound)) for bound in WAITS_S[:2]),
            *(translate("AlarmPlots", "{0} min").format(round(bound / 60)) for bound in WAITS_S[2:]),
            translate("AlarmPlots", "later"),
        ]
        self.plot.getAxis("bottom").setTicks([list(enumerate(names))])
        colours = [theme.live if group < _LATE_FROM else theme.late for group in range(len(names))]
        self._bars = pg.BarGraphItem(
            x=list(range(len(names))), height=[0] * len(names), width=_BAR, brushes=colours, pen=pg.mkPen(None)
        )
        self.plot.addItem(self._bars)
        self.plot.setXRange(-0.6, len(names) - 0.4, padding=0)

    def show_waits(self, counts: Sequence[int]) -> None:
        """So many in each group."""
        self._bars.setOpts(height=list(counts))
        self.plot.setYRange(0, max(_LEAST_TOP, max(counts, default=0) * 1.1), padding=0)


def _when(unix_s: float, kind: str) -> str:
    return QLocale().toString(QDateTime.fromSecsSinceEpoch(int(unix_s)), kind)
