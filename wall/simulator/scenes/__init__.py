"""Scenes: what the cameras see, drawn. Seven places of the city, each at its time of day, with traffic and people.

A scene is a small world in metres (`view`): flat ground (`ground`), houses (`houses`), things that stand
about (`things`), and what moves (`traffic`) along its paths (`moves`), in a light (`light`). `stage` paints
what stands still once, and draws what moves into a copy for each picture. Everything that moves does so
with the period of the clip, so that it repeats without a jump. Nothing is photographed, so nobody can be
recognised and nothing has an owner.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from wall.simulator.scenes.crossings import crossroads, roundabout
from wall.simulator.scenes.open_places import bridge, car_park
from wall.simulator.scenes.stage import SIZE, Scene, Stage
from wall.simulator.scenes.streets import alley, market, school

SCENES: tuple[Callable[[], Scene], ...] = (
    crossroads,
    market,
    bridge,
    alley,
    roundabout,
    school,
    car_park,
)
"""In the order of `wall.simulator.names.SCENES`."""


def pictures(scene: int, fps: int, seconds: int, turned_deg: float = 0.0) -> Iterator[NDArray[np.uint8]]:
    """The pictures of one scene, RGB, of shape (720, 1280, 3), as seen by a camera that was turned so far."""
    place = SCENES[scene % len(SCENES)]()
    return Stage(replace(place, yaw_deg=place.yaw_deg + turned_deg), seconds).pictures(fps)


__all__ = ["SCENES", "SIZE", "pictures"]
