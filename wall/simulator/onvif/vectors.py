"""Reading and writing PTZ vectors and speeds, in the generic spaces of ONVIF PTZ (chapter 5.7)."""

from __future__ import annotations

import math
from dataclasses import dataclass

from wall.simulator.onvif.markup import Markup, joined, tag
from wall.simulator.onvif.parsing import Element
from wall.simulator.onvif.profiles import GENERIC
from wall.simulator.onvif.soap import invalid_argument

PAN_TILT_SPACE = f"{GENERIC}/PanTiltSpaces"
ZOOM_SPACE = f"{GENERIC}/ZoomSpaces"


@dataclass(frozen=True, slots=True)
class Vector:
    """What a call gave: None for the part that was left out."""

    pan_tilt: tuple[float, float] | None
    zoom: float | None


def read_vector(element: Element | None, bound: float, subcode: str) -> Vector:
    """A vector whose numbers are at most `bound` from zero; SoapFault with `subcode` where one is not."""
    if element is None:
        return Vector(None, None)
    pan_tilt, zoom = element.child("PanTilt"), element.child("Zoom")
    return Vector(
        None if pan_tilt is None else (_read(pan_tilt, "x", bound, subcode), _read(pan_tilt, "y", bound, subcode)),
        None if zoom is None else _read(zoom, "x", bound, subcode),
    )


def _read(element: Element, name: str, bound: float, subcode: str) -> float:
    try:
        number = float(element.attributes.get(name, ""))
    except ValueError:
        raise invalid_argument(subcode, f"{element.name} needs a number {name}") from None
    if not math.isfinite(number) or abs(number) > bound:
        raise invalid_argument(subcode, f"{element.name} {name} must be within {bound:g} of 0")
    return number


def write_position(name: str, position: tuple[float, float, float]) -> Markup:
    """A position, as an element of that name."""
    pan, tilt, zoom = position
    pan_tilt = tag("tt:PanTilt", x=pan, y=tilt, space=f"{PAN_TILT_SPACE}/PositionGenericSpace")
    return tag(name, pan_tilt, tag("tt:Zoom", x=zoom, space=f"{ZOOM_SPACE}/PositionGenericSpace"))


def write_spaces(name: str) -> Markup:
    """Every space a dome here understands, as an element of that name."""
    parts = (
        _pan_tilt("AbsolutePanTiltPositionSpace", "PositionGenericSpace"),
        _zoom("AbsoluteZoomPositionSpace", f"{ZOOM_SPACE}/PositionGenericSpace", 0.0),
        _pan_tilt("RelativePanTiltTranslationSpace", "TranslationGenericSpace"),
        _zoom("RelativeZoomTranslationSpace", f"{ZOOM_SPACE}/TranslationGenericSpace", -1.0),
        _pan_tilt("ContinuousPanTiltVelocitySpace", "VelocityGenericSpace"),
        _zoom("ContinuousZoomVelocitySpace", f"{ZOOM_SPACE}/VelocityGenericSpace", -1.0),
        _zoom("PanTiltSpeedSpace", f"{PAN_TILT_SPACE}/GenericSpeedSpace", 0.0),
        _zoom("ZoomSpeedSpace", f"{ZOOM_SPACE}/ZoomGenericSpeedSpace", 0.0),
    )
    return tag(name, *parts)


def _range(name: str, low: float) -> Markup:
    return tag(f"tt:{name}", tag("tt:Min", low), tag("tt:Max", 1.0))


def _pan_tilt(name: str, space: str) -> Markup:
    ranges = joined(_range("XRange", -1.0), _range("YRange", -1.0))
    return tag(f"tt:{name}", tag("tt:URI", f"{PAN_TILT_SPACE}/{space}"), ranges)


def _zoom(name: str, uri: str, low: float) -> Markup:
    return tag(f"tt:{name}", tag("tt:URI", uri), _range("XRange", low))
