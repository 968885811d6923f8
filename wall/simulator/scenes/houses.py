"""Town houses as they stand in northern Vietnam: narrow, tall, coloured, a shop below, a tank on the roof."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from random import Random

from wall.simulator.scenes.brush import Brush
from wall.simulator.scenes.light import Rgb
from wall.simulator.scenes.moves import Ground
from wall.simulator.scenes.view import Point

WALLS: tuple[Rgb, ...] = (
    (232, 222, 190),
    (240, 206, 128),
    (206, 222, 206),
    (216, 196, 176),
    (188, 204, 222),
    (238, 236, 228),
    (222, 164, 128),
    (198, 214, 180),
    (234, 188, 168),
)
SIGNS: tuple[Rgb, ...] = (
    (200, 40, 44),
    (28, 92, 170),
    (240, 190, 30),
    (30, 134, 84),
    (240, 240, 236),
    (222, 96, 30),
    (120, 40, 120),
)
STOREY_M = 3.3


@dataclass(frozen=True, slots=True)
class Facade:
    """A wall plane from ground point `a` to `b` as one looks at it from the street."""

    a: Ground
    b: Ground

    @property
    def length(self) -> float:
        """Metres from a to b."""
        return hypot(self.b[0] - self.a[0], self.b[1] - self.a[1])

    def at(self, along: float, z: float, out: float = 0.0) -> Point:
        """A point on it, `along` metres from a; `out` metres towards the street."""
        part = along / self.length
        dx, dy = self.b[0] - self.a[0], self.b[1] - self.a[1]
        x, y = self.a[0] + dx * part, self.a[1] + dy * part
        # The street lies to the right of the way from a to b.
        return x + dy / self.length * out, y - dx / self.length * out, z

    def rectangle(self, left: float, right: float, low: float, high: float, out: float = 0.0) -> list[Point]:
        """A rectangle on it."""
        return [
            self.at(left, low, out),
            self.at(right, low, out),
            self.at(right, high, out),
            self.at(left, high, out),
        ]


def house(brush: Brush, facade: Facade, depth: float, storeys: int, rng: Random, shop: bool = True) -> None:
    """One house behind that facade."""
    wall, height = rng.choice(WALLS), storeys * STOREY_M + 0.5
    width = facade.length
    back = Facade(facade.at(0, 0, -depth)[:2], facade.at(width, 0, -depth)[:2])
    _walls(brush, facade, back, height, wall)
    for storey in range(1, storeys):
        _storey(brush, facade, storey, wall, rng)
    if shop:
        _shop(brush, facade, rng)
    else:
        _gate(brush, facade, rng)
    _roof(brush, facade, back, height, wall, rng)


def row(
    brush: Brush,
    start: Ground,
    end: Ground,
    rng: Random,
    storeys: tuple[int, int] = (2, 5),
    shop: bool = True,
) -> None:
    """A row of houses with their facades from start to end, the street on the right; far ones first."""
    whole, at, plots = Facade(start, end), 0.0, []
    while at < whole.length - 2.5:
        width = min(rng.uniform(3.8, 5.6), whole.length - at)
        plots.append(Facade(whole.at(at, 0)[:2], whole.at(at + width, 0)[:2]))
        at += width
    plots.sort(key=lambda plot: -brush.view.depth(*plot.a))
    for plot in plots:
        house(brush, plot, rng.uniform(9, 14), rng.randint(*storeys), rng, shop)


def _walls(brush: Brush, front: Facade, back: Facade, height: float, wall: Rgb) -> None:
    width = front.length
    plain = (min(255, wall[0] - 26), wall[1] - 26, wall[2] - 22)
    for side in (0.0, width):
        ends = [front.at(side, 0), back.at(side, 0), back.at(side, height), front.at(side, height)]
        brush.face(ends, plain, 0.78)
    roof = [front.at(0, height), front.at(width, height), back.at(width, height), back.at(0, height)]
    brush.face(roof, (150, 140, 132), 0.95)
    brush.face(front.rectangle(0, width, 0, height), wall)
    brush.face(front.rectangle(0, 0.12, 0, height), wall, 0.86)


def _storey(brush: Brush, facade: Facade, storey: int, wall: Rgb, rng: Random) -> None:
    width, floor = facade.length, storey * STOREY_M
    brush.face(facade.rectangle(0, width, floor - 0.12, floor + 0.12), wall, 0.82)
    count = 2 if width > 4.6 else 1
    has_balcony = rng.random() < 0.55
    for i in range(count):
        middle = width * (i + 0.5) / count
        half = 0.62 if count == 2 else 0.95
        low = floor + (0.15 if has_balcony else 0.95)
        _window(brush, facade, middle - half, middle + half, low, floor + 2.55, rng)
    if has_balcony:
        brush.face(facade.rectangle(0.2, width - 0.2, floor, floor + 0.16, 0.8), wall, 0.7)
        rail = (90, 86, 84) if rng.random() < 0.5 else (224, 222, 214)
        brush.face(facade.rectangle(0.2, width - 0.2, floor + 0.16, floor + 1.0, 0.8), rail, 0.9, 120)
        brush.face(facade.rectangle(0.2, width - 0.2, floor + 0.94, floor + 1.04, 0.8), rail, 0.9)
    if rng.random() < 0.35:
        left = rng.uniform(0.2, width - 1.1)
        brush.face(facade.rectangle(left, left + 0.85, floor + 2.6, floor + 3.1, 0.3), (232, 232, 228))


def _window(brush: Brush, facade: Facade, left: float, right: float, low: float, high: float, rng: Random) -> None:
    brush.face(facade.rectangle(left - 0.08, right + 0.08, low - 0.08, high + 0.08), (238, 238, 232), 0.95)
    pane = facade.rectangle(left, right, low, high)
    if rng.random() < brush.light.lit_windows:
        brush.glow(pane, rng.choice(((255, 214, 140), (250, 232, 190), (214, 226, 240))))
    else:
        brush.face(pane, rng.choice(((72, 92, 108), (60, 74, 86), (96, 120, 134))))
    middle = (left + right) / 2
    brush.face(facade.rectangle(middle - 0.04, middle + 0.04, low, high), (226, 224, 218), 0.9)


def _shop(brush: Brush, facade: Facade, rng: Random) -> None:
    width = facade.length
    opening = facade.rectangle(0.25, width - 0.25, 0.05, 2.5)
    is_open = rng.random() < (0.75 if brush.light.lit_windows else 0.8)
    if not is_open:
        brush.face(opening, (150, 152, 154))
        for z in range(1, 8):
            brush.face(facade.rectangle(0.25, width - 0.25, z * 0.31, z * 0.31 + 0.05), (120, 122, 126))
    elif brush.light.lit_windows:
        brush.glow(opening, rng.choice(((232, 206, 150), (226, 226, 214), (206, 168, 110))))
        _goods(brush, facade, width, rng)
    else:
        brush.face(opening, (58, 50, 46))
        _goods(brush, facade, width, rng)
    _sign(brush, facade, width, rng)


def _goods(brush: Brush, facade: Facade, width: float, rng: Random) -> None:
    at = 0.4
    while at < width - 0.9:
        wide, tall = rng.uniform(0.4, 0.9), rng.uniform(0.5, 1.7)
        brush.face(facade.rectangle(at, at + wide, 0.1, tall), rng.choice(SIGNS), 0.6)
        at += wide + rng.uniform(0.1, 0.6)


def _sign(brush: Brush, facade: Facade, width: float, rng: Random) -> None:
    colour = rng.choice(SIGNS)
    board = facade.rectangle(0.1, width - 0.1, 2.55, 3.25, 0.25)
    letter = (250, 246, 236) if sum(colour) < 480 else (170, 30, 34)
    paint = brush.glow if brush.light.lamps and rng.random() < 0.6 else brush.face
    paint(board, colour)
    at = 0.45
    while at < width - 0.6:
        wide = rng.uniform(0.14, 0.32)
        paint(facade.rectangle(at, at + wide, 2.73, 3.07, 0.27), letter)
        at += wide + (0.09 if rng.random() < 0.8 else 0.3)


def _gate(brush: Brush, facade: Facade, rng: Random) -> None:
    width = facade.length
    brush.face(facade.rectangle(0, width, 0, 0.6), (176, 168, 156), 0.9)
    door = rng.choice(((110, 72, 48), (52, 96, 84), (84, 90, 100)))
    brush.face(facade.rectangle(width * 0.25, width * 0.7, 0, 2.3), door)
    brush.face(facade.rectangle(width * 0.46, width * 0.485, 0, 2.3), door, 0.7)


def _roof(brush: Brush, front: Facade, back: Facade, height: float, wall: Rgb, rng: Random) -> None:
    width, style = front.length, rng.random()
    brush.face(front.rectangle(-0.05, width + 0.05, height - 0.3, height + 0.25, 0.15), wall, 0.9)
    if style < 0.35:
        left = _between(front.at(0, 0), back.at(0, 0))
        right = _between(front.at(width, 0), back.at(width, 0))
        top = height + 1.9
        tiles = [front.at(-0.2, height + 0.2, 0.4), front.at(width + 0.2, height + 0.2, 0.4)]
        tiles += [(*right, top), (*left, top)]
        brush.face(tiles, rng.choice(((170, 74, 54), (146, 62, 50), (90, 100, 128))), 0.95)
    elif style < 0.75:
        x, y, _ = front.at(width * rng.uniform(0.3, 0.7), 0, -3.0)
        for z in (0.5, 0.9, 1.3, 1.7):
            steel = brush.light.shade((176, 184, 192), 0.7 + z * 0.15)
            brush.disc((x, y, height + z), 0.62, steel, flat=0.7)


def _between(one: Point, other: Point) -> Ground:
    return (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
