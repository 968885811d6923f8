"""The wide scene before a dome, of which it shows a part: painted once, with what moves drawn into each picture.

The middle of the wide scene is what a fixed camera there shows. The part is cut out and enlarged in one step, so that
it may lie between pixels; what moves is drawn in the size of the picture.
"""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from wall.simulator.domes.lens_effects import seen_through
from wall.simulator.domes.look import PERIOD_S, Look, zoom_factor
from wall.simulator.scenes import SCENES
from wall.simulator.scenes.stage import SIZE, Cutout, Scene, cut_out, draw_moving, paint

WIDE = (2560, 1440)
_VERSION = 1
_HALF = 0.5
"""How large a wall's stream shows the scene at least zoom."""
_LEAPS_A_SECOND = 5


class Scenery:
    """One scene, all of it. For the drawing process; `folder` keeps what was painted."""

    def __init__(self, number: int, folder: Path) -> None:
        self._scene: Scene = SCENES[number % len(SCENES)]()
        self._view = self._scene.view.of_size(WIDE)
        path = folder / f"wide-{number % len(SCENES)}-{_VERSION}.npz"
        self._background, self._cutouts = _load(path) or _painted(self._scene, path)
        self._half = self._background.reduce(2)
        self._leap: tuple[float, Image.Image] | None = None
        self._scaled: tuple[float, list[Cutout]] = (1.0, self._cutouts)

    def hasty_picture(self, look: Look, size: tuple[int, int], time_s: float) -> Image.Image:
        """The same for less: its traffic moves in leaps, for it is drawn once for several pictures of a moving dome."""
        left, top, width, _ = part_of(look)
        if size[0] / width != _HALF:
            return self.picture(look, size, time_s)
        leap_s = int(time_s * _LEAPS_A_SECOND) / _LEAPS_A_SECOND
        if self._leap is None or self._leap[0] != leap_s:
            self._leap = (leap_s, self._busy_half(leap_s))
        x, y = round(left * _HALF), round(top * _HALF)
        return seen_through(self._leap[1].crop((x, y, x + size[0], y + size[1])), look, time_s)

    def _busy_half(self, time_s: float) -> Image.Image:
        """All of the scene in half its size, with its traffic."""
        picture = self._half.copy()
        cutouts = [Cutout(each.depth, each.image, _moved(each.corner, 0, 0, _HALF)) for each in self._enlarged(_HALF)]
        view = self._view.part(0, 0, WIDE[0], self._half.size)
        draw_moving(picture, view, self._scene, cutouts, time_s, PERIOD_S)
        return picture

    def picture(self, look: Look, size: tuple[int, int], time_s: float) -> Image.Image:
        """What the dome shows at that moment."""
        left, top, width, _ = part_of(look)
        factor = size[0] / width
        picture = self._cut(left, top, factor, size)
        cutouts = [
            Cutout(each.depth, each.image, _moved(each.corner, left, top, factor)) for each in self._enlarged(factor)
        ]
        draw_moving(picture, self._view.part(left, top, width, size), self._scene, cutouts, time_s, PERIOD_S)
        return seen_through(picture, look, time_s)

    def _cut(self, left: float, top: float, factor: float, size: tuple[int, int]) -> Image.Image:
        source, scale = (self._half, _HALF) if factor <= _HALF else (self._background, 1.0)
        width, height = size[0] * scale / factor, size[1] * scale / factor
        x, y = left * scale, top * scale
        if factor == scale:
            # Nothing to enlarge: to the pixel, and for next to nothing.
            x, y = round(x), round(y)
            return source.crop((x, y, x + size[0], y + size[1]))
        box = (x, y, min(source.width, x + width), min(source.height, y + height))
        return source.resize(size, Image.Resampling.BILINEAR, box=box)

    def _enlarged(self, factor: float) -> list[Cutout]:
        """The props in that size, kept until another is asked for."""
        if self._scaled[0] != factor:
            self._scaled = (factor, [_enlarged(each, factor) for each in self._cutouts])
        return self._scaled[1]


def part_of(look: Look) -> tuple[float, float, float, float]:
    """The part that a dome sees: left, top, width, height, in pixels of the wide scene."""
    zoom = zoom_factor(look.zoom)
    width, height = SIZE[0] / zoom, SIZE[1] / zoom
    x = WIDE[0] / 2 + look.pan * (WIDE[0] - SIZE[0]) / 2
    y = WIDE[1] / 2 - look.tilt * (WIDE[1] - SIZE[1]) / 2
    return x - width / 2, y - height / 2, width, height


def _moved(corner: tuple[int, int], left: float, top: float, factor: float) -> tuple[int, int]:
    return round((corner[0] - left) * factor), round((corner[1] - top) * factor)


def _enlarged(prop: Cutout, factor: float) -> Cutout:
    width, height = prop.image.size
    size = max(1, round(width * factor)), max(1, round(height * factor))
    return Cutout(prop.depth, prop.image.resize(size, Image.Resampling.BILINEAR), prop.corner)


def _painted(scene: Scene, path: Path) -> tuple[Image.Image, list[Cutout]]:
    background, cutouts = paint(scene, WIDE), cut_out(scene, WIDE)
    arrays: dict[str, Any] = {f"prop{n}": np.asarray(each.image) for n, each in enumerate(cutouts)}
    places = np.array([(each.depth, *each.corner) for each in cutouts], np.float64).reshape(-1, 3)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part.npz")
    np.savez(part, background=np.asarray(background), places=places, **arrays)
    part.replace(path)
    return background, cutouts


def _load(path: Path) -> tuple[Image.Image, list[Cutout]] | None:
    try:
        with np.load(path) as kept:
            places: NDArray[np.float64] = kept["places"]
            cutouts = [
                Cutout(float(depth), Image.fromarray(kept[f"prop{n}"]), (int(x), int(y)))
                for n, (depth, x, y) in enumerate(places)
            ]
            return Image.fromarray(kept["background"]), cutouts
    except (OSError, ValueError, KeyError, zipfile.BadZipFile):
        return None
