"""Something is inside a field: `RuleEngine/FieldDetector/ObjectsInside`, or stays there for too long.

Some makes say in the name of the rule what it is: `Human`, `Vehicle`. So do AXIS's scenarios of object analytics
(`CameraApplicationPlatform/ObjectAnalytics/Device1Scenario1`).
"""

from __future__ import annotations

from wall.model.alarms import kinds
from wall.onvif.events.meaning import Meaning, is_on, named
from wall.onvif.events.notification import Notification
from wall.onvif.events.topics import analytics


def read(notification: Notification) -> Meaning | None:
    rule = named(notification, "rule")
    kind = analytics.kind_in(rule) or kinds.FIELD
    return Meaning(kind, is_on(notification), rule)


def read_loitering(notification: Notification) -> Meaning | None:
    return Meaning(kinds.LOITERING, is_on(notification), named(notification, "rule"))
