"""Short clips for tests, encoded in a moment: a square that moves over a grey ground."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import numpy as np

from wall.simulator.city import StreamSpec, build_city
from wall.simulator.clips.clip import Clip
from wall.simulator.clips.encode import Planes, encode, stamped
from wall.simulator.clips.recipe import ClipRecipe
from wall.simulator.clips.store import save
from wall.simulator.faults import Fault
from wall.simulator.rtsp.choice import recipe_for
from wall.simulator.streams import Footage, with_footage

SECONDS = 4
FPS = 15


def planes(width: int, height: int, count: int) -> Iterator[Planes]:
    """A square that moves."""
    for number in range(count):
        y = np.full((height, width), 90, np.uint8)
        left = number * 3 % (width - 40)
        y[height // 2 : height // 2 + 40, left : left + 40] = 200
        chroma = np.full((height // 2, width // 2), 128, np.uint8)
        yield Planes(y, chroma, chroma.copy())


@cache
def clip(codec: str = "h264", width: int = 320, height: int = 180, still: bool = False) -> Clip:
    """Four seconds with two keyframes, or one second of the same picture."""
    recipe = ClipRecipe("test", 0, codec, width, height, FPS, 256, SECONDS, still)
    pictures = stamped(planes(width, height, FPS * SECONDS))
    if still:
        first = next(pictures)
        pictures = iter([first] * FPS)
    return encode(pictures, [recipe])[0]


def footage(codec: str = "h264") -> Footage:
    """The clip for every camera."""
    made = clip(codec)
    return Footage("file", StreamSpec("main", codec, made.width, made.height, FPS, 256), made)


def stock(folder: Path, codec: str = "h264") -> None:
    """Put short clips where the city looks for those that faults ask for, as if they had been drawn."""
    camera = with_footage(build_city(1, 1), footage(codec)).cameras[0]
    other = {"h264": "h265", "h265": "h264"}[codec]
    changed = {
        Fault.RESOLUTION: clip(codec, 480, 272),
        Fault.CODEC: clip(other),
        Fault.FROZEN: clip(codec, still=True),
    }
    for fault, made in changed.items():
        value = "gop" if fault is Fault.FROZEN else True
        recipe = recipe_for("file", camera, camera.streams[1], {fault: value})
        save(folder, recipe, replace(made))
