"""Case files on the map: alarms by the time in which they began, open and closed ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass

from PySide6.QtCore import QDateTime
from PySide6.QtGui import QColor

from wall.model.alarms.alarm import Alarm
from wall.model.alarms.finding import AlarmFilter
from wall.model.alarms.state import State
from wall.ui.alarms.facts import AlarmFacts
from wall.ui.alarms.words import place_of, state_word, title_of
from wall.ui.console.facts import Facts
from wall.ui.figures import number
from wall.ui.map.canvas import MapCanvas
from wall.ui.map.overlays.by_time import ByTime
from wall.ui.map.tools.rows import TwoLines
from wall.ui.theme import Theme

MOST = 2000
"""Of one time, the newest."""


@dataclass(frozen=True, slots=True)
class CasesHere:
    """What is under the hand: the cases of one place, the newest first."""

    cameras: tuple[int, ...]
    cases: tuple[Alarm, ...]


class Cases(ByTime[Alarm]):
    """An Overlay. `open_case` shows one, by its id, where it is worked on: a click on a flag means the newest one.

    Red is a place with one that nobody has acknowledged, amber with one that is not closed, grey where all are.
    """

    name = "cases"

    def __init__(
        self,
        theme: Theme,
        canvas: MapCanvas,
        facts: Facts,
        alarms: AlarmFacts,
        unix_time: Callable[[], float],
        open_case: Callable[[int], object],
    ) -> None:
        super().__init__(theme, canvas, facts, unix_time, is_left=True)
        self.title = self.tr("Case files")
        self._theme = theme
        self._alarms = alarms
        self._open_case = open_case
        self.list.clicked.connect(lambda _index: self._fly_to_current())

    def turn_on(self) -> None:
        """Ask, and hear of new ones."""
        self._alarms.changed.connect(self._hear)
        super().turn_on()

    def turn_off(self) -> None:
        """Hear no more."""
        self._alarms.changed.disconnect(self._hear)
        super().turn_off()

    # -- ByTime

    def between(self, from_s: float, to_s: float) -> Future[Sequence[Alarm]]:
        return self._alarms.port.history(AlarmFilter(from_s=from_s, to_s=to_s), limit=MOST)

    def row(self, each: Alarm) -> TwoLines:
        when = QDateTime.fromMSecsSinceEpoch(round(each.began_s * 1000)).toString("dd/MM HH:mm")
        detail = f"{state_word(each.state)}  ·  {place_of(each)}"
        return TwoLines(each.alarm_id, f"{when}  {title_of(each)}", detail, cameras=each.cameras)

    def where(self, each: Alarm) -> tuple[int, int]:
        return each.camera_id, each.site_id

    def here(self, some: Sequence[Alarm]) -> tuple[object, QColor, int]:
        cameras = tuple(dict.fromkeys(camera for each in some for camera in each.cameras))
        return CasesHere(cameras, tuple(some)), *self._look({each.state for each in some})

    def words(self, count: int, homeless: int) -> str:
        if not count:
            return self.tr("No case began in this time.")
        if count >= MOST:
            return self.tr("The newest {0} cases").format(number(count))
        if homeless:
            sentence = self.tr("{0} cases, {1} of them without a place.")
            return sentence.format(number(count), number(homeless))
        return self.tr("{0} cases").format(number(count))

    def click(self, found: object) -> None:
        if isinstance(found, CasesHere):
            self._open_case(found.cases[0].alarm_id)

    def open(self, row: TwoLines) -> None:
        """The case itself."""
        if isinstance(row.key, int):
            self._open_case(row.key)

    # -- inside

    def _look(self, states: set[State]) -> tuple[QColor, int]:
        if State.NEW in states:
            return self._theme.alarm, 2
        return (self._theme.late, 1) if states - {State.CLOSED} else (self._theme.muted, 0)

    def _fly_to_current(self) -> None:
        if self.list.current is not None:
            self.fly_to(self.list.current)

    def _hear(self, _alarms: object) -> None:
        self.renew()
