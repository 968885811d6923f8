"""What one dome can do, as it told itself. What it cannot do has no control."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PtzAbility:
    """`pan_tilt` and `zoom`: can it be driven so at all (continuous moves)?"""

    pan_tilt: bool = False
    zoom: bool = False
    absolute: bool = False
    relative: bool = False
    relative_of_view: bool = False
    """Does it take ways as shares of its picture (`Way.of_view`)? Then a click is centred by the camera itself."""
    home: bool = False
    sets_home: bool = False
    presets: bool = False
    most_presets: int = 0
    tours: bool = False
    """Has it patrols of its own (ONVIF PTZ, section 5.7)?"""
    tells_place: bool = False
    auxiliary: tuple[str, ...] = ()
    """Its commands as it names them: "tt:Wiper|On"."""
    focus: bool = False
    iris: bool = False
    pan_degrees: tuple[float, float] | None = None
    """What its ends of pan are in degrees, where it tells that: else nobody knows where it looks."""


NO_PTZ = PtzAbility()
