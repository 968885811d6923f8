"""How far each event came that was lost, or came twice: by the city's own journal, and by what its subscription says
of itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from wall.bench.alarms.stage import Stage

_MOST = 20
_AROUND_S = 20.0
"""Before and after it happened, of its device."""


def whereabouts(stage: Stage, odd: Mapping[str, tuple[int, int]]) -> list[dict[str, object]]:
    """Of the first of them; `odd` are cameras, and how often it was kept, by what they said."""
    return [_where(stage, said, camera, times) for said, (camera, times) in list(odd.items())[:_MOST]]


def _where(stage: Stage, said: str, camera: int, times: int) -> dict[str, object]:
    journal = stage.control.journal(camera)
    moments = [each["at_s"] for each in journal if said in each["said"]]
    at_s = moments[0] if moments else 0.0
    near = [_line(each, at_s) for each in journal if abs(each["at_s"] - at_s) < _AROUND_S]
    return {"said": said, "times": times, "camera": camera, "gap": _gap(stage, camera), "journal": near}


def _line(entry: Mapping[str, Any], at_s: float) -> str:
    after_s, which = entry["at_s"] - at_s, entry["subscription"]
    return f"{after_s:+.3f} s, subscription {which}: {entry['what']} {entry['said']}".rstrip()


def _gap(stage: Stage, camera: int) -> str:
    """What the health of its subscription says is missing."""
    address = stage.control.cameras()[camera - 1]["onvif"]
    devices = stage.behind.fleet.inventory.devices
    found = (stage.hearings.health.get(each.device_id) for each in devices if each.device.address == address)
    health = next(found, None)
    return "" if health is None or health.gap is None else str(health.gap)
