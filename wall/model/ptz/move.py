"""What a dome can be told. Everything is in generic shares (ONVIF PTZ, section 5.8); each camera's own ranges are the
adapter's business.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import isfinite


def _clipped(value: float, low: float, high: float) -> float:
    if not isfinite(value):
        raise ValueError(f"no speed: {value}")
    return min(high, max(low, value))


@dataclass(frozen=True, slots=True)
class Velocity:
    """How fast it moves: -1 … 1 of its full speed. Right, up and closer are positive. What is out of range is clipped;
    ValueError for what is no number.
    """

    pan: float = 0.0
    tilt: float = 0.0
    zoom: float = 0.0

    def __post_init__(self) -> None:
        for name in ("pan", "tilt", "zoom"):
            object.__setattr__(self, name, _clipped(getattr(self, name), -1.0, 1.0))

    @property
    def is_still(self) -> bool:
        return not (self.pan or self.tilt or self.zoom)


STILL = Velocity()


@dataclass(frozen=True, slots=True)
class Way:
    """A move from where it is. With `of_view`, pan and tilt are shares of the picture's half width and half height
    (-1 … 1: from its middle to its edge, up positive), else shares of the whole range; `zoom` is always the latter.
    """

    pan: float = 0.0
    tilt: float = 0.0
    zoom: float = 0.0
    of_view: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where it looks: pan and tilt -1 … 1, zoom 0 … 1 of its ranges; None for what it does not tell or shall keep."""

    pan: float | None = None
    tilt: float | None = None
    zoom: float | None = None
