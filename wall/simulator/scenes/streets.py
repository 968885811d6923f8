"""Three streets: the market in the morning, the alley at night, the school gate when school is out."""

from __future__ import annotations

from random import Random

from wall.simulator.scenes.brush import Brush
from wall.simulator.scenes.ground import ASPHALT, KERB, PAINT, dashes, patches, paving, strip, zebra
from wall.simulator.scenes.houses import Facade, row
from wall.simulator.scenes.light import AFTERNOON, NIGHT, OVERCAST, Lamp
from wall.simulator.scenes.moves import Ground, Halt, Move, Path
from wall.simulator.scenes.stage import Scene, Still, rng_of
from wall.simulator.scenes.things import areca, awning, parked, pole_line, stall, street_lamp, tree
from wall.simulator.scenes.traffic import Drawing, bicycle, car, motorbike, person


def market() -> Scene:
    """A market street: stalls on both sides, people everywhere, motorbikes that make their way."""
    scene = Scene((0.6, -13.0, 6.2), -2.0, 17.0, 68.0, OVERCAST, seed=2)
    scene.stills += [_market_ground, _market_houses]
    rng = rng_of(2, "stalls")
    for i in range(9):
        y = -4.0 + i * 4.6
        for x in (-4.6 + rng.uniform(-0.3, 0.3), 4.7 + rng.uniform(-0.3, 0.3)):
            scene.props.append(((x, y), _stall_at(x, y, i)))
    rng = rng_of(2, "people")
    for _ in range(15):
        x = rng.choice((-1, 1)) * rng.uniform(0.4, 3.0)
        scene.movers.append(_stroll(rng, x, -8.0, 44.0))
    for i in range(16):
        # Shoppers, each turned to a stall.
        side = (-1, 1)[i % 2]
        scene.movers.append((_standing(side * 3.2, -3.4 + i * 2.3 + rng.uniform(-0.9, 0.9), side), person(rng)))
    for _ in range(7):
        line: list[Ground] = [(rng.uniform(0.3, 1.4), -12.0), (rng.uniform(0.2, 1.8), 60.0)]
        if rng.random() < 0.5:
            line = [(-x, y) for x, y in reversed(line)]
        drawing = bicycle(rng) if rng.random() < 0.25 else motorbike(rng)
        scene.movers.append((Move(Path(line), rng.uniform(0, 20), rng.uniform(3.0, 4.6)), drawing))
    return scene


def _stall_at(x: float, y: float, index: int) -> Still:
    return lambda brush: stall(brush, x, y, rng_of(2, f"stall {x:.1f} {index}"))


def _stroll(rng: Random, x: float, near: float, far: float) -> tuple[Move, Drawing]:
    line: list[Ground] = [(x, near), (x + rng.uniform(-0.8, 0.8), (near + far) / 2), (x, far)]
    if rng.random() < 0.5:
        line.reverse()
    return Move(Path(line), rng.uniform(0, 20), rng.uniform(0.7, 1.3)), person(rng)


def _market_ground(brush: Brush) -> None:
    brush.ground([(-60, -40), (60, -40), (60, 140), (-60, 140)], (150, 146, 140))
    paving(brush, (-7.0, -20), (3.2, 120))
    paving(brush, (3.8, -20), (3.2, 120))
    brush.ground(strip((0, -40), (0, 140), 7.6), (118, 116, 114))
    for side in (-1, 1):
        brush.ground(strip((side * 3.8, -40), (side * 3.8, 140), 0.25), KERB)
    patches(brush, (0, 10), (3.2, 30), rng_of(2, "patches"), 34)


def _market_houses(brush: Brush) -> None:
    rng = rng_of(2, "houses")
    row(brush, (-7.2, -12), (-7.2, 110), rng, (2, 4))
    row(brush, (7.2, 110), (7.2, -12), rng, (2, 4))
    colours = ((44, 100, 160), (196, 60, 50), (40, 130, 90), (230, 150, 40))
    for i in range(13, -1, -1):
        y = -6 + i * 6.5
        awning(brush, (-7.1, y), (-7.1, y + 5.4), 2.4, rng.choice(colours))
        awning(brush, (7.1, y + 5.4), (7.1, y), 2.4, rng.choice(colours))
    pole_line(brush, [(-5.9, 90), (-5.9, 50), (-5.9, 22), (-5.9, 2)], 8.0, rng)
    for i in range(5):
        wall = Facade((-4.0, 14.0 + i * 16), (4.0, 14.0 + i * 16))
        for k in range(16):
            flag = ((206, 40, 44), (240, 200, 40))[k % 2]
            brush.face([wall.at(k * 0.5, 6.4), wall.at(k * 0.5 + 0.36, 6.4), wall.at(k * 0.5 + 0.18, 5.9)], flag)


def alley() -> Scene:
    """An alley at night under three lamps; somebody comes home now and then."""
    scene = Scene((1.0, -9.0, 5.0), -4.0, 15.0, 64.0, NIGHT, seed=4)
    scene.lamps += [Lamp(-1.2, y, 5.2, 7.5, (255, 196, 120)) for y in (4.0, 19.0, 36.0)]
    scene.stills += [_alley_ground, _alley_houses]
    rng = rng_of(4, "people")
    for i in range(5):
        line: list[Ground] = [(0.7, -10.0), (0.9, 6.0), (0.5, 70.0)]
        if i % 2:
            line = [(-0.7, 70.0), (-0.5, 20.0), (-0.3, -12.0)]
        scene.movers.append((Move(Path(line), i * 4.1, rng.uniform(4.2, 5.4)), motorbike(rng)))
    scene.movers += [_stroll(rng, rng.uniform(-1.2, 1.4), -6.0, 36.0) for _ in range(6)]
    scene.movers.append((Move(Path([(0.2, 50.0), (0.4, -10.0)]), 9.0, 3.2), bicycle(rng)))
    return scene


def _alley_ground(brush: Brush) -> None:
    brush.ground([(-40, -30), (40, -30), (40, 120), (-40, 120)], (120, 116, 112))
    brush.ground(strip((0, -30), (0, 120), 4.6), (132, 128, 124))
    for y in range(-8, 80, 3):
        brush.ground(strip((-2.3, y), (2.3, y), 0.06), (98, 95, 92), 190)
    brush.ground(strip((-2.15, -30), (-2.15, 120), 0.3), (96, 96, 98))
    patches(brush, (0, 10), (2.0, 20), rng_of(4, "patches"), 16)


def _alley_houses(brush: Brush) -> None:
    rng = rng_of(4, "houses")
    row(brush, (-2.6, -9), (-2.6, 80), rng, (2, 4), shop=False)
    row(brush, (2.9, 80), (2.9, -9), rng, (2, 4), shop=False)
    for lamp in reversed(brush.lamps):
        street_lamp(brush, lamp, (1.1, 0.0))
    pole_line(brush, [(-2.3, 60), (-2.3, 36), (-2.3, 18), (-2.3, 3)], 6.6, rng)
    for y in (23.0, 11.5, 8.0, 3.6):
        parked(brush, motorbike(rng, is_parked=True), 2.1, y, rng.uniform(-0.3, 0.5))
    for x, y in ((2.4, 15.0), (2.5, 6.0), (-2.2, 9.0)):
        brush.disc((x, y, 0.3), 0.3, brush.light.shade((150, 90, 60), brush.lamplight(x, y)), flat=0.8)
        for _ in range(7):
            leaf = (x + rng.uniform(-0.35, 0.35), y, 0.75 + rng.uniform(-0.2, 0.3))
            brush.disc(leaf, 0.18, brush.light.shade((78, 120, 58), brush.lamplight(x, y)))


def school() -> Scene:
    """A school gate in the afternoon: children come out, parents wait on motorbikes."""
    scene = Scene((-7.0, -15.0, 7.6), 18.0, 20.0, 66.0, AFTERNOON, seed=6)
    scene.stills += [_school_ground, _school_house]
    rng = rng_of(6, "people")
    for i in range(16):
        parked_x = -9.0 + i * 1.25 + rng.uniform(-0.2, 0.2)
        if not 1.0 < parked_x < 5.5:
            scene.movers.append((_standing(parked_x, 5.2 + rng.uniform(-0.3, 0.3)), motorbike(rng)))
    for _ in range(16):
        out = rng.choice((-1, 1))
        line: list[Ground] = [(3.2 + rng.uniform(-1.6, 1.6), 22.0), (3.2 + rng.uniform(-1.2, 1.2), 8.0)]
        line += [(3.2 + out * rng.uniform(2.0, 4.0), 6.9), (3.2 + out * 30.0, 6.6 + rng.uniform(-0.4, 0.4))]
        scene.movers.append((Move(Path(line), rng.uniform(0, 20), rng.uniform(1.1, 1.6)), person(rng)))
    for _ in range(4):
        line = [(3.2 + rng.uniform(-0.8, 0.8), 8.0), (2.8 + rng.uniform(-0.8, 0.8), -9.0)]
        scene.movers.append((Move(Path(line), rng.uniform(0, 8), 1.4), person(rng)))
    for i in range(16):
        scene.movers.append(_passing(rng, i))
    scene.props += [((-5.5, 5.0), lambda brush: tree(brush, -6.5, 5.8, 7.0, rng_of(6, "tree")))]
    return scene


def _standing(x: float, y: float, towards: float = 0.3) -> Move:
    return Move(Path([(x, y), (x + towards, y + 0.5)]), 0.0, 0.0)


def _passing(rng: Random, index: int) -> tuple[Move, Drawing]:
    east = index % 2 == 0
    y = -rng.uniform(2.0, 4.6) if east else rng.uniform(0.8, 3.4)
    line: list[Ground] = [(-60.0, y), (70.0, y)]
    if not east:
        line.reverse()
    start, speed = index * 1.27 + rng.uniform(0, 0.6), rng.uniform(6.0, 8.0)
    if index in (0, 5):
        y = -2.0 if east else 1.6
        drawing, speed = car(rng), 6.5
        line = [(-60.0, y), (70.0, y)] if east else [(70.0, y), (-60.0, y)]
        return Move(Path(line), start, speed, Halt(56.0 if east else 60.0, 13.0)), drawing
    return Move(Path(line), start, speed), motorbike(rng)


def _school_ground(brush: Brush) -> None:
    brush.ground([(-120, -40), (120, -40), (120, 120), (-120, 120)], (186, 176, 160))
    brush.ground(strip((-120, 0), (120, 0), 10.6), ASPHALT)
    for side in (-1, 1):
        brush.ground(strip((-120, side * 5.4), (120, side * 5.4), 0.3), KERB)
    dashes(brush, (-90, 0), (100, 0))
    zebra(brush, (2.6, -5.2), (2.6, 5.2), 4.0)
    for x in (-3.6, 8.6):
        brush.ground(strip((x, -5.0), (x, 5.0), 0.35), PAINT, 200)
    patches(brush, (0, 0), (26, 4.6), rng_of(6, "patches"), 16)
    brush.ground([(-60, 9.0), (60, 9.0), (60, 46), (-60, 46)], (198, 182, 158))


def _school_house(brush: Brush) -> None:
    rng = rng_of(6, "houses")
    main = Facade((-30.0, 34.0), (40.0, 34.0))
    brush.face(main.rectangle(0, 70, 0, 11.2), (240, 214, 140))
    for storey in range(3):
        low = storey * 3.6
        brush.face(main.rectangle(0, 70, low + 3.2, low + 3.6), (214, 120, 84))
        for i in range(20):
            brush.face(main.rectangle(0.8 + i * 3.5, 2.9 + i * 3.5, low + 0.9, low + 2.6), (84, 110, 124))
            brush.face(main.rectangle(3.2 + i * 3.5, 3.5 + i * 3.5, low, low + 3.2), (250, 234, 190))
    roof = [main.at(-1, 11.2, 0.8), main.at(71, 11.2, 0.8), main.at(68, 14.2, -5), main.at(2, 14.2, -5)]
    brush.face(roof, (176, 76, 56))
    for x in (-24, -15, -7, 12, 20, 29):
        areca(brush, x, 26.0, rng.uniform(6, 8), rng)
    brush.line([(3.2, 24.0, 0.0), (3.2, 24.0, 5.0), (3.2, 24.0, 10.0)], 0.12, (210, 210, 210))
    brush.face([(3.2, 24, 9.9), (5.6, 24, 9.8), (5.6, 24, 8.3), (3.2, 24, 8.4)], (218, 37, 29))
    brush.disc((4.4, 24.0, 9.1), 0.36, (255, 220, 40))
    _fence(brush)
    for x in (-22, -13, 12, 20, 30):
        tree(brush, x, 7.6, rng.uniform(5, 7), rng)


def _fence(brush: Brush) -> None:
    wall = Facade((-60.0, 9.0), (60.0, 9.0))
    for left, right in ((0.0, 60.6), (66.0, 120.0)):
        brush.face(wall.rectangle(left, right, 0, 0.7), (232, 200, 130))
        brush.face(wall.rectangle(left, right, 0.7, 1.9), (70, 96, 90), 1.0, 90)
        for i in range(int((right - left) / 0.5)):
            at = left + i * 0.5
            brush.face(wall.rectangle(at, at + 0.06, 0.7, 2.0), (50, 84, 78))
    for at in (60.0, 65.4):
        brush.face(wall.rectangle(at, at + 0.8, 0, 3.6, 0.2), (240, 206, 128))
        brush.face(wall.rectangle(at + 0.6, at + 0.8, 0, 3.6, 0.2), (206, 172, 100))
    brush.face(wall.rectangle(59.4, 66.8, 3.5, 4.9, 0.25), (30, 92, 170))
    for i in range(9):
        brush.face(wall.rectangle(60.1 + i * 0.7, 60.5 + i * 0.7, 3.9, 4.5, 0.27), (252, 246, 226))
