"""Which rules a signal concerns."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from wall.model.alarms import kinds
from wall.model.alarms.city import Place
from wall.model.alarms.rule import Concern, Rule
from wall.model.alarms.signal import Signal

LocalTime = Callable[[float], tuple[int, float]]
"""Day of the week (0 is Monday) and minute of the day by the clock on the wall, of a Unix time."""


def concerns(concern: Concern, signal: Signal, place: Place, local: LocalTime) -> bool:
    """Is the rule about this?"""
    return _is_said_so(concern, signal) and _is_there(concern, place) and _is_then(concern, signal, local)


def wanted_by(rules: Iterable[Rule], signal: Signal, place: Place, local: LocalTime) -> list[Rule]:
    """The rules that are on and about this, the most urgent first."""
    found = [rule for rule in rules if rule.is_on and concerns(rule.concern, signal, place, local)]
    return sorted(found, key=lambda rule: (rule.priority, rule.rule_id))


def _is_said_so(concern: Concern, signal: Signal) -> bool:
    if concern.sources and signal.source not in concern.sources:
        return False
    if concern.kinds and not kinds.is_among(signal.kind, concern.kinds):
        return False
    return concern.topic.casefold() in signal.topic.casefold()


def _is_there(concern: Concern, place: Place) -> bool:
    if place.camera_id in concern.but_cameras or (concern.cameras and place.camera_id not in concern.cameras):
        return False
    if concern.sites and place.site_id not in concern.sites:
        return False
    if concern.wards and place.ward not in concern.wards:
        return False
    return not concern.tags or not concern.tags.isdisjoint(place.tags)


def _is_then(concern: Concern, signal: Signal, local: LocalTime) -> bool:
    return not concern.schedule.spans or concern.schedule.holds(*local(signal.at_s))
