"""Which stream stands in a cell: by true size, whatever it is called, and without flapping."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.camera import Camera, CameraStream
from wall.model.grid import Rect, fit
from wall.model.seen_stream import SeenStream
from wall.model.stream import Source
from wall.model.stream_choice import Chosen, by_size, largest, sizes_of, smallest_for, stands_in
from wall.model.tile import RETRY_NEVER, Cause, TileState, TileStatus
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


SILENT, NO_SUCH_STREAM = (TileStatus(TileState.NO_SIGNAL, cause) for cause in (Cause.SILENT, Cause.NOT_FOUND))


def test_who_stands_in_for_one_that_fails() -> None:
    """The next smaller one; for the smallest one nobody, but where the camera has no such stream at all."""
    sizes = [HD, SMALL, PANORAMA]
    assert [stands_in(sizes, place, SILENT) for place in (2, 0, 1)] == [0, 1, None]
    assert [stands_in(sizes, place, NO_SUCH_STREAM) for place in (2, 0, 1)] == [0, 1, 0]
    assert stands_in([HD], 0, NO_SUCH_STREAM) is None


@pytest.mark.parametrize(
    "status",
    [
        *(TileStatus(TileState.LOGIN_REFUSED, cause) for cause in RETRY_NEVER),
        *(TileStatus(TileState.NO_SIGNAL, cause) for cause in (Cause.UNREACHABLE, Cause.REFUSED)),
        TileStatus(TileState.SESSIONS_FULL, Cause.SESSIONS_FULL),
        TileStatus(TileState.DECODER_FAILED, Cause.DECODER_LOST),
        TileStatus(TileState.LIVE),
        TileStatus(TileState.LATE, Cause.SILENT),
        TileStatus(TileState.FROZEN, Cause.STANDING),
    ],
)
def test_where_another_stream_would_not_help_the_camera_is_left_alone(status: TileStatus) -> None:
    assert stands_in([HD, SMALL], 0, status) is None


def chosen(sizes: Sequence[StreamSize | None], width: int, former: Chosen | None = None) -> Chosen:
    """As a cell of that width does that is being resized."""
    box = (width, width * 9 // 16)
    if former is not None and former.still_holds(box, sizes):
        return former
    return Chosen(smallest_for(sizes, cell(*box)), box, tuple(sizes))


@pytest.mark.parametrize("sizes", [[HD, SMALL], [SMALL, HD, TINY, PANORAMA]])
def test_a_window_that_is_resized_changes_streams_once_at_each_border(sizes: Sequence[StreamSize]) -> None:
    def changes(widths: Iterable[int]) -> int:
        each: list[Chosen] = []
        for width in widths:
            each.append(chosen(sizes, width, each[-1] if each else None))
        return sum(one.place != other.place for one, other in pairwise(each))

    assert changes(range(200, 3000)) == changes(range(2999, 199, -1)) == len(sizes) - 1
    for width in range(200, 3000, 7):
        assert changes([width, width + 12] * 10) <= 1, f"it flaps at {width}"
        assert changes([width - 8, width + 8, width] * 10) <= 1, f"it flaps at {width}"


def test_another_layout_is_no_resize() -> None:
    """Cells that are just as large as a stream are usual: 36 on a screen of 1920x1080 have 320x180."""
    large = chosen([HD, SMALL, TINY], 640)
    assert (large.place, chosen([HD, SMALL, TINY], 320, large).place) == (1, 2)
    assert chosen([HD, SMALL, TINY], 640, chosen([HD, SMALL, TINY], 320)).place == 1


def test_what_has_become_known_counts_at_once() -> None:
    former = chosen([None, None], 640)
    assert former.place == 1 and former.still_holds((660, 371), [None, None])
    assert chosen([None, TINY], 640, former).place == 0


SIDES = st.integers(min_value=2, max_value=5000)
SIZES = st.lists(st.none() | st.builds(lambda w, h: StreamSize(w, h, (w, h)), SIDES, SIDES), min_size=1, max_size=6)


@given(SIZES, SIDES, SIDES)
def test_it_is_large_enough_where_any_is_and_no_smaller_one_would_do(
    sizes: list[StreamSize | None], width: int, height: int
) -> None:
    def is_enough(size: StreamSize | None) -> bool:
        across, down = needs(size.shape) if size is not None else (0, 0)
        return size is None or (size.width + 1 >= across and size.height + 1 >= down)

    needs, order = cell(width, height), by_size(sizes)
    at = order.index(smallest_for(sizes, needs))
    assert not any(is_enough(sizes[place]) for place in order[:at])
    assert is_enough(sizes[order[at]]) or at == len(order) - 1


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
