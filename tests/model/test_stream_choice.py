"""Which stream stands in a cell: by true size, whatever it is called, and without flapping."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.camera import Camera, CameraStream
from wall.model.grid import Rect, fit
from wall.model.seen_stream import SeenStream
from wall.model.stream import Source
from wall.model.stream_choice import by_size, largest, next_smaller, sizes_of, smallest_for
from wall.model.video import StreamSize

HD, SMALL, TINY = StreamSize(1920, 1080, (1920, 1080)), StreamSize(640, 360, (640, 360)), StreamSize(320, 180, (16, 9))
PANORAMA = StreamSize(3840, 2160, (3840, 2160))


def cell(width: int, height: int) -> Callable[[tuple[int, int]], tuple[int, int]]:
    """What a picture takes of a cell of that size, whole and in its own proportions."""

    def needs(shape: tuple[int, int]) -> tuple[int, int]:
        inside = fit(*shape, Rect(0, 0, width, height))
        return inside.width, inside.height

    return needs


@pytest.mark.parametrize(
    ("width", "height", "expected"),
    [
        (160, 90, TINY),
        (320, 180, TINY),
        (321, 181, TINY),  # A pixel is rounding.
        (330, 186, SMALL),
        (640, 360, SMALL),
        (958, 538, HD),
        (3840, 2160, HD),
    ],
)
def test_the_smallest_stream_that_is_as_large_as_the_picture(width: int, height: int, expected: StreamSize) -> None:
    for sizes in ([HD, SMALL, TINY], [TINY, HD, SMALL]):
        assert sizes[smallest_for(sizes, cell(width, height))] is expected


def test_what_counts_is_the_picture_and_not_the_cell() -> None:
    """A picture of 4:3 leaves a wide cell half empty; one of twice as wide pixels has half of them."""
    square = StreamSize(480, 360, (480, 360))
    assert smallest_for([HD, square], cell(900, 360)) == 1
    stretched = StreamSize(320, 360, (640, 360))
    assert smallest_for([HD, stretched], cell(640, 360)) == 0


def test_a_third_stream_may_be_the_largest() -> None:
    sizes = [HD, SMALL, PANORAMA]
    assert largest(sizes) == 2
    assert smallest_for(sizes, cell(640, 360)) == 1
    assert smallest_for(sizes, cell(1280, 720)) == 0
    assert smallest_for(sizes, cell(2560, 1440)) == 2


def test_a_sub_stream_that_is_larger_than_the_main_one() -> None:
    assert (largest([SMALL, HD]), smallest_for([SMALL, HD], cell(320, 180))) == (1, 0)


def test_unknown_streams_stand_in_the_order_of_the_camera() -> None:
    assert by_size([None, None, None]) == [2, 1, 0]
    assert by_size([None, SMALL]) == [1, 0]
    assert by_size([HD, None]) == [1, 0]
    assert by_size([PANORAMA, None, SMALL]) == [2, 1, 0]


def test_an_unknown_stream_is_tried_and_then_known() -> None:
    assert smallest_for([None, None], cell(958, 538)) == 1
    assert smallest_for([None, SMALL], cell(958, 538)) == 0
    assert smallest_for([HD, None], cell(1900, 1060)) == 1
    assert smallest_for([HD, SMALL], cell(1900, 1060)) == 0


def test_streams_of_one_size_are_told_apart_by_their_order() -> None:
    assert (smallest_for([SMALL, SMALL], cell(320, 180)), largest([SMALL, SMALL])) == (1, 0)


def test_who_stands_in_for_a_larger_one() -> None:
    sizes = [HD, SMALL, PANORAMA]
    assert [next_smaller(sizes, place) for place in (2, 0, 1)] == [0, 1, None]


@pytest.mark.parametrize("sizes", [[HD, SMALL], [SMALL, HD, TINY, PANORAMA]])
def test_a_window_that_is_resized_changes_streams_once_at_each_border(sizes: Sequence[StreamSize]) -> None:
    def changes(widths: Sequence[int]) -> int:
        chosen: list[int] = []
        for width in widths:
            chosen.append(smallest_for(sizes, cell(width, width * 9 // 16), chosen[-1] if chosen else None))
        return sum(one != other for one, other in pairwise(chosen))

    assert changes(range(200, 3000)) == changes(range(2999, 199, -1)) == len(sizes) - 1
    for width in range(200, 3000, 7):
        assert changes([width, width + 6] * 10) <= 1, f"it flaps at {width}"
        assert changes([width - 12, width + 12] * 10) <= 2


def test_near_the_border_it_stays_what_it_is_and_a_larger_cell_is_another_matter() -> None:
    sizes = [HD, SMALL]
    assert smallest_for(sizes, cell(680, 382), former=1) == 1
    assert smallest_for(sizes, cell(680, 382), former=0) == 0
    assert smallest_for(sizes, cell(960, 540), former=1) == 0
    assert smallest_for(sizes, cell(620, 348), former=0) == 0
    assert smallest_for(sizes, cell(320, 180), former=0) == 1
    assert smallest_for(sizes, cell(320, 180), former=7) == 1, "a stream that is gone"


SIDES = st.integers(min_value=2, max_value=5000)
SIZES = st.lists(st.none() | st.builds(lambda w, h: StreamSize(w, h, (w, h)), SIDES, SIDES), min_size=1, max_size=6)


@given(SIZES, SIDES, SIDES, st.none() | st.integers(min_value=0, max_value=5))
def test_it_never_gives_less_than_nine_tenths_where_there_is_more(
    sizes: list[StreamSize | None], width: int, height: int, former: int | None
) -> None:
    needs = cell(width, height)
    chosen = smallest_for(sizes, needs, former)
    size = sizes[chosen]
    if size is not None and chosen != largest(sizes):
        across, down = needs(size.shape)
        assert size.width + 1 >= across * 0.9 and size.height + 1 >= down * 0.9


@given(SIZES)
def test_every_stream_has_its_place(sizes: list[StreamSize | None]) -> None:
    order = by_size(sizes)
    assert sorted(order) == list(range(len(sizes)))
    areas = [size.width * size.height for size in (sizes[place] for place in order) if size is not None]
    assert areas == sorted(areas)


def test_what_was_received_counts_more_than_what_is_said() -> None:
    streams = (
        CameraStream(Source("rtsp://10.0.0.1/1"), (640, 360)),
        CameraStream(Source("rtsp://10.0.0.1/2"), (320, 180)),
        CameraStream(Source("rtsp://10.0.0.1/3")),
        CameraStream(Source("rtsp://10.0.0.1/4"), (0, 0)),
    )
    known = {"rtsp://10.0.0.1/1": SeenStream(size=HD), "rtsp://10.0.0.1/3": SeenStream()}
    sizes = sizes_of(Camera(1, "Ngã Sáu", streams), lambda source: known.get(source.url, SeenStream()))
    assert sizes == [HD, StreamSize(320, 180, (320, 180)), None, None]
