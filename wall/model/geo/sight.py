"""Which cameras see a spot, and how well: the wedge that a camera covers, and how many pixels a metre has there.

How far a camera sees is how far it has pixels enough: EN 62676-4 calls 12 pixels a metre enough to monitor, 25 to
detect a person, 62 to observe, 125 to recognise and 250 to identify one. Houses and trees are not known here.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum

from wall.model.geo.course import between_deg
from wall.model.geo.mercator import bearing_deg, distance_m
from wall.model.geo.placing import USUAL_VIEW_DEG
from wall.model.geo.standing import Standing, standings
from wall.model.inventory import CameraRecord, Inventory, Position

USUAL_WIDTH = 1920
"""Pixels of a picture of which nothing is known."""

FURTHEST_M = 250.0
"""Beyond that a street is hidden behind its own corner, however many pixels there are."""

_NEAREST_M = 1.0
"""Who stands under a camera is not seen the better for it."""

_AT_THE_RIM = math.radians(60)
"""At the rim of the picture half is left (cos 60°): lenses are softer there, and one sees things aslant."""


class Enough(IntEnum):
    """What the pixels are enough for (EN 62676-4): pixels a metre, at least."""

    MONITOR = 12
    DETECT = 25
    OBSERVE = 62
    RECOGNISE = 125
    IDENTIFY = 250


@dataclass(frozen=True, slots=True)
class Eye:
    """A camera that stands and looks somewhere. `bearing_deg` None: nobody knows where; `can_turn`: it may look
    anywhere else in a moment.
    """

    camera_id: int
    place: Position
    bearing_deg: float | None
    view_deg: float = USUAL_VIEW_DEG
    width: int = USUAL_WIDTH
    can_turn: bool = False
    is_approximate: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """How one camera sees a spot. `must_turn`: it does not now, but could."""

    eye: Eye
    distance_m: float
    pixels_per_m: float
    must_turn: bool = False

    @property
    def enough_for(self) -> Enough:
        """The most that it is enough for."""
        return max((each for each in Enough if self.pixels_per_m >= each), default=Enough.MONITOR)


def eyes(inventory: Inventory, headings: Mapping[int, float]) -> tuple[Eye, ...]:
    """Every camera that stands on the map. `headings`: where those that turn look now, as far as that is known."""
    cameras = {each.camera_id: each for each in inventory.cameras}
    return tuple(_eye(cameras[each.camera_id], each, headings) for each in standings(inventory))


def covers(eye: Eye, spot: Position) -> bool:
    """Is the spot in the wedge of what it sees?"""
    return _aside(eye, spot) is not None and density(eye, spot) >= Enough.MONITOR and _is_near(eye, spot)


def density(eye: Eye, spot: Position) -> float:
    """Pixels a metre at the spot: fewer the farther it is, and the nearer to the rim. 0 outside of the wedge.

    A picture of W pixels over a view of V radians has W/V pixels a radian, and a radian at d metres is d metres wide.
    """
    aside = _aside(eye, spot)
    if aside is None:
        return 0.0
    return _on_axis(eye, spot) * math.cos(aside * _AT_THE_RIM)


def reach_m(eye: Eye) -> float:
    """How far it sees along its axis."""
    return min(FURTHEST_M, eye.width / math.radians(eye.view_deg) / Enough.MONITOR)


def best_first(eyes: Iterable[Eye], spot: Position) -> tuple[Look, ...]:
    """Who sees the spot: the most pixels first; behind them who could turn to it, the nearest first."""
    seeing: list[Look] = []
    turning: list[Look] = []
    for eye in eyes:
        if not _is_near(eye, spot):
            continue
        if covers(eye, spot):
            seeing.append(Look(eye, distance_m(eye.place, spot), density(eye, spot)))
        elif eye.can_turn and (pixels := _on_axis(eye, spot)) >= Enough.MONITOR:
            turning.append(Look(eye, distance_m(eye.place, spot), pixels, must_turn=True))
    seeing.sort(key=lambda look: (-look.pixels_per_m, look.eye.camera_id))
    turning.sort(key=lambda look: (look.distance_m, look.eye.camera_id))
    return (*seeing, *turning)


def _eye(camera: CameraRecord, standing: Standing, headings: Mapping[int, float]) -> Eye:
    widths = [stream.width for stream in camera.streams if stream.width]
    return Eye(
        camera.camera_id,
        standing.place,
        headings.get(camera.camera_id, camera.bearing_deg),
        camera.view_deg or USUAL_VIEW_DEG,
        max(widths, default=USUAL_WIDTH),
        camera.has_ptz,
        standing.is_approximate,
    )


def _is_near(eye: Eye, spot: Position) -> bool:
    # A degree of latitude is 111 km: most of a city is ruled out without a sine.
    return abs(eye.place.latitude - spot.latitude) < 0.01 and distance_m(eye.place, spot) <= FURTHEST_M


def _aside(eye: Eye, spot: Position) -> float | None:
    """How far from the axis, 0 on it to 1 at the rim; None outside, or where nobody knows the axis."""
    if eye.view_deg >= 360:
        return 0.0
    if eye.bearing_deg is None:
        return None
    if distance_m(eye.place, spot) < _NEAREST_M:
        return 0.0
    aside = between_deg(bearing_deg(eye.place, spot), eye.bearing_deg) / (eye.view_deg / 2)
    return aside if aside <= 1 else None


def _on_axis(eye: Eye, spot: Position) -> float:
    return eye.width / math.radians(eye.view_deg) / max(_NEAREST_M, distance_m(eye.place, spot))
