"""All that lasts now, or has just ended, by where it is said and which rule listens."""

from __future__ import annotations

from collections.abc import Iterator

from wall.model.alarms.holding import Stretch
from wall.model.alarms.signal import Signal

Where = tuple[int, int, str, str, bool]
"""Camera, site, kind, topic, and whether it is a drill: two detectors of one camera end each by itself."""


def where(signal: Signal) -> Where:
    return (signal.camera_id, signal.site_id, signal.kind, signal.topic, signal.is_drill)


class Stretches:
    """Also knows whether anything of an alarm goes on."""

    def __init__(self) -> None:
        self._there: dict[Where, dict[int, Stretch]] = {}
        self._on: dict[int, set[tuple[Where, int]]] = {}

    def __iter__(self) -> Iterator[tuple[Where, int]]:
        """Where, and for which rule; changes meanwhile do no harm."""
        return iter([(place, rule_id) for place, there in self._there.items() for rule_id in there])

    def get(self, place: Where, rule_id: int) -> Stretch | None:
        return self._there.get(place, {}).get(rule_id)

    def rules(self, place: Where) -> tuple[int, ...]:
        """Those that listen there."""
        return tuple(self._there.get(place, ()))

    def put(self, place: Where, rule_id: int, stretch: Stretch) -> None:
        self._unlist(place, rule_id)
        self._there.setdefault(place, {})[rule_id] = stretch
        if stretch.is_on and stretch.alarm_id:
            self._on.setdefault(stretch.alarm_id, set()).add((place, rule_id))

    def pop(self, place: Where, rule_id: int) -> Stretch:
        self._unlist(place, rule_id)
        there = self._there[place]
        stretch = there.pop(rule_id)
        if not there:
            del self._there[place]
        return stretch

    def is_on(self, alarm_id: int) -> bool:
        """Does anything of it go on?"""
        return alarm_id in self._on

    def _unlist(self, place: Where, rule_id: int) -> None:
        former = self.get(place, rule_id)
        if former is None or former.alarm_id not in self._on:
            return
        on = self._on[former.alarm_id]
        on.discard((place, rule_id))
        if not on:
            del self._on[former.alarm_id]
