"""One motor: where it is, is a function of time, so a dome at rest or in motion costs nothing.

It has inertia: speed changes by at most `acceleration`, also when it is told to stop. At its limit it stands at once,
as at a buffer.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from itertools import pairwise

_NEARLY = 1e-12


@dataclass(frozen=True, slots=True)
class Phase:
    """From `start_s` on: it was at `position` then, moved with `velocity` (units/s), and gains `acceleration`."""

    start_s: float
    position: float
    velocity: float = 0.0
    acceleration: float = 0.0

    def at(self, now_s: float) -> float:
        since_s = max(0.0, now_s - self.start_s)
        return self.position + since_s * (self.velocity + since_s * self.acceleration / 2)

    def speed(self, now_s: float) -> float:
        return self.velocity + max(0.0, now_s - self.start_s) * self.acceleration

    def reaches_s(self, limit: float, outward: int) -> float | None:
        """When it runs outward (1: up, -1: down) over a limit; None where it does not."""
        way = limit - self.position
        times = (t for t in _roots(self.acceleration / 2, self.velocity, -way) if t >= 0)
        for t in sorted(times):
            pushes = self.velocity + self.acceleration * t
            if pushes * outward > _NEARLY or (abs(pushes) <= _NEARLY and self.acceleration * outward > 0):
                return self.start_s + t
        return None


def _roots(square: float, linear: float, constant: float) -> tuple[float, ...]:
    if abs(square) < _NEARLY:
        return (-constant / linear,) if abs(linear) > _NEARLY else ()
    inside = linear * linear - 4 * square * constant
    if inside < 0:
        return ()
    root = math.sqrt(inside)
    return (-linear - root) / (2 * square), (-linear + root) / (2 * square)


class _Plan:
    """Phases put one after the other."""

    def __init__(self, now_s: float, position: float, velocity: float) -> None:
        self.phases: list[Phase] = []
        self._now_s, self._position, self._velocity = now_s, position, velocity

    def ramp(self, velocity: float, acceleration: float, until_s: float = math.inf) -> None:
        """Gain that velocity, as far as it goes until then."""
        gain = velocity - self._velocity
        self._add(math.copysign(acceleration, gain), min(until_s, self._now_s + abs(gain) / acceleration))

    def hold(self, until_s: float) -> None:
        self._add(0.0, until_s)

    def stand(self, position: float | None = None) -> tuple[Phase, ...]:
        """It has come to rest; where that is known exactly, there."""
        return (*self.phases, Phase(self._now_s, self._position if position is None else position))

    def _add(self, acceleration: float, until_s: float) -> None:
        if until_s <= self._now_s:
            return
        phase = Phase(self._now_s, self._position, self._velocity, acceleration)
        self.phases.append(phase)
        self._now_s, self._position, self._velocity = until_s, phase.at(until_s), phase.speed(until_s)


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis within its limits. `full_speed` in units/s, `acceleration` in units/s²."""

    low: float
    high: float
    full_speed: float
    acceleration: float
    start: float = 0.0
    phases: tuple[Phase, ...] = field(default=())

    def at(self, now_s: float) -> float:
        """Where it is."""
        phase = self._phase(now_s)
        return self.start if phase is None else min(self.high, max(self.low, phase.at(now_s)))

    def speed(self, now_s: float) -> float:
        """How fast it is, in units/s; down is negative."""
        phase = self._phase(now_s)
        return 0.0 if phase is None else phase.speed(now_s)

    def is_moving(self, now_s: float) -> bool:
        """Whether it is under way."""
        return now_s < self.rests_s

    @property
    def rests_s(self) -> float:
        """When it comes, or came, to rest unless it is told otherwise; -inf where it never moved."""
        return self.phases[-1].start_s if self.phases else -math.inf

    def run(self, now_s: float, speed: float, for_s: float) -> Axis:
        """Move with `speed` (-1..1 of full speed) for some seconds, then brake."""
        plan = _Plan(now_s, self.at(now_s), self.speed(now_s))
        velocity = min(1.0, max(-1.0, speed)) * self.full_speed
        until_s = now_s + max(0.0, for_s)
        if velocity:
            plan.ramp(velocity, self.acceleration, until_s)
            plan.hold(until_s)
        plan.ramp(0.0, self.acceleration)
        return self._follow(plan.stand())

    def stop(self, now_s: float) -> Axis:
        """Brake."""
        return self.run(now_s, 0.0, 0.0)

    def go(self, now_s: float, target: float, speed: float) -> Axis:
        """Move to a position, which is cut to the limits, with `speed` (0..1 of full speed)."""
        target = min(self.high, max(self.low, target))
        position, velocity, gain = self.at(now_s), self.speed(now_s), self.acceleration
        # Braking at once would bring it there: it must push beyond that, this way or the other.
        overrun = target - position - velocity * abs(velocity) / (2 * gain)
        way = math.copysign(1.0, overrun)
        most = min(1.0, max(0.01, abs(speed))) * self.full_speed
        towards, distance = velocity * way, (target - position) * way
        peak = min(most, math.sqrt(max(0.0, gain * distance + towards * towards / 2)))
        ramps = (peak * peak - towards * towards) / (2 * gain) * (1 if peak >= towards else -1)
        cruise = max(0.0, distance - ramps - peak * peak / (2 * gain))
        plan = _Plan(now_s, position, velocity)
        plan.ramp(peak * way, gain)
        plan.hold(now_s + abs(peak * way - velocity) / gain + (cruise / peak if peak else 0.0))
        plan.ramp(0.0, gain)
        going = self._follow(plan.stand(target))
        if going.at(going.rests_s) == target:
            return going
        # It ran against the buffer before it could turn, and sets out from there.
        back = going.go(going.rests_s, target, speed)
        return replace(back, phases=(*going.phases[:-1], *back.phases))

    def _phase(self, now_s: float) -> Phase | None:
        current = self.phases[0] if self.phases else None
        for phase in self.phases:
            if phase.start_s > now_s:
                break
            current = phase
        return current

    def _follow(self, phases: tuple[Phase, ...]) -> Axis:
        """Along these phases, up to the limit where they would lead beyond it."""
        kept: list[Phase] = []
        for phase, following in pairwise(phases):
            kept.append(phase)
            for limit, outward in ((self.low, -1), (self.high, 1)):
                hit_s = phase.reaches_s(limit, outward)
                if hit_s is not None and hit_s < following.start_s:
                    return replace(self, phases=(*kept, Phase(hit_s, limit)))
        return replace(self, phases=(*kept, phases[-1]))
