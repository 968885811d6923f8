"""A dome's coordinate spaces (ONVIF PTZ, section 5.8): our generic shares into its own numbers and back.

The generic space is taken where there is one, else the first that makes sense; a name goes with the numbers only where
it is not the dome's default, because there are domes that refuse every name. Tolerated: ranges upside down, ranges with
no negative half, endless ones, none at all. A range without width means that the dome cannot do that.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from wall.model.ptz.move import Place


class Range(NamedTuple):
    """Least and most of one axis, in its own units."""

    least: float
    most: float

    def both_ways(self, share: float) -> float:
        """-1 … 1 about standing still: each half has its own end. One that tells no half has the other's."""
        if share >= 0:
            return share * (self.most if self.most > 0 else -self.least)
        return share * (-self.least if self.least < 0 else self.most)

    def along(self, share: float) -> float:
        """0 … 1 from the least to the most, and by no rounding beyond: a device may refuse that."""
        return min(self.most, max(self.least, self.least + share * (self.most - self.least)))

    def share(self, value: float) -> float:
        """The contrary of `along`; values outside are at the end."""
        return min(1.0, max(0.0, (value - self.least) / (self.most - self.least)))


@dataclass(frozen=True, slots=True)
class Space:
    """One space: `y` is None for zoom and for speeds. `name` is "" where none is to be sent."""

    uri: str
    x: Range
    y: Range | None = None
    name: str = ""

    @property
    def tilt(self) -> Range:
        return self.y or self.x


Numbers = tuple[float, ...]
"""x and y of pan and tilt, or x of zoom."""


@dataclass(frozen=True, slots=True)
class Spaces:
    """What one dome understands; None for what it does not. `*_positions` are all in which it may tell its place."""

    velocity: Space | None = None
    zoom_velocity: Space | None = None
    position: Space | None = None
    zoom_position: Space | None = None
    way: Space | None = None
    zoom_way: Space | None = None
    way_of_view: Space | None = None
    speed: Space | None = None
    zoom_speed: Space | None = None
    positions: tuple[Space, ...] = field(default=())
    zoom_positions: tuple[Space, ...] = field(default=())
    pan_degrees: tuple[float, float] | None = None

    def place(self, pan_tilt: tuple[float, float, str] | None, zoom: tuple[float, str] | None) -> Place:
        """What it tells of where it looks: numbers and the space that they are in, "" where it does not say."""
        pan = tilt = closeness = None
        if pan_tilt is not None and (space := _told_in(pan_tilt[2], self.positions, self.position)):
            pan, tilt = space.x.share(pan_tilt[0]) * 2 - 1, space.tilt.share(pan_tilt[1]) * 2 - 1
        if zoom is not None and (space := _told_in(zoom[1], self.zoom_positions, self.zoom_position)):
            closeness = space.x.share(zoom[0])
        return Place(pan, tilt, closeness)


def _told_in(uri: str, known: tuple[Space, ...], usual: Space | None) -> Space | None:
    return next((space for space in known if space.uri == uri), usual)


def of_velocity(space: Space, x: float, y: float) -> Numbers:
    """How fast, from shares -1 … 1 of the full speed."""
    return space.x.both_ways(x), space.tilt.both_ways(y)


def of_position(space: Space, x: float, y: float) -> Numbers:
    """Where to, from shares -1 … 1 of the whole range."""
    return space.x.along((x + 1) / 2), space.tilt.along((y + 1) / 2)


_GENERIC = Range(-1.0, 1.0)
_PAN_TILT, _ZOOM = "http://www.onvif.org/ver10/tptz/PanTiltSpaces/", "http://www.onvif.org/ver10/tptz/ZoomSpaces/"


def unknown_spaces() -> Spaces:
    """What every dome is taken for until it has told: generic velocities, and nothing that needs to be known."""
    position = Space(f"{_PAN_TILT}PositionGenericSpace", _GENERIC, _GENERIC)
    zoom_position = Space(f"{_ZOOM}PositionGenericSpace", Range(0.0, 1.0))
    return Spaces(
        velocity=Space(f"{_PAN_TILT}VelocityGenericSpace", _GENERIC, _GENERIC),
        zoom_velocity=Space(f"{_ZOOM}VelocityGenericSpace", _GENERIC),
        position=position,
        zoom_position=zoom_position,
        way=Space(f"{_PAN_TILT}TranslationGenericSpace", _GENERIC, _GENERIC),
        zoom_way=Space(f"{_ZOOM}TranslationGenericSpace", _GENERIC),
        positions=(position,),
        zoom_positions=(zoom_position,),
    )
