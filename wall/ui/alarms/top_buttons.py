"""What the console's top line has of alarms: drills and figures. Beside them it is told how the ways in and out stand,
what is due again, and which nightly drill has failed.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QPushButton

from wall.ui.alarms.drill_banner import DrillBanner
from wall.ui.alarms.drill_button import DrillButton
from wall.ui.alarms.drill_desk import DrillHours
from wall.ui.alarms.figures import AlarmFigures, FiguresPort
from wall.ui.alarms.hold_news import HoldNews
from wall.ui.alarms.push_news import PushNews
from wall.ui.alarms.ways_in_news import WaysInNews
from wall.ui.console.window import ConsoleWindow
from wall.ui.console.window_alarms import change_rule_of
from wall.ui.console.window_layout import stand_above
from wall.ui.signals import EventBridge
from wall.ui.theme import Theme


def add_alarm_buttons(
    window: ConsoleWindow,
    theme: Theme,
    events: EventBridge,
    port: FiguresPort,
    drills: DrillHours,
) -> None:
    """At the end of its top line."""
    say, complain = window.notice.say, window.notice.complain
    WaysInNews(events, say, complain, window)
    PushNews(events, say, complain, window)
    if window.alarms is not None:
        HoldNews(window.alarms.facts, complain, window)
    window.top.add(FiguresButton(port, theme, window))
    drill = DrillButton(drills, theme, say, complain, window.top)
    window.top.add(drill)
    stand_above(window.banners, DrillBanner(drills, drill.open_results, complain, window))


class FiguresButton(QPushButton):
    """Opens alarms in figures; there is one window of them."""

    def __init__(self, port: FiguresPort, theme: Theme, window: ConsoleWindow) -> None:
        super().__init__(window.top)
        self.figures: AlarmFigures | None = None
        self.setText(self.tr("Alarm figures"))
        self.setToolTip(self.tr("Alarms in figures: how many, how soon seen to, how many false, and the noisiest"))
        self.setProperty("flat", True)
        self.setFlat(True)
        self.setAutoDefault(False)
        self.clicked.connect(partial(self._open, port, theme, window))
        if window.alarms is not None:
            window.alarms.page.figures_requested.connect(self.click)

    def _open(self, port: FiguresPort, theme: Theme, window: ConsoleWindow, _checked: bool = False) -> None:
        if self.figures is None:
            self.figures = AlarmFigures(port, theme, window, change_rule=partial(change_rule_of, window))
        self.figures.show()
        self.figures.activateWindow()
        self.figures.ask()
