"""What is kept of a stream: its units as they came, packed together so that thousands of them cost little."""

from __future__ import annotations

from array import array
from typing import NamedTuple

from wall.model.stream import Codec

_KEYFRAME, _DAMAGED = 1, 2


class KeptUnit(NamedTuple):
    """One access unit as it was received (Annex B, or a whole JPEG). A keyframe has its parameter sets with it.

    `arrived_s` is monotonic and never falls within a buffer, whatever the camera's clock does. `damaged` is that of
    `rtsp.AccessUnit`. `follows` is False where units are missing before this one: a connection that began anew, or what
    there was no room for.
    """

    data: bytes
    arrived_s: float
    keyframe: bool
    codec: Codec
    damaged: bool = False
    follows: bool = True

    @property
    def is_entry(self) -> bool:
        """Can a decoder begin here?"""
        return self.keyframe and not self.damaged


class Units:
    """Units of one codec in the order in which they came. Grows on one thread, may be read on others meanwhile."""

    __slots__ = ("arrived_s", "codec", "data", "flags")

    def __init__(self, codec: Codec) -> None:
        self.codec = codec
        self.arrived_s = array("d")
        self.flags = bytearray()
        self.data: list[bytes] = []

    def __len__(self) -> int:
        return len(self.data)

    def add(self, data: bytes, arrived_s: float, *, keyframe: bool, damaged: bool) -> None:
        """The bytes last: whoever sees them sees the rest."""
        self.arrived_s.append(arrived_s)
        self.flags.append(keyframe * _KEYFRAME | damaged * _DAMAGED)
        self.data.append(data)

    def unit(self, place: int, *, follows: bool = True) -> KeptUnit:
        """One of them. IndexError for one that has not come yet."""
        flags = self.flags[place]
        return KeptUnit(
            self.data[place],
            self.arrived_s[place],
            bool(flags & _KEYFRAME),
            self.codec,
            bool(flags & _DAMAGED),
            follows,
        )

    def entry_before(self, at_s: float) -> int:
        """Where the last whole keyframe at or before this moment is; the first unit where there is none."""
        for place in range(len(self) - 1, 0, -1):
            if self.arrived_s[place] <= at_s and self.flags[place] & (_KEYFRAME | _DAMAGED) == _KEYFRAME:
                return place
        return 0
