"""Which open alarm a signal belongs to: one walk is one alarm, past however many cameras and detectors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from wall.model.alarms import kinds
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.city import City, Place
from wall.model.alarms.rule import Merging, Reach
from wall.model.alarms.signal import Signal

K = TypeVar("K")

MOST_SILENT_S = 600.0
"""Nobody walks for longer without a word: the end of it was lost on the way."""


class OpenAlarms:
    """The open alarms by what they are found by. It is told of each change with `put`."""

    def __init__(self, alarms: Iterable[Alarm] = ()) -> None:
        self._alarms: dict[int, Alarm] = {}
        self._by_camera: dict[tuple[str, int], set[int]] = {}
        self._by_site: dict[tuple[str, int], set[int]] = {}
        for alarm in alarms:
            self.put(alarm)

    def __iter__(self) -> Iterator[Alarm]:
        return iter(tuple(self._alarms.values()))

    def __len__(self) -> int:
        return len(self._alarms)

    def get(self, alarm_id: int) -> Alarm | None:
        return self._alarms.get(alarm_id)

    def put(self, alarm: Alarm) -> None:
        """This is how it is now; one that is closed goes."""
        former = self._alarms.pop(alarm.alarm_id, None)
        if former is not None and (former.cameras != alarm.cameras or not alarm.is_open):
            self._unlist(former)
            former = None
        if alarm.is_open:
            self._alarms[alarm.alarm_id] = alarm
            if former is None:
                self._list(alarm)

    def of_site(self, family: str, site_id: int) -> list[Alarm]:
        """Those of one family at a site."""
        return [self._alarms[key] for key in self._by_site.get((family, site_id), ())]

    def of_camera(self, family: str, camera_id: int) -> list[Alarm]:
        """Those of one family that a camera saw."""
        return [self._alarms[key] for key in self._by_camera.get((family, camera_id), ())]

    def of_place(self, family: str, place: Place) -> list[Alarm]:
        """Those that its camera saw; those of the site itself, where it is none."""
        if place.camera_id:
            return self.of_camera(family, place.camera_id)
        return [each for each in self.of_site(family, place.site_id) if not each.camera_id]

    def for_signal(self, signal: Signal, place: Place, merging: Merging, city: City) -> Alarm | None:
        """The one that it counts for: of the same family, within reach, and not quiet for too long. The latest."""
        found = [each for each in self._in_reach(signal, place, merging, city) if _goes_on(each, signal, merging)]
        return max(found, key=lambda alarm: (alarm.last_s, alarm.alarm_id), default=None)

    def flood(self, rule_id: int, signal: Signal, place: Place, *, of_site: bool) -> Alarm | None:
        """The flood that it counts for, of this rule; of the whole site, or of its camera alone. That of its own kinds,
        else that of several.
        """
        for family in (kinds.family(signal.kind), kinds.SEVERAL):
            found = self.of_site(family, place.site_id) if of_site else self.of_camera(family, place.camera_id)
            fit = [each for each in found if _is_flood(each, rule_id, signal) and bool(each.camera_id) is not of_site]
            if fit:
                return max(fit, key=lambda alarm: alarm.alarm_id)
        return None

    def floods(self, rule_id: int, signal: Signal, place: Place, *, of_site: bool) -> int:
        """How many of this rule there are at the site as a whole, or of the camera alone, whatever their kinds."""
        where = (0 if of_site else place.camera_id, place.site_id)
        return sum(_is_flood(each, rule_id, signal) and (each.camera_id, each.site_id) == where for each in self)

    def _in_reach(self, signal: Signal, place: Place, merging: Merging, city: City) -> Iterator[Alarm]:
        family = kinds.family(signal.kind)
        yield from self.of_place(family, place)
        if merging.reach is Reach.SITE and place.site_id:
            yield from self.of_site(family, place.site_id)
        if merging.reach is Reach.NEIGHBOURS and place.camera_id:
            for near in city.near(place.camera_id, merging.reach_m):
                yield from self.of_camera(family, near)

    def _list(self, alarm: Alarm) -> None:
        family = kinds.family(alarm.kind)
        self._by_site.setdefault((family, alarm.site_id), set()).add(alarm.alarm_id)
        for camera_id in alarm.cameras:
            self._by_camera.setdefault((family, camera_id), set()).add(alarm.alarm_id)

    def _unlist(self, alarm: Alarm) -> None:
        family = kinds.family(alarm.kind)
        _take_out(self._by_site, (family, alarm.site_id), alarm.alarm_id)
        for camera_id in alarm.cameras:
            _take_out(self._by_camera, (family, camera_id), alarm.alarm_id)


def _take_out(listed: dict[K, set[int]], key: K, alarm_id: int) -> None:
    there = listed[key]
    there.discard(alarm_id)
    if not there:
        del listed[key]


def _goes_on(alarm: Alarm, signal: Signal, merging: Merging) -> bool:
    if alarm.is_flood or alarm.is_drill is not signal.is_drill:
        return False
    silent_s = signal.at_s - alarm.last_s
    return silent_s <= merging.quiet_s or (alarm.lasts and not is_stale(signal.kind, silent_s))


def is_stale(kind: str, silent_s: float) -> bool:
    """Can what was silent for so long not be the same any more, though its end was never told?"""
    return kind in kinds.WALK and silent_s > MOST_SILENT_S


def _is_flood(alarm: Alarm, rule_id: int, signal: Signal) -> bool:
    return alarm.is_flood and alarm.rule_id == rule_id and alarm.is_drill is signal.is_drill
