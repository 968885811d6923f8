"""Drawing things of the world into a picture, lit as the time of day wants it."""

from __future__ import annotations

from collections.abc import Iterable
from math import cos, sin
from typing import TYPE_CHECKING

from PIL import ImageDraw

from wall.simulator.scenes.light import Lamp, Light, Rgb
from wall.simulator.scenes.view import Pixel, Point, View

if TYPE_CHECKING:
    from PIL.Image import Image


class Brush:
    """Draws polygons, discs and lines given in metres. Later things cover earlier ones."""

    def __init__(self, picture: Image, view: View, light: Light, lamps: Iterable[Lamp] = ()) -> None:
        self.view, self.light = view, light
        self.lamps = tuple(lamps) if light.lamps else ()
        self._draw = ImageDraw.Draw(picture, "RGBA")

    def lamplight(self, x: float, y: float) -> float:
        """The factor by which lamps nearby brighten what stands there."""
        return 1.0 + 1.7 * min(1.3, sum(lamp.at(x, y) for lamp in self.lamps))

    def face(self, points: list[Point], colour: Rgb, factor: float = 1.0, alpha: int = 255) -> None:
        """A flat surface, lit."""
        self.glow(points, self.light.shade(colour, factor), alpha)

    def glow(self, points: list[Point], colour: Rgb, alpha: int = 255) -> None:
        """A flat surface that shines by itself."""
        pixels = self.view.polygon(points)
        if len(pixels) >= 3 and self._is_seen(pixels):
            self._draw.polygon(pixels, fill=(*colour, alpha))

    def ground(self, points: list[tuple[float, float]], colour: Rgb, alpha: int = 255) -> None:
        """A surface on the ground, lit."""
        self.face([(x, y, 0.0) for x, y in points], colour, 1.0, alpha)

    def shadow(self, points: list[tuple[float, float]], strength: float = 1.0) -> None:
        """Darkens the ground."""
        if alpha := int(self.light.shadow_alpha * strength):
            self.glow([(x, y, 0.0) for x, y in points], (10, 12, 26), alpha)

    def disc(self, centre: Point, radius_m: float, colour: Rgb, alpha: int = 255, flat: float = 1.0) -> None:
        """A ball, or an upright disc that faces the viewer; not lit: the caller shades it."""
        scale = self.view.scale(*centre)
        if scale:
            x, y = self.view.pixel(centre)
            rx, ry = radius_m * scale, radius_m * scale * flat
            self._draw.ellipse((x - rx, y - ry, x + rx, y + ry), fill=(*colour, alpha))

    def line(self, points: list[Point], width_m: float, colour: Rgb, factor: float = 1.0) -> None:
        """A thin thing through some points: a pole, a cable, an arm."""
        middle = points[len(points) // 2]
        scale = self.view.scale(*middle)
        if scale and all(self.view.depth(*p) > 0.5 for p in points):
            pixels = [self.view.pixel(p) for p in points]
            width = max(1, round(width_m * scale))
            self._draw.line(pixels, fill=(*self.light.shade(colour, factor), 255), width=width)

    def pixels(self, points: list[Pixel], colour: Rgb, alpha: int = 255) -> None:
        """A polygon given in the picture's own pixels."""
        self._draw.polygon(points, fill=(*colour, alpha))

    def _is_seen(self, pixels: list[Pixel]) -> bool:
        width, height = self.view.size
        xs, ys = [p[0] for p in pixels], [p[1] for p in pixels]
        return max(xs) > 0 and min(xs) < width and max(ys) > 0 and min(ys) < height


def placed(x: float, y: float, heading: float, points: Iterable[Point]) -> list[Point]:
    """Points of a thing (its own x to the right, y ahead) that stands at (x, y) and heads clockwise from north."""
    c, s = cos(heading), sin(heading)
    return [(x + px * c + py * s, y - px * s + py * c, pz) for px, py, pz in points]


def box_corners(
    half_width: float, back: float, front: float, bottom: float, top: float, inset: float = 0.0
) -> list[Point]:
    """The corners of a box around its own axis: four below, four above, each from the back left to the right."""
    w, tw, tb, tf = half_width, half_width - inset * 0.5, back + inset, front - inset
    low = [(-w, back, bottom), (w, back, bottom), (w, front, bottom), (-w, front, bottom)]
    return [*low, (-tw, tb, top), (tw, tb, top), (tw, tf, top), (-tw, tf, top)]
