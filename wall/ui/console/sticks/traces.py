"""What each axis of a stick is and asks, over the last seconds."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from wall.model.sticks import AxisDoes, StickMap, StickReading
from wall.ui.console.plots import Plot
from wall.ui.console.sticks.words import axis_word
from wall.ui.theme import Theme

SHOWN_S = 8.0
_DRAW_EVERY_MS = 50
_KEEP_EVERY_S = 0.03
_LANE = 2.5
"""From the middle of one lane to the next; a lane is 2 high."""


class Traces(Plot):
    """Fed with readings of one stick; draws while it is seen. `monotonic` is the clock of the readings."""

    def __init__(self, theme: Theme, monotonic: Callable[[], float], parent: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(theme, translate("Sticks", "Grey: where the axis is. Bright: what it asks."), parent)
        self._monotonic = monotonic
        self._points: deque[tuple[float, tuple[float, ...], tuple[float, ...]]] = deque()
        self._used: frozenset[AxisDoes] = frozenset()
        self._lanes = [-_LANE * place for place in range(len(AxisDoes))]
        names = [axis_word(does) for does in AxisDoes]
        self.plot.getAxis("left").setTicks([list(zip(self._lanes, names, strict=True))])
        self.plot.getAxis("bottom").setTicks([[(-at, f"{at} s") for at in range(0, round(SHOWN_S) + 1, 2)]])
        self._where = [self.plot.plot(pen=pg.mkPen(theme.muted, width=1)) for _ in self._lanes]
        self._asked = [self.plot.plot(pen=pg.mkPen(theme.accent, width=2)) for _ in self._lanes]
        for lane in self._lanes:
            self.plot.addItem(
                pg.InfiniteLine(lane, angle=0, pen=pg.mkPen(theme.line, style=Qt.PenStyle.DotLine)), ignoreBounds=True
            )
        self.plot.setXRange(-SHOWN_S, 0, padding=0.01)
        self.plot.setYRange(self._lanes[-1] - 1.2, self._lanes[0] + 1.2, padding=0)
        self._draws = QTimer(self, interval=_DRAW_EVERY_MS)
        self._draws.timeout.connect(self.draw)

    def take(self, reading: StickReading, stick_map: StickMap) -> None:
        """Another point. Of many within a few milliseconds the last one stays."""
        self._used = frozenset(stick_map.axes)
        where = tuple(_where(stick_map, does, reading.axes) for does in AxisDoes)
        asked = tuple(stick_map.share(does, reading.axes) for does in AxisDoes)
        if len(self._points) > 1 and reading.at_s - self._points[-2][0] < _KEEP_EVERY_S:
            self._points.pop()
        self._points.append((reading.at_s, where, asked))

    def clear(self) -> None:
        """Another stick, or none."""
        self._points.clear()
        self.draw()

    @property
    def asked_now(self) -> tuple[float, ...]:
        """What is drawn at the right edge, in the order of `AxisDoes`."""
        return self._points[-1][2] if self._points else ()

    def draw(self) -> None:
        """As it is now."""
        now_s = self._monotonic()
        while self._points and self._points[0][0] < now_s - SHOWN_S:
            self._points.popleft()
        times = [at_s - now_s for at_s, _, _ in self._points]
        for place, (does, lane) in enumerate(zip(AxisDoes, self._lanes, strict=True)):
            if does not in self._used:  # Where nothing can be asked there is no line.
                self._where[place].clear()
                self._asked[place].clear()
                continue
            self._where[place].setData(times, [where[place] + lane for _, where, _ in self._points])
            self._asked[place].setData(times, [asked[place] + lane for _, _, asked in self._points])

    # -- Qt

    def showEvent(self, event: QShowEvent) -> None:
        self._draws.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._draws.stop()


def _where(stick_map: StickMap, does: AxisDoes, axes: tuple[int, ...]) -> float:
    """Where the axis is on its way, without dead zone and curve."""
    use = stick_map.axes.get(does)
    return 0.0 if use is None or use.axis >= len(axes) else use.deflection(axes[use.axis])
