from __future__ import annotations

import math
from itertools import combinations

from hypothesis import assume, given
from hypothesis import strategies as st

from wall.model.geo.leaders import CLEAR, GAP, Box, Pin, offsets, placed

WIDTH, HEIGHT = 1920, 1080
TILE = (288, 162)


def pins(*places: tuple[float, float], size: tuple[int, int] = TILE) -> list[Pin]:
    return [Pin(number, *place, *size) for number, place in enumerate(places, 1)]


def moved(listed: list[Pin], dx: float, dy: float) -> list[Pin]:
    return [Pin(pin.key, pin.x + dx, pin.y + dy, pin.width, pin.height) for pin in listed]


def mark(pin: Pin) -> Box:
    return Box(pin.x - CLEAR, pin.y - CLEAR, 2 * CLEAR, 2 * CLEAR)


def tiles_over_tiles(boxes: dict[int, Box]) -> float:
    return sum(one.overlap(other) for one, other in combinations(boxes.values(), 2))


def tiles_over_places(listed: list[Pin], boxes: dict[int, Box]) -> float:
    return sum(box.overlap(mark(pin)) for box in boxes.values() for pin in listed)


def is_inside(box: Box, width: float = WIDTH, height: float = HEIGHT) -> bool:
    return box.left >= 0 and box.top >= 0 and box.right <= width and box.bottom <= height


PLACES = st.lists(st.tuples(st.integers(0, WIDTH), st.integers(0, HEIGHT)), min_size=1, max_size=16)
FAR = st.lists(st.tuples(st.integers(-4000, 6000), st.integers(-4000, 6000)), min_size=1, max_size=16)


@given(FAR)
def test_up_to_sixteen_tiles_never_cover_each_other(places: list[tuple[int, int]]) -> None:
    boxes = placed(pins(*places), {}, WIDTH, HEIGHT)
    assert tiles_over_tiles(boxes) == 0
    assert all(is_inside(box) for box in boxes.values())


@given(st.lists(st.tuples(st.integers(0, WIDTH), st.integers(0, HEIGHT)), min_size=1, max_size=5))
def test_where_there_is_room_they_cover_no_place_either(places: list[tuple[int, int]]) -> None:
    """Five places touch at most twenty of the thirty-six slots."""
    listed = pins(*places)
    boxes = placed(listed, {}, WIDTH, HEIGHT)
    assert tiles_over_places(listed, boxes) == 0 == tiles_over_tiles(boxes)


@given(st.tuples(st.integers(350, 1500), st.integers(250, 800)), st.data())
def test_sixteen_cameras_of_one_crossing_cover_neither(middle: tuple[int, int], data: st.DataObject) -> None:
    near = st.tuples(st.integers(-20, 20), st.integers(-20, 20))
    listed = pins(*((middle[0] + dx, middle[1] + dy) for dx, dy in data.draw(st.lists(near, min_size=16, max_size=16))))
    boxes = placed(listed, {}, WIDTH, HEIGHT)
    assert tiles_over_places(listed, boxes) == 0 == tiles_over_tiles(boxes)


@given(PLACES, st.integers(-24, 24), st.integers(-24, 24))
def test_while_the_map_is_moved_a_little_tiles_go_along_and_nothing_jumps(
    places: list[tuple[int, int]], dx: int, dy: int
) -> None:
    listed = pins(*places)
    before = placed(listed, {}, WIDTH, HEIGHT)
    wanted = {key: box._replace(left=box.left + dx, top=box.top + dy) for key, box in before.items()}
    assume(all(is_inside(box, WIDTH - GAP, HEIGHT - GAP) and min(box[:2]) >= GAP for box in wanted.values()))
    assume(tiles_over_places(listed, before) == 0)
    after = placed(moved(listed, dx, dy), offsets(listed, before), WIDTH, HEIGHT)
    for key, box in after.items():
        assert math.dist(box[:2], wanted[key][:2]) < 1e-6


@given(PLACES)
def test_the_same_again_stays_as_it_is(places: list[tuple[int, int]]) -> None:
    listed = pins(*places)
    before = placed(listed, {}, WIDTH, HEIGHT)
    assume(tiles_over_places(listed, before) == 0)
    after = placed(listed, offsets(listed, before), WIDTH, HEIGHT)
    assert all(math.dist(after[key][:2], before[key][:2]) < 1e-6 for key in before)


@given(PLACES, st.tuples(st.integers(0, WIDTH), st.integers(0, HEIGHT)))
def test_one_more_tile_moves_no_other_unless_it_must(places: list[tuple[int, int]], another: tuple[int, int]) -> None:
    listed = pins(*places)
    before = placed(listed, {}, WIDTH, HEIGHT)
    more = pins(*places, another)
    assume(tiles_over_places(more, before) == 0)
    after = placed(more, offsets(listed, before), WIDTH, HEIGHT)
    assert tiles_over_tiles(after) == 0
    has_jumped = any(math.dist(after[key][:2], before[key][:2]) > 1e-6 for key in before)
    assert not has_jumped or len(more) > 4


@given(st.integers(400, 1500), st.integers(250, 800), st.lists(st.tuples(st.integers(-6, 6), st.integers(-6, 6))))
def test_a_single_tile_slides_along_the_rim(x: int, y: int, way: list[tuple[int, int]]) -> None:
    listed = pins((x, y))
    boxes = placed(listed, {}, WIDTH, HEIGHT)
    for dx, dy in way:
        kept = offsets(listed, boxes)
        listed, former = moved(listed, dx, dy), boxes[1]
        boxes = placed(listed, kept, WIDTH, HEIGHT)
        assert math.dist(boxes[1][:2], former[:2]) <= math.hypot(dx, dy) + 1e-6


def test_a_tile_stands_close_to_its_place() -> None:
    box = placed(pins((900, 500)), {}, WIDTH, HEIGHT)[1]
    assert 10 <= math.dist(box.nearest(900, 500), (900, 500)) <= 45


def test_what_is_moved_out_of_sight_stays_at_the_rim() -> None:
    listed = pins((900, 500))
    kept = offsets(listed, placed(listed, {}, WIDTH, HEIGHT))
    box = placed(moved(listed, -3000, 0), kept, WIDTH, HEIGHT)[1]
    assert is_inside(box) and box.left == GAP


def test_a_viewport_without_room_covers_as_little_as_it_can() -> None:
    listed = pins((100, 100), (110, 100), (120, 110))
    boxes = placed(listed, {}, 300, 200)
    assert all(is_inside(box, 310, 210) for box in boxes.values())
    assert placed([], {}, 300, 200) == {}


def test_leader_lines_do_not_cross_where_they_need_not() -> None:
    listed = pins((600, 500), (700, 500))
    boxes = placed(listed, {}, WIDTH, HEIGHT)
    first, second = (boxes[pin.key].nearest(pin.x, pin.y) for pin in listed)
    assert not (first[0] > 700 and second[0] < 600)


def test_lines_run_under_other_tiles_only_where_they_must() -> None:
    """Nine cameras of a quarter. Those pinned first stay where they are: one line of the nine has no other way."""
    listed = pins(*((660 + 95 * column, 370 + 95 * row) for row in range(3) for column in range(3)))
    boxes = placed(listed, {}, WIDTH, HEIGHT)
    hidden = [
        (pin.key, other.key)
        for pin in listed
        for other in listed
        if other is not pin and _runs_under(pin, boxes[pin.key], boxes[other.key])
    ]
    assert len(hidden) <= 1


def _runs_under(pin: Pin, own: Box, other: Box) -> bool:
    end = own.nearest(pin.x, pin.y)
    steps = [(pin.x + (end[0] - pin.x) * step / 200, pin.y + (end[1] - pin.y) * step / 200) for step in range(200)]
    return any(other.left < x < other.right and other.top < y < other.bottom for x, y in steps)
