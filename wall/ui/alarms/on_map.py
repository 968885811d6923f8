"""Alarms as a part of a map page: always there, for nobody may switch them off."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, QObject, QPoint, QTimer
from PySide6.QtWidgets import QMenu, QWidget

from wall.model.alarms.alarm import Alarm
from wall.model.alarms.state import State
from wall.model.geo.mercator import WorldPoint, to_world
from wall.ui.alarms.facts import AlarmFacts
from wall.ui.alarms.map_layer import AlarmLayer, SiteAlarms, by_site
from wall.ui.alarms.mutes_on_map import MutesOnMap
from wall.ui.console.facts import Facts
from wall.ui.keys import Key
from wall.ui.map.camera_layer import cameras_of
from wall.ui.map.page import MapPage
from wall.ui.map.part import MakePart
from wall.ui.theme import Theme

PULSE_MS, PULSES = 500, 60
"""1 Hz for 30 s after one has come, then steady."""
_PAUSE_MS = 200
"""A first alarm is there at once; of a storm the map is told five times a second."""
_SEEN_TO = (State.ACKNOWLEDGED, State.IN_PROGRESS)


class AlarmsOnMap(QObject):
    """A MapPart. `open_alarm` shows one, by its id, where it is worked on."""

    bar: QWidget | None = None
    side: QWidget | None = None

    def __init__(
        self,
        theme: Theme,
        page: MapPage,
        facts: AlarmFacts,
        city: Facts,
        open_alarm: Callable[[int], object],
        unix_time: Callable[[], float],
    ) -> None:
        super().__init__(page)
        self._page = page
        self._facts = facts
        self._city = city
        self._open = open_alarm
        self._new: list[Alarm] = []
        self._known: frozenset[int] = frozenset()
        self._left = 0
        self._mutes = MutesOnMap(page.cameras, facts, city, unix_time, self)
        self.layer = AlarmLayer(theme)
        self._pulse = QTimer(self, interval=PULSE_MS)
        self._pulse.timeout.connect(self._beat)
        self._is_stale = False
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._renew)
        page.canvas.add_layer(self.layer)
        page.canvas.clicked.connect(self._click)
        facts.changed.connect(self._take)
        city.city_changed.connect(self._show)
        self._show()

    # -- MapPart

    def keys(self) -> tuple[Key, ...]:
        """The console's own lead to alarms."""
        return ()

    def add_actions(self, found: object, menu: QMenu) -> None:
        """The alarm of what was hit."""
        alarm = self._alarm_of(found)
        if alarm is not None:
            text = QCoreApplication.translate("Alarm", "Show the alarm")
            menu.addAction(text).triggered.connect(lambda: self._open(alarm.alarm_id))

    def go_back(self) -> bool:
        """Nothing is open here."""
        return False

    def end(self) -> None:
        """Hear no more."""
        self._mutes.end()
        self._pulse.stop()
        self._pause.stop()
        self._facts.changed.disconnect(self._take)
        self._city.city_changed.disconnect(self._show)

    # -- inside

    def _take(self, _alarms: Sequence[Alarm]) -> None:
        self._is_stale = True
        if not self._pause.isActive():
            self._renew()

    def _renew(self) -> None:
        if self._is_stale:
            self._is_stale = False
            self._pause.start()
            self._show()

    def _show(self) -> None:
        alarms = self._facts.open_alarms
        self._new = [alarm for alarm in alarms if alarm.state is State.NEW]
        calling = {camera for alarm in self._new for camera in alarm.cameras}
        seen_to = {camera for alarm in alarms if alarm.state in _SEEN_TO for camera in alarm.cameras}
        self._page.states.show_alarms(calling, seen_to - calling)
        points = self._points(calling)
        sites = {
            site.site_id: to_world(site.position)
            for site in self._city.city.inventory.sites
            if site.site_id is not None and site.position is not None
        }
        self.layer.show(by_site(self._new, points, sites), tuple(points.values()))
        self._begin_to_pulse()

    def _points(self, cameras: set[int]) -> dict[int, WorldPoint]:
        places = self._page.cameras.places
        rows = {camera: places.rows[camera] for camera in cameras if camera in places.rows}
        return {camera: (float(places.xs[row]), float(places.ys[row])) for camera, row in rows.items()}

    def _begin_to_pulse(self) -> None:
        ids = frozenset(alarm.alarm_id for alarm in self._new)
        if ids - self._known:
            self._left = PULSES
            self._pulse.start()
        elif not ids:
            self._pulse.stop()
        self._known = ids

    def _beat(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._pulse.stop()
        if self._page.isVisible():
            self.layer.pulse()

    def _click(self, found: object, _at: QPoint) -> None:
        if isinstance(found, SiteAlarms):
            self._open(found.alarms[0].alarm_id)

    def _alarm_of(self, found: object) -> Alarm | None:
        if isinstance(found, SiteAlarms):
            return found.alarms[0]
        cameras = set(cameras_of(found))
        return next((each for each in self._facts.open_alarms if cameras & set(each.cameras)), None)


def alarms_on_map(
    theme: Theme,
    facts: AlarmFacts,
    city: Facts,
    open_alarm: Callable[[int], object],
    unix_time: Callable[[], float] = time.time,
) -> MakePart:
    """What makes them for each page."""
    return lambda page: AlarmsOnMap(theme, page, facts, city, open_alarm, unix_time)
