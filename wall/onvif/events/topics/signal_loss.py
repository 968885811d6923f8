"""A recorder has no picture of a camera: `VideoSource/SignalLoss/…`."""

from __future__ import annotations

from wall.model.alarms import kinds
from wall.onvif.events.meaning import Meaning, is_on
from wall.onvif.events.notification import Notification


def read(notification: Notification) -> Meaning | None:
    return Meaning(kinds.LOST, is_on(notification))
