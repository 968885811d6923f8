"""How large a picture is inside its tile."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.video.decode.fit import fit


@pytest.mark.parametrize(
    ("shape", "tile", "size"),
    [
        ((640, 360), (320, 180), (320, 180)),
        ((1920, 1080), (318, 178), (318, 178)),  # Proportions differ by less than two per cent: filled.
        ((640, 480), (320, 180), (240, 180)),
        ((704, 576), (320, 180), (220, 180)),
        ((360, 640), (320, 180), (100, 180)),
        ((2000, 500), (320, 180), (320, 80)),
        ((16, 9), (320, 180), (320, 180)),
        ((4000, 10), (320, 180), (320, 2)),
        ((10, 4000), (320, 180), (2, 180)),
    ],
)
def test_examples(shape: tuple[int, int], tile: tuple[int, int], size: tuple[int, int]) -> None:
    assert fit(shape, tile) == size


SIDES = st.integers(1, 10_000)
EVEN = st.integers(1, 4000).map(lambda half: 2 * half)


@given(st.tuples(SIDES, SIDES), st.tuples(EVEN, EVEN))
def test_it_fits_and_is_as_large_as_can_be(shape: tuple[int, int], tile: tuple[int, int]) -> None:
    width, height = fit(shape, tile)
    assert 2 <= width <= tile[0] and 2 <= height <= tile[1]
    assert width == tile[0] or height == tile[1]
    assert width % 2 == 0 and height % 2 == 0


@given(st.tuples(SIDES, SIDES), st.tuples(EVEN, EVEN))
def test_it_keeps_the_proportions(shape: tuple[int, int], tile: tuple[int, int]) -> None:
    """To two per cent, or to the two pixels of an even size."""
    width, height = fit(shape, tile)
    exact_width, exact_height = height * shape[0] / shape[1], width * shape[1] / shape[0]
    assert (
        abs(width - exact_width) <= max(2, 0.021 * exact_width)
        or abs(height - exact_height) <= max(2, 0.021 * exact_height)
        or min(width, height) == 2
    )
