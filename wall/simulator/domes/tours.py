"""A dome's own patrols (ONVIF PTZ, section 5.7): where it is on one, is a function of time, too."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

MAX_TOURS = 8


class Tour(StrEnum):
    """How a patrol stands, as ONVIF has it (PTZPresetTourState)."""

    IDLE = "Idle"
    TOURING = "Touring"
    PAUSED = "Paused"


@dataclass(frozen=True, slots=True)
class Spot:
    """One preset of a patrol: how long to stay there, and how fast to go there."""

    preset: str
    stay_s: float = 5.0
    speed: float = 1.0


@dataclass(frozen=True, slots=True)
class PresetTour:
    """`next_at` counts the spot it goes to next, `next_s` is when."""

    token: str
    name: str
    spots: tuple[Spot, ...] = ()
    state: Tour = Tour.IDLE
    next_at: int = 0
    next_s: float = 0.0

    def started(self, now_s: float) -> PresetTour:
        return replace(self, state=Tour.TOURING, next_s=now_s)

    def paused(self) -> PresetTour:
        return replace(self, state=Tour.PAUSED)

    def stopped(self) -> PresetTour:
        return replace(self, state=Tour.IDLE, next_at=0)

    def on_its_way(self, arrives_s: float) -> PresetTour:
        """It left for a spot, where it will be then."""
        spot = self.spots[self.next_at]
        return replace(self, next_at=(self.next_at + 1) % len(self.spots), next_s=arrives_s + spot.stay_s)
