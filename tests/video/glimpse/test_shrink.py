"""Small pictures of large ones: true in shape and colour, and of nothing that is no picture."""

from __future__ import annotations

import os
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from PIL import Image

from tests.video.encoded import QUARTERS, damaged, encode, quarters
from tests.video.glimpse.bombs import jpeg, saved
from wall.model.errors import MalformedReplyError, UnsupportedError, WallError
from wall.model.stream import Codec
from wall.video.glimpse.shrink import Small, digest_of, shrink_jpeg, shrink_pixels, shrink_unit

BOX = (240, 135)


def corners(small: Small) -> list[tuple[int, ...]]:
    """The middle of each quarter, RGB."""
    pixels = np.frombuffer(small.pixels, np.uint8).reshape(small.height, small.width, 4)
    places = [(y, x) for y in (small.height // 4, small.height * 3 // 4) for x in (small.width // 4, small.width // 2)]
    return [tuple(int(value) for value in pixels[y, x + small.width // 5][2::-1]) for y, x in places]


def is_true(small: Small) -> bool:
    seen = np.array(corners(small))[[0, 1, 2, 3]]
    wanted = np.array([QUARTERS[0], QUARTERS[1], QUARTERS[2], QUARTERS[3]])
    return bool((abs(seen - wanted) < 24).all())


@pytest.mark.parametrize("size", [(640, 360), (1280, 720), (2560, 1440), (480, 270)])
def test_a_jpeg(size: tuple[int, int]) -> None:
    small = shrink_jpeg(saved(Image.fromarray(quarters(*size))), BOX)
    assert (small.width, small.height) == BOX
    assert len(small.pixels) == 240 * 135 * 4
    assert is_true(small)


@pytest.mark.parametrize(
    ("size", "expected"), [((640, 480), (180, 135)), ((360, 640), (74, 135)), ((1000, 1000), (134, 135))]
)
def test_other_shapes_keep_theirs(size: tuple[int, int], expected: tuple[int, int]) -> None:
    small = shrink_jpeg(jpeg(*size), BOX)
    assert (small.width, small.height) == expected


def test_a_picture_that_is_small_stays_as_it_is() -> None:
    small = shrink_jpeg(jpeg(64, 36), BOX)
    assert (small.width, small.height) == (64, 36)


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_grey_and_printed_jpegs(mode: str) -> None:
    small = shrink_jpeg(saved(Image.fromarray(quarters(640, 360)).convert(mode)), BOX)
    assert (small.width, small.height) == BOX


def test_what_was_sent_twice_has_the_same_digest() -> None:
    picture, other = Image.fromarray(quarters(640, 360)), Image.fromarray(quarters(640, 360, 3))
    assert digest_of(saved(picture)) == digest_of(saved(picture, comment=b"10:00:01")) != digest_of(saved(other))
    units = encode(Codec.H264, [quarters(640, 360), quarters(640, 360, 3)])
    assert digest_of(units[0]) == digest_of(units[0]) != digest_of(units[1])
    assert digest_of(b"") and "pixels" not in repr(shrink_jpeg(saved(picture), BOX))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xd8",
        os.urandom(5000),
        jpeg()[:3000],
        saved(Image.new("RGB", (64, 36)))[:-40] + os.urandom(40)[:3],
        b"GIF89a" + bytes(50),
        b"\xff\xd8\xff\xc0\x00\x11\x08\x00\x00\x00\x00\x03" + bytes(40),
    ],
)
def test_what_is_no_jpeg_is_named(data: bytes) -> None:
    with pytest.raises(MalformedReplyError):
        shrink_jpeg(data, BOX)


def with_size(width: int, height: int, **options: Any) -> bytes:
    """A JPEG whose header claims another size."""
    data = bytearray(jpeg(64, 36, **options))
    at = next(data.index(marker) for marker in (b"\xff\xc0", b"\xff\xc2") if marker in data) + 5
    data[at : at + 4] = height.to_bytes(2, "big") + width.to_bytes(2, "big")
    return bytes(data)


@pytest.mark.parametrize(
    "data", [with_size(65000, 65000), with_size(8000, 6000), with_size(4000, 3000, progressive=True)]
)
def test_too_many_pixels_are_not_decoded(data: bytes) -> None:
    with pytest.raises(UnsupportedError):
        shrink_jpeg(data, BOX)


@pytest.mark.parametrize("codec", list(Codec))
def test_a_keyframe(codec: Codec) -> None:
    unit = encode(codec, [quarters(640, 360)])[0]
    small = shrink_unit(codec, unit, BOX)
    assert (small.width, small.height) == BOX
    assert is_true(small)


def test_a_keyframe_whose_pixels_are_not_square() -> None:
    unit = encode(Codec.H264, [quarters(360, 288)], aspect=Fraction(64, 45))[0]
    small = shrink_unit(Codec.H264, unit, BOX)
    assert (small.width, small.height) == BOX


@pytest.mark.parametrize("codec", [Codec.H264, Codec.H265])
@pytest.mark.parametrize("unit", [b"", b"\0\0\0\1", os.urandom(3000)])
def test_what_is_no_keyframe_is_named(codec: Codec, unit: bytes) -> None:
    with pytest.raises(WallError):
        shrink_unit(codec, unit, BOX)


def test_damage_is_named_or_concealed_but_never_fatal() -> None:
    unit = encode(Codec.H264, [quarters(640, 360)])[0]
    for seed in range(20):
        try:
            assert shrink_unit(Codec.H264, damaged(unit, seed), BOX).width == 240
        except MalformedReplyError:
            continue


def test_decoded_pixels() -> None:
    picture = np.zeros((180, 340, 4), np.uint8)
    picture[:, :320, 2::-1] = quarters(320, 180)
    small = shrink_pixels(picture.tobytes(), (320, 180), 340 * 4, BOX)
    assert (small.width, small.height) == BOX and is_true(small)
