"""An alarm that somebody defined in the camera: `UserAlarm/…`, such as Dahua's `UserAlarm/IVA/HumanShapeDetect`."""

from __future__ import annotations

from wall.model.alarms import kinds
from wall.onvif.events.meaning import Meaning, is_on, named
from wall.onvif.events.notification import Notification
from wall.onvif.events.topics import analytics


def read(notification: Notification) -> Meaning | None:
    words = notification.words
    detail = named(notification, "rule", "name") or words.rpartition("/")[2]
    return Meaning(analytics.kind_in(words) or kinds.USER, is_on(notification), detail)
