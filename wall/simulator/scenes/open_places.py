"""Two open places: the bridge over the Cầu river at dusk, a car park by day."""

from __future__ import annotations

from math import pi, sin
from random import Random

from wall.simulator.scenes.brush import Brush
from wall.simulator.scenes.ground import ASPHALT, GRASS, KERB, PAINT, dashes, patches, strip, zebra
from wall.simulator.scenes.houses import row
from wall.simulator.scenes.light import DAY, DUSK, Lamp
from wall.simulator.scenes.moves import Ground, Halt, Move, Path
from wall.simulator.scenes.stage import Scene, Still, rng_of
from wall.simulator.scenes.things import parked, street_lamp, tree
from wall.simulator.scenes.traffic import Drawing, bus, car, motorbike, person
from wall.simulator.scenes.view import Point

_DECK = 5.6


def bridge() -> Scene:
    """A long bridge at dusk, seen from a mast at its end; barges go by below."""
    scene = Scene((-3.4, -12.0, 8.4), 9.0, 13.5, 62.0, DUSK, seed=3)
    for y in range(0, 170, 24):
        scene.lamps += [Lamp(-4.2, y + 4.0, 7.5, 8.0), Lamp(4.2, y + 16.0, 7.5, 8.0)]
    scene.stills += [_river, _banks, _deck]
    rng = rng_of(3, "traffic")
    for i in range(34):
        scene.movers.append(_crossing(rng, i))
    for i in range(4):
        line: list[Ground] = [(6.4, -4.0), (6.4, 70.0)]
        if i % 2:
            line.reverse()
        scene.movers.append((Move(Path(line), i * 5.3, 1.3), person(rng)))
    return scene


def _crossing(rng: Random, index: int) -> tuple[Move, Drawing]:
    away = index % 2 == 0
    if index % 6 == 0:
        lane, speed = 1.7, 10.0
        drawing = bus(rng) if index == 12 else car(rng)
    else:
        lane, speed = rng.uniform(3.2, 4.9), rng.uniform(8.5, 10.5)
        drawing = motorbike(rng)
    line: list[Ground] = [(lane, -20.0), (lane, 190.0)] if away else [(-lane, 190.0), (-lane, -20.0)]
    return Move(Path(line), index * 20 / 34 + rng.uniform(0, 0.5), speed), drawing


def _river(brush: Brush) -> None:
    water = -9.0
    brush.face([(-400, 20, water), (400, 20, water), (400, 150, water), (-400, 150, water)], (128, 120, 116))
    rng = rng_of(3, "river")
    for _ in range(700):
        x, y = rng.uniform(-160, 160), 22 + 126 * rng.random() ** 1.3
        long, wide = rng.uniform(2, 9), rng.uniform(0.15, 0.5)
        glint = (250, 176, 120) if rng.random() < 0.4 else (96, 92, 104)
        points = [(x, y, water), (x + long, y, water), (x + long, y + wide, water), (x, y + wide, water)]
        brush.glow(points, glint, rng.randint(25, 90))
    for x, y in ((34.0, 62.0), (-46.0, 96.0), (66.0, 110.0)):
        _barge(brush, x, y, water)


def _barge(brush: Brush, x: float, y: float, water: float) -> None:
    hull = [(x - 14, y, water + 1.6), (x + 14, y, water + 2.2), (x + 11.5, y, water), (x - 12.5, y, water)]
    brush.face(hull, (88, 66, 54))
    brush.face([(x - 9, y, water + 1.7), (x + 8, y, water + 1.7), (x, y, water + 3.6)], (186, 158, 110))
    cabin = [
        (x - 13, y, water + 1.6),
        (x - 9.6, y, water + 1.6),
        (x - 9.6, y, water + 4.2),
        (x - 13, y, water + 4.2),
    ]
    brush.face(cabin, (200, 206, 204))
    brush.glow(
        [
            (x - 12.4, y, water + 2.8),
            (x - 10.4, y, water + 2.8),
            (x - 10.4, y, water + 3.6),
            (x - 12.4, y, water + 3.6),
        ],
        (255, 222, 150),
    )


def _banks(brush: Brush) -> None:
    rng = rng_of(3, "banks")
    brush.face([(-400, 150, -9), (400, 150, -9), (400, 162, -2), (-400, 162, -2)], (92, 104, 70))
    brush.face([(-400, 162, -2), (400, 162, -2), (400, 420, 0), (-400, 420, 0)], (90, 98, 72))
    row(brush, (-190, 176), (-14, 176), rng, (1, 4))
    row(brush, (14, 176), (220, 176), rng, (1, 4))
    for _ in range(60):
        x = rng.uniform(-190, 220)
        if abs(x) > 12:
            tree(brush, x, rng.uniform(164, 172), rng.uniform(5, 9), rng)
    brush.face([(-400, -60, -2), (-9, -60, -2), (-9, 14, -2), (-400, 20, -6)], GRASS, 0.8)
    brush.face([(9, -60, -2), (400, -60, -2), (400, 20, -6), (9, 14, -2)], GRASS, 0.8)


def _deck(brush: Brush) -> None:
    side = _DECK + 1.6
    brush.face([(side, -40, 0), (side, 190, 0), (side, 190, -1.4), (side, -40, -1.4)], (120, 116, 112), 0.7)
    brush.ground(strip((0, -40), (0, 190), 2 * side), (168, 162, 154))
    brush.ground(strip((0, -40), (0, 420), 2 * _DECK), ASPHALT)
    for x in (-_DECK, _DECK):
        brush.ground(strip((x, -40), (x, 190), 0.3), KERB)
        dashes(brush, (x * 0.52, -30), (x * 0.52, 190))
    for x in (-0.12, 0.12):
        brush.ground(strip((x, -40), (x, 190), 0.12), (226, 186, 70))
    patches(brush, (0, 20), (5, 50), rng_of(3, "patches"), 20)
    for y in range(10, 190, 22):
        brush.ground(strip((-side, y), (side, y), 0.22), (70, 70, 74))
    _rails(brush, side)
    for lamp in sorted(brush.lamps, key=lambda lamp: -lamp.y):
        street_lamp(brush, lamp, (2.4 if lamp.x < 0 else -2.4, 0.0))


def _rails(brush: Brush, side: float) -> None:
    for x in (-side, side):
        for z in (0.45, 0.8, 1.15):
            rail: list[Point] = [
                (x, -30, z - 0.06),
                (x, 190, z - 0.06),
                (x, 190, z + 0.06),
                (x, -30, z + 0.06),
            ]
            brush.face(rail, (176, 186, 190))
        for y in range(188, -12, -3):
            brush.face([(x, y, 0), (x, y + 0.2, 0), (x, y + 0.2, 1.25), (x, y, 1.25)], (150, 160, 166))


def car_park() -> Scene:
    """A car park: two rows of cars, one drives in, one drives out, people walk to the shops."""
    scene = Scene((-2.0, -17.0, 9.5), 6.0, 23.0, 68.0, DAY, seed=7)
    scene.stills += [_park_ground, _park_surroundings]
    rng = rng_of(7, "parked")
    for i in range(13):
        x = -18.0 + i * 3.0
        if i not in (4, 9):
            scene.props.append(((x, 12.5), _parked_car(x, 12.5, 0.0, i)))
        if i not in (2, 6, 10):
            scene.props.append(((x, -4.5), _parked_car(x, -4.5, pi, i + 40)))
    for i in range(15):
        x, y = -21.5 - i % 8 * 0.95, 11.0 + i // 8 * 3.0
        scene.props.append(((x, y), _parked_bike(x, y, i)))
    rng = rng_of(7, "moving")
    into: list[Ground] = [(-45.0, 2.6), (-8.0, 2.6), *_bend((-9.0, 2.6), (-6.0, 6.4)), (-6.0, 12.6)]
    scene.movers.append((Move(Path(into), 0.0, 4.2, Halt(52.0, 18.0)), car(rng)))
    for i in range(3):
        line: list[Ground] = [(-45.0, 2.4), (45.0, 2.4)] if i % 2 else [(45.0, 6.2), (-45.0, 6.2)]
        scene.movers.append((Move(Path(line), 3 + i * 6.0, 5.0), car(rng, is_taxi=i == 1)))
    for i in range(7):
        lane: list[Ground] = [(-45.0, 3.4), (45.0, 3.4)] if i % 2 else [(45.0, 5.4), (-45.0, 5.4)]
        scene.movers.append((Move(Path(lane), i * 2.9 + 1.0, 6.0), motorbike(rng)))
    for _ in range(12):
        x, out = rng.uniform(-18, 18), rng.choice((-1, 1))
        walk: list[Ground] = [(x, 6.5), (x + rng.uniform(-2, 2), 18.0), (x + out * 25, 20.0)]
        if rng.random() < 0.5:
            walk.reverse()
        scene.movers.append((Move(Path(walk), rng.uniform(0, 20), rng.uniform(1.1, 1.5)), person(rng)))
    return scene


def _bend(one: Ground, other: Ground) -> list[Ground]:
    """A quarter turn from going along x to going along y."""
    steps = [i / 8 * pi / 2 for i in range(9)]
    return [
        (one[0] + (other[0] - one[0]) * sin(a), one[1] + (other[1] - one[1]) * (1 - sin(pi / 2 - a))) for a in steps
    ]


def _parked_car(x: float, y: float, heading: float, index: int) -> Still:
    return lambda brush: parked(brush, car(rng_of(7, f"car {index}")), x, y, heading)


def _parked_bike(x: float, y: float, index: int) -> Still:
    return lambda brush: parked(brush, motorbike(rng_of(7, f"bike {index}"), is_parked=True), x, y, 0.1)


def _park_ground(brush: Brush) -> None:
    brush.ground([(-140, -60), (140, -60), (140, 140), (-140, 140)], (176, 170, 160))
    brush.ground([(-60, -9), (60, -9), (60, 16), (-60, 16)], ASPHALT)
    for i in range(15):
        x = -19.5 + i * 3.0
        for low, high in ((9.6, 15.4), (-7.4, -1.6)):
            brush.ground(strip((x, low), (x, high), 0.12), PAINT)
    for low in (15.4, -7.4):
        brush.ground(strip((-19.5, low), (22.5, low), 0.12), PAINT)
    zebra(brush, (1.5, 9.4), (1.5, -0.9), 3.0)
    dashes(brush, (-60, 4.2), (60, 4.2))
    brush.ground([(-60, 16), (60, 16), (60, 22), (-60, 22)], (196, 186, 172))
    brush.ground(strip((-60, 16), (60, 16), 0.3), KERB)
    brush.ground([(-60, -60), (60, -60), (60, -9), (-60, -9)], GRASS)
    patches(brush, (0, 4), (24, 10), rng_of(7, "patches"), 22)


def _park_surroundings(brush: Brush) -> None:
    rng = rng_of(7, "houses")
    row(brush, (-90, 46), (90, 46), rng, (3, 7))
    brush.face([(-40, 24, 0), (36, 24, 0), (36, 24, 7.5), (-40, 24, 7.5)], (226, 230, 232))
    brush.face([(-40, 24, 7.5), (36, 24, 7.5), (36, 44, 7.5), (-40, 44, 7.5)], (160, 166, 172))
    brush.face([(-40, 24, 5.4), (36, 24, 5.4), (36, 24, 7.2), (-40, 24, 7.2)], (208, 48, 46))
    for i in range(19):
        x = -38 + i * 3.9
        brush.face([(x, 24, 0.2), (x + 3.3, 24, 0.2), (x + 3.3, 24, 4.6), (x, 24, 4.6)], (84, 116, 134))
        brush.face([(x, 24, 2.4), (x + 3.3, 24, 2.4), (x + 3.3, 24, 2.5), (x, 24, 2.5)], (220, 224, 226))
    for i in range(11):
        x = -15 + i * 2.3
        brush.face([(x, 23.8, 5.8), (x + 1.4, 23.8, 5.8), (x + 1.4, 23.8, 6.9), (x, 23.8, 6.9)], (250, 246, 236))
    for x in (-30, -21, -12, -3, 8, 17, 26, 35):
        tree(brush, x, 18.6, rng.uniform(4, 5.4), rng)
