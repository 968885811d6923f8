"""Alarms in figures: a window of its own, over a day, a week or a month."""

from __future__ import annotations

import time
from collections.abc import Callable
from concurrent.futures import Future
from typing import Protocol

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QVBoxLayout, QWidget

from wall.model.alarms import kinds
from wall.model.alarms.figures import FLOOD, WINDOW_S, Figures, Noisy
from wall.model.alarms.mute import Mute
from wall.ui.alarms.figure_plots import RatePlot, WaitPlot
from wall.ui.alarms.noisy_table import NoisyTable, place_word
from wall.ui.alarms.words import kind_word
from wall.ui.console.parts import heading, label
from wall.ui.console.style import dress
from wall.ui.homeward import Homeward
from wall.ui.theme import SPACE, Theme

_WIDTH, _HEIGHT = 1000, 720
_DAY_S = 24 * 3600.0
_BARS = 48
_MUTE_S = 8 * 3600.0


class FiguresPort(Protocol):
    """`AlarmDesk`. UI thread; returns at once."""

    def figures(self, from_s: float, until_s: float) -> Future[Figures]: ...

    def mute(self, mute: Mute) -> Future[Mute]: ...


class AlarmFigures(QDialog):
    """Shown before it is asked; `unix` gives Unix time. `change_rule` leads to the rule of what is noisy."""

    def __init__(
        self,
        port: FiguresPort,
        theme: Theme,
        parent: QWidget | None = None,
        unix: Callable[[], float] = time.time,
        change_rule: Callable[[Noisy], object] | None = None,
    ) -> None:
        super().__init__(parent)
        self._port = port
        self._change_rule = change_rule
        self._unix = unix
        self._homeward = Homeward(self)
        self._asked: Future[Figures] | None = None
        self.setWindowTitle(self.tr("Alarms in figures"))
        dress(self, theme)
        self.resize(_WIDTH, _HEIGHT)
        self.period = QComboBox(self)
        for name, days in ((self.tr("24 hours"), 1), (self.tr("7 days"), 7), (self.tr("30 days"), 30)):
            self.period.addItem(name, days)
        self.period.currentIndexChanged.connect(lambda _index: self.ask())
        self.summary = label()
        self.rate, self.waits = RatePlot(theme, self), WaitPlot(theme, self)
        self.noisy = NoisyTable(self._mute_noisy, self._lead_to_rule if change_rule else None, self)
        self._lay_out()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.summary, 1)
        top.addWidget(self.period)
        plots = QHBoxLayout()
        plots.addWidget(self.rate, 3)
        plots.addWidget(self.waits, 2)
        column = QVBoxLayout(self)
        column.setSpacing(2 * SPACE)
        column.addLayout(top)
        column.addLayout(plots, 3)
        column.addWidget(heading(self.tr("The ten noisiest")))
        column.addWidget(self.noisy, 4)

    def ask(self) -> None:
        """For the figures of the chosen period, up to now."""
        if self._asked is not None:
            self._asked.cancel()
        now_s = self._unix()
        self.summary.setText(self.tr("Counting…"))
        self._asked = self._port.figures(now_s - self.period.currentData() * _DAY_S, now_s)
        self._homeward.follow(self._asked, self.show_figures, self.summary.setText)

    def show_figures(self, figures: Figures) -> None:
        counts = figures.rate(_BARS)
        step_s = WINDOW_S * max(1, -(-len(figures.windows) // _BARS))
        self.rate.show_rate(counts, figures.from_s, step_s)
        self.waits.show_waits(figures.waits)
        self.noisy.show_noisy(figures.noisiest())
        self.summary.setText(self._said(figures))

    def _said(self, figures: Figures) -> str:
        if not figures.alarms:
            return self.tr("There was no alarm in this time.")
        count, most = QLocale().toString(figures.alarms), QLocale().toString(FLOOD)
        said = [self.tr("{0} alarms.").format(count)]
        if figures.false_share is not None:
            said.append(self.tr("{0} % of those judged were false.").format(round(100 * figures.false_share)))
        if figures.floods:
            said.append(self.tr("Floods: {0} times more than {1} in 10 minutes.").format(figures.floods, most))
        else:
            said.append(self.tr("No flood: never more than {0} in 10 minutes.").format(most))
        return " ".join(said)

    def _mute_noisy(self, noisy: Noisy) -> None:
        reason = self.tr("Noisy: {0} alarms in {1}").format(noisy.alarms, self.period.currentText())
        site_id = 0 if noisy.camera_id else noisy.site_id
        of = frozenset({noisy.kind} - {kinds.SEVERAL})  # Of several is of all.
        wanted = Mute(noisy.camera_id, site_id, self._unix() + _MUTE_S, reason, kinds=of)
        self._homeward.follow(self._port.mute(wanted), lambda _kept: self._say_muted(noisy), self.summary.setText)

    def _lead_to_rule(self, noisy: Noisy) -> None:
        """Out of its way: it lies over the window in which rules are changed."""
        self.hide()
        if self._change_rule is not None:
            self._change_rule(noisy)

    def _say_muted(self, noisy: Noisy) -> None:
        text = self.tr("{0}, {1}: muted for eight hours.")
        self.summary.setText(text.format(place_word(noisy), kind_word(noisy.kind)))
