"""Which clip a stream plays now: what its specification says, bent by the faults of the picture's kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from wall.simulator.city import Camera, StreamSpec
from wall.simulator.clips.recipe import BENCH_SCENE, COVERED, TURNED, ClipRecipe
from wall.simulator.faults import Fault, FaultValue

PICTURE_FAULTS = frozenset({Fault.FROZEN, Fault.COVERED, Fault.TURNED, Fault.RESOLUTION, Fault.CODEC})
_SIGHT_S = 8
"""Long enough for pictures that do not come again at once."""
_OTHER_CODEC = {"h264": "h265", "h265": "h264"}


def recipe_for(style: str, camera: Camera, spec: StreamSpec, on: Mapping[Fault, FaultValue]) -> ClipRecipe:
    """The clip of a camera's stream under these faults. `style` is "city", "bench" or "file"."""
    scene = camera.scene if style == "city" else BENCH_SCENE
    recipe = ClipRecipe(style, scene, spec.codec, spec.width, spec.height, spec.fps, spec.kbit_s)
    if Fault.RESOLUTION in on:
        width, height, kbit_s = (640, 360, 512) if spec.width > 640 else (1280, 720, 2048)
        recipe = replace(recipe, style="city", width=width, height=height, kbit_s=kbit_s)
    if Fault.CODEC in on:
        recipe = replace(recipe, style="city", codec=_OTHER_CODEC[spec.codec])
    for fault, style in ((Fault.TURNED, TURNED), (Fault.COVERED, COVERED)):
        if fault in on:
            recipe = replace(recipe, style=style, seconds=_SIGHT_S)
    if on.get(Fault.FROZEN) == "gop":
        recipe = replace(recipe, style="city", still=True, seconds=2)
    return recipe
