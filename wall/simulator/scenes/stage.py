"""A scene on its stage: what stands still is painted once, what moves is drawn into a copy of it for every picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from wall.simulator.scenes.brush import Brush
from wall.simulator.scenes.light import Lamp, Light
from wall.simulator.scenes.moves import Ground, Move, Pose
from wall.simulator.scenes.traffic import Drawing
from wall.simulator.scenes.view import View

SIZE = (1280, 720)
"""Scenes are drawn in this size, whatever size is encoded: smaller pictures are smoother for it."""
_FINER = 2

Light3: TypeAlias = NDArray[np.float32]
Still: TypeAlias = Callable[[Brush], None]
"""Paints something that stands still."""


@dataclass(slots=True)
class Scene:
    """What a place shows. `stills` are painted in order; `props` may hide what moves behind them."""

    position: tuple[float, float, float]
    yaw_deg: float
    pitch_deg: float
    fov_deg: float
    light: Light
    seed: int
    lamps: list[Lamp] = field(default_factory=list)
    stills: list[Still] = field(default_factory=list)
    props: list[tuple[Ground, Still]] = field(default_factory=list)
    movers: list[tuple[Move, Drawing]] = field(default_factory=list)
    signals: list[tuple[Ground, Callable[[float], Drawing | None]]] = field(default_factory=list)

    @property
    def view(self) -> View:
        """The camera in a picture of `SIZE`."""
        return View(self.position, self.yaw_deg, self.pitch_deg, self.fov_deg, SIZE)


@dataclass(frozen=True, slots=True)
class Cutout:
    """A prop with transparent surroundings, and where it belongs."""

    depth: float
    image: Image.Image
    corner: tuple[int, int]


class Stage:
    """Draws a scene's pictures. It repeats after `period_s` seconds without a jump."""

    def __init__(self, scene: Scene, period_s: int) -> None:
        self._scene, self._period_s = scene, period_s
        self._background = paint(scene)
        self._cutouts = cut_out(scene)

    def picture(self, time_s: float) -> Image.Image:
        """The picture of that moment."""
        picture = self._background.copy()
        draw_moving(picture, self._scene.view, self._scene, self._cutouts, time_s, self._period_s)
        return picture

    def pictures(self, fps: int) -> Iterator[NDArray[np.uint8]]:
        """One period's pictures, RGB, of shape (720, 1280, 3)."""
        for number in range(fps * self._period_s):
            yield np.asarray(self.picture(number / fps))


def paint(scene: Scene, size: tuple[int, int] = SIZE) -> Image.Image:
    """Sky, ground and everything that stands behind the traffic; in a larger picture there is more of it around."""
    view = scene.view.of_size(size).scaled(_FINER)
    picture = _sky(view, scene.light)
    brush = Brush(picture, view, scene.light, scene.lamps)
    for still in scene.stills:
        still(brush)
    small = picture.resize(size, Image.Resampling.BOX)
    return _finished(small, scene)


def draw_moving(
    picture: Image.Image, view: View, scene: Scene, cutouts: list[Cutout], time_s: float, period_s: float
) -> None:
    """What moves at that moment, and the props before it, into the picture that this view has."""
    brush = Brush(picture, view, scene.light, scene.lamps)
    moving: list[tuple[float, Cutout | tuple[Drawing, Pose]]] = [(c.depth, c) for c in cutouts]
    for move, drawing in scene.movers:
        for pose in move.poses(time_s, period_s):
            if view.sees(pose.x, pose.y):
                moving.append((view.depth(pose.x, pose.y), (drawing, pose)))
    for place, signal in scene.signals:
        if lit := signal(time_s):
            moving.append((view.depth(*place) - 0.3, (lit, Pose(*place, 0.0, 0.0))))
    for _, thing in sorted(moving, key=lambda entry: -entry[0]):
        if isinstance(thing, Cutout):
            picture.paste(thing.image, thing.corner, thing.image)
        else:
            drawing, pose = thing
            drawing(brush, pose)


def cut_out(scene: Scene, size: tuple[int, int] = SIZE) -> list[Cutout]:
    """The props, as they stand in a picture of that size."""
    return [_cut_out(scene, size, place, still) for place, still in scene.props]


def _cut_out(scene: Scene, size: tuple[int, int], place: Ground, still: Still) -> Cutout:
    view = scene.view.of_size(size).scaled(_FINER)
    canvas = Image.new("RGBA", view.size, (0, 0, 0, 0))
    still(Brush(canvas, view, scene.light, scene.lamps))
    small = canvas.convert("RGBa").resize(size, Image.Resampling.BOX).convert("RGBA")
    left, top, right, bottom = small.getbbox() or (0, 0, 1, 1)
    return Cutout(scene.view.depth(*place), small.crop((left, top, right, bottom)), (left, top))


def _sky(view: View, light: Light) -> Image.Image:
    width, height = view.size
    horizon = max(1.0, view.horizon_px())
    part = np.clip(np.arange(height) / horizon, 0, 1)[:, None] ** 1.3
    column = np.array(light.sky_top) * (1 - part) + np.array(light.sky_low) * part
    pixels = np.repeat(column[:, None, :], width, axis=1)
    return Image.fromarray(pixels.astype(np.uint8), "RGB")


def _finished(picture: Image.Image, scene: Scene) -> Image.Image:
    """Grain of surfaces, pools of lamplight, the lens's darker corners, a little softness."""
    view = scene.view.of_size(picture.size)
    pixels = np.asarray(picture.filter(ImageFilter.GaussianBlur(0.4))).astype(np.float32)
    rng = np.random.default_rng(scene.seed)
    grain = rng.normal(1.0, 0.035, pixels.shape[:2])
    coarse = Image.fromarray(rng.normal(128, 14, (90, 160)).clip(0, 255).astype(np.uint8))
    stains = np.asarray(coarse.resize(picture.size, Image.Resampling.BICUBIC)).astype(np.float32) / 128
    rough = grain * (0.65 + 0.35 * stains)
    # The sky has no grain.
    rough[: max(0, int(view.horizon_px()))] **= 0.15
    pixels *= rough[..., None].astype(np.float32)
    lit = _lamplit(pixels, view, scene) if scene.light.lamps else pixels
    y, x = np.mgrid[-1 : 1 : pixels.shape[0] * 1j, -1 : 1 : pixels.shape[1] * 1j]
    vignette = 1 - 0.16 * (x * x + y * y) / 2
    return Image.fromarray((lit * vignette[..., None]).clip(0, 255).astype(np.uint8), "RGB")


def _lamplit(pixels: Light3, view: View, scene: Scene) -> Light3:
    rows, columns = np.mgrid[0 : pixels.shape[0], 0 : pixels.shape[1]]
    light: Light3 = np.zeros(pixels.shape, np.float32)
    for lamp in scene.lamps:
        scale = view.scale(lamp.x, lamp.y)
        if not scale:
            continue
        x, y = view.pixel((lamp.x, lamp.y, 0.0))
        top = view.pixel((lamp.x, lamp.y, lamp.height))[1]
        reach = lamp.reach_m * scale
        # A pool on the ground, flat as the ground is seen; a weaker glow up to the lamp itself.
        flat = max(0.2, abs(y - view.horizon_px()) / view.focal_px + 0.12)
        pool = np.exp(-(((columns - x) / reach) ** 2) - ((rows - y) / (reach * flat)) ** 2)
        upward = np.exp(-(((columns - x) / (reach * 0.5)) ** 2) - ((rows - top) / (reach * 0.55)) ** 2)
        light += (1.9 * pool + 0.8 * upward)[..., None] * (np.array(lamp.colour, np.float32) / 255)
    # The brighter the sky still is, the less a lamp adds.
    strength = np.float32(1.35 - max(scene.light.ambient))
    light = np.minimum(light, np.float32(2.6)) * strength
    lit: Light3 = pixels * (np.float32(1) + light) + light * np.float32(4)
    return lit


def rng_of(scene_seed: int, what: str) -> Random:
    """Randomness for one part of a scene, so that changing another part does not change it."""
    return Random(f"{scene_seed}/{what}")
