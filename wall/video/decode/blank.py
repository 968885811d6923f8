"""Is a decoded picture one into which nothing was decoded?"""

from __future__ import annotations

_SAMPLES = 8
"""Down, and across."""
_RED_AND_BLUE = 0xFF00FF
_DARKEST, _BRIGHTEST, _SPREAD = 0x48, 0x8C, 4
_BLANK_SHARE = 0.75


def is_blank(pixels: memoryview, width: int, height: int, stride: int = 0) -> bool:
    """Is most of a BGRX picture, given as 32-bit numbers, the colour of memory that was never written? Its rows begin
    `stride` bytes apart; 0: without gaps.

    WORKAROUND FFmpeg 5.1: of a keyframe that strict decoding refuses, the empty picture stays, and later ones are built
    on it. All zeros in YUV are a green of 133 to 136 in BT.601, 77 in BT.709, and a camera never sends quite the same
    colour everywhere.
    """
    across, pitch = max(1, width // _SAMPLES), stride // 4 or width
    rows = range(height // (2 * _SAMPLES), height, max(1, height // _SAMPLES))
    first = pixels[rows[0] * pitch]
    if not _is_void_green(first):
        return False
    seen = [colour for row in rows for colour in pixels[row * pitch : row * pitch + width : across].tolist()]
    alike = sum(_is_void_green(colour) and abs(_green(colour) - _green(first)) <= _SPREAD for colour in seen)
    return alike >= _BLANK_SHARE * len(seen)


def _green(colour: int) -> int:
    return colour >> 8 & 0xFF


def _is_void_green(colour: int) -> bool:
    return not colour & _RED_AND_BLUE and _DARKEST <= _green(colour) <= _BRIGHTEST
