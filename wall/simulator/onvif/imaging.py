"""The picture settings of one video source: what may be set and what is set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

LEVELS: Mapping[str, tuple[float, float]] = MappingProxyType(
    {
        "Brightness": (0.0, 100.0),
        "ColorSaturation": (0.0, 100.0),
        "Contrast": (0.0, 100.0),
        "Sharpness": (0.0, 100.0),
    }
)
MODES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "BacklightCompensation": ("OFF", "ON"),
        "Exposure": ("AUTO", "MANUAL"),
        "Focus": ("AUTO", "MANUAL"),
        "IrCutFilter": ("ON", "OFF", "AUTO"),
        "WideDynamicRange": ("OFF", "ON"),
        "WhiteBalance": ("AUTO", "MANUAL"),
    }
)


@dataclass(frozen=True, slots=True)
class ImagingSettings:
    """Levels and modes by their ONVIF names; `LEVELS` and `MODES` say which values they may have."""

    levels: Mapping[str, float]
    modes: Mapping[str, str]

    def changed(self, levels: Mapping[str, float], modes: Mapping[str, str]) -> ImagingSettings:
        """With some of them changed; ValueError names the first that is out of range."""
        for name, level in levels.items():
            low, high = LEVELS[name]
            if not low <= level <= high:
                raise ValueError(f"{name} must be {low:g} to {high:g}, not {level:g}")
        for name, mode in modes.items():
            if mode not in MODES[name]:
                raise ValueError(f"{name} must be {' or '.join(MODES[name])}, not {mode!r}")
        return replace(self, levels={**self.levels, **levels}, modes={**self.modes, **modes})


def default_imaging() -> ImagingSettings:
    """As it comes from the factory."""
    modes = {name: choices[0] for name, choices in MODES.items()} | {"IrCutFilter": "AUTO"}
    return ImagingSettings(dict.fromkeys(LEVELS, 50.0), modes)
