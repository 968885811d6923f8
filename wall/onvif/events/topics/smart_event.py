"""TP-Link's `RuleEngine/TPSmartEventDetector/TPSmartEvent`: one topic for all, the items say what it is: `IsPeople`,
`IsLineCross` … Several may stand in it; the one that is so counts.
"""

from __future__ import annotations

from wall.model.alarms import kinds
from wall.onvif.events.meaning import Meaning, is_on, named
from wall.onvif.events.notification import Notification

_KINDS = {
    "istamper": kinds.TAMPER,
    "islinecross": kinds.LINE,
    "isintrusion": kinds.FIELD,
    "isregionentrance": kinds.FIELD,
    "isregionexiting": kinds.FIELD,
    "isloitering": kinds.LOITERING,
    "ispeople": kinds.PEOPLE,
    "isvehicle": kinds.VEHICLE,
    "ispet": kinds.ANIMAL,
    "ismotion": kinds.MOTION,
}


def read(notification: Notification) -> Meaning | None:
    said = {name: is_on(notification, name) for name in _KINDS}
    told = [name for name, is_so in said.items() if is_so is not None]
    which = next((name for name in told if said[name]), told[0] if told else None)
    return Meaning(_KINDS[which], said[which], named(notification, "rule")) if which else None
