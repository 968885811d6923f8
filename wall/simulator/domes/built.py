"""A dome as it comes: three presets, somewhere, the same for the same camera."""

from __future__ import annotations

import random

from wall.simulator.domes.dome import Dome, Preset
from wall.simulator.domes.tours import PresetTour, Spot

_PRESETS = ("Toàn cảnh", "Vạch dừng", "Vỉa hè")


def built_dome(camera: int) -> Dome:
    """The dome of the camera of that number."""
    rng = random.Random(camera)
    presets = tuple(
        Preset(str(number), name, (rng.uniform(-0.8, 0.8), rng.uniform(-0.5, 0.2), rng.uniform(0.0, 0.5)))
        for number, name in enumerate(_PRESETS, start=1)
    )
    dome = Dome(presets)
    dome.tours["1"] = PresetTour("1", "Một vòng", tuple(Spot(preset.token) for preset in presets))
    return dome
