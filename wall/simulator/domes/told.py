"""What the control port tells of the domes, as JSON."""

from __future__ import annotations

from typing import Any

from wall.simulator.domes.dome import Dome

STEP_S = 0.05
"""Positions over time are told this often."""
_MOST_TOLD = 2000


def dome_json(camera: int, dome: Dome, now_s: float) -> dict[str, Any]:
    """What it does now. Times are seconds of CLOCK_MONOTONIC, which all processes of a machine share."""
    dome.settle(now_s)
    commands = dome.record.commands
    return {
        "camera": camera,
        "now_s": now_s,
        "position": dome.position(now_s),
        "speed": dome.speed(now_s),
        "moving": dome.is_moving(now_s),
        "rests_s": dome.rests_s if dome.is_moving(now_s) else None,
        "stopped_s": dome.record.stopped_s(now_s),
        "commands": len(commands),
        "last_command": commands[-1].as_json() if commands else None,
    }


def record_json(camera: int, dome: Dome, now_s: float, since_s: float) -> dict[str, Any]:
    """What it did since then: commands, stretches of motion, and where it was during them."""
    motions = [each for each in dome.record.motions if each.to_s >= since_s]
    path = [
        (at_s, *dome.position_then(at_s))
        for motion in motions
        for at_s in _steps(max(since_s, motion.from_s), min(now_s, motion.to_s))
    ]
    return {
        **dome_json(camera, dome, now_s),
        "told": [each.as_json() for each in dome.record.commands if each.at_s >= since_s],
        "motions": [each.as_json(now_s) for each in motions],
        "path": path[-_MOST_TOLD:],
    }


def _steps(from_s: float, to_s: float) -> list[float]:
    count = max(0, int((to_s - from_s) / STEP_S))
    return [from_s + i * STEP_S for i in range(count + 1)] + [to_s]
