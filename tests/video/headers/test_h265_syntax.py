"""H.265 parameter sets with what x265 does not write; FFmpeg must read the same."""

from __future__ import annotations

from fractions import Fraction

import pytest

from tests.video.headers.bit_writer import START_CODE, BitWriter, with_parameter_set
from tests.video.headers.encodings import Recipe, decoder_report, encode
from wall.model.stream import Codec
from wall.video.headers import PictureSize, picture_size

SPS = b"\x42\x01"
SPS_OF_LAYER_1 = b"\x42\x09"
IDR_SLICE = START_CODE + b"\x26\x01\xaf"
MAIN = (1 << 80) | (0x6000_0000 << 48) | (0b1001 << 44)
LEVEL_4 = 120
ONE_LAYER = Recipe(Codec.H265)
THREE_LAYERS = Recipe(Codec.H265, options=(("x265-params", "log-level=none:temporal-layers=3:bframes=4"),))
SIZE_12_11 = PictureSize(64, 48, Fraction(12, 11), 2)


def begin(sub_layers: int = 1) -> BitWriter:
    """Write up to general_level_idc."""
    writer = BitWriter().u(4, 0).u(3, sub_layers - 1).flags(1)
    return writer.u(88, MAIN).u(8, LEVEL_4)


def picture(writer: BitWriter, width: int = 64, height: int = 48, window: tuple[int, ...] = ()) -> BitWriter:
    """Write sps_seq_parameter_set_id to log2_max_pic_order_cnt_lsb_minus4."""
    writer.ue(0, 1, width, height).flags(1 if window else 0).ue(*window)
    return writer.ue(0, 0, 4)


def buffers(writer: BitWriter) -> BitWriter:
    """Write the limits of one sub-layer: up to two pictures are reordered."""
    return writer.flags(0).ue(4, 2, 0)


def blocks(writer: BitWriter) -> BitWriter:
    """Write the block sizes: coding blocks of 8 to 64, transforms of 4 to 32."""
    return writer.ue(0, 3, 0, 3, 0, 0)


def no_tools(writer: BitWriter) -> BitWriter:
    """Write scaling_list_enabled_flag to pcm_enabled_flag."""
    return writer.flags(0, 0, 0, 0)


def usability(writer: BitWriter) -> BitWriter:
    """Write what follows the long-term pictures, with an aspect of 12:11 and nothing else."""
    return writer.flags(0, 0).flags(1).flags(1).u(8, 2).flags(*[0] * 11).flags(0)


def until_references() -> BitWriter:
    return no_tools(blocks(buffers(picture(begin()))))


def read(writer: BitWriter) -> PictureSize | None:
    return picture_size(Codec.H265, writer.nal(SPS))


def judged(writer: BitWriter, recipe: Recipe = ONE_LAYER) -> PictureSize:
    """Return what we read; FFmpeg must read the same in front of a real picture."""
    unit = with_parameter_set(encode(recipe)[0], SPS, writer.nal(SPS))
    size = picture_size(Codec.H265, unit)
    assert size is not None
    report = decoder_report(Codec.H265, [unit])
    assert (report.width, report.height, report.sar) == (size.width, size.height, size.sar)
    assert report.reorder == size.reorder
    return size


def test_plain() -> None:
    assert judged(usability(until_references().ue(0).flags(0))) == SIZE_12_11


def test_conformance_window() -> None:
    writer = no_tools(blocks(buffers(picture(begin(), 1920, 1088, (1, 2, 0, 4)))))
    assert judged(writer.ue(0).flags(0).flags(0, 0, 0, 0)) == PictureSize(1914, 1080, Fraction(1), 2)


def test_sub_layers() -> None:
    writer = begin(sub_layers=3).flags(1, 0, 0, 1).u(12, 0).u(88, MAIN).u(8, 60)
    picture(writer).flags(1).ue(2, 0, 0).ue(3, 1, 0).ue(5, 3, 0)
    size = judged(usability(no_tools(blocks(writer)).ue(0).flags(0)), THREE_LAYERS)
    assert size == PictureSize(64, 48, Fraction(12, 11), 3)


def test_scaling_lists_and_pcm() -> None:
    writer = blocks(buffers(picture(begin()))).flags(1, 1)
    writer.flags(1).se(*[1, -1] * 8).flags(0).ue(1)  # 4x4: told, then as the one before
    writer.flags(0).ue(0).flags(0).ue(0).flags(0).ue(0).flags(1).se(*[-1, 1] * 8)
    writer.flags(1).se(*[2, -2] * 32)  # 8x8
    for _ in range(5):
        writer.flags(0).ue(0)
    for count in (6, 2):  # 16x16 and 32x32 have one number more
        for _ in range(count):
            writer.flags(1).se(8).se(*[3, -3] * 32)
    writer.flags(1, 0).flags(1).u(4, 7).u(4, 7).ue(0, 0).flags(1)
    assert judged(usability(writer.ue(0).flags(0))) == SIZE_12_11


def test_reference_sets_told_as_changes() -> None:
    writer = until_references().ue(4)
    writer.ue(2, 1).ue(0).flags(1).ue(3).flags(0).ue(1).flags(1)  # -1, -5, +2
    # Shifted by -2: -3, -7, 0, -2. The 0 is the picture itself and falls out, although it is marked as kept.
    writer.flags(1).flags(1).ue(1).flags(1, 1, 1, 1)
    # Three are left, -2, -3, -7, so four flags follow; shifted by +3: 1, 0, -4 and 3; -4 is left out.
    writer.flags(1).flags(0).ue(2).flags(0, 1).flags(1).flags(0, 0).flags(1)
    # Two are left, so three flags follow.
    writer.flags(1).flags(0).ue(0).flags(1, 1, 1)
    assert read(usability(writer.flags(0))) == SIZE_12_11


def test_reference_sets_as_ffmpeg_reads_them() -> None:
    writer = until_references().ue(3)
    writer.ue(2, 1).ue(0).flags(1).ue(3).flags(0).ue(1).flags(1)  # -1, -5, +2
    writer.flags(1).flags(1).ue(0).flags(1, 0, 1, 0, 0).flags(1)  # shifted by -1, third left out: -1, -2, -6
    writer.flags(1).flags(0).ue(3).flags(1, 1, 1, 1)  # shifted by +4
    assert judged(usability(writer.flags(0))) == SIZE_12_11


def test_long_term_pictures() -> None:
    writer = until_references().ue(0).flags(1).ue(3)
    for _ in range(3):
        writer.u(8, 0xA5).flags(1)
    assert judged(usability(writer)) == SIZE_12_11


@pytest.mark.parametrize(
    "writer",
    [
        picture(begin(), 16385, 64),
        usability(no_tools(blocks(buffers(picture(begin(), 64, 20000)))).ue(0).flags(0)),
        usability(no_tools(blocks(buffers(picture(begin(), 64, 64, (16, 16, 0, 0))))).ue(0).flags(0)),
        usability(no_tools(blocks(buffers(picture(begin(), 16384, 64)))).ue(0).flags(0)),
        usability(until_references().ue(65)),
        usability(until_references().ue(1).ue(9, 8)),
        usability(until_references().ue(0).flags(1).ue(33)),
        BitWriter().u(4, 0).u(3, 7).u(300, 0),
    ],
    ids=["wide", "high", "window", "stretched", "sets", "references", "long term", "sub-layers"],
)
def test_absurd_values_say_nothing(writer: BitWriter) -> None:
    assert read(writer) is None


def test_only_the_base_layer_counts() -> None:
    sps = usability(until_references().ue(0).flags(0))
    assert picture_size(Codec.H265, sps.nal(SPS_OF_LAYER_1)) is None
    assert picture_size(Codec.H265, sps.nal(SPS_OF_LAYER_1) + sps.nal(SPS)) == SIZE_12_11


def test_nothing_is_looked_for_after_the_first_slice() -> None:
    sps = usability(until_references().ue(0).flags(0)).nal(SPS)
    assert picture_size(Codec.H265, sps + IDR_SLICE) == SIZE_12_11
    assert picture_size(Codec.H265, IDR_SLICE + sps) is None
