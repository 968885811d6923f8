"""The time of day: what it does to colours, shadows, windows and lamps."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from typing import TypeAlias

Rgb: TypeAlias = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Light:
    """`ambient` multiplies colours; `sun` is how a shadow falls for each metre of height, None without one."""

    sky_top: Rgb
    sky_low: Rgb
    ambient: tuple[float, float, float]
    sun: tuple[float, float] | None = None
    shadow_alpha: int = 0
    lamps: bool = False
    lit_windows: float = 0.0

    def shade(self, colour: Rgb, factor: float = 1.0) -> Rgb:
        """A surface's colour in this light; `factor` for its slope and for lamps nearby."""
        (red, green, blue), (r, g, b) = colour, self.ambient
        return (
            min(255, int(red * r * factor)),
            min(255, int(green * g * factor)),
            min(255, int(blue * b * factor)),
        )


DAY = Light((98, 152, 208), (206, 224, 236), (1.0, 0.99, 0.95), sun=(0.55, 0.3), shadow_alpha=95)
AFTERNOON = Light((112, 150, 196), (238, 222, 194), (1.0, 0.93, 0.8), sun=(-1.0, 0.45), shadow_alpha=85)
OVERCAST = Light((176, 184, 192), (214, 218, 220), (0.86, 0.88, 0.9), shadow_alpha=45)
DUSK = Light((58, 62, 112), (240, 150, 96), (0.6, 0.5, 0.52), shadow_alpha=50, lamps=True, lit_windows=0.45)
NIGHT = Light((9, 11, 24), (38, 36, 50), (0.26, 0.27, 0.36), shadow_alpha=60, lamps=True, lit_windows=0.4)


@dataclass(frozen=True, slots=True)
class Lamp:
    """A street lamp: where its light falls, and how bright it makes what passes under it."""

    x: float
    y: float
    height: float = 7.0
    reach_m: float = 9.0
    colour: Rgb = (255, 205, 130)

    def at(self, x: float, y: float) -> float:
        """Its light on the ground at (x, y), 0 to 1."""
        return exp(-((x - self.x) ** 2 + (y - self.y) ** 2) / self.reach_m**2)
