"""Somebody is at the camera, or it sees nothing: `RuleEngine/TamperDetector/Tamper`, `VideoSource/ImageTooDark/…`,
Hikvision's `VideoAnalytics/MaskAlarm`.
"""

from __future__ import annotations

from wall.model.alarms import kinds
from wall.onvif.events.meaning import Meaning, is_on, named
from wall.onvif.events.notification import Notification

_IMAGES = ("imagetoodark", "imagetoobright", "imagetooblurry")


def read(notification: Notification) -> Meaning | None:
    words = notification.words
    image = next((each.removeprefix("imagetoo") for each in _IMAGES if each in words), "")
    return Meaning(kinds.TAMPER, is_on(notification), image or named(notification, "rule"))
