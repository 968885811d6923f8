"""How a simulated dome moves: positions are functions of time, so a dome at rest or in motion costs nothing.

Positions are in ONVIF's generic spaces: pan and tilt -1..1, zoom 0..1. Times are monotonic seconds,
handed in. There is no inertia yet: an axis has its full speed at once and stops at once.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

HOME = (0.0, 0.0, 0.0)
MAX_PRESETS = 100
PAN_SPEED, TILT_SPEED, ZOOM_SPEED = 0.5, 0.4, 0.25
"""Units a second at full speed: the whole pan range in 4 s."""


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis: from `start` at `start_s` with `velocity` (units/s) until `end_s`, within its limits."""

    low: float
    high: float
    full_speed: float
    start: float = 0.0
    start_s: float = 0.0
    velocity: float = 0.0
    end_s: float = 0.0

    def at(self, now_s: float) -> float:
        """Where it is."""
        elapsed_s = max(0.0, min(now_s, self.end_s) - self.start_s) if self.velocity else 0.0
        return min(self.high, max(self.low, self.start + self.velocity * elapsed_s))

    def is_moving(self, now_s: float) -> bool:
        """Whether it is under way and not against its limit."""
        limit = self.high if self.velocity > 0 else self.low
        return self.velocity != 0 and now_s < self.end_s and self.at(now_s) != limit

    def run(self, now_s: float, speed: float, for_s: float) -> Axis:
        """Move with `speed` (-1..1 of full speed) for some seconds."""
        share = min(1.0, max(-1.0, speed))
        return self._moving(now_s, share * self.full_speed, for_s)

    def go(self, now_s: float, target: float, speed: float) -> Axis:
        """Move to a position, which is cut to the limits, with `speed` (0..1 of full speed)."""
        way = min(self.high, max(self.low, target)) - self.at(now_s)
        velocity = math.copysign(min(1.0, max(0.01, abs(speed))) * self.full_speed, way)
        return self._moving(now_s, velocity if way else 0.0, abs(way / velocity))

    def stop(self, now_s: float) -> Axis:
        """Stand where it is."""
        return self._moving(now_s, 0.0, 0.0)

    def _moving(self, now_s: float, velocity: float, for_s: float) -> Axis:
        return Axis(self.low, self.high, self.full_speed, self.at(now_s), now_s, velocity, now_s + max(0.0, for_s))


@dataclass(frozen=True, slots=True)
class Preset:
    """A named position (pan, tilt, zoom)."""

    token: str
    name: str
    position: tuple[float, float, float]


class Dome:
    """The motors and presets of one PTZ camera. Event-loop thread only."""

    def __init__(self, presets: tuple[Preset, ...] = (), home: tuple[float, float, float] = HOME) -> None:
        self.pan = Axis(-1.0, 1.0, PAN_SPEED, home[0])
        self.tilt = Axis(-1.0, 1.0, TILT_SPEED, home[1])
        self.zoom = Axis(0.0, 1.0, ZOOM_SPEED, home[2])
        self.home = home
        self.presets = {preset.token: preset for preset in presets}

    def position(self, now_s: float) -> tuple[float, float, float]:
        """Pan, tilt, zoom."""
        return self.pan.at(now_s), self.tilt.at(now_s), self.zoom.at(now_s)

    def run(self, now_s: float, pan_tilt: tuple[float, float] | None, zoom: float | None, for_s: float) -> None:
        """Move continuously; an axis that is not given (None) keeps doing what it does."""
        if pan_tilt is not None:
            self.pan = self.pan.run(now_s, pan_tilt[0], for_s)
            self.tilt = self.tilt.run(now_s, pan_tilt[1], for_s)
        if zoom is not None:
            self.zoom = self.zoom.run(now_s, zoom, for_s)

    def go(
        self,
        now_s: float,
        pan_tilt: tuple[float, float] | None,
        zoom: float | None,
        pan_tilt_speed: tuple[float, float] = (1.0, 1.0),
        zoom_speed: float = 1.0,
    ) -> None:
        """Move to a position; an axis that is not given (None) keeps doing what it does."""
        if pan_tilt is not None:
            self.pan = self.pan.go(now_s, pan_tilt[0], pan_tilt_speed[0])
            self.tilt = self.tilt.go(now_s, pan_tilt[1], pan_tilt_speed[1])
        if zoom is not None:
            self.zoom = self.zoom.go(now_s, zoom, zoom_speed)

    def stop(self, now_s: float, pan_tilt: bool = True, zoom: bool = True) -> None:
        """Stand still."""
        if pan_tilt:
            self.pan, self.tilt = self.pan.stop(now_s), self.tilt.stop(now_s)
        if zoom:
            self.zoom = self.zoom.stop(now_s)

    def keep(self, name: str, token: str, now_s: float) -> Preset | None:
        """Store where it is now under `token` (empty: a new one); None where every place is taken."""
        free = (str(n) for n in range(1, MAX_PRESETS + 1) if str(n) not in self.presets)
        chosen = token or next(free, "")
        if not chosen:
            return None
        preset = Preset(chosen, name or f"Preset {chosen}", self.position(now_s))
        self.presets[chosen] = preset
        return preset
