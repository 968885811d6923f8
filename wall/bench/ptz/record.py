"""What a dome of the simulated city really did, by its own record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from wall.bench.control import Control

RUNAWAY_S = 1.5
"""Later than that after the hand, no motor moves: Timeout and lease together are shorter."""


@dataclass(frozen=True, slots=True)
class Did:
    """Since some moment. Times are monotonic seconds."""

    now_s: float
    is_moving: bool
    commands: tuple[tuple[str, float], ...]
    """Names of ONVIF calls, and when each came."""
    motions: tuple[tuple[float, float | None], ...]
    """From when until when it moved; None: it still does."""

    def first(self, name: str, since_s: float) -> float | None:
        """When the first call of that name came, from then on."""
        return next((at_s for each, at_s in self.commands if each == name and at_s >= since_s), None)

    def moved_after(self, moment_s: float) -> bool:
        """Whether it moved at any time after that moment."""
        return self.is_moving or any(to_s is None or to_s > moment_s for _, to_s in self.motions)


class DomeRecords:
    """Asks the city's control port. Numbers are the city's."""

    def __init__(self, control: Control) -> None:
        self._control = control

    def position(self, camera: int) -> tuple[float, float, float]:
        """Where it looks: pan and tilt -1..1, zoom 0..1."""
        pan, tilt, zoom = self._control.dome(camera, float("inf"))["position"]
        return float(pan), float(tilt), float(zoom)

    def did(self, camera: int, since_s: float) -> Did:
        """What it did since then."""
        told: dict[str, Any] = self._control.dome(camera, since_s)
        return Did(
            float(told["now_s"]),
            bool(told["moving"]),
            tuple((str(each["name"]), float(each["at_s"])) for each in told["told"]),
            tuple((float(each["from_s"]), each["to_s"]) for each in told["motions"]),
        )
