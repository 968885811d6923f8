"""The sequence parameter set of H.265 (ITU-T H.265, 7.3.2.2; VUI: annex E)."""

from __future__ import annotations

from functools import lru_cache

from wall.video.headers.annexb import nal_starts, payload
from wall.video.headers.aspect import read_aspect
from wall.video.headers.bits import Bits, Unreadable
from wall.video.headers.size import LARGEST, REMEMBERED, SQUARE, PictureSize, plausible

_SPS = 33
_SLICES = range(32)
_MOST_SUB_LAYERS_MINUS1 = 6
_FOUR_FOUR_FOUR = 3
# SubWidthC and SubHeightC (table 6-1); 1 where there is no chroma.
_CHROMA_STEPS = ((1, 1), (2, 2), (2, 1), (1, 1))
_PROFILE_BITS, _LEVEL_BITS = 88, 8
_MOST_PICTURES = 16
_MOST_SETS = 64
_MOST_LONG_TERM = 32


def h265_size(data: bytes) -> PictureSize | None:
    """Return what the base layer's parameter set before the first slice says, or None. Raises Unreadable."""
    for start in nal_starts(data):
        kind = data[start] >> 1 & 0x3F
        if kind == _SPS and _layer(data, start) == 0:
            return _size_in(payload(data, start + 2))
        if kind in _SLICES:
            return None
    return None


@lru_cache(maxsize=REMEMBERED)
def _size_in(parameter_set: bytes) -> PictureSize | None:
    """A camera sends the same one with each keyframe."""
    return _read_sps(Bits(parameter_set))


def _layer(data: bytes, start: int) -> int:
    """Return nuh_layer_id of the NAL unit whose two-byte header stands at `start`."""
    second = data[start + 1] if start + 1 < len(data) else 0
    return (data[start] & 1) << 5 | second >> 3


def _read_sps(bits: Bits) -> PictureSize | None:
    bits.skip(4)  # sps_video_parameter_set_id
    sub_layers_minus1 = bits.unsigned(3)
    if sub_layers_minus1 > _MOST_SUB_LAYERS_MINUS1:
        raise Unreadable("too many sub-layers")
    bits.skip(1)  # sps_temporal_id_nesting_flag
    _skip_profile_tier_level(bits, sub_layers_minus1)
    bits.exp_golomb(most=15)  # sps_seq_parameter_set_id
    width, height = _read_dimensions(bits)
    bits.exp_golomb(most=8)  # bit_depth_luma_minus8
    bits.exp_golomb(most=8)  # bit_depth_chroma_minus8
    order_bits = bits.exp_golomb(most=12) + 4
    reorder = _read_reorder(bits, sub_layers_minus1)
    _skip_coding_tools(bits)
    _skip_references(bits, order_bits)
    bits.skip(2)  # sps_temporal_mvp_enabled_flag, strong_intra_smoothing_enabled_flag
    sar = read_aspect(bits) if bits.flag() else SQUARE
    return plausible(PictureSize(width, height, sar, reorder))


def _skip_profile_tier_level(bits: Bits, sub_layers_minus1: int) -> None:
    """Pass over profile_tier_level( 1, … ) (7.3.3)."""
    bits.skip(_PROFILE_BITS + _LEVEL_BITS)
    if sub_layers_minus1 == 0:
        return
    present = [(bits.flag(), bits.flag()) for _ in range(sub_layers_minus1)]
    bits.skip(2 * (8 - sub_layers_minus1))  # reserved, to the next byte
    for profile, level in present:
        bits.skip(profile * _PROFILE_BITS + level * _LEVEL_BITS)


def _read_dimensions(bits: Bits) -> tuple[int, int]:
    chroma = bits.exp_golomb(most=_FOUR_FOUR_FOUR)
    if chroma == _FOUR_FOUR_FOUR:
        bits.skip(1)  # separate_colour_plane_flag: the window counts luma samples either way
    width, height = bits.exp_golomb(most=LARGEST), bits.exp_golomb(most=LARGEST)
    if not bits.flag():  # conformance_window_flag
        return width, height
    left, right, top, bottom = (bits.exp_golomb(most=LARGEST) for _ in range(4))
    step_across, step_down = _CHROMA_STEPS[chroma]
    return width - (left + right) * step_across, height - (top + bottom) * step_down


def _read_reorder(bits: Bits, sub_layers_minus1: int) -> int:
    """Return sps_max_num_reorder_pics of the highest sub-layer: all of them are decoded."""
    reorder = 0
    for _ in range(sub_layers_minus1 + 1 if bits.flag() else 1):
        bits.exp_golomb(most=_MOST_PICTURES - 1)  # sps_max_dec_pic_buffering_minus1
        reorder = bits.exp_golomb(most=_MOST_PICTURES - 1)
        bits.exp_golomb()  # sps_max_latency_increase_plus1
    return reorder


def _skip_coding_tools(bits: Bits) -> None:
    bits.skip_exp_golomb(6)  # block sizes and transform depths
    if bits.flag() and bits.flag():  # scaling_list_enabled_flag, sps_scaling_list_data_present_flag
        _skip_scaling_lists(bits)
    bits.skip(2)  # amp_enabled_flag, sample_adaptive_offset_enabled_flag
    if bits.flag():  # pcm_enabled_flag
        bits.skip(8)  # bit depths
        bits.skip_exp_golomb(2)  # block sizes
        bits.skip(1)  # pcm_loop_filter_disabled_flag


def _skip_scaling_lists(bits: Bits) -> None:
    """Pass over scaling_list_data (7.3.4)."""
    for size in range(4):
        for _ in range(2 if size == 3 else 6):
            if not bits.flag():  # scaling_list_pred_mode_flag
                bits.exp_golomb()  # scaling_list_pred_matrix_id_delta
                continue
            with_dc = size > 1
            bits.skip_exp_golomb(min(64, 1 << (4 + 2 * size)) + with_dc)


def _skip_references(bits: Bits, order_bits: int) -> None:
    deltas: list[int] | None = None
    for _ in range(bits.exp_golomb(most=_MOST_SETS)):
        deltas = _read_short_term_set(bits, deltas)
    if bits.flag():  # long_term_ref_pics_present_flag
        bits.skip(bits.exp_golomb(most=_MOST_LONG_TERM) * (order_bits + 1))


def _read_short_term_set(bits: Bits, previous: list[int] | None) -> list[int]:
    """Read st_ref_pic_set (7.3.7): distances in picture order, earlier pictures first, nearest first.

    They are needed only because a set may be told as a change of the one before, by one flag for each entry.
    """
    if previous is not None and bits.flag():  # inter_ref_pic_set_prediction_flag
        deltas = _read_changed_set(bits, previous)
    else:
        before, after = bits.exp_golomb(most=_MOST_PICTURES), bits.exp_golomb(most=_MOST_PICTURES)
        deltas = _read_distances(bits, before, -1) + _read_distances(bits, after, 1)
    if len(deltas) > _MOST_PICTURES:
        raise Unreadable("too many reference pictures")
    return deltas


def _read_distances(bits: Bits, count: int, sign: int) -> list[int]:
    distances, distance = [], 0
    for _ in range(count):
        distance += sign * (bits.exp_golomb(most=(1 << 15) - 1) + 1)
        bits.skip(1)  # used_by_curr_pic_flag
        distances.append(distance)
    return distances


def _read_changed_set(bits: Bits, previous: list[int]) -> list[int]:
    """Shift the set before, and its own picture, and keep what the flags keep (7.4.8, 7-61 and 7-62)."""
    backwards = bits.flag()
    distance = bits.exp_golomb(most=(1 << 15) - 1) + 1
    shift = -distance if backwards else distance
    # Kept if used_by_curr_pic_flag or else, read only then, use_delta_flag.
    kept = [delta + shift for delta in [*previous, 0] if bits.flag() or bits.flag()]
    return sorted((d for d in kept if d < 0), reverse=True) + sorted(d for d in kept if d > 0)
