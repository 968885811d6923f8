"""Something crossed a line: `RuleEngine/LineDetector/Crossed`. It is a moment; some makes tell a state."""

from __future__ import annotations

from wall.model.alarms import kinds
from wall.onvif.events.meaning import Meaning, is_on, named
from wall.onvif.events.notification import Notification


def read(notification: Notification) -> Meaning | None:
    return Meaning(kinds.LINE, is_on(notification), named(notification, "rule", "direction"))
