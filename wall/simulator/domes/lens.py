"""A dome's lens and its helpers: what they do to the picture is the drawing's affair."""

from __future__ import annotations

from dataclasses import dataclass

from wall.simulator.domes.axis import Axis

IRIS_DB = (0.0, 24.0)
"""What the iris takes away of the light: 0 is wide open (ONVIF Imaging, section 5.2.1)."""
RIGHT_IRIS_DB = 8.0
FOCUS_SPEED, FOCUS_GAIN = 0.5, 4.0
_MOST_OUT_OF_FOCUS = 0.5
_SHARP_ENOUGH = 0.02


@dataclass(frozen=True, slots=True)
class Helpers:
    """What an auxiliary command switches."""

    wiper: bool = False
    lamp: bool = False


AUXILIARY = {
    "tt:Wiper|On": ("wiper", True),
    "tt:Wiper|Off": ("wiper", False),
    "tt:IRLamp|On": ("lamp", True),
    "tt:IRLamp|Off": ("lamp", False),
}


def sharp_at(zoom: float) -> float:
    """Where the focus is right, 0..1: the closer, the further out."""
    return 0.35 + 0.4 * zoom


class Lens:
    """Focus and iris, by themselves or by hand. Event-loop thread only."""

    def __init__(self) -> None:
        self.focus = Axis(0.0, 1.0, FOCUS_SPEED, FOCUS_GAIN, sharp_at(0.0))
        self.is_focus_automatic = True
        self.is_iris_automatic = True
        self.iris_db = RIGHT_IRIS_DB

    def set_focus(self, zoom: float, *, is_automatic: bool) -> None:
        """By itself, or by hand from where it is."""
        if self.is_focus_automatic and not is_automatic:
            self.focus = Axis(0.0, 1.0, FOCUS_SPEED, FOCUS_GAIN, sharp_at(zoom))
        self.is_focus_automatic = is_automatic

    def blur(self, now_s: float, zoom: float) -> float:
        """How far it is out of focus, 0..1."""
        if self.is_focus_automatic:
            return 0.0
        off = abs(self.focus.at(now_s) - sharp_at(zoom)) / _MOST_OUT_OF_FOCUS
        return 0.0 if off < _SHARP_ENOUGH else round(min(1.0, off), 3)

    @property
    def gain(self) -> float:
        """What it makes of the light: 1 is right."""
        return 1.0 if self.is_iris_automatic else round(10 ** ((RIGHT_IRIS_DB - self.iris_db) / 20), 3)

    def position(self, now_s: float, zoom: float) -> float:
        """Where the focus is, 0..1."""
        return sharp_at(zoom) if self.is_focus_automatic else self.focus.at(now_s)

    def is_moving(self, now_s: float) -> bool:
        """Whether the focus is being moved by hand."""
        return not self.is_focus_automatic and self.focus.is_moving(now_s)
