"""What somebody has settled of one dome, because it does not tell that itself, or tells it wrongly."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wall.model.ptz.ability import PtzAbility

MOST_DEGREES = 720.0


@dataclass(frozen=True, slots=True)
class DomeSettings:
    """ValueError for what cannot be.

    `inverts_*`: it turns the other way than it is told, by speed or by steps (hung upside down, or a habit of its
    make). `pan_degrees`: where its range of pan begins and ends, instead of what it tells; where the second is the
    smaller one, its pan rises to the left.
    """

    inverts_pan: bool = False
    inverts_tilt: bool = False
    pan_degrees: tuple[float, float] | None = None

    def __post_init__(self) -> None:
        if self.pan_degrees is None:
            return
        low, high = self.pan_degrees
        if not (abs(low) <= MOST_DEGREES and abs(high) <= MOST_DEGREES and 1.0 <= abs(high - low) <= MOST_DEGREES):
            raise ValueError("a range of pan is 1 to 720 degrees")


def settled(ability: PtzAbility, settings: DomeSettings) -> PtzAbility:
    """What it can do, by what was settled."""
    return ability if settings.pan_degrees is None else replace(ability, pan_degrees=settings.pan_degrees)
