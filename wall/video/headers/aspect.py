"""The pixel aspect in video usability information (ITU-T H.264 and H.265, E.2.1, table E-1)."""

from __future__ import annotations

from fractions import Fraction

from wall.video.headers.bits import Bits
from wall.video.headers.size import SQUARE

_EXTENDED = 255
_MOST = 8
_UNSPECIFIED = (1, 1)
_TABLE = (
    _UNSPECIFIED,
    (1, 1),
    (12, 11),
    (10, 11),
    (16, 11),
    (40, 33),
    (24, 11),
    (20, 11),
    (32, 11),
    (80, 33),
    (18, 11),
    (15, 11),
    (64, 33),
    (160, 99),
    (4, 3),
    (3, 2),
    (2, 1),
)


def read_aspect(bits: Bits) -> Fraction:
    """Read the first fields of a VUI. Unspecified, reserved and absurd values are 1."""
    if not bits.flag():
        return SQUARE
    index = bits.unsigned(8)
    if index == _EXTENDED:
        return _sound(bits.unsigned(16), bits.unsigned(16))
    return Fraction(*_TABLE[index]) if index < len(_TABLE) else SQUARE


def _sound(width: int, height: int) -> Fraction:
    if not width or not height:
        return SQUARE
    aspect = Fraction(width, height)
    return aspect if Fraction(1, _MOST) <= aspect <= _MOST else SQUARE
