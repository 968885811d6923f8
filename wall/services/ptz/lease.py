"""Who holds what: the dead man's handle. Pure.

A hand holds one dome, at one speed, and only as long as it says so again: a hand that is not heard for `LEASE_S` has
let go, whatever became of it (its window hangs, its stick was pulled out). Only a new grip brings it back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from wall.model.ptz.move import STILL, Velocity
from wall.model.ptz.operator import Operator

LEASE_S = 0.4


@dataclass(frozen=True, slots=True)
class Grip:
    """One hand on one dome."""

    camera_id: int
    velocity: Velocity
    operator: Operator
    heard_s: float


class Hands:
    """All hands by name. Times are monotonic seconds, of the moment when the hand said it. One thread.

    What changes hands' hold gives the cameras that it may have changed.
    """

    def __init__(self, lease_s: float = LEASE_S) -> None:
        self._lease_s = lease_s
        self._grips: dict[str, Grip] = {}

    def hold(self, hand: str, grip: Grip) -> frozenset[int]:
        """It holds this so, and nothing else any more. Still: it lets go."""
        changed = self.let_go(hand)
        if grip.velocity.is_still:
            return changed
        self._grips[hand] = grip
        return changed | {grip.camera_id}

    def renew(self, hand: str, now_s: float) -> None:
        """Nothing for a hand that holds nothing."""
        grip = self._grips.get(hand)
        if grip is not None:
            self._grips[hand] = replace(grip, heard_s=max(grip.heard_s, now_s))

    def let_go(self, hand: str) -> frozenset[int]:
        return self._drop([hand] if hand in self._grips else [])

    def let_all_go(self, beginning: str = "") -> frozenset[int]:
        """Every hand whose name begins so."""
        return self._drop([hand for hand in self._grips if hand.startswith(beginning)])

    def take_from(self, camera_id: int) -> frozenset[int]:
        """Nobody holds this camera any more."""
        return self._drop([hand for hand, grip in self._grips.items() if grip.camera_id == camera_id])

    def expire(self, now_s: float) -> frozenset[int]:
        """Those that have not been heard for too long let go."""
        return self._drop([hand for hand, grip in self._grips.items() if now_s - grip.heard_s >= self._lease_s])

    def velocity(self, camera_id: int) -> Velocity:
        """What all hands on it want together, clipped."""
        held = [grip.velocity for grip in self._grips.values() if grip.camera_id == camera_id]
        if not held:
            return STILL
        return Velocity(sum(v.pan for v in held), sum(v.tilt for v in held), sum(v.zoom for v in held))

    def others(self, camera_id: int, operator: Operator) -> bool:
        """Is a hand of somebody else on it?"""
        return any(grip.camera_id == camera_id and grip.operator != operator for grip in self._grips.values())

    def next_s(self) -> float | None:
        """When the first of them expires; None where nobody holds anything."""
        return min((grip.heard_s + self._lease_s for grip in self._grips.values()), default=None)

    def _drop(self, hands: Iterable[str]) -> frozenset[int]:
        return _cameras([self._grips.pop(hand) for hand in list(hands)])


def _cameras(grips: Iterable[Grip]) -> frozenset[int]:
    return frozenset(grip.camera_id for grip in grips)
