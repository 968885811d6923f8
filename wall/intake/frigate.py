"""Events of Frigate, and of those that speak like it: one object that is followed, from `new` to `end`.

https://docs.frigate.video/integrations/mqtt (frigate/events): `{"type": "new" | "update" | "end", "before": {…},
"after": {"id", "camera", "label", "start_time", "end_time", "false_positive", "entered_zones", …}}`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wall.intake.parsed import moment_s, words
from wall.model.alarms import kinds
from wall.model.alarms.signal import Phase
from wall.model.alarms.told import Told

_KINDS = {
    "person": kinds.PEOPLE,
    "face": kinds.FACE,
    **dict.fromkeys(("car", "truck", "bus", "motorcycle", "bicycle", "boat", "train", "license_plate"), kinds.VEHICLE),
    **dict.fromkeys(("dog", "cat", "bird", "horse", "cow", "sheep", "bear"), kinds.ANIMAL),
}


def is_frigate(data: object) -> bool:
    """Does it look like one of these?"""
    return isinstance(data, dict) and "after" in data and "type" in data


def read_frigate(data: Mapping[str, Any]) -> Told | None:
    """None where nothing begins or ends: an object that is followed on, or one that turns out to be none.

    ValueError where it says neither who nor which camera.
    """
    after, before = _part(data, "after"), _part(data, "before")
    camera, event, label = (words(after.get(name)) for name in ("camera", "id", "label"))
    if not camera or not event:
        raise ValueError("it names no camera, or no id, of what it has seen")
    phase = _phase(words(data.get("type")), after, before)
    if phase is None:
        return None
    zones = after.get("entered_zones") or after.get("current_zones")
    where = ", ".join(map(words, zones)) if isinstance(zones, list) else ""
    told = after.get("start_time" if phase is Phase.BEGINS else "end_time")
    return Told(
        _KINDS.get(label, label or kinds.MOTION),
        (camera,),
        phase=phase,
        topic=f"frigate/{camera}/{label}",
        detail=" – ".join(part for part in (words(after.get("sub_label")) or label, where) if part),
        told_s=moment_s(told),
        key=f"{event} {phase.value}",
    )


def _phase(kind: str, after: Mapping[str, Any], before: Mapping[str, Any]) -> Phase | None:
    """It may become an object only later: before that it was a false positive."""
    if after.get("false_positive") is True:
        return None
    if kind == "end":
        return Phase.ENDS
    is_new = kind == "new" or before.get("false_positive") is True
    return Phase.BEGINS if is_new else None


def _part(data: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = data.get(name)
    return part if isinstance(part, dict) else {}
