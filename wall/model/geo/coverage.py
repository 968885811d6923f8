"""What was watched of the city over some time, camera by camera, as a share of that time. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wall.model.geo.standing import standings
from wall.model.inventory import Inventory, Position
from wall.model.watching import Seen


@dataclass(frozen=True, slots=True)
class Watched:
    """A camera on the map, and which share of the time it was live on a screen: 0 for nobody, 1 for all of it."""

    camera_id: int
    place: Position
    share: float


def coverage(inventory: Inventory, seen: Iterable[Seen], span_s: float) -> tuple[Watched, ...]:
    """Every camera that stands on the map. `seen` has what was watched within so many seconds."""
    seconds: Mapping[int, float] = {each.camera_id: each.seconds for each in seen}
    return tuple(
        Watched(each.camera_id, each.place, max(0.0, min(1.0, seconds.get(each.camera_id, 0.0) / max(1.0, span_s))))
        for each in standings(inventory)
    )


def unseen(watched: Iterable[Watched]) -> int:
    """How many cameras nobody has watched at all."""
    return sum(each.share <= 0 for each in watched)
