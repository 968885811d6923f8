"""How a picture stands in its cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.framing import Framing, covering, frame_area, framed_size
from wall.model.grid import Rect, picture_area

sides = st.integers(2, 5000)


@given(sides, sides, sides, sides)
def test_what_covers_an_area_leaves_nothing_free_and_is_no_larger_than_it_must_be(
    width: int, height: int, across: int, down: int
) -> None:
    size = covering((width, height), Rect(0, 0, across, down))
    assert size[0] >= across and size[1] >= down
    assert size[0] == across or size[1] == down
    wanted = max(across / width, down / height)
    assert list(size) == pytest.approx([width * wanted, height * wanted], abs=1)


def test_whole_and_filled_and_stretched() -> None:
    area = Rect(0, 0, 320, 180)
    assert framed_size((640, 480), area, Framing.FIT) == (240, 180)
    assert framed_size((640, 480), area, Framing.FILL) == (320, 240)
    assert framed_size((640, 480), area, Framing.STRETCH) == (320, 180)
    assert framed_size((0, 0), area, Framing.FILL) == (320, 180), "no shape yet"


def test_only_a_whole_picture_leaves_some_of_its_cell_free() -> None:
    tall = Rect(10, 20, 301, 401)
    assert frame_area(tall, Framing.FIT) == picture_area(tall)
    assert frame_area(tall, Framing.FILL) == frame_area(tall, Framing.STRETCH) == Rect(10, 20, 300, 400)


def test_they_are_gone_through_in_turn() -> None:
    seen = [Framing.FIT]
    for _ in range(3):
        seen.append(seen[-1].next)
    assert seen == [Framing.FIT, Framing.FILL, Framing.STRETCH, Framing.FIT]
