"""A contact has opened or closed: `Device/Trigger/DigitalInput`, AXIS's `Device/IO/Port`, Hikvision's
`Device/Trigger/AlarmIn`.
"""

from __future__ import annotations

from wall.model.alarms import kinds
from wall.onvif.events.meaning import Meaning, is_on
from wall.onvif.events.notification import Notification


def read(notification: Notification) -> Meaning | None:
    which = notification.says("inputtoken", "alarmintoken", "port", "input", "token", "source")
    return Meaning(kinds.INPUT, is_on(notification, "logicalstate", "state", "active", "value"), which)
