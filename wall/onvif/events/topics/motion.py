"""Something moves: `VideoSource/MotionAlarm`, `RuleEngine/CellMotionDetector/Motion` and their likes."""

from __future__ import annotations

from wall.model.alarms import kinds
from wall.onvif.events.meaning import Meaning, is_on, named
from wall.onvif.events.notification import Notification


def read(notification: Notification) -> Meaning | None:
    return Meaning(kinds.MOTION, is_on(notification), named(notification, "rule"))
