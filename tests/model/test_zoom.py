"""Which part of a picture is seen: it never leaves the picture, whatever the hand does."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from wall.model.framing import Framing, framed_size
from wall.model.grid import Rect, fit
from wall.model.video import StreamSize
from wall.model.zoom import MOST, WHOLE, Crop, Frame, Placed, Zoom, wanted_box

AREA = Rect(100, 50, 320, 180)
WIDE = Frame((1920, 1080), AREA)

sides = st.integers(1, 5000)
frames = st.builds(
    Frame,
    st.tuples(sides, sides),
    st.builds(Rect, st.integers(0, 9000), st.integers(0, 9000), st.integers(2, 4000), st.integers(2, 4000)),
    st.sampled_from(Framing),
)
places = st.tuples(st.floats(-1e4, 2e4), st.floats(-1e4, 2e4))
turns = st.one_of(
    st.tuples(st.just("wheel"), st.floats(0.05, 20.0), places),
    st.tuples(st.just("drag"), st.floats(-1e5, 1e5), st.tuples(st.floats(-1e5, 1e5), st.just(0.0))),
    st.tuples(st.just("jump"), st.floats(-3, 3), st.tuples(st.floats(-3, 3), st.just(0.0))),
)


def turned(frame: Frame, zoom: Zoom, turn: tuple[str, float, tuple[float, float]]) -> Zoom:
    kind, amount, at = turn
    if kind == "wheel":
        return frame.towards(zoom, amount, at)
    return frame.moved(zoom, amount, at[0]) if kind == "drag" else frame.centred(zoom, amount, at[0])


@given(frames, st.lists(turns, max_size=12))
def test_what_is_seen_never_leaves_the_picture(
    frame: Frame, hand: list[tuple[str, float, tuple[float, float]]]
) -> None:
    zoom = WHOLE
    for turn in hand:
        zoom = turned(frame, zoom, turn)
        assert 1.0 <= zoom.factor <= MOST
        crop, target = frame.placed(zoom).crop, frame.placed(zoom).target
        assert crop.x >= -1e-9 and crop.x + crop.width <= 1 + 1e-9 and 0 < crop.width <= 1
        assert crop.y >= -1e-9 and crop.y + crop.height <= 1 + 1e-9 and 0 < crop.height <= 1
        assert target.x >= frame.area.x and target.right <= frame.area.right
        assert target.y >= frame.area.y and target.bottom <= frame.area.bottom
        assert frame.settled(zoom) == zoom, "no hidden way to go: the next drag moves at once"


@given(frames, st.floats(1.0, MOST), st.floats(0, 1), st.floats(0, 1))
def test_pictures_keep_their_proportions_unless_they_are_stretched(
    frame: Frame, factor: float, x: float, y: float
) -> None:
    """A pixel of the picture is as wide as high, but for the rounding to whole pixels of the wall."""
    least = min(framed_size(frame.shape, frame.area, frame.framing))
    assume(frame.framing is not Framing.STRETCH and least >= 10)
    placed = frame.placed(frame.settled(Zoom(factor, x, y)))
    across = placed.target.width / (placed.crop.width * frame.shape[0])
    down = placed.target.height / (placed.crop.height * frame.shape[1])
    assert across == pytest.approx(down, rel=2 / least)


@given(frames)
def test_unzoomed_all_of_it_is_seen_as_it_was_before_there_was_a_zoom(frame: Frame) -> None:
    placed = frame.placed(WHOLE)
    if frame.framing is Framing.FIT:
        assert placed == Placed(fit(*frame.shape, frame.area), Crop())
    elif frame.framing is Framing.STRETCH:
        assert placed == Placed(frame.area, Crop())
    else:
        assert placed.target == frame.area, "nothing stays free"
        assert 1.0 in (placed.crop.width, placed.crop.height), "and no more is cut off than must be"


@given(st.floats(1.0, 4.0), st.floats(0.3, 0.7), st.floats(0.3, 0.7), st.floats(1.0, 3.0))
def test_what_is_under_the_pointer_stays_there(factor: float, x: float, y: float, ratio: float) -> None:
    at = (AREA.x + x * AREA.width, AREA.y + y * AREA.height)
    before = WIDE.settled(Zoom(factor, 0.5, 0.5))
    after = WIDE.towards(before, ratio, at)
    assert seen_at(after, x, y) == pytest.approx(seen_at(before, x, y), abs=0.02 / factor)


def seen_at(zoom: Zoom, x: float, y: float) -> tuple[float, float]:
    """The point of the picture at a place of the area."""
    crop = WIDE.placed(zoom).crop
    return crop.x + x * crop.width, crop.y + y * crop.height


def test_the_picture_goes_along_with_the_hand() -> None:
    zoom = WIDE.settled(Zoom(4, 0.5, 0.5))
    moved = WIDE.moved(zoom, 32, -18)
    assert (moved.x, moved.y) == pytest.approx((0.5 - 0.1 / 4, 0.5 + 0.1 / 4))
    assert WIDE.moved(zoom, 1e6, -1e6) == Zoom(4, 0.125, 0.875), "to the corner and no further"
    assert WIDE.moved(WHOLE, 50, 50) == WHOLE


def test_a_wheel_finds_back_to_the_whole_picture() -> None:
    zoom, at = WHOLE, (130.0, 60.0)
    for _ in range(7):
        zoom = WIDE.towards(zoom, 1.19, at)
    assert zoom.is_close and zoom.x < 0.5
    for _ in range(7):
        zoom = WIDE.towards(zoom, 1 / 1.19, (400.0, 200.0))
    assert zoom == WHOLE


def test_a_zoomed_picture_takes_the_border_that_was_free() -> None:
    narrow = Frame((240, 180), AREA)
    assert narrow.placed(WHOLE).target == Rect(140, 50, 240, 180)
    assert narrow.placed(Zoom(1.2)).target == Rect(116, 50, 288, 180)
    placed = narrow.placed(Zoom(2))
    assert placed.target == AREA
    assert placed.crop == Crop(pytest.approx(1 / 6), 0.25, pytest.approx(2 / 3), 0.5)  # type: ignore[arg-type]


def test_what_is_cut_off_can_be_looked_at() -> None:
    square = Frame((180, 180), AREA, Framing.FILL)
    assert square.placed(WHOLE).crop == Crop(0, pytest.approx(0.21875), 1, 0.5625)  # type: ignore[arg-type]
    assert square.placed(square.moved(WHOLE, 0, 1000)).crop.y == 0


HD = StreamSize(1920, 1080, (1920, 1080))
CIF = StreamSize(352, 288, (384, 288))


@pytest.mark.parametrize(
    ("framing", "factor", "stream", "size"),
    [
        (Framing.FIT, 1.0, HD, (320, 180)),
        (Framing.FIT, 1.0, None, (320, 180)),
        (Framing.FIT, 1.2, HD, (452, 254)),
        (Framing.FIT, 2.0, HD, (640, 360)),
        (Framing.FIT, 5.0, HD, (1810, 1018)),
        (Framing.FIT, 16.0, HD, (1920, 1080)),
        (Framing.FIT, 16.0, None, (1920, 1080)),
        (Framing.FIT, 16.0, CIF, (384, 288)),
        (Framing.FILL, 1.0, CIF, (320, 240)),
        (Framing.FILL, 1.0, HD, (320, 180)),
        (Framing.FILL, 4.0, CIF, (384, 288)),
        (Framing.STRETCH, 1.0, CIF, (320, 180)),
        (Framing.STRETCH, 4.0, CIF, (512, 288)),
    ],
)
def test_as_many_pixels_are_asked_for_as_are_seen_and_as_there_are(
    framing: Framing, factor: float, stream: StreamSize | None, size: tuple[int, int]
) -> None:
    assert wanted_box(AREA, framing, factor, stream) == (*size, framing is Framing.STRETCH)


@given(st.floats(1.0, MOST), st.sampled_from(Framing), st.sampled_from([None, HD, CIF]))
def test_a_turn_of_the_wheel_seldom_asks_for_another_size(
    factor: float, framing: Framing, stream: StreamSize | None
) -> None:
    size = wanted_box(AREA, framing, factor, stream)
    assert size[0] % 2 == size[1] % 2 == 0
    assert size in {wanted_box(AREA, framing, 2 ** (step / 2), stream) for step in range(9)}


def test_a_stream_smaller_than_its_cell_is_asked_for_as_it_is_shown() -> None:
    small = StreamSize(160, 90, (160, 90))
    assert {wanted_box(AREA, Framing.FIT, factor, small) for factor in (1, 2, 16)} == {(320, 180, False)}
