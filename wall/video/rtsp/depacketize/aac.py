"""AAC payloads to ADTS (RFC 3640, AAC-hbr; ISO/IEC 13818-7, 6.2): units that tell their own size and rate. No I/O."""

from __future__ import annotations

from dataclasses import dataclass

from wall.video.rtsp.sound_sdp import AuLayout

_HEADER = 7
_LONGEST = 0x1FFF - _HEADER
_WITH_EXTENSION = {5, 29}
"""Object types (SBR, PS) that only say of what follows that it is more than it seems."""
_ESCAPED_RATE = 15


@dataclass(frozen=True, slots=True)
class Shape:
    """What an ADTS header says of the sound: object type, index of the rate, number of channels."""

    kind: int
    rate: int
    channels: int


def shape_of(config: bytes) -> Shape | None:
    """Read an AudioSpecificConfig of two bytes and more; None for one that ADTS cannot say."""
    bits = int.from_bytes(config[:2], "big")
    kind, rate, channels = bits >> 11, bits >> 7 & 0x0F, bits >> 3 & 0x0F
    if kind in _WITH_EXTENSION:
        kind = 2  # Low complexity: what such extensions stand on. A decoder finds the extension by itself.
    if not 1 <= kind <= 4 or rate >= _ESCAPED_RATE or not 1 <= channels <= 7:
        return None
    return Shape(kind, rate, channels)


class AacDepacketizer:
    """Puts an ADTS header before each access unit; several in a packet follow each other in one unit."""

    __slots__ = ("_layout", "_missing", "_shape", "has_picture", "unit")

    def __init__(self, shape: Shape, layout: AuLayout) -> None:
        self.unit = bytearray()
        self.has_picture = False
        self._shape = shape
        self._layout = layout
        self._missing = 0
        """Bytes of a fragmented access unit that are still to come."""

    def add(self, memory: memoryview, start: int, end: int) -> bool:
        """Take a packet: whole access units, or the next part of one. False for what makes no sense."""
        found = self._sizes(memory, start, end)
        if found is None:
            return False
        at, sizes = found
        if self._missing:
            return self._go_on(memory[at:end])
        if len(sizes) == 1 and sizes[0] > end - at:
            self._append(sizes[0], memory[at:end])
            self._missing = sizes[0] - (end - at)
            return True
        for size in sizes:
            if size > end - at:
                return False
            self._append(size, memory[at : at + size])
            at += size
        self.has_picture = bool(sizes)
        return True

    def gap(self) -> None:
        """What had begun has lost its end."""
        if self._missing:
            self.unit.clear()
            self._missing = 0

    def take(self) -> tuple[bytes, bool]:
        """Return the units; decoding can begin with any."""
        taken = bytes(self.unit), True
        self.unit.clear()
        self.has_picture, self._missing = False, 0
        return taken

    def _go_on(self, part: memoryview) -> bool:
        self.unit += part
        self._missing -= len(part)
        if self._missing < 0:
            self.unit.clear()
            self._missing = 0
            return False
        self.has_picture = not self._missing
        return True

    def _sizes(self, memory: memoryview, start: int, end: int) -> tuple[int, list[int]] | None:
        """Where the units begin, and how long they are (RFC 3640, 3.2.1); None where that makes no sense."""
        each = self._layout.size_bits + self._layout.index_bits
        if end - start < 2:
            return None
        bits = memory[start] << 8 | memory[start + 1]
        at = start + 2 + (bits + 7) // 8
        if not bits or bits % each or at > end:
            return None
        headers = int.from_bytes(memory[start + 2 : at], "big") >> (-bits % 8)
        sizes = [headers >> (bits - (n + 1) * each) & ((1 << each) - 1) for n in range(bits // each)]
        sizes = [size >> self._layout.index_bits for size in sizes]
        return (at, sizes) if all(0 < size <= _LONGEST for size in sizes) else None

    def _append(self, size: int, data: memoryview) -> None:
        """The header for `size` bytes, of which these are the first: no checksum, one raw block."""
        shape, length = self._shape, size + _HEADER
        self.unit += bytes(
            (
                0xFF,
                0xF1,
                (shape.kind - 1) << 6 | shape.rate << 2 | shape.channels >> 2,
                (shape.channels & 3) << 6 | length >> 11,
                length >> 3 & 0xFF,
                (length & 7) << 5 | 0x1F,
                0xFC,
            )
        )
        self.unit += data
