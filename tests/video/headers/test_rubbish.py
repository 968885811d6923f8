"""Whatever the bytes are: an answer that makes sense or None, never an exception, and soon."""

from __future__ import annotations

import time
from fractions import Fraction
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.video.headers.encodings import Recipe, encode
from wall.model.stream import Codec
from wall.video.headers import PictureSize, picture_size

STARTS = {
    Codec.H264: b"\0\0\1\x67\x64\0\x28",
    Codec.H265: b"\0\0\1\x42\1\1\1\x60\0\0\3\0\x90\0\0\3\0\0\3\0\x78",
    Codec.MJPEG: b"\xff\xd8\xff",
}
SLICES = {Codec.H264: b"\0\0\1\x65", Codec.H265: b"\0\0\1\x28\1", Codec.MJPEG: b"\xff\xda"}
# Thousands of times what it takes, for a machine that has other things to do.
PATIENCE_S = 2.0
codecs = st.sampled_from(list(Codec))


@cache
def real(codec: Codec) -> bytes:
    pixels = "yuvj420p" if codec is Codec.MJPEG else "yuv420p"
    return encode(Recipe(codec, 330, 214, Fraction(12, 11), pixels))[0]


def head(codec: Codec) -> bytes:
    """Return what stands before the first slice of a real picture."""
    unit = real(codec)
    return unit[: unit.index(SLICES[codec])]


def makes_sense(size: PictureSize | None) -> bool:
    if size is None:
        return True
    sides = (size.width, size.height, *size.display_size())
    return all(1 <= side <= 16384 for side in sides) and size.reorder in (None, *range(17))


@settings(deadline=None)  # the machine may be busy; time is judged below
@given(codec=codecs, rubbish=st.binary(max_size=300), begun=st.booleans())
def test_rubbish(codec: Codec, rubbish: bytes, begun: bool) -> None:
    assert makes_sense(picture_size(codec, STARTS[codec] + rubbish if begun else rubbish))


@settings(deadline=None)  # the machine may be busy; time is judged below
@given(codec=codecs, data=st.data())
def test_flipped_bits(codec: Codec, data: st.DataObject) -> None:
    unit = bytearray(head(codec))
    for _ in range(data.draw(st.integers(1, 4))):
        position = data.draw(st.integers(0, len(unit) * 8 - 1))
        unit[position >> 3] ^= 1 << (position & 7)
    assert makes_sense(picture_size(codec, bytes(unit)))


@pytest.mark.parametrize("codec", list(Codec))
def test_cut_short_it_says_the_truth_or_nothing(codec: Codec) -> None:
    whole = picture_size(codec, real(codec))
    assert whole is not None
    answers = [picture_size(codec, head(codec)[:length]) for length in range(len(head(codec)))]
    seen = {(size.width, size.height, size.sar) for size in answers if size is not None}
    assert seen <= {(whole.width, whole.height, whole.sar)}
    assert answers[0] is None


@pytest.mark.parametrize("codec", list(Codec))
@pytest.mark.parametrize(
    "pattern",
    [
        b"\0",
        b"\xff",
        b"\0\0\1",
        b"\0\0\1\x09",
        b"\0\0\1\x67",
        b"\0\0\1\x42\1",
        b"\0\0\3",
        b"\xff\xe0\0\2",
        b"\xaa",
    ],
)
def test_much_rubbish_takes_little_time(codec: Codec, pattern: bytes) -> None:
    unit = STARTS[codec] + pattern * (10_000_000 // len(pattern))
    begin_s = time.perf_counter()
    assert makes_sense(picture_size(codec, unit))
    assert time.perf_counter() - begin_s < PATIENCE_S
