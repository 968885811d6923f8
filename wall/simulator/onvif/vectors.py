"""Reading and writing PTZ vectors and speeds: from a dome's own spaces into generic units, and back."""

from __future__ import annotations

import math
from dataclasses import dataclass

from wall.simulator.onvif.markup import Markup, joined, tag
from wall.simulator.onvif.parsing import Element
from wall.simulator.onvif.soap import invalid_argument
from wall.simulator.onvif.spaces import PAN_TILT_SPACE, VELOCITY, ZOOM_SPACE, Measure, Offered, Space

_ROUNDED = 1.0005
"""Degrees that were rounded somewhere may be a little beyond their end."""


@dataclass(frozen=True, slots=True)
class Vector:
    """What a call gave, in generic units: None for the part that was left out."""

    pan_tilt: tuple[float, float] | None
    zoom: float | None


def read_vector(
    element: Element | None,
    bound: float,
    subcode: str,
    spaces: tuple[Space, ...] = (VELOCITY,),
    view: float = 1.0,
) -> Vector:
    """A vector whose numbers are at most `bound` units from zero, in one of these spaces; SoapFault with `subcode`
    where one is not. `view` is half the picture, in units.
    """
    if element is None:
        return Vector(None, None)
    pan_tilt, zoom = element.child("PanTilt"), element.child("Zoom")
    return Vector(
        None if pan_tilt is None else _pan_tilt(pan_tilt, bound, subcode, spaces, view),
        None if zoom is None else _read(zoom, "x", bound, subcode),
    )


def _pan_tilt(
    element: Element, bound: float, subcode: str, spaces: tuple[Space, ...], view: float
) -> tuple[float, float]:
    space = _space(element, spaces)
    x, y = (
        _read(element, name, bound * end * (1 if end == 1 else _ROUNDED), subcode)
        for name, end in zip("xy", space.ends, strict=True)
    )
    factor = view if space.measure is Measure.OF_VIEW else 1.0
    return x / space.ends[0] * factor, y / space.ends[1] * factor


def _space(element: Element, spaces: tuple[Space, ...]) -> Space:
    uri = element.attributes.get("space", "")
    # Speeds are told without a name, or with one of their own.
    found = next((space for space in spaces if space.uri == uri), spaces[0] if not uri or len(spaces) == 1 else None)
    if found is None:
        raise invalid_argument("SpaceNotSupported", f"there is no space {uri!r}")
    return found


def _read(element: Element, name: str, bound: float, subcode: str) -> float:
    try:
        number = float(element.attributes.get(name, ""))
    except ValueError:
        raise invalid_argument(subcode, f"{element.name} needs a number {name}") from None
    if not math.isfinite(number) or abs(number) > bound:
        raise invalid_argument(subcode, f"{element.name} {name} must be within {bound:g} of 0")
    return number


def write_position(name: str, position: tuple[float, float, float], offered: Offered) -> Markup:
    """A position, as an element of that name, in the dome's default space."""
    pan, tilt, zoom = position
    space = offered.position_spaces[0] if offered.positions else Offered().position_spaces[0]
    pan_tilt = tag("tt:PanTilt", x=pan * space.ends[0], y=tilt * space.ends[1], space=space.uri)
    return tag(name, pan_tilt, tag("tt:Zoom", x=zoom, space=f"{ZOOM_SPACE}/PositionGenericSpace"))


def write_spaces(name: str, offered: Offered) -> Markup:
    """Every space a dome understands, as an element of that name."""
    zoom_position = _zoom("AbsoluteZoomPositionSpace", f"{ZOOM_SPACE}/PositionGenericSpace", 0.0)
    zoom_way = _zoom("RelativeZoomTranslationSpace", f"{ZOOM_SPACE}/TranslationGenericSpace", -1.0)
    parts = (
        *(_pan_tilt_range("AbsolutePanTiltPositionSpace", space) for space in offered.position_spaces),
        zoom_position if offered.positions else Markup(""),
        *(_pan_tilt_range("RelativePanTiltTranslationSpace", space) for space in offered.way_spaces),
        zoom_way if offered.ways else Markup(""),
        _pan_tilt_range("ContinuousPanTiltVelocitySpace", VELOCITY),
        _zoom("ContinuousZoomVelocitySpace", f"{ZOOM_SPACE}/VelocityGenericSpace", -1.0),
        _zoom("PanTiltSpeedSpace", f"{PAN_TILT_SPACE}/GenericSpeedSpace", 0.0),
        _zoom("ZoomSpeedSpace", f"{ZOOM_SPACE}/ZoomGenericSpeedSpace", 0.0),
    )
    return tag(name, *parts)


def _range(name: str, low: float, high: float = 1.0) -> Markup:
    return tag(f"tt:{name}", tag("tt:Min", low), tag("tt:Max", high))


def _pan_tilt_range(name: str, space: Space) -> Markup:
    pan, tilt = space.ends
    ranges = joined(_range("XRange", -pan, pan), _range("YRange", -tilt, tilt))
    return tag(f"tt:{name}", tag("tt:URI", space.uri), ranges)


def _zoom(name: str, uri: str, low: float) -> Markup:
    return tag(f"tt:{name}", tag("tt:URI", uri), _range("XRange", low))
