"""The coordinate spaces of domes (ONVIF PTZ, section 5.8): generic ones, degrees, and shares of the picture."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

GENERIC = "http://www.onvif.org/ver10/tptz"
PAN_TILT_SPACE = f"{GENERIC}/PanTiltSpaces"
ZOOM_SPACE = f"{GENERIC}/ZoomSpaces"
PAN_DEGREES, TILT_DEGREES = 35.0, 20.0
"""How far its ends are from its middle: what the drawn scene is wide."""


class Measure(Enum):
    """In what pan and tilt are told. `OF_VIEW`: 1 is from the middle of the picture to its edge."""

    GENERIC = "generic"
    DEGREES = "degrees"
    OF_VIEW = "shares of the view"


@dataclass(frozen=True, slots=True)
class Space:
    """`ends` are what stands for one generic unit of pan and of tilt."""

    uri: str
    measure: Measure = Measure.GENERIC
    ends: tuple[float, float] = (1.0, 1.0)


def _of(name: str, measure: Measure = Measure.GENERIC) -> Space:
    ends = (PAN_DEGREES, TILT_DEGREES) if measure is Measure.DEGREES else (1.0, 1.0)
    return Space(f"{PAN_TILT_SPACE}/{name}", measure, ends)


POSITIONS: Mapping[Measure, Space] = MappingProxyType(
    {
        Measure.GENERIC: _of("PositionGenericSpace"),
        Measure.DEGREES: _of("SphericalPositionSpaceDegrees", Measure.DEGREES),
    }
)
WAYS: Mapping[Measure, Space] = MappingProxyType(
    {
        Measure.GENERIC: _of("TranslationGenericSpace"),
        Measure.DEGREES: _of("SphericalTranslationSpaceDegrees", Measure.DEGREES),
        Measure.OF_VIEW: _of("TranslationSpaceFov", Measure.OF_VIEW),
    }
)
VELOCITY = _of("VelocityGenericSpace")


@dataclass(frozen=True, slots=True)
class Offered:
    """What a dome understands; the first of each is its default."""

    positions: tuple[Measure, ...] = (Measure.GENERIC,)
    ways: tuple[Measure, ...] = (Measure.GENERIC, Measure.OF_VIEW)

    @property
    def position_spaces(self) -> tuple[Space, ...]:
        return tuple(POSITIONS[each] for each in self.positions)

    @property
    def way_spaces(self) -> tuple[Space, ...]:
        return tuple(WAYS[each] for each in self.ways)
