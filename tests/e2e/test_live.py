"""The wall as it is meant to be: every tile shows its camera, and moves."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from tests.e2e.figures import Figures
from tests.e2e.room import START_WITHIN_S, Room, open_room
from tests.ui.gestures import wheel
from tests.ui.pixels import cell_image, differing
from wall.demo import running_city
from wall.model.grid import Rect
from wall.model.layout import Layout

pytestmark = [pytest.mark.timeout(240), pytest.mark.alone]

CAMERAS, SITES = 4, 2
"""Two of them send H.264, two H.265."""


@pytest.fixture(scope="module")
def drawn(qapp: QCoreApplication) -> Iterator[Room]:
    """A wall on the drawn city, as the demo opens it."""
    with running_city(CAMERAS, SITES) as city, open_room(qapp, city.cameras, 2, 2) as room:
        room.all_move(within_s=180)  # The first time ever, the city's scenes have to be drawn.
        yield room


@pytest.fixture(autouse=True)
def back_to_the_grid(drawn: Room) -> Iterator[None]:
    yield
    drawn.window.wishes.cut(Layout.plain(2, 2))


def test_the_pixels_of_every_tile_move(drawn: Room) -> None:
    begin_s = time.monotonic()
    before = [cell_image(drawn.window, cell) for cell in range(CAMERAS)]
    drawn.wait(lambda: all(drawn.moves_since(n, begin_s, frames=15) for n in range(CAMERAS)), START_WITHIN_S)
    after = [cell_image(drawn.window, cell) for cell in range(CAMERAS)]
    for cell, (then, now) in enumerate(zip(before, after, strict=True)):
        assert differing(then, now, middle_of(now)) > 100, f"tile {cell} moves"
    for cell in range(1, CAMERAS):
        assert after[0] != after[cell], "each shows its own camera"


def middle_of(image: QImage) -> Rect:
    """Neither caption nor frame number, whose change would prove little."""
    width, height = image.width(), image.height()
    return Rect(width // 8, height // 4, width * 3 // 4, height // 2)


def test_frames_come_in_order_and_at_the_cameras_pace(drawn: Room, figures: Figures) -> None:
    drawn.all_move()
    begin_s = time.monotonic()
    drawn.wait(lambda: drawn.seen_since(0, begin_s) >= 30, START_WITHIN_S)
    span_s = time.monotonic() - begin_s
    for number in range(CAMERAS):
        frames = [frame for frame, _ in drawn.painted.between(number, begin_s, begin_s + span_s)]
        steps = [(later - sooner) % 300 for sooner, later in pairwise(frames)]
        assert all(1 <= step < 30 for step in steps), "never back"
        figures.note(f"tile {number}: frames/s", painted=len(frames) / span_s)


def test_a_camera_alone_shows_its_main_stream_and_goes_back(drawn: Room) -> None:
    drawn.window.wishes.toggle_single()

    def shows_main() -> bool:
        tile = drawn.window.showing.visible_tiles()[0]
        return tile.number == CAMERAS and tile.picture is not None and tile.picture.width > 1000

    drawn.wait(shows_main, 120, "the main stream, decoded for the whole wall")
    since_s = time.monotonic()
    drawn.wait(lambda: drawn.moves_since(CAMERAS, since_s), START_WITHIN_S)
    drawn.window.wishes.toggle_single()
    drawn.all_move()


def test_another_grid_goes_on_with_pictures_of_its_size(drawn: Room) -> None:
    drawn.window.wishes.cut(Layout.plain(3, 3))

    def fits(number: int) -> bool:
        tile = drawn.tile(number)
        return tile.picture is not None and tile.is_exact and tile.size[:2] == (tile.picture.width, tile.picture.height)

    drawn.wait(lambda: all(fits(n) for n in range(CAMERAS)), START_WITHIN_S, "pictures of the new size")
    drawn.all_move()


def test_what_is_looked_at_closely_comes_from_the_main_stream_and_is_never_dark(drawn: Room, figures: Figures) -> None:
    drawn.all_move()
    began_s = time.monotonic()
    wheel(drawn.window, 1, (0.3, 0.6), 8)
    small = drawn.tile(1)

    def is_sharp() -> bool:
        tile = drawn.window.showing.tile_at(1)
        assert tile is not None and tile.crop is not None
        assert not is_dark(cell_image(drawn.window, 1)), "something is seen at every moment"
        return tile is not small and tile.picture is not None and tile.picture.width > 2 * small.size.width

    drawn.wait(is_sharp, START_WITHIN_S, "the main stream, with more pixels than the tile has")
    figures.note("looked at closely", until_sharp_s=time.monotonic() - began_s)
    main = drawn.window.showing.tile_at(1)
    assert main is not None
    drawn.wait(lambda: main.facts.measured is not None and main.facts.size is not None, START_WITHIN_S)
    stream = main.facts.size
    assert stream is not None and main.size.width <= max(stream.width, small.size.width)
    since_s = time.monotonic()
    drawn.wait(lambda: drawn.moves_since(main.number, since_s), START_WITHIN_S)
    wheel(drawn.window, 1, (0.3, 0.6), -9)
    drawn.wait(lambda: drawn.window.showing.tile_at(1) is small, START_WITHIN_S, "the small stream again")
    drawn.all_move()


def is_dark(image: QImage) -> bool:
    """Is nothing of a picture in the middle?"""
    area = middle_of(image)
    seen = {image.pixel(x, y) for x in range(area.x, area.right, 8) for y in range(area.y, area.bottom, 8)}
    return len(seen) < 4
