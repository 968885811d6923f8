"""An output was switched: `Device/Trigger/Relay`."""

from __future__ import annotations

from wall.model.alarms import kinds
from wall.onvif.events.meaning import Meaning, is_on
from wall.onvif.events.notification import Notification


def read(notification: Notification) -> Meaning | None:
    which = notification.says("relaytoken", "token", "source")
    return Meaning(kinds.RELAY, is_on(notification, "logicalstate", "state"), which)
