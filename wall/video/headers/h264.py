"""The sequence parameter set of H.264 (ITU-T H.264, 7.3.2.1.1; VUI: annex E)."""

from __future__ import annotations

from functools import lru_cache

from wall.video.headers.annexb import nal_starts, payload
from wall.video.headers.aspect import read_aspect
from wall.video.headers.bits import Bits, Unreadable
from wall.video.headers.size import LARGEST, REMEMBERED, PictureSize, plausible

_SPS = 7
_SLICES = range(1, 6)
_WITH_CHROMA_FORMAT = frozenset((44, 83, 86, 100, 110, 118, 122, 128, 134, 135, 138, 139, 244))
_FOUR_TWO_ZERO, _FOUR_FOUR_FOUR = 1, 3
# How many luma samples one chroma sample covers, across and down (table 6-1); 1 where there is no chroma.
_CHROMA_STEPS = ((1, 1), (2, 2), (2, 1), (1, 1))
_MACROBLOCK = 16
_MOST_PICTURES = 16


def h264_size(data: bytes) -> PictureSize | None:
    """Return what the parameter set before the first slice says; None without one. Raises Unreadable."""
    for start in nal_starts(data):
        kind = data[start] & 0x1F
        if kind == _SPS:
            return _size_in(payload(data, start + 1))
        if kind in _SLICES:
            return None
    return None


@lru_cache(maxsize=REMEMBERED)
def _size_in(parameter_set: bytes) -> PictureSize | None:
    """A camera sends the same one with each keyframe."""
    return _read_sps(Bits(parameter_set))


def _read_sps(bits: Bits) -> PictureSize | None:
    profile = bits.unsigned(8)
    bits.skip(16)  # constraint flags, level
    bits.exp_golomb(most=31)  # seq_parameter_set_id
    chroma = _read_chroma(bits) if profile in _WITH_CHROMA_FORMAT else _FOUR_TWO_ZERO
    bits.exp_golomb(most=12)  # log2_max_frame_num_minus4
    _skip_picture_order(bits)
    bits.exp_golomb(most=_MOST_PICTURES)  # max_num_ref_frames
    bits.skip(1)  # gaps_in_frame_num_value_allowed_flag
    width, height = _read_dimensions(bits, chroma)
    if not bits.flag():  # vui_parameters_present_flag
        return plausible(PictureSize(width, height))
    sar = read_aspect(bits)
    return plausible(PictureSize(width, height, sar, _reorder_if_readable(bits)))


def _read_chroma(bits: Bits) -> int:
    """Return ChromaArrayType and pass over all that only high profiles have."""
    chroma = bits.exp_golomb(most=_FOUR_FOUR_FOUR)
    lists = 12 if chroma == _FOUR_FOUR_FOUR else 8
    separate_planes = chroma == _FOUR_FOUR_FOUR and bits.flag()
    bits.exp_golomb(most=6)  # bit_depth_luma_minus8
    bits.exp_golomb(most=6)  # bit_depth_chroma_minus8
    bits.skip(1)  # qpprime_y_zero_transform_bypass_flag
    if bits.flag():  # seq_scaling_matrix_present_flag
        for index in range(lists):
            if bits.flag():
                _skip_scaling_list(bits, 16 if index < 6 else 64)
    return 0 if separate_planes else chroma


def _skip_scaling_list(bits: Bits, count: int) -> None:
    last = 8
    for _ in range(count):
        last = (last + bits.signed_exp_golomb()) % 256
        if last == 0:  # the rest repeats the value before
            return


def _skip_picture_order(bits: Bits) -> None:
    kind = bits.exp_golomb(most=2)
    if kind == 0:
        bits.exp_golomb(most=12)  # log2_max_pic_order_cnt_lsb_minus4
    elif kind == 1:
        bits.skip(1)  # delta_pic_order_always_zero_flag
        bits.skip_exp_golomb(2)  # offset_for_non_ref_pic, offset_for_top_to_bottom_field
        bits.skip_exp_golomb(bits.exp_golomb(most=255))  # offset_for_ref_frame


def _read_dimensions(bits: Bits, chroma: int) -> tuple[int, int]:
    across = bits.exp_golomb(most=LARGEST // _MACROBLOCK - 1) + 1
    down = bits.exp_golomb(most=LARGEST // _MACROBLOCK - 1) + 1
    fields = 1 if bits.flag() else 2  # frame_mbs_only_flag
    if fields == 2:
        bits.skip(1)  # mb_adaptive_frame_field_flag
    bits.skip(1)  # direct_8x8_inference_flag
    width, height = across * _MACROBLOCK, down * _MACROBLOCK * fields
    if not bits.flag():  # frame_cropping_flag
        return width, height
    left, right, top, bottom = (bits.exp_golomb(most=LARGEST) for _ in range(4))
    step_across, step_down = _CHROMA_STEPS[chroma]
    return width - (left + right) * step_across, height - (top + bottom) * step_down * fields


def _reorder_if_readable(bits: Bits) -> int | None:
    try:
        return _read_reorder(bits)
    except Unreadable:
        return None


def _read_reorder(bits: Bits) -> int | None:
    """Read the rest of a VUI, from overscan_info_present_flag on; None without restrictions."""
    if bits.flag():
        bits.skip(1)  # overscan_appropriate_flag
    if bits.flag():  # video_signal_type_present_flag
        bits.skip(4)  # video_format, video_full_range_flag
        if bits.flag():
            bits.skip(24)  # colour description
    if bits.flag():
        bits.skip_exp_golomb(2)  # chroma sample locations
    if bits.flag():
        bits.skip(65)  # timing
    # Both must be read, whatever the first one says.
    if any([_skip_hrd(bits), _skip_hrd(bits)]):
        bits.skip(1)  # low_delay_hrd_flag
    bits.skip(1)  # pic_struct_present_flag
    if not bits.flag():  # bitstream_restriction_flag
        return None
    bits.skip(1)  # motion_vectors_over_pic_boundaries_flag
    bits.skip_exp_golomb(4)  # sizes of pictures, macroblocks and vectors
    return bits.exp_golomb(most=_MOST_PICTURES)


def _skip_hrd(bits: Bits) -> bool:
    """Pass over hrd_parameters (E.1.2) if they are there; return whether they are."""
    if not bits.flag():
        return False
    buffers = bits.exp_golomb(most=31) + 1
    bits.skip(8)  # scales
    for _ in range(buffers):
        bits.skip_exp_golomb(2)
        bits.skip(1)
    bits.skip(20)  # lengths of delays and times
    return True
