"""G.711 payloads (RFC 3551, section 4.5.14): the samples themselves. No I/O."""

from __future__ import annotations


class G711Depacketizer:
    """Every packet is whole by itself."""

    __slots__ = ("has_picture", "unit")

    def __init__(self) -> None:
        self.unit = bytearray()
        self.has_picture = False

    def add(self, memory: memoryview, start: int, end: int) -> bool:
        """Take some samples."""
        self.unit += memory[start:end]
        self.has_picture = True
        return True

    def gap(self) -> None:
        """Samples are missing, and the next ones are none the worse for it."""

    def take(self) -> tuple[bytes, bool]:
        """Return the samples; decoding can begin anywhere."""
        taken = bytes(self.unit), True
        self.unit.clear()
        self.has_picture = False
        return taken
