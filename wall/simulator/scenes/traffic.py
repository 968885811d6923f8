"""What moves in the streets: motorbikes with their riders, cars, buses, bicycles, people."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin
from random import Random
from typing import TypeAlias

from wall.simulator.scenes.brush import Brush, box_corners, placed
from wall.simulator.scenes.light import Rgb
from wall.simulator.scenes.moves import Pose
from wall.simulator.scenes.view import Point

Drawing: TypeAlias = Callable[[Brush, Pose], None]
"""Draws one thing where it is now."""

SHIRTS: tuple[Rgb, ...] = (
    (226, 226, 220),
    (66, 104, 168),
    (186, 62, 58),
    (74, 128, 92),
    (52, 56, 66),
    (222, 178, 72),
    (206, 140, 160),
    (120, 100, 150),
)
PAINTS: tuple[Rgb, ...] = (
    (236, 236, 234),
    (186, 190, 196),
    (60, 64, 70),
    (150, 36, 38),
    (40, 66, 122),
    (206, 196, 172),
)
_TROUSERS: tuple[Rgb, ...] = ((46, 50, 66), (84, 78, 72), (34, 34, 38), (110, 120, 150))
_SKIN: Rgb = (206, 160, 124)
_SIMPLER_PX = 18
"""Pixels a metre below which wheels and arms are not drawn: nobody would see them."""
_TYRE: Rgb = (30, 30, 33)
_GLASS: Rgb = (62, 78, 92)


class Solid:
    """A box of a thing: its measures in metres about its own axis, and its colour. `inset` narrows its top."""

    def __init__(
        self,
        half_width: float,
        back: float,
        front: float,
        bottom: float,
        top: float,
        colour: Rgb,
        inset: float = 0.0,
    ) -> None:
        self._half_width, self._back, self._front, self._colour = half_width, back, front, colour
        self._corners = box_corners(half_width, back, front, bottom, top, inset)

    def draw(self, brush: Brush, pose: Pose, factor: float) -> None:
        """The sides that are seen from where the camera is, and the top: no other hides them."""
        view = brush.view
        x, y = view.position[0] - pose.x, view.position[1] - pose.y
        c, s = cos(pose.heading), sin(pose.heading)
        right, ahead = x * c - y * s, x * s + y * c
        pixels = view.polygon(placed(pose.x, pose.y, pose.heading, self._corners))
        if len(pixels) != 8:
            return
        low, high, colour = pixels[:4], pixels[4:], self._colour
        shade, draw = brush.light.shade, brush.pixels
        if ahead < self._back:
            draw([low[0], low[1], high[1], high[0]], shade(colour, 0.8 * factor))
        if ahead > self._front:
            draw([low[2], low[3], high[3], high[2]], shade(colour, 0.74 * factor))
        if right > self._half_width:
            draw([low[1], low[2], high[2], high[1]], shade(colour, 0.9 * factor))
        if right < -self._half_width:
            draw([low[3], low[0], high[0], high[3]], shade(colour, 0.84 * factor))
        draw(high, shade(colour, 1.08 * factor))


def shadow_of(brush: Brush, pose: Pose, half_width: float, half_length: float, height: float) -> None:
    """The shadow on the ground: under the thing, and cast away from the sun."""
    base = [(-half_width, -half_length), (half_width, -half_length), (half_width, half_length)]
    base.append((-half_width, half_length))
    corners = [(x, y) for x, y, _ in placed(pose.x, pose.y, pose.heading, [(x, y, 0.0) for x, y in base])]
    if brush.light.sun is None:
        brush.shadow(corners)
        return
    dx, dy = (part * height for part in brush.light.sun)
    brush.shadow(hull([*corners, *((x + dx, y + dy) for x, y in corners)]))


def hull(points: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """The convex hull, anticlockwise."""
    ordered = sorted(set(points))

    def half(run: list[tuple[float, float]]) -> list[tuple[float, float]]:
        out: list[tuple[float, float]] = []
        for x, y in run:
            while len(out) > 1 and (
                (out[-1][0] - out[-2][0]) * (y - out[-2][1]) <= (out[-1][1] - out[-2][1]) * (x - out[-2][0])
            ):
                out.pop()
            out.append((x, y))
        return out[:-1]

    return half(ordered) + half(ordered[::-1])


def car(rng: Random, *, is_taxi: bool = False) -> Drawing:
    """A saloon car."""
    paint = (34, 150, 84) if is_taxi else rng.choice(PAINTS)
    long = rng.uniform(2.0, 2.25)
    solids = (
        Solid(0.8, -long + 0.1, long - 0.1, 0.18, 0.45, _TYRE),
        Solid(0.87, -long, long, 0.32, 0.84, paint, 0.04),
        Solid(0.8, -long * 0.78, long * 0.42, 0.84, 1.24, _GLASS, 0.32),
        Solid(0.6, -long * 0.58, long * 0.2, 1.24, 1.42, paint, 0.16),
    )

    def draw(brush: Brush, pose: Pose) -> None:
        factor = brush.lamplight(pose.x, pose.y)
        shadow_of(brush, pose, 0.92, long + 0.05, 1.2)
        for solid in solids:
            solid.draw(brush, pose, factor)
        for axle in (-long * 0.62, long * 0.62):
            _wheels(brush, pose, 0.88, axle, 0.32)
        _lights(brush, pose, 0.66, long, 0.62)

    return draw


def _wheels(brush: Brush, pose: Pose, half_width: float, axle: float, radius: float) -> None:
    """The wheels on the side that is seen."""
    x, y = brush.view.position[0] - pose.x, brush.view.position[1] - pose.y
    right = x * cos(pose.heading) - y * sin(pose.heading)
    side = half_width if right > 0 else -half_width
    for size, colour in ((radius, _TYRE), (radius * 0.5, (150, 152, 156))):
        ring = [(side, axle + size * sin(i * pi / 5), radius + size * cos(i * pi / 5)) for i in range(10)]
        brush.face(placed(pose.x, pose.y, pose.heading, ring), colour)


def bus(rng: Random) -> Drawing:
    """A city bus."""
    paint = rng.choice(((214, 60, 50), (42, 118, 180), (236, 190, 40)))
    solids = (
        Solid(1.15, -4.6, 4.6, 0.25, 0.6, _TYRE),
        Solid(1.22, -4.8, 4.8, 0.5, 1.35, paint),
        Solid(1.21, -4.75, 4.75, 1.35, 2.3, _GLASS),
        Solid(1.22, -4.8, 4.8, 2.3, 2.9, (236, 236, 232), 0.12),
    )

    def draw(brush: Brush, pose: Pose) -> None:
        factor = brush.lamplight(pose.x, pose.y)
        shadow_of(brush, pose, 1.25, 4.85, 2.7)
        for solid in solids:
            solid.draw(brush, pose, factor)
        for axle in (-2.9, 3.0):
            _wheels(brush, pose, 1.23, axle, 0.48)
        _lights(brush, pose, 0.95, 4.82, 0.8)

    return draw


def motorbike(rng: Random, *, is_parked: bool = False) -> Drawing:
    """A motorbike; unless parked with its rider, some with a passenger or a load."""
    paint, shirt = rng.choice(PAINTS), rng.choice(SHIRTS)
    helmet = rng.choice(((232, 232, 228), (196, 50, 46), (44, 46, 52), (56, 96, 168), (236, 178, 60)))
    second = rng.choice(SHIRTS) if rng.random() < 0.28 else None
    load = rng.random() < 0.16
    hat = rng.random() < 0.08
    solids = [
        Solid(0.06, 0.42, 0.98, 0.0, 0.56, _TYRE, 0.1),
        Solid(0.07, -0.98, -0.42, 0.0, 0.56, _TYRE, 0.1),
        Solid(0.15, -0.8, 0.55, 0.32, 0.78, paint, 0.08),
        Solid(0.21, -0.1, 0.32, 0.38, 0.82, (54, 56, 70), 0.05),
        Solid(0.3, 0.5, 0.62, 0.82, 1.02, (50, 50, 54), 0.02),
    ]

    def riders(brush: Brush, pose: Pose, factor: float) -> None:
        if load:
            Solid(0.34, -1.0, -0.42, 0.78, 1.35, (176, 138, 92)).draw(brush, pose, factor)
        elif second:
            _rider(brush, pose, -0.42, second, (70, 62, 58), False, factor)
        _rider(brush, pose, 0.02, shirt, helmet, hat, factor)

    def draw(brush: Brush, pose: Pose) -> None:
        factor = brush.lamplight(pose.x, pose.y)
        shadow_of(brush, pose, 0.3, 0.95, 1.3)
        is_far = brush.view.scale(pose.x, pose.y) < _SIMPLER_PX
        for solid in solids[2:3] if is_far else solids:
            solid.draw(brush, pose, factor)
        if is_parked:
            return
        riders(brush, pose, factor)
        _lights(brush, pose, 0.0, 0.98, 0.8)

    return draw


def bicycle(rng: Random) -> Drawing:
    """A bicycle; its rider often wears a conical hat."""
    shirt, hat = rng.choice(SHIRTS), rng.random() < 0.6
    wheels = (Solid(0.03, 0.3, 0.9, 0.0, 0.6, _TYRE, 0.12), Solid(0.03, -0.9, -0.3, 0.0, 0.6, _TYRE, 0.12))

    def draw(brush: Brush, pose: Pose) -> None:
        factor = brush.lamplight(pose.x, pose.y)
        shadow_of(brush, pose, 0.2, 0.85, 1.2)
        for wheel in wheels:
            wheel.draw(brush, pose, factor)
        Solid(0.05, -0.4, 0.5, 0.5, 0.66, (80, 110, 130)).draw(brush, pose, factor)
        _rider(brush, pose, -0.1, shirt, (40, 36, 36), hat, factor)

    return draw


def _rider(brush: Brush, pose: Pose, ahead: float, shirt: Rgb, helmet: Rgb, has_hat: bool, factor: float) -> None:
    Solid(0.24, ahead - 0.18, ahead + 0.16, 0.74, 1.34, shirt, 0.1).draw(brush, pose, factor)
    if brush.view.scale(pose.x, pose.y) > _SIMPLER_PX:
        for side in (-1, 1):
            arm = [(0.26 * side, ahead, 1.2), (0.3 * side, ahead + 0.42, 1.0)]
            brush.line(placed(pose.x, pose.y, pose.heading, arm), 0.09, shirt, factor * 0.85)
    (head,) = placed(pose.x, pose.y, pose.heading, [(0.0, ahead + 0.04, 1.52)])
    brush.disc(head, 0.15, brush.light.shade(helmet, factor))
    if has_hat:
        _conical_hat(brush, head, factor)
    else:
        face = placed(pose.x, pose.y, pose.heading, [(0.0, ahead + 0.12, 1.46)])[0]
        if brush.view.depth(*face) < brush.view.depth(*head):
            brush.disc(face, 0.09, brush.light.shade(_SKIN, factor))


def _conical_hat(brush: Brush, head: Point, factor: float) -> None:
    x, y, z = head
    straw = brush.light.shade((226, 208, 158), factor)
    brush.disc((x, y, z + 0.05), 0.27, straw, flat=0.35)
    scale = brush.view.scale(x, y, z)
    if scale:
        px, py = brush.view.pixel((x, y, z + 0.05))
        brush.pixels([(px - 0.27 * scale, py), (px + 0.27 * scale, py), (px, py - 0.26 * scale)], straw)


def person(rng: Random) -> Drawing:
    """Somebody on foot."""
    shirt, trousers = rng.choice(SHIRTS), rng.choice(_TROUSERS)
    height, hat, hair = rng.uniform(1.5, 1.75), rng.random() < 0.2, (34, 28, 26)
    stride, phase = rng.uniform(1.2, 1.4), rng.random() * 2 * pi

    def draw(brush: Brush, pose: Pose) -> None:
        factor = brush.lamplight(pose.x, pose.y)
        shadow_of(brush, pose, 0.2, 0.18, height * 0.8)
        swing = sin(pose.gone_m / stride * 2 * pi + phase) * 0.27
        for side in (-1, 1):
            leg = [(0.09 * side, 0.0, height * 0.5), (0.09 * side, swing * side, 0.02)]
            brush.line(placed(pose.x, pose.y, pose.heading, leg), 0.15, trousers, factor)
            arm = [(0.24 * side, 0.0, height * 0.8), (0.26 * side, -swing * side, height * 0.5)]
            brush.line(placed(pose.x, pose.y, pose.heading, arm), 0.09, shirt, factor * 0.85)
        Solid(0.2, -0.11, 0.11, height * 0.47, height * 0.85, shirt, 0.03).draw(brush, pose, factor)
        head = (pose.x, pose.y, height * 0.93)
        brush.disc(head, 0.13, brush.light.shade(hair, factor))
        dx, dy = sin(pose.heading) * 0.05, cos(pose.heading) * 0.05
        brush.disc((pose.x + dx, pose.y + dy, height * 0.91), 0.1, brush.light.shade(_SKIN, factor))
        if hat:
            _conical_hat(brush, head, factor)

    return draw


def _lights(brush: Brush, pose: Pose, half_width: float, half_length: float, height: float) -> None:
    """Head and tail lamps; in the dark a head lamp also lights the road before it."""
    if not brush.light.lamps and not pose.is_braking:
        return
    sides = (-half_width, half_width) if half_width else (0.0,)
    if brush.light.lamps:
        spread = 1.5
        for part in (1.0, 0.75, 0.5, 0.3):
            reach = half_length + 7.0 * part
            side = half_width + spread * part
            beam = [(-half_width - 0.1, half_length, 0.0), (half_width + 0.1, half_length, 0.0)]
            beam += [(side, reach, 0.0), (side * 0.6, reach + 0.5, 0.0)]
            beam += [(-side * 0.6, reach + 0.5, 0.0), (-side, reach, 0.0)]
            brush.glow(placed(pose.x, pose.y, pose.heading, beam), (255, 236, 190), 9)
    for side in sides:
        ends = placed(pose.x, pose.y, pose.heading, [(side, half_length, height), (side, -half_length, height)])
        is_towards = brush.view.depth(*ends[0]) < brush.view.depth(*ends[1])
        if is_towards and brush.light.lamps:
            brush.disc(ends[0], 0.32, (255, 240, 205), 60)
            brush.disc(ends[0], 0.13, (255, 250, 232))
        elif not is_towards:
            brush.disc(ends[1], 0.1, (255, 46, 40) if pose.is_braking else (196, 30, 32))
