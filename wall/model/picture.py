"""What the painting thread sees of decoded pictures: nothing but this."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple, Protocol


class PictureBox(NamedTuple):
    """In how many device pixels a picture is wanted: inside them in its own proportions, or over all of them."""

    width: int
    height: int
    stretches: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """One decoded picture, already at the tile's size.

    `pixels` are BGRX, 8 bits each, top row first, `stride` bytes a row, in memory shared with the decode process; they
    stay untouched until the feed is asked for the next one. `picture_s` is when the picture last changed, in monotonic
    seconds: a standing picture ages though copies of it arrive. `count` numbers the pictures of this stream.
    """

    width: int
    height: int
    stride: int
    pixels: memoryview
    picture_s: float
    count: int


class PictureDrill(Enum):
    """What is done to a tile's picture, to see whether it is noticed."""

    STANDS = "it stands"
    BLACK = "it is black"


class PictureFeed(Protocol):
    """The newest picture of one tile. Read by one thread only, the painting one; never blocks."""

    def has_newer(self) -> bool:
        """Is there a picture newer than the held one? Cheap: asked for every tile at every tick."""
        ...

    def hold(self) -> Picture | None:
        """Take the newest picture, and let go of the former. None while there never was one."""
        ...
