"""How far each event came that was lost: by the city's own journal, and by what the subscription says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wall.bench.alarms.stage import Stage

_MOST = 20
_AROUND_S = 20.0
"""Before and after it was lost, of its device."""


def lost_where(stage: Stage, lost: Mapping[str, int]) -> list[dict[str, object]]:
    """Of the first that were lost; `lost` are cameras by what they said."""
    return [_where(stage, said, camera) for said, camera in list(lost.items())[:_MOST]]


def _where(stage: Stage, said: str, camera: int) -> dict[str, object]:
    journal = stage.control.journal(camera)
    moments = [each["at_s"] for each in journal if said in each["said"]]
    at_s = moments[0] if moments else 0.0
    near = [_line(each, at_s) for each in journal if abs(each["at_s"] - at_s) < _AROUND_S]
    return {"said": said, "camera": camera, "gap": _gap(stage, camera), "journal": near}


def _line(entry: Mapping[str, Any], at_s: float) -> str:
    after_s, which = entry["at_s"] - at_s, entry["subscription"]
    return f"{after_s:+.3f} s, subscription {which}: {entry['what']} {entry['said']}".rstrip()


def _gap(stage: Stage, camera: int) -> str:
    """What the health of its subscription says is missing."""
    address = stage.control.cameras()[camera - 1]["onvif"]
    devices = stage.behind.fleet.inventory.devices
    found = [stage.hearings.health[each.device_id] for each in devices if each.device.address == address]
    return str(found[0].gap) if found and found[0].gap is not None else ""
