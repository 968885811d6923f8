"""The blind-spot board: which duty zones nobody watches now, who turned the dome away, and when it goes back."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from wall.model.geo.course import destination
from wall.model.geo.sight import Eye, covers
from wall.model.inventory import Position
from wall.model.ptz.duty import DutyView
from wall.model.ptz.standing import Duty, PtzStanding

ZONE_M = 40.0
"""The middle of a duty zone: so far away one looks from a mast over a crossing."""

_NEAR_DEG = 0.004
"""Further than that no camera sees (`sight.FURTHEST_M`): most of a city is ruled out without a sine."""


class Blind(IntEnum):
    """Why nobody watches a zone; the graver, the higher."""

    UNSEEN = 0
    """Its dome looks there, but stands on no screen."""
    UNKNOWN = 1
    RETURNING = 2
    AWAY = 3
    LOST = 4
    """Its camera gives no picture."""


@dataclass(frozen=True, slots=True)
class DutyZone:
    """What a dome is there to watch. `spot` is the middle of it, None where nobody knows where that lies."""

    view: DutyView
    spot: Position | None = None


@dataclass(frozen=True, slots=True)
class BlindSpot:
    """One row of the board. `seen_by`: other cameras that see the middle of the zone now."""

    zone: DutyZone
    why: Blind
    moved_by: str = ""
    patrol: str = ""
    returns_at_s: float | None = None
    seen_by: tuple[int, ...] = ()

    @property
    def camera_id(self) -> int:
        return self.zone.view.camera_id


def zone_of(view: DutyView, stands: Position | None, heading: float | None) -> DutyZone:
    """`stands` is where the dome stands, `heading` where it looks at its duty preset."""
    if stands is None or heading is None:
        return DutyZone(view)
    return DutyZone(view, destination(stands, heading, ZONE_M))


def blind_spots(
    zones: Iterable[DutyZone],
    standing: Callable[[int], PtzStanding],
    lost: Collection[int],
    watched: Collection[int],
    eyes: Mapping[int, Eye],
) -> tuple[BlindSpot, ...]:
    """Those that nobody watches, the gravest first. `lost` are cameras without a picture, `watched` those on a screen,
    `eyes` where every camera looks now.
    """
    alive = [eye for camera, eye in eyes.items() if camera not in lost]
    found: list[BlindSpot] = []
    for zone in zones:
        camera = zone.view.camera_id
        stood = standing(camera)
        why = _why(stood.duty, camera in lost, camera in watched)
        if why is not None:
            others = _others(zone, alive) if why is not Blind.UNSEEN else ()
            found.append(BlindSpot(zone, why, stood.moved_by, stood.patrol, stood.returns_at_s, others))
    return tuple(sorted(found, key=lambda each: (-each.why, bool(each.seen_by), each.camera_id)))


def _why(duty: Duty, is_lost: bool, is_watched: bool) -> Blind | None:
    if is_lost:
        return Blind.LOST
    match duty:
        case Duty.AWAY:
            return Blind.AWAY
        case Duty.RETURNING:
            return Blind.RETURNING
        case Duty.UNKNOWN | Duty.NONE:
            return Blind.UNKNOWN
    return None if is_watched else Blind.UNSEEN


def _others(zone: DutyZone, eyes: Iterable[Eye]) -> tuple[int, ...]:
    spot = zone.spot
    if spot is None:
        return ()
    near = (eye for eye in eyes if _is_near(eye.place, spot))
    return tuple(eye.camera_id for eye in near if eye.camera_id != zone.view.camera_id and covers(eye, spot))


def _is_near(one: Position, two: Position) -> bool:
    """Degrees of longitude are shorter than those of latitude anywhere: twice as many are enough up to 60° north."""
    return abs(one.latitude - two.latitude) < _NEAR_DEG and abs(one.longitude - two.longitude) < 2 * _NEAR_DEG
