"""The two plots of the health page: clocks by how far they are off, and lost cameras over the last hour."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wall.ui.console.loss_history import KEPT_S
from wall.ui.console.parts import heading
from wall.ui.theme import SMALL, SPACE, Theme, font

_BAR_WIDTH = 0.6
_LEAST_TOP = 4.5
"""The number at the topmost mark is not cut."""
_FIRST_OFF = 3
"""From this group on (five seconds) a clock is worth a look."""


class Plot(QWidget):
    """A heading and a still picture under it: nothing in it moves under the mouse."""

    def __init__(self, theme: Theme, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.plot = pg.PlotWidget(self, background=theme.surface)
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.setMouseEnabled(x=False, y=False)
        for name in ("left", "bottom"):
            axis = self.plot.getAxis(name)
            axis.setPen(pg.mkPen(theme.line))
            axis.setTextPen(pg.mkPen(theme.muted))
            axis.setStyle(tickFont=font(SMALL), tickLength=-3)
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * SPACE, 2 * SPACE, 2 * SPACE, SPACE)
        column.setSpacing(SPACE)
        column.addWidget(heading(title))
        column.addWidget(self.plot, 1)


class ClockPlot(Plot):
    """Bars: grey where a clock may be so, in the colour of lateness where somebody should set it."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(theme, translate("Plots", "Cameras by how far their clock is off"), parent)
        names = (
            translate("Plots", "< 0.1 s"),
            translate("Plots", "< 1 s"),
            translate("Plots", "< 5 s"),
            translate("Plots", "< 1 min"),
            translate("Plots", "< 1 h"),
            translate("Plots", "≥ 1 h"),
        )
        self.plot.getAxis("bottom").setTicks([list(enumerate(names))])
        colours = [theme.live if group < _FIRST_OFF else theme.late for group in range(len(names))]
        self._bars = pg.BarGraphItem(
            x=list(range(len(names))), height=[0] * len(names), width=_BAR_WIDTH, brushes=colours, pen=pg.mkPen(None)
        )
        self.plot.addItem(self._bars)
        self._labels = [_count_label(theme.text) for _ in names]
        for each in self._labels:
            self.plot.addItem(each)
        self.plot.setXRange(-0.6, len(names) - 0.4, padding=0)

    def show_groups(self, groups: Sequence[int]) -> None:
        """So many cameras in each group."""
        self._bars.setOpts(height=list(groups))
        for place, (count, each) in enumerate(zip(groups, self._labels, strict=True)):
            each.setText(str(count) if count else "")
            each.setPos(place, count)
        self.plot.setYRange(0, max(_LEAST_TOP, max(groups) * 1.2), padding=0)


class LossPlot(Plot):
    """A line in steps over the last hour."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(
            theme, QCoreApplication.translate("Plots", "Lost cameras over the last hour (minutes ago)"), parent
        )
        minutes = round(KEPT_S / 60)
        marks = [(-at, str(at)) for at in range(0, minutes + 1, 10)]
        self.plot.getAxis("bottom").setTicks([marks])
        self._curve = self.plot.plot(pen=pg.mkPen(theme.lost, width=2), stepMode="right")
        self.plot.setXRange(-minutes, 0, padding=0.01)

    def show_steps(self, minutes: Sequence[float], lost: Sequence[int]) -> None:
        """From each moment on so many; the last step reaches to now."""
        if minutes:
            self._curve.setData([*minutes, 0.0], [*lost, lost[-1]])
        self.plot.setYRange(0, max(_LEAST_TOP, max(lost, default=0) * 1.2), padding=0)


def _count_label(colour: QColor) -> pg.TextItem:
    made = pg.TextItem("", color=colour, anchor=(0.5, 1.0))
    made.setFont(font(SMALL))
    return made
