"""A camera in a world of metres: x to the right, y away from the viewer, z up. Projects points into a picture."""

from __future__ import annotations

from copy import copy
from math import atan, cos, degrees, radians, sin, tan
from typing import TypeAlias

Point: TypeAlias = tuple[float, float, float]
Pixel: TypeAlias = tuple[float, float]

NEAR_M = 0.5
"""What is nearer than this is cut off."""


class View:
    """Where the camera stands and looks. `pitch_deg` is how far it looks down; `fov_deg` is horizontal."""

    def __init__(
        self,
        position: Point,
        yaw_deg: float,
        pitch_deg: float,
        fov_deg: float,
        size: tuple[int, int],
    ) -> None:
        self.position, self.size = position, size
        self._given = (yaw_deg, pitch_deg, fov_deg)
        yaw, pitch = radians(yaw_deg), radians(pitch_deg)
        self._forward = (sin(yaw) * cos(pitch), cos(yaw) * cos(pitch), -sin(pitch))
        self._right = (cos(yaw), -sin(yaw), 0.0)
        self._up = (sin(yaw) * sin(pitch), cos(yaw) * sin(pitch), cos(pitch))
        self.focal_px = size[0] / 2 / tan(radians(fov_deg) / 2)
        self._centre: Pixel = (size[0] / 2, size[1] / 2)

    def scaled(self, factor: int) -> View:
        """The same view in a picture that many times as large."""
        width, height = self.size
        return View(self.position, *self._given, (width * factor, height * factor))

    def of_size(self, size: tuple[int, int]) -> View:
        """The same view in a larger or smaller picture around the same middle: it shows more, or less."""
        if size == self.size:
            return self
        yaw, pitch, _ = self._given
        return View(self.position, yaw, pitch, degrees(2 * atan(size[0] / 2 / self.focal_px)), size)

    def part(self, left: float, top: float, width: float, size: tuple[int, int]) -> View:
        """A part of this view's picture, from that corner and that wide, as a picture of that size."""
        part, factor = copy(self), size[0] / width
        part.size, part.focal_px = size, self.focal_px * factor
        part._centre = ((self._centre[0] - left) * factor, (self._centre[1] - top) * factor)
        return part

    def depth(self, x: float, y: float, z: float = 0.0) -> float:
        """Distance along the line of sight, in metres."""
        (px, py, pz), (fx, fy, fz) = self.position, self._forward
        return (x - px) * fx + (y - py) * fy + (z - pz) * fz

    def pixel(self, point: Point) -> Pixel:
        """Where a point in front of the camera is in the picture."""
        return self._to_pixel(self._to_camera(point))

    def scale(self, x: float, y: float, z: float = 0.0) -> float:
        """Pixels a metre there; 0 where it is behind the camera."""
        depth = self.depth(x, y, z)
        return self.focal_px / depth if depth > NEAR_M else 0.0

    def sees(self, x: float, y: float, margin_m: float = 6.0) -> bool:
        """Whether something there that is not larger than the margin may be in the picture."""
        scale = self.scale(x, y)
        if not scale:
            return False
        (px, py), margin = self.pixel((x, y, 0.0)), margin_m * scale
        width, height = self.size
        return -margin < px < width + margin and -margin < py < height + margin

    def polygon(self, points: list[Point]) -> list[Pixel]:
        """A polygon in the picture, cut off at the camera; empty where nothing is in front of it."""
        inside = [self._to_camera(point) for point in points]
        if all(p[2] > NEAR_M for p in inside):
            return [self._to_pixel(p) for p in inside]
        cut: list[Point] = []
        for here, there in zip(inside, [*inside[1:], inside[0]], strict=True):
            if here[2] > NEAR_M:
                cut.append(here)
            if (here[2] > NEAR_M) != (there[2] > NEAR_M):
                cut.append(_between(here, there))
        return [self._to_pixel(p) for p in cut]

    def horizon_px(self) -> float:
        """The row of the horizon."""
        return self._centre[1] - self.focal_px * tan(radians(self._given[1]))

    def _to_camera(self, point: Point) -> Point:
        (px, py, pz), (fx, fy, fz) = self.position, self._forward
        (rx, ry, _), (ux, uy, uz) = self._right, self._up
        x, y, z = point[0] - px, point[1] - py, point[2] - pz
        return x * rx + y * ry, x * ux + y * uy + z * uz, x * fx + y * fy + z * fz

    def _to_pixel(self, point: Point) -> Pixel:
        scale = self.focal_px / point[2]
        return self._centre[0] + point[0] * scale, self._centre[1] - point[1] * scale


def _between(here: Point, there: Point) -> Point:
    """Where the line from here to there crosses the near plane."""
    part = (NEAR_M - here[2]) / (there[2] - here[2])
    x, y = (a + (b - a) * part for a, b in zip(here[:2], there[:2], strict=True))
    return x, y, NEAR_M
