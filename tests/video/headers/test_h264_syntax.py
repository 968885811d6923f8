"""H.264 parameter sets with what x264 does not write; FFmpeg must read the same where it supports them."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.video.headers.bit_writer import START_CODE, BitWriter, with_parameter_set
from tests.video.headers.encodings import Recipe, decoder_report, encode
from wall.model.stream import Codec
from wall.video.headers import PictureSize, picture_size

BASELINE, HIGH, HIGH_444 = 66, 100, 244
SPS = b"\x67"
IDR_SLICE = START_CODE + b"\x65\x88\x84"
FRAMES, FIELDS = (1, 1), (0, 0, 1)
UNCROPPED = (0,)


def begin(profile: int = BASELINE) -> BitWriter:
    """Write up to seq_parameter_set_id."""
    return BitWriter().u(8, profile).u(8, 0).u(8, 40).ue(0)


def order(writer: BitWriter) -> BitWriter:
    """Write log2_max_frame_num_minus4 to gaps_in_frame_num_value_allowed_flag, the simplest way."""
    return writer.ue(0).ue(2).ue(1).flags(0)


def blocks(writer: BitWriter, across: int = 4, down: int = 3, coding: tuple[int, ...] = FRAMES) -> BitWriter:
    """Write the size in macroblocks, up to direct_8x8_inference_flag."""
    return writer.ue(across - 1, down - 1).flags(*coding)


def until_usability() -> BitWriter:
    """Write a whole set of 64x48, up to vui_parameters_present_flag, which says yes."""
    return blocks(order(begin())).flags(0, 1)


def read(writer: BitWriter) -> PictureSize | None:
    return picture_size(Codec.H264, writer.nal(SPS))


def judged(writer: BitWriter) -> PictureSize:
    """Return what we read; FFmpeg must read the same in front of a real picture."""
    unit = with_parameter_set(encode(Recipe(Codec.H264))[0], SPS, writer.nal(SPS))
    size = picture_size(Codec.H264, unit)
    assert size is not None
    report = decoder_report(Codec.H264, [unit])
    assert (report.width, report.height, report.sar) == (size.width, size.height, size.sar)
    return size


def test_no_usability_information() -> None:
    assert judged(blocks(order(begin())).flags(0, 0)) == PictureSize(64, 48, Fraction(1), None)


def test_picture_order_of_type_1() -> None:
    writer = begin().ue(0).ue(1).flags(1).se(-5, 300).ue(3).se(1, -70000, 9).ue(1).flags(0)
    assert judged(blocks(writer).flags(0, 0)) == PictureSize(64, 48)


def test_scaling_lists() -> None:
    writer = begin(HIGH).ue(1, 0, 0).flags(0, 1)
    writer.flags(1).se(*[1, -1] * 8)  # a full short list
    writer.flags(0, 1).se(-8)  # one as the list before, one that ends at once
    writer.flags(0, 0, 0, 1).se(*[3, -3] * 32)  # a full long list
    writer.flags(1).se(2, 100, -110)  # one that ends early
    assert judged(blocks(order(writer)).flags(0, 0)) == PictureSize(64, 48)


def test_twelve_scaling_lists_without_subsampling() -> None:
    writer = begin(HIGH_444).ue(3).flags(0).ue(0, 0).flags(0, 1)
    writer.flags(*[0] * 11, 1).se(*[3, -3] * 32)
    assert judged(blocks(order(writer)).flags(0, 0)) == PictureSize(64, 48)


def test_separate_colour_planes_crop_by_one() -> None:
    writer = begin(HIGH_444).ue(3).flags(1).ue(0, 0).flags(0, 0)
    assert read(blocks(order(writer)).flags(1).ue(1, 2, 3, 4).flags(0)) == PictureSize(61, 41)


def test_fields_crop_by_twice_as_much() -> None:
    writer = blocks(order(begin(77)), 120, 34, FIELDS).flags(1).ue(0, 0, 0, 2).flags(0)
    assert judged(writer) == PictureSize(1920, 1080)


@pytest.mark.parametrize("buffer_models", [(0, 0), (1, 0), (0, 1), (1, 1)])
def test_reordering_at_the_end_of_full_usability_information(buffer_models: tuple[int, int]) -> None:
    writer = until_usability().flags(1).u(8, 2)
    writer.flags(1, 1)  # overscan
    writer.flags(1).u(4, 11).flags(1).u(24, 0x010101)  # video signal
    writer.flags(1).ue(3, 5)  # chroma location
    writer.flags(1).u(32, 1).u(32, 50).flags(1)  # timing
    for present in buffer_models:
        writer.flags(present)
        if present:
            writer.ue(2).u(8, 0x12)
            for _ in range(3):
                writer.ue(70000, 5).flags(1)
            writer.u(20, 0xABCDE)
    if any(buffer_models):
        writer.flags(0)
    writer.flags(1).flags(1).flags(1).ue(0, 0, 10, 10).ue(1, 4)
    assert judged(writer) == PictureSize(64, 48, Fraction(12, 11), 1)


@pytest.mark.parametrize("aspect", [(0, 0), (0, 1), (1, 0), (1, 1080), (1920, 1), (65535, 1)])
def test_absurd_pixel_aspect_counts_as_square(aspect: tuple[int, int]) -> None:
    writer = until_usability().flags(1).u(8, 255).u(16, aspect[0]).u(16, aspect[1])
    assert read(writer.flags(*[0] * 9)) == PictureSize(64, 48)


def test_reserved_pixel_aspect_counts_as_square() -> None:
    assert read(until_usability().flags(1).u(8, 17).flags(*[0] * 9)) == PictureSize(64, 48)


def test_broken_end_leaves_size_and_aspect() -> None:
    writer = until_usability().flags(1).u(8, 2).flags(0, 0, 0, 1).u(32, 1)
    assert read(writer) == PictureSize(64, 48, Fraction(12, 11), None)


def test_no_aspect_where_it_should_be_is_unreadable() -> None:
    assert read(until_usability().flags(1)) is None


@pytest.mark.parametrize(
    "writer",
    [
        blocks(order(begin()), across=1025).flags(0, 0),
        blocks(order(begin()), down=1025).flags(0, 0),
        blocks(order(begin()), 4, 1024, FIELDS).flags(0, 0),
        blocks(order(begin())).flags(1).ue(16, 16, 0, 0).flags(0),
        blocks(order(begin())).flags(1).ue(0, 0, 30, 30).flags(0),
        blocks(order(begin()), across=1024).flags(0, 1).flags(1).u(8, 16).flags(*[0] * 9),
        begin().ue(0).ue(1).flags(0).se(0, 0).ue(256).se(*[0] * 256),
        begin(HIGH).ue(4),
        BitWriter().u(8, BASELINE).u(16, 40).u(64, 0),
    ],
    ids=[
        "wide",
        "high",
        "fields",
        "cropped across",
        "cropped down",
        "stretched",
        "cycle",
        "chroma",
        "endless",
    ],
)
def test_absurd_values_say_nothing(writer: BitWriter) -> None:
    assert read(writer) is None


def test_largest_size() -> None:
    assert read(blocks(order(begin()), 1024, 1024).flags(0, 0)) == PictureSize(16384, 16384)


def test_nothing_is_looked_for_after_the_first_slice() -> None:
    sps = blocks(order(begin())).flags(0, 0).nal(SPS)
    assert picture_size(Codec.H264, sps + IDR_SLICE) == PictureSize(64, 48)
    assert picture_size(Codec.H264, IDR_SLICE + sps) is None


def test_start_codes_of_three_bytes() -> None:
    sps = blocks(order(begin())).flags(0, 0).nal(SPS)
    delimiter = b"\0\0\1\x09\xf0"
    assert picture_size(Codec.H264, delimiter + sps[1:] + IDR_SLICE[1:]) == PictureSize(64, 48)
