"""What decides what a dome's picture shows, beside the time."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """Where it looks (pan and tilt -1..1, zoom 0..1), how sharp and bright, and its helpers.

    `blur` is how far it is out of focus, 0..1. `gain` multiplies the light: 1 is right.
    """

    pan: float = 0.0
    tilt: float = 0.0
    zoom: float = 0.0
    blur: float = 0.0
    gain: float = 1.0
    wiper: bool = False
    lamp: bool = False


MOST_ZOOM = 4.0
PERIOD_S = 20
"""After which the scene repeats."""


def zoom_factor(zoom: float) -> float:
    """How many times larger everything is at that zoom, 0..1."""
    return 1.0 + zoom * (MOST_ZOOM - 1.0)


def half_view(zoom: float) -> float:
    """Half the picture, in units of pan and of tilt: the wide scene is twice as wide and high as the picture at 0."""
    return 1.0 / zoom_factor(zoom)


USUAL = Look()
"""As the scene is drawn for a fixed camera: a dome that looks so replays the same clip."""
