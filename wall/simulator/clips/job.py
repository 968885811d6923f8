"""The process that draws and encodes: `python -m wall.simulator.clips.job FOLDER '[recipe, …]'`.

One drawing, encoded for each recipe in one pass, written to the folder. It ends by itself when its parent
has gone.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from itertools import islice, takewhile
from pathlib import Path

from wall.simulator.clips.encode import BENCH_NOISE_SIGMA, Planes, covered, encode, planes_of, stamped, with_noise
from wall.simulator.clips.recipe import COVERED, TURNED, ClipRecipe
from wall.simulator.clips.store import save
from wall.simulator.scenes import pictures

_TURNED_DEG = 38.0


def main(argv: list[str]) -> int:
    """Make the clips that argv names; 3 where the parent went away meanwhile."""
    os.nice(5)
    folder, recipes = Path(argv[0]), [ClipRecipe(*fields) for fields in json.loads(argv[1])]
    parent = os.getppid()
    frames = takewhile(lambda _: os.getppid() == parent, _frames(recipes[0]))
    clips = encode(frames, recipes)
    if os.getppid() != parent:
        return 3
    for recipe, clip in zip(recipes, clips, strict=True):
        save(folder, recipe, clip)
    return 0


def _frames(recipe: ClipRecipe) -> Iterator[Planes]:
    count, size = recipe.seconds * recipe.fps, (recipe.width, recipe.height)
    if recipe.style == COVERED:
        return stamped(with_noise(covered(*size, count), BENCH_NOISE_SIGMA, seed=recipe.scene))
    turned_deg = _TURNED_DEG if recipe.style == TURNED else 0.0
    frames = planes_of(pictures(recipe.scene, recipe.fps, recipe.seconds, turned_deg), size)
    if recipe.still:
        return islice(stamped_still(next(frames)), count)
    if recipe.style == "bench":
        frames = with_noise(frames, BENCH_NOISE_SIGMA, seed=recipe.scene)
    return stamped(frames)


def stamped_still(first: Planes) -> Iterator[Planes]:
    """The first picture for ever, with number 0."""
    picture = next(stamped([first]))
    while True:
        yield picture


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
