"""Two crossings: the signalled crossroads by day, the roundabout at night."""

from __future__ import annotations

from collections.abc import Callable
from math import cos, pi, sin
from random import Random

from wall.simulator.scenes.brush import Brush
from wall.simulator.scenes.ground import (
    ASPHALT,
    GRASS,
    KERB,
    PAINT,
    YELLOW,
    arrow,
    dashes,
    patches,
    strip,
    zebra,
)
from wall.simulator.scenes.houses import row
from wall.simulator.scenes.light import DAY, NIGHT, Lamp
from wall.simulator.scenes.moves import Ground, Halt, Move, Path, arc
from wall.simulator.scenes.stage import Scene, rng_of
from wall.simulator.scenes.things import areca, pole_line, signal_light, signal_post, street_lamp, tree
from wall.simulator.scenes.traffic import Drawing, bicycle, bus, car, motorbike, person

PERIOD_S = 20.0
_HALF = 6.5
_GREEN_S = 8.0


def crossroads() -> Scene:
    """Two streets cross under a signal; motorbikes queue and go."""
    scene = Scene((-11.0, -19.0, 9.0), 27.0, 20.0, 66.0, DAY, seed=1)
    scene.stills += [_crossroads_ground, _crossroads_houses]
    scene.props += [
        ((9.5, 13.0), lambda brush: signal_post(brush, 8.0, 8.5)),
        ((-9.0, 9.0), lambda brush: tree(brush, -9.3, 14.0, 6.5, rng_of(1, "tree"))),
        ((9.5, -8.5), lambda brush: signal_post(brush, 8.0, -8.5)),
        ((9.8, -1.0), lambda brush: tree(brush, 12.0, -9.5, 5.5, rng_of(1, "tree2"))),
    ]
    rng = rng_of(1, "traffic")
    for arrive_s in range(20):
        for north in (True, False):
            for lane in (1.4, 2.6, 3.7, 4.9):
                if rng.random() < 0.42:
                    scene.movers.append(_through(rng, north, lane, arrive_s + rng.random()))
    scene.movers += [_walker(rng, i) for i in range(7)]
    scene.signals += [
        ((8.0, 8.5), _signal((8.0, 8.5), 0.0)),
        ((8.0, -8.5), _signal((8.0, -8.5), PERIOD_S / 2)),
    ]
    return scene


def _crossroads_ground(brush: Brush) -> None:
    brush.ground([(-90, -60), (90, -60), (90, 140), (-90, 140)], (172, 164, 152))
    for across in (strip((0, -60), (0, 140), 2 * _HALF), strip((-90, 0), (90, 0), 2 * _HALF)):
        brush.ground(across, ASPHALT)
    for sx in (-1, 1):
        for sy in (-1, 1):
            x, y = sx * _HALF, sy * _HALF
            brush.ground(strip((x, y), (x, y + sy * 120), 0.35), KERB)
            brush.ground(strip((x, y), (x + sx * 80, y), 0.35), KERB)
            centre = (x + sx * 2.2, y + sy * 2.2)
            turn = {(1, 1): 180, (-1, 1): 90, (-1, -1): 0, (1, -1): 270}[sx, sy]
            brush.ground([(x, y), *arc(centre, 2.2, turn, turn + 90)], ASPHALT)
    patches(brush, (0, 4), (9, 24), rng_of(1, "patches"), 22)
    for sign in (-1, 1):
        brush.ground(strip((0, sign * 11.5), (0, sign * 90), 0.16), YELLOW)
        brush.ground(strip((sign * 11.5, 0), (sign * 80, 0), 0.16), YELLOW)
        dashes(brush, (3.1 * sign, 12), (3.1 * sign, 90))
        dashes(brush, (3.1 * sign, -12), (3.1 * sign, -60))
        zebra(brush, (-_HALF, sign * 8.8), (_HALF, sign * 8.8))
        zebra(brush, (sign * 8.8, -_HALF), (sign * 8.8, _HALF))
    brush.ground(strip((0.2, -11.2), (_HALF, -11.2), 0.4), PAINT)
    brush.ground(strip((-_HALF, 11.2), (-0.2, 11.2), 0.4), PAINT)
    brush.ground(strip((-11.2, -0.2), (-11.2, -_HALF), 0.4), PAINT)
    brush.ground(strip((11.2, 0.2), (11.2, _HALF), 0.4), PAINT)
    arrow(brush, 1.6, -16.5, 0.0)
    arrow(brush, 4.7, -16.5, 0.0)
    arrow(brush, -1.6, 17.5, pi)
    arrow(brush, -4.7, 17.5, pi)


def _crossroads_houses(brush: Brush) -> None:
    rng = rng_of(1, "houses")
    row(brush, (-80, 11.5), (-26, 11.5), rng)
    row(brush, (-11.5, 11.5), (-11.5, 120), rng, (3, 5))
    row(brush, (-26, 11.5), (-11.5, 11.5), rng, (3, 4))
    row(brush, (11.5, 120), (11.5, 11.5), rng, (3, 5))
    row(brush, (11.5, 11.5), (85, 11.5), rng, (3, 6))
    row(brush, (85, -11.5), (34, -11.5), rng, (2, 3))
    for y in (19, 29, 41, 55):
        tree(brush, -9.4, y, rng.uniform(5, 7), rng)
        tree(brush, 9.4, y + 3, rng.uniform(5, 7), rng)
    for x in (19, 30, 43):
        tree(brush, x, 9.2, rng.uniform(4.5, 6), rng)
    pole_line(brush, [(8.6, 120), (8.6, 60), (8.6, 26), (8.6, 9.8), (40, 8.8), (80, 8.8)], 8.2, rng)


def _signal(place: Ground, green_from_s: float) -> Callable[[float], Drawing | None]:
    green, red = signal_light(*place, red=False), signal_light(*place, red=True)

    def lit(time_s: float) -> Drawing:
        return green if (time_s - green_from_s) % PERIOD_S < _GREEN_S else red

    return lit


def _through(rng: Random, north: bool, lane: float, arrive_s: float) -> tuple[Move, Drawing]:
    """Something that crosses, in one of four directions, at once or when its light turns green."""
    forth = rng.random() < 0.55
    far = 75.0
    if north:
        line: list[Ground] = [(lane, -52.0), (lane, far)] if forth else [(-lane, far), (-lane, -52.0)]
    else:
        line = [(-far, -lane), (far, -lane)] if forth else [(far, lane), (-far, lane)]
    stop_m = (52.0 if north and forth else far) - 12.6
    drawing, speed = _vehicle(rng, lane)
    start_s = arrive_s - stop_m / speed
    since_green = (arrive_s - (0.0 if north else PERIOD_S / 2)) % PERIOD_S
    if since_green < _GREEN_S:
        return Move(Path(line), start_s, speed), drawing
    wait_s = PERIOD_S - since_green
    # Who comes later stands further back and starts later.
    rank = (since_green - _GREEN_S) / (PERIOD_S - _GREEN_S)
    halt = Halt(stop_m - rank * 11.0, arrive_s - start_s + wait_s + rank * 2.0)
    return Move(Path(line), start_s, speed, halt), drawing


def _vehicle(rng: Random, lane: float) -> tuple[Drawing, float]:
    chance = rng.random()
    if lane == 1.4 and chance < 0.4:
        return car(rng, is_taxi=chance < 0.1), 8.5
    if lane == 1.4 and chance < 0.46:
        return bus(rng), 7.5
    if lane == 4.9 and chance < 0.25:
        return bicycle(rng), 4.5
    return motorbike(rng), rng.uniform(7.5, 9.5)


def _walker(rng: Random, index: int) -> tuple[Move, Drawing]:
    side = -8.9 if index % 2 else 8.9
    if index < 4:
        line: list[Ground] = [(-9.5, side + rng.uniform(-0.8, 0.8)), (9.5, side)]
        start = PERIOD_S / 2 + rng.uniform(0, 2.5)
    else:
        line = [(9.2, 60.0), (9.2, 9.5)] if index % 2 else [(-9.0, 9.5), (-9.0, 60.0)]
        start = rng.uniform(0, 20)
    if rng.random() < 0.5:
        line.reverse()
    return Move(Path(line), start, rng.uniform(1.2, 1.6)), person(rng)


def roundabout() -> Scene:
    """A roundabout at night: lamps, lit shops, everybody with his lights on."""
    scene = Scene((-4.0, -27.0, 10.5), 8.0, 20.0, 72.0, NIGHT, seed=5)
    scene.lamps += [Lamp(18.5 * sin(a * pi / 180), 18.5 * cos(a * pi / 180), 8.0, 10.0) for a in (35, 62, 298, 325)]
    scene.lamps += [Lamp(-15.0, -12.0, 8.0, 11.0), Lamp(15.5, -10.0, 8.0, 11.0)]
    scene.lamps += [Lamp(7.0, y, 8.0, 9.0) for y in (38, 58, 82)]
    scene.lamps.append(Lamp(0.0, 0.0, 2.0, 5.0, (190, 220, 255)))
    scene.stills += [_roundabout_ground, _roundabout_houses]
    rng = rng_of(5, "traffic")
    scene.movers += [_circling(rng, i) for i in range(30)]
    for i in range(5):
        line: list[Ground] = [(-30.0, 20.5), (-8.5, 26.0), (-8.5, 60.0)]
        scene.movers.append((Move(Path(line), i * 4.3, 1.3), person(rng)))
    scene.props.append(((0.0, 0.0), _roundabout_island))
    return scene


def _roundabout_ground(brush: Brush) -> None:
    brush.ground([(-120, -60), (120, -60), (120, 160), (-120, 160)], (150, 144, 136))
    brush.ground(strip((0, -60), (0, 160), 13), ASPHALT)
    brush.ground(strip((-120, 0), (120, 0), 13), ASPHALT)
    brush.ground(arc((0, 0), 17.5, 0, 360, 60), KERB)
    brush.ground(arc((0, 0), 17.2, 0, 360, 60), ASPHALT)
    for turn in (0, 90, 180, 270):
        brush.ground(strip((0, 0), _spoke(turn, 30), 12.7), ASPHALT)
        zebra(brush, _beside(turn, 20.5, -6), _beside(turn, 20.5, 6))
        dashes(brush, _spoke(turn, 24), _spoke(turn, 90))
    for radius in (11.3,):
        ring = arc((0, 0), radius, 0, 360, 48)
        for i in range(0, 48, 2):
            brush.ground(strip(ring[i], ring[i + 1], 0.15), PAINT, 220)
    patches(brush, (0, 0), (15, 20), rng_of(5, "patches"), 18)


def _spoke(turn_deg: float, far: float) -> Ground:
    return far * sin(turn_deg * pi / 180), far * cos(turn_deg * pi / 180)


def _beside(turn_deg: float, far: float, across: float) -> Ground:
    angle = turn_deg * pi / 180
    return far * sin(angle) + across * cos(angle), far * cos(angle) - across * sin(angle)


def _roundabout_island(brush: Brush) -> None:
    rng = rng_of(5, "island")
    brush.ground(arc((0, 0), 6.2, 0, 360, 40), KERB)
    brush.ground(arc((0, 0), 5.9, 0, 360, 40), GRASS)
    brush.ground(arc((0, 0), 3.4, 0, 360, 30), (190, 90, 110))
    brush.ground(arc((0, 0), 2.2, 0, 360, 30), (200, 196, 190))
    for z, half in ((0.0, 1.3), (0.8, 0.9)):
        corners = [(-half, -half), (half, -half), (half, -half), (-half, -half)]
        front = [(x, y, z + (0.8 if i > 1 else 0.0)) for i, (x, y) in enumerate(corners)]
        brush.face(front, (214, 208, 198), 2.2)
    brush.face([(-0.35, 0, 1.6), (0.35, 0, 1.6), (0.12, 0, 6.8), (-0.12, 0, 6.8)], (220, 214, 204), 2.4)
    brush.disc((0.0, 0.0, 7.2), 0.55, (250, 210, 90))
    for x, y in ((-4.2, 1.0), (4.3, 0.4), (-2.6, 3.8), (2.9, 3.6)):
        areca(brush, x, y, rng.uniform(3.4, 4.6), rng)


def _roundabout_houses(brush: Brush) -> None:
    rng = rng_of(5, "houses")
    row(brush, (-100, 24), (-24, 24), rng, (3, 6))
    row(brush, (-24, 24), (-11, 30), rng, (3, 5))
    row(brush, (-11, 30), (-11, 130), rng, (3, 5))
    row(brush, (11, 130), (11, 30), rng, (3, 5))
    row(brush, (11, 30), (24, 24), rng, (4, 6))
    row(brush, (24, 24), (100, 24), rng, (3, 6))
    for i in range(8):
        tree(brush, (-1) ** i * rng.uniform(19, 45), 21.5, rng.uniform(5, 7), rng)
    for lamp in brush.lamps:
        if lamp.height > 5:
            street_lamp(brush, lamp, (-1.6 if lamp.x >= 0 else 1.6, -0.8))


def _circling(rng: Random, index: int) -> tuple[Move, Drawing]:
    """In from one of the four streets, round to the right of the island, out by another."""
    entry, exits = (index % 4) * 90, rng.choice((1, 1, 2, 2, 3))
    is_car = index % 5 == 0
    radius = rng.uniform(8.4, 10.4) if is_car else rng.uniform(9.5, 15.0)
    lane = 2.2 if is_car else rng.uniform(2.6, 5.2)
    # Traffic keeps to the right, and goes round anticlockwise seen from above: headings fall.
    begin, end = entry - 22, entry - exits * 90 + 22
    line = [_beside(entry, 95, -lane), _beside(entry, 25, -lane)]
    line += arc((0, 0), radius, begin, end, 24)
    leave = entry - exits * 90
    line += [_beside(leave, 25, lane), _beside(leave, 95, lane)]
    speed = 7.5 if is_car else rng.uniform(7, 9)
    drawing = car(rng, is_taxi=rng.random() < 0.4) if is_car else motorbike(rng)
    # Evenly spread in time: who drives into whom is left to chance, but seldom.
    return Move(Path(line), index * PERIOD_S / 30 + rng.uniform(0, 0.4), speed), drawing
