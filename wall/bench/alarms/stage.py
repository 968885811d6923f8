"""A city that is listened to, and a console and a wall before it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from wall.behind import ConsoleLook, Opened, opened
from wall.bench.control import Control
from wall.bench.kept_city import keep_city, wait_for
from wall.console import console_on
from wall.demo import City, running_city
from wall.model.alarm_events import SubscriptionsChanged
from wall.model.alarms import kinds
from wall.model.alarms.rule import Concern, Merging, Rule
from wall.model.alarms.subscription import Hearing, SubscriptionHealth
from wall.model.board import Board, Slot
from wall.model.events import Event
from wall.model.layout import Layout
from wall.model.view import CameraCell
from wall.services.check_plan import Pace
from wall.ui.console.pages import ALARMS
from wall.ui.console.window import ConsoleWindow
from wall.ui.wall_window import WallWindow

_NO_CHECKS = Pace(every_s=1e6, apart_s=1e6)
_MOST_SITES = 180
_WALL_WIDTH, _WALL_HEIGHT = 1920, 1080
EVERY_EVENT = Merging(hysteresis_s=-1.0, quiet_s=-1.0, flood_camera=0, flood_site=0)
"""Each is an alarm of its own, also of two that come in one answer: that is the most work, and each can be found again.
"""


class Hearings:
    """How well each device is heard."""

    def __init__(self) -> None:
        self.health: dict[int, SubscriptionHealth] = {}

    def hear(self, event: Event) -> None:
        if isinstance(event, SubscriptionsChanged):
            self.health.update(event.health)

    @property
    def fine(self) -> int:
        return sum(health.hearing is Hearing.FINE for health in self.health.values())


@dataclass(frozen=True, slots=True)
class Stage:
    """Everything that stands; the wall has no tiles yet."""

    city: City
    control: Control
    behind: Opened
    console: ConsoleWindow
    hearings: Hearings

    @contextmanager
    def wall(self, tiles: int) -> Iterator[WallWindow]:
        """So many live tiles."""
        behind = self.behind
        fixed = [each for each in behind.fleet.inventory.cameras if not each.has_ptz][:tiles]
        side = next(side for side in range(1, 9) if side * side >= max(1, len(fixed)))
        window = WallWindow(
            *(
                behind.room,
                behind.room.screens[0],
                behind.live,
                behind.events,
                ConsoleLook().colours,
                behind.works.numbers,
            )
        )
        try:
            window.resize(_WALL_WIDTH, _WALL_HEIGHT)
            window.show()
            slots = tuple(Slot(CameraCell(each.camera_id)) for each in fixed)
            window.wishes.show(Board(Layout.plain(side, side), slots))
            wait_for(lambda: not window.tiles_not_live(), "all tiles to be live")
            yield window
        finally:
            window.close()

    def set_rule(self, merging: Merging) -> None:
        """Only one, for lines that are crossed."""
        desk = self.behind.alarms
        for rule in desk.rules():
            desk.remove_rule(rule.rule_id).result()
        desk.save_rule(Rule("", Concern(kinds=frozenset({kinds.LINE})), 3, merging)).result()


@contextmanager
def staged(app: QApplication, devices: int, folder: Path) -> Iterator[Stage]:
    """All devices of the city kept, and asked to be heard. StartError."""
    size = (min(devices, _MOST_SITES), "--devices", str(devices), "--sound", "none")
    with running_city(1, *size) as city:
        control, hearings, look = Control(city.control), Hearings(), ConsoleLook()
        try:
            with opened(app, folder / "citywall.db", look, _NO_CHECKS) as behind:
                behind.events.happened.connect(hearings.hear)
                keep_city(behind.fleet, behind.events, city)
                with console_on(behind, look) as console:
                    console.resize(_WALL_WIDTH, _WALL_HEIGHT)
                    console.show()
                    console.go_to(ALARMS)
                    yield Stage(city, control, behind, console, hearings)
        finally:
            control.close()
