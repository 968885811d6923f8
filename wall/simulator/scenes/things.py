"""Things that stand in the street: trees, lamps, poles with their cables, stalls, signals, parked vehicles."""

from __future__ import annotations

from itertools import pairwise
from math import cos, pi, sin
from random import Random

from wall.simulator.scenes.brush import Brush
from wall.simulator.scenes.houses import Facade
from wall.simulator.scenes.light import Lamp, Rgb
from wall.simulator.scenes.moves import Ground, Pose, arc
from wall.simulator.scenes.traffic import Drawing, Solid, shadow_of

_STEEL: Rgb = (122, 126, 130)
_WHITE: Rgb = (240, 236, 226)
_CLOTHS: tuple[tuple[Rgb, Rgb], ...] = (
    ((206, 50, 50), _WHITE),
    ((40, 110, 180), _WHITE),
    ((236, 170, 40), (210, 70, 40)),
    ((40, 140, 96), _WHITE),
)
LEAVES: tuple[Rgb, ...] = ((64, 104, 52), (78, 120, 58), (54, 92, 50), (92, 132, 66))


def tree(brush: Brush, x: float, y: float, height: float, rng: Random) -> None:
    """A street tree; its trunk is limewashed, as they are."""
    crown = height * 0.3
    dx, dy = brush.light.sun or (0.0, 0.0)
    for part in (1.0, 0.75):
        centre = (x + dx * height * 0.6, y + dy * height * 0.6)
        brush.shadow(arc(centre, crown * part, 0, 360, 14), 0.6)
    lit = brush.lamplight(x, y)
    brush.line([(x, y, 0.0), (x, y, height * 0.35), (x, y, height * 0.7)], 0.32, (98, 80, 64), lit)
    brush.line([(x, y, 0.0), (x, y, 0.6), (x, y, 1.1)], 0.34, (222, 218, 208), lit)
    blobs = [
        (rng.gauss(0, 0.48), rng.gauss(0, 0.48), rng.uniform(-0.55, 0.65), rng.uniform(0.14, 0.34)) for _ in range(90)
    ]
    for dx, dy, dz, radius in sorted(blobs, key=lambda blob: blob[2]):
        colour = brush.light.shade(rng.choice(LEAVES), (0.86 + dz * 0.4) * (1 + (lit - 1) * 0.4))
        brush.disc((x + dx * crown, y + dy * crown, height * 0.72 + dz * crown), radius * crown, colour)


def areca(brush: Brush, x: float, y: float, height: float, rng: Random) -> None:
    """A palm."""
    brush.line([(x, y, 0.0), (x, y, height / 2), (x + 0.15, y, height)], 0.2, (150, 140, 122))
    for i in range(11):
        side = (i - 5) / 5
        drop = abs(side) * 1.3 - 0.7 + rng.uniform(-0.2, 0.2)
        tip = (x + side * 1.9, y + rng.uniform(-0.5, 0.5), height - drop)
        bend = (x + side * 1.0, y, height + 0.5)
        brush.line([(x + 0.15, y, height), bend, tip], 0.26, rng.choice(LEAVES))


def street_lamp(brush: Brush, lamp: Lamp, arm: Ground) -> None:
    """A lamp on its post; the arm reaches from there by those metres."""
    foot = (lamp.x - arm[0], lamp.y - arm[1])
    brush.line([(*foot, 0.0), (*foot, lamp.height * 0.5), (*foot, lamp.height)], 0.16, _STEEL)
    head = (lamp.x, lamp.y, lamp.height + 0.3)
    bend = ((foot[0] + lamp.x) / 2, (foot[1] + lamp.y) / 2, lamp.height + 0.3)
    brush.line([(*foot, lamp.height), bend, head], 0.1, _STEEL)
    if brush.light.lamps:
        for radius, alpha in ((1.1, 22), (0.6, 60), (0.28, 255)):
            brush.disc(head, radius, (255, 232, 180), alpha)
    else:
        brush.disc(head, 0.22, brush.light.shade((214, 214, 206)), flat=0.5)


def pole_line(brush: Brush, feet: list[Ground], height: float, rng: Random) -> None:
    """Concrete poles and the bundle of cables that hangs between them."""
    for (ax, ay), (bx, by) in pairwise(feet):
        for _ in range(9):
            sag, z = rng.uniform(0.25, 0.9), height - rng.uniform(0.3, 1.6)
            points = [
                (ax + (bx - ax) * t, ay + (by - ay) * t, z - sag * 4 * t * (1 - t))
                for t in (0.0, 0.12, 0.25, 0.4, 0.5, 0.6, 0.75, 0.88, 1.0)
            ]
            brush.line(points, 0.045, (38, 38, 42))
    for x, y in feet:
        brush.line([(x, y, 0.0), (x, y, height / 2), (x, y, height)], 0.28, (158, 154, 148))
        brush.line(
            [(x - 0.8, y, height - 0.6), (x, y, height - 0.6), (x + 0.8, y, height - 0.6)],
            0.12,
            (120, 118, 116),
        )


def stall(brush: Brush, x: float, y: float, rng: Random) -> None:
    """A market stall: an umbrella over boxes of fruit and vegetables."""
    lit = brush.lamplight(x, y)
    shadow_of(brush, Pose(x, y, 0.0, 0.0), 1.3, 1.2, 1.8)
    Solid(1.05, -0.6, 0.6, 0.0, 0.62, (150, 112, 78)).draw(brush, Pose(x, y, 0.0, 0.0), lit)
    goods = ((214, 60, 46), (240, 150, 40), (106, 158, 60), (236, 206, 80), (150, 70, 110), (196, 214, 130))
    for i in range(5):
        for j in range(2):
            colour = brush.light.shade(rng.choice(goods), lit)
            brush.disc((x - 0.84 + i * 0.42, y - 0.3 + j * 0.5, 0.7), 0.22, colour, flat=0.55)
    brush.line([(x, y + 0.4, 0.0), (x, y + 0.4, 1.2), (x, y + 0.4, 2.5)], 0.07, (200, 200, 200), lit)
    canopy, other = rng.choice(_CLOTHS)
    top = (x, y + 0.2, 2.75)
    rim = [(x + dx * 1.55, y + 0.2 + dy * 1.35, 2.12) for dx, dy in _ring(10)]
    slices = [([rim[i], rim[(i + 1) % 10], top], canopy if i % 2 else other) for i in range(10)]
    slices.sort(key=lambda piece: -brush.view.depth(*piece[0][0]))
    for points, colour in slices:
        brush.face(points, colour, 0.95 * lit)


def _ring(count: int) -> list[Ground]:
    return [(cos(2 * pi * i / count), sin(2 * pi * i / count)) for i in range(count)]


def awning(brush: Brush, a: Ground, b: Ground, out: float, colour: Rgb) -> None:
    """A cloth roof from the wall between a and b, reaching out over the pavement (to the right of a to b)."""
    wall = Facade(a, b)
    brush.face(
        [wall.at(0, 3.0), wall.at(wall.length, 3.0), wall.at(wall.length, 2.4, out), wall.at(0, 2.4, out)],
        colour,
    )
    count = max(2, int(wall.length / 0.8))
    for i in range(0, count, 2):
        left, right = wall.length * i / count, wall.length * (i + 1) / count
        brush.face(
            [wall.at(left, 3.0), wall.at(right, 3.0), wall.at(right, 2.4, out), wall.at(left, 2.4, out)],
            (240, 238, 230),
        )


def parked(brush: Brush, drawing: Drawing, x: float, y: float, heading: float) -> None:
    """Something that does not move."""
    drawing(brush, Pose(x, y, heading, 0.0))


def signal_post(brush: Brush, x: float, y: float, height: float = 4.2) -> None:
    """A traffic signal's post and box; its light is drawn with the traffic."""
    brush.line([(x, y, 0.0), (x, y, height / 2), (x, y, height)], 0.14, (90, 94, 98))
    Solid(0.22, -0.15, 0.15, height - 0.2, height + 1.0, (40, 42, 46)).draw(brush, Pose(x, y, 0.0, 0.0), 1.0)


def signal_light(x: float, y: float, red: bool, height: float = 4.2) -> Drawing:
    """The lit lamp of a signal, red or green."""

    def draw(brush: Brush, pose: Pose) -> None:
        z, colour = (height + 0.8, (255, 60, 50)) if red else (height + 0.05, (70, 240, 120))
        brush.disc((x, y - 0.2, z), 0.32, colour, 70)
        brush.disc((x, y - 0.2, z), 0.16, colour)

    return draw
