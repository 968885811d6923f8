"""Facts about alarms and where they come from: see `events`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from wall.model.alarms.alarm import Alarm
from wall.model.alarms.mute import Mute
from wall.model.alarms.rule import Rule
from wall.model.alarms.subscription import SubscriptionHealth
from wall.model.events import Event


@dataclass(frozen=True, slots=True)
class SubscriptionsChanged(Event):
    """How well these devices are listened to has changed, by device id. Those that changed at once are in one event; a
    device that is gone is not told of.
    """

    health: Mapping[int, SubscriptionHealth]


@dataclass(frozen=True, slots=True)
class AlarmsChanged(Event):
    """These alarms are new, or have changed: all that changed at once in one event. They are on the disk already."""

    alarms: tuple[Alarm, ...]


@dataclass(frozen=True, slots=True)
class CaseNoted(Event):
    """The program itself has written down what it did for this alarm, which is as it was."""

    alarm_id: int


@dataclass(frozen=True, slots=True)
class AlarmRulesChanged(Event):
    """These are the rules now, and what is muted."""

    rules: tuple[Rule, ...]
    mutes: tuple[Mute, ...]
