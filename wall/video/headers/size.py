"""How large a picture is, and what cannot be true."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

LARGEST = 16384
SQUARE = Fraction(1)
REMEMBERED = 64
"""Parameter sets whose size is known already: more than a process has cameras."""


@dataclass(frozen=True, slots=True)
class PictureSize:
    """Coded size after cropping, pixel aspect (width over height) and how far pictures are reordered.

    `sar` is 1 when unspecified. `reorder` is how many pictures may be sent before one that is shown
    earlier: what the H.264 VUI or the H.265 parameter set says, None where nothing is said (as in any JPEG).
    """

    width: int
    height: int
    sar: Fraction = SQUARE
    reorder: int | None = None

    def display_size(self) -> tuple[int, int]:
        """Return width and height in square pixels: the width is scaled, the height stays."""
        return max(1, round(self.width * self.sar)), self.height


def plausible(size: PictureSize) -> PictureSize | None:
    """Return `size` if memory can be made for such a picture, else None."""
    sides = (size.width, size.height, size.display_size()[0])
    return size if all(0 < side <= LARGEST for side in sides) else None
