"""The camera sees another scene than before: `VideoSource/GlobalSceneChange/…`. It was moved, or is covered."""

from __future__ import annotations

from wall.model.alarms import kinds
from wall.onvif.events.meaning import Meaning, is_on
from wall.onvif.events.notification import Notification


def read(notification: Notification) -> Meaning | None:
    return Meaning(kinds.SCENE, is_on(notification))
