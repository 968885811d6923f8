"""How soon a camera is heard again after it rebooted, after its subscription died without a word, and after it came
back with a clock that is half a year off; and is it stated that something may be missing?

Several cameras of each, all at once; four times a second something happens before each. What counts is the first of it
that is in the log, by when that came: after the reboot, or after the moment in which the subscription died.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from wall.bench.alarms.kept_log import KeptLog
from wall.bench.alarms.stage import Stage
from wall.bench.kept_city import apart
from wall.model.alarms.subscription import Gap
from wall.ui.spin import spin

WITHIN_S = 40.0
"""Who is not heard by then is missing."""
_AWAY_S = 5.0
"""So long a reboot takes."""
_HALF_A_YEAR_S = 180 * 86400.0
_PER_CAMERA_S = 4.0
_AT_ONCE_S = 2.0
_SETTLE_S = 3.0
_LABEL = "again"


@dataclass(slots=True)
class _Loss:
    """`over_s`: from when on it could be heard (Unix seconds). `heard_s`: when it was, by camera."""

    cameras: Sequence[int]
    over_s: float = 0.0
    heard_s: dict[int, float] = field(default_factory=dict)

    def took_s(self) -> float:
        """The longest that any was not heard; `WITHIN_S` where one is missing."""
        missing = len(self.heard_s) < len(self.cameras)
        return max((WITHIN_S if missing else 0.0, *(at_s - self.over_s for at_s in self.heard_s.values())))


def heard_again(stage: Stage, each: int) -> dict[str, object]:
    """Of so many cameras for each kind of loss, as far as there are so many devices; 0: none."""
    cameras = _one_a_device(stage)
    each = min(each, len(cameras) // 3)
    if not each:
        return {}
    chosen = cameras[:: len(cameras) // (3 * each)]
    losses = {name: _Loss(chosen[place : 3 * each : 3]) for place, name in enumerate(("reboot", "silent", "clock"))}
    gaps = _gaps(stage)
    apart(lambda: _break(stage, losses))
    _listen(stage, losses)
    spin(_SETTLE_S)
    now = _gaps(stage)
    stated = {name: sum(now[n] not in (None, gaps[n]) for n in loss.cameras) for name, loss in losses.items()}
    apart(lambda: _mend(stage, losses))
    return {
        "again_each": each,
        "heard_again_s_max": round(max(loss.took_s() for loss in losses.values()), 1),
        **{f"again_{name}_s_max": round(loss.took_s(), 1) for name, loss in losses.items()},
        **{f"again_{name}_stated": count for name, count in stated.items()},
    }


def _break(stage: Stage, losses: Mapping[str, _Loss]) -> None:
    control, reboot, silent, clock = stage.control, losses["reboot"], losses["silent"], losses["clock"]
    control.set_fault("clock-skew", list(clock.cameras), on=True, value=_HALF_A_YEAR_S)
    control.set_fault("reboot", [*clock.cameras, *reboot.cameras], on=True, value=_AWAY_S)
    clock.over_s = reboot.over_s = time.time() + _AWAY_S
    silent.over_s = time.time()
    control.set_fault("events-silent", list(silent.cameras), on=True)


def _mend(stage: Stage, losses: Mapping[str, _Loss]) -> None:
    for fault, name in (("events-silent", "silent"), ("clock-skew", "clock")):
        stage.control.set_fault(fault, list(losses[name].cameras), on=False)


def _listen(stage: Stage, losses: Mapping[str, _Loss]) -> None:
    """Let something happen before each, until each is heard."""
    cameras = [camera for loss in losses.values() for camera in loss.cameras]
    per_s = _PER_CAMERA_S * len(cameras)
    said: dict[str, int] = {}
    kept = KeptLog(stage.behind)
    until_s = time.monotonic() + _AWAY_S + WITHIN_S
    while time.monotonic() < until_s and any(len(loss.heard_s) < len(loss.cameras) for loss in losses.values()):
        order = round(per_s * _AT_ONCE_S), per_s, _LABEL, cameras
        after = apart(lambda order=order: stage.control.happen("line", *order))  # type: ignore[misc]
        spin(_AT_ONCE_S)
        fired = apart(lambda after=after: stage.control.happened(after)[1])  # type: ignore[misc]
        said |= {f"{_LABEL} {number}": camera for number, camera, _ in fired}
        heard = kept.look() & said.keys()
        for came_s, camera in sorted((kept.first_s[words], said[words]) for words in heard):
            for loss in losses.values():
                if camera in loss.cameras:
                    loss.heard_s.setdefault(camera, came_s)


def _one_a_device(stage: Stage) -> list[int]:
    """The number of a camera of each."""
    return list({each["onvif"]: each["number"] for each in reversed(stage.control.cameras())}.values())[::-1]


def _gaps(stage: Stage) -> dict[int, Gap | None]:
    """What is said to be missing, by the number of a camera."""
    devices = {each.device.address: each.device_id for each in stage.behind.fleet.inventory.devices}
    health = stage.hearings.health
    ids = {each["number"]: devices.get(each["onvif"], 0) for each in stage.control.cameras()}
    return {number: health[device_id].gap if device_id in health else None for number, device_id in ids.items()}
