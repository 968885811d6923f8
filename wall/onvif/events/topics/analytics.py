"""The camera says what it sees: Reolink's `RuleEngine/MyRuleDetector/PeopleDetect`, `VehicleDetect`, `FaceDetect` …"""

from __future__ import annotations

from wall.model.alarms import kinds
from wall.onvif.events.meaning import Meaning, is_on, named
from wall.onvif.events.notification import Notification

_KINDS = (
    (("face",), kinds.FACE),
    (("people", "person", "human", "pedestrian"), kinds.PEOPLE),
    (("vehicle", "truck", "motorcycle", "licenseplate"), kinds.VEHICLE),
    (("dogcat", "animal", "pet"), kinds.ANIMAL),
)


def kind_in(words: str) -> str:
    """What is seen, by words of the maker's; "" where they do not say it."""
    folded = words.lower()
    return next((kind for names, kind in _KINDS if any(name in folded for name in names)), "")


def read(notification: Notification) -> Meaning | None:
    kind = kind_in(notification.words)
    return Meaning(kind, is_on(notification), named(notification, "rule", "name")) if kind else None
