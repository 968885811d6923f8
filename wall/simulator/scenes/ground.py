"""Roads, pavements, markings, water, grass: everything flat."""

from __future__ import annotations

from math import atan2, cos, hypot, sin
from random import Random

from wall.simulator.scenes.brush import Brush
from wall.simulator.scenes.light import Rgb
from wall.simulator.scenes.moves import Ground

ASPHALT: Rgb = (104, 104, 108)
PAVEMENT: Rgb = (178, 170, 160)
KERB: Rgb = (206, 202, 194)
PAINT: Rgb = (226, 226, 220)
YELLOW: Rgb = (226, 186, 70)
GRASS: Rgb = (104, 138, 78)


def strip(start: Ground, end: Ground, width: float) -> list[Ground]:
    """A straight band over the ground, `width` wide, around the line from start to end."""
    (ax, ay), (bx, by) = start, end
    long = hypot(bx - ax, by - ay) or 1.0
    nx, ny = (by - ay) / long * width / 2, -(bx - ax) / long * width / 2
    return [(ax + nx, ay + ny), (bx + nx, by + ny), (bx - nx, by - ny), (ax - nx, ay - ny)]


def dashes(brush: Brush, start: Ground, end: Ground, dash: float = 2.0, gap: float = 3.0, width: float = 0.15) -> None:
    """A broken line."""
    (ax, ay), (bx, by) = start, end
    long, turn = hypot(bx - ax, by - ay), atan2(bx - ax, by - ay)
    at = 0.0
    while at < long:
        to = min(at + dash, long)
        one = (ax + sin(turn) * at, ay + cos(turn) * at)
        other = (ax + sin(turn) * to, ay + cos(turn) * to)
        brush.ground(strip(one, other, width), PAINT, 220)
        at += dash + gap


def zebra(brush: Brush, start: Ground, end: Ground, length: float = 3.2) -> None:
    """A pedestrian crossing from start to end; its stripes are `length` long."""
    (ax, ay), (bx, by) = start, end
    long = hypot(bx - ax, by - ay)
    ux, uy = (bx - ax) / long, (by - ay) / long
    at = 0.3
    while at < long - 0.4:
        x, y = ax + ux * (at + 0.25), ay + uy * (at + 0.25)
        one, other = (x - uy * length / 2, y + ux * length / 2), (x + uy * length / 2, y - ux * length / 2)
        brush.ground(strip(one, other, 0.5), PAINT, 225)
        at += 1.05


def arrow(brush: Brush, x: float, y: float, turn: float, size: float = 3.2) -> None:
    """An arrow on the road; `turn` clockwise from north, in radians."""
    c, s = cos(turn), sin(turn)
    shape = [(-0.1, 0.0), (-0.1, 0.6), (-0.4, 0.6), (0.0, 1.0), (0.4, 0.6), (0.1, 0.6), (0.1, 0.0)]
    points = [(px * size * 0.5, py * size) for px, py in shape]
    brush.ground([(x + px * c + py * s, y - px * s + py * c) for px, py in points], PAINT, 215)


def paving(brush: Brush, corner: Ground, size: Ground, step: float = 1.2) -> None:
    """A pavement with its joints, from a corner along x and y."""
    (x, y), (wide, long) = corner, size
    brush.ground([(x, y), (x + wide, y), (x + wide, y + long), (x, y + long)], PAVEMENT)
    for i in range(1, int(long / step)):
        brush.ground(strip((x, y + i * step), (x + wide, y + i * step), 0.05), (150, 142, 134), 150)


def patches(brush: Brush, centre: Ground, spread: Ground, rng: Random, count: int = 14) -> None:
    """Mended places and stains: no road is of one colour."""
    for _ in range(count):
        x = centre[0] + rng.uniform(-1, 1) * spread[0]
        y = centre[1] + rng.uniform(-1, 1) * spread[1]
        wide, long = rng.uniform(0.6, 2.6), rng.uniform(1.0, 5.0)
        colour = rng.choice(((84, 84, 88), (92, 92, 94), (118, 116, 116)))
        brush.ground([(x, y), (x + wide, y), (x + wide, y + long), (x, y + long)], colour, 120)
