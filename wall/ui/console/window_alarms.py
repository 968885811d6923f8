"""The alarms in the console's window: the page, and how many nobody has acknowledged."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QWidget

from wall.model.alarms.figures import Noisy
from wall.model.fold import fold
from wall.ui.alarms.alarm_screen import AlarmScreen
from wall.ui.alarms.count import AlarmCount
from wall.ui.alarms.facts import AlarmFacts
from wall.ui.console.alarms.case_pictures import CasePictures
from wall.ui.console.alarms.page import AlarmsPage
from wall.ui.console.alarms.rules.page import RulesPage
from wall.ui.console.alarms.rules.screen_choice import AlarmScreenChoice
from wall.ui.console.homeward import Homeward
from wall.ui.console.pages import ALARMS, MAP, RULES
from wall.ui.console.ways.page import WaysPage
from wall.ui.figures import number
from wall.ui.ports import LiveViewPort
from wall.ui.room_port import RoomPort
from wall.ui.signals import EventBridge
from wall.ui.theme import Theme

if TYPE_CHECKING:
    from wall.ui.console.window import ConsoleWindow


class AlarmPart:
    """Made before the frame of the window; `connect_alarms` puts into it what belongs there."""

    def __init__(
        self,
        facts: AlarmFacts,
        theme: Theme,
        room: RoomPort,
        events: EventBridge,
        live: LiveViewPort,
        clocks: tuple[Callable[[], float], Callable[[], float]],
        parent: ConsoleWindow,
    ) -> None:
        """`clocks` are that of pictures, and Unix time."""
        self.facts = facts
        self._homeward = Homeward(parent)

        def pictures(over: QWidget) -> CasePictures:
            return CasePictures(theme, room.cameras, live, events, clocks, over)

        unix_time = clocks[1]
        self.page = AlarmsPage(theme, facts, pictures, lambda: parent.facts.city, unix_time, parent)
        self.rules = RulesPage(theme, facts, lambda: parent.facts.city, parent.wall, unix_time, parent)
        self.ways = WaysPage(theme, facts.ways, parent.wall, events, parent) if facts.ways is not None else None
        self.page.rules_requested.connect(lambda: parent.go_to(RULES))
        self.count = AlarmCount(theme, self.facts, parent)
        self._second = QTimer(parent, interval=1000)
        self._second.timeout.connect(self.page.tick)
        self._second.start()

    def acknowledge(self, window: ConsoleWindow) -> None:
        """On the page what is selected; from elsewhere, go to the most urgent one first: nobody acknowledges unseen."""
        if window.page == ALARMS and self.page.selected():
            self.page.deeds.acknowledge()
        else:
            self.go_to_unseen(window)

    def go_to_unseen(self, window: ConsoleWindow) -> None:
        """The most urgent one that nobody has acknowledged."""
        window.go_to(ALARMS)
        self.page.go_to_unseen()

    def panic(self, window: ConsoleWindow) -> None:
        """The operator's own key, at the camera in hand."""
        raised = QCoreApplication.translate("Wall", "Panic: the alarm is raised")
        said = self.facts.port.panic(window.panel.camera_id or 0)
        self._homeward.follow(said, lambda _none: window.notice.say(raised), window.notice.complain)

    def end(self) -> None:
        """Give everything back."""
        self._second.stop()
        self.count.end()
        self.page.end()
        self.rules.end()
        if self.ways is not None:
            self.ways.end()


def offer_alarm_screen(window: ConsoleWindow, screen: AlarmScreen, theme: Theme) -> None:
    """Beside the rules: where urgent alarms pop up whose rule names no screen."""
    if window.alarms is not None:
        window.alarms.rules.add_alarm_screen(AlarmScreenChoice(screen, theme, window.alarms.rules))


def lead_to_unseen(window: ConsoleWindow) -> None:
    """The most urgent one that nobody has acknowledged, from whichever window."""
    if window.alarms is not None:
        window.activateWindow()
        window.alarms.go_to_unseen(window)


def change_rule_of(window: ConsoleWindow, noisy: Noisy) -> None:
    """Show the rule that makes the alarms of what is noisy, as it would be without them."""
    if window.alarms is not None:
        window.activateWindow()
        window.go_to(RULES)
        window.alarms.rules.change_for(noisy)


def tell_what_waits(window: ConsoleWindow) -> None:
    """To whoever takes the desk: alarms that were forwarded to this name, or left in it."""
    if window.alarms is None:
        return
    facts = window.alarms.facts
    name = fold(facts.port.operator)
    mine = sum(fold(alarm.owner) == name for alarm in facts.open_alarms) if name else 0
    window.alarms.page.filters.changed.emit()  # «Mine» are others now.
    if mine:
        told = QCoreApplication.translate(
            "Wall", "Open alarms in your name: {0}. «Mine» on the page of alarms shows them."
        )
        window.notice.say(told.format(number(mine)))


def open_alarm(window: ConsoleWindow, alarm_id: int) -> None:
    """Show one where it is worked on, whichever window it was chosen in."""
    if window.alarms is not None:
        window.activateWindow()
        window.go_to(ALARMS)
        window.alarms.page.go_to(alarm_id)


def connect_alarms(window: ConsoleWindow) -> None:
    """What is asked there, the window does."""
    part = window.alarms
    if part is not None:
        window.top.add(part.count)
        part.count.clicked.connect(partial(_go, window))
        part.page.put_requested.connect(window.put)
        part.page.place_requested.connect(partial(_show_on_map, window))
        part.page.detail.pictures.others.opened.connect(lambda camera: window.hand.put_in_selected_cell((camera,)))
        if window.maps is not None:
            part.page.looked_at.connect(window.maps.look_at)
        part.page.offer_map(has_map=window.map is not None)


def _show_on_map(window: ConsoleWindow, camera_id: int) -> None:
    if window.map is not None:
        window.go_to(MAP)
        window.map.show_camera(camera_id)


def _go(window: ConsoleWindow, _checked: bool = False) -> None:
    if window.alarms is not None:
        window.alarms.go_to_unseen(window)
