"""A picture that nothing was decoded into is told from every other."""

from array import array
from random import Random

import pytest

from wall.video.decode.blank import is_blank

VOID = 0xFF008500
SIZES = [(320, 180), (2, 2), (7, 5), (640, 480), (66, 242)]


def picture(width: int, height: int, colour: int) -> memoryview:
    return memoryview(bytearray(colour.to_bytes(4, "little") * (width * height))).cast("I")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("green", [0x85, 0x88, 0x4D], ids=["BT.601", "BT.601 at an edge", "BT.709"])
def test_all_zeros_are_blank(size: tuple[int, int], green: int) -> None:
    assert is_blank(picture(*size, 0xFF000000 | green << 8), *size)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("colour", [0xFF000000, 0xFFFFFFFF, 0xFF00FF00, 0xFF808080, 0xFF108510, 0xFF003000])
def test_other_colours_are_not(size: tuple[int, int], colour: int) -> None:
    """Night, fog, a green test picture, a wall, a lawn."""
    assert not is_blank(picture(*size, colour), *size)


def test_a_few_scraps_do_not_fill_it() -> None:
    scraps = picture(320, 180, VOID)
    for place in range(320 * 180 // 8):
        scraps[320 * 90 + place] = 0xFFC0C0C0
    assert is_blank(scraps, 320, 180)


def test_half_a_picture_is_a_picture() -> None:
    half = picture(320, 180, VOID)
    for place in range(320 * 90, 320 * 180):
        half[place] = 0xFFC0C0C0
    assert not is_blank(half, 320, 180)


@pytest.mark.parametrize("seed", range(20))
def test_a_green_picture_of_a_night_camera_is_not(seed: int) -> None:
    """Only green is in it, but it lives."""
    chance = Random(seed)
    greens = [chance.randrange(0x40, 0x90) << 8 | 0xFF000000 for _ in range(64 * 36)]
    assert not is_blank(memoryview(array("I", greens)), 64, 36)
