"""JPEG payloads to whole JPEG files (RFC 2435). No I/O."""

from __future__ import annotations

import struct

from wall.video.rtsp.depacketize.jpeg_header import jpeg_header, quantisation_tables

_MAIN = struct.Struct("!IBBBB")
_END_OF_IMAGE = b"\xff\xd9"
_IN_BAND = 128
_NOT_KEPT = 255


class JpegDepacketizer:
    """Puts the scan of one picture together and the headers in front of it. Every picture is a keyframe."""

    __slots__ = ("_described", "_header", "_tables", "has_picture", "unit")

    def __init__(self, size: tuple[int, int] | None = None) -> None:
        """`size` is what the SDP says: RTP itself cannot name sides over 2040 pixels."""
        self.unit = bytearray()
        self.has_picture = False
        self._described = size
        self._header = b""
        self._tables: dict[int, tuple[bytes, int]] = {}

    def add(self, memory: memoryview, start: int, end: int) -> bool:
        """Take the next part of the scan; after a missing part nothing more of this picture."""
        if end - start < 8:
            return False
        offset, kind, quality, width, height = _MAIN.unpack_from(memory, start)
        offset &= 0xFFFFFF
        start += 8
        restart = 0
        if 64 <= kind < 128 and end - start >= 4:
            restart = memory[start] << 8 | memory[start + 1]
            start += 4
        if offset:
            if offset != len(self.unit) or not self.has_picture:
                return False
        elif (start := self._begin(memory, start, end, (kind, quality, width, height, restart))) < 0:
            return False
        self.unit += memory[start:end]
        return True

    def gap(self) -> None:
        """Take notice of missing packets: the offsets will tell which."""

    def take(self) -> tuple[bytes, bool]:
        """Return the whole file."""
        scan = self.unit
        ending = b"" if scan.endswith(_END_OF_IMAGE) else _END_OF_IMAGE
        taken = b"".join((self._header, scan, ending))
        scan.clear()
        self.has_picture = False
        return taken, True

    def _begin(self, memory: memoryview, start: int, end: int, main: tuple[int, int, int, int, int]) -> int:
        """Read what only a first packet has. Return where the scan starts, -1 when it makes no sense."""
        kind, quality, width, height, restart = main
        self.unit.clear()
        self.has_picture = False
        tables: tuple[bytes, int] | None = (quantisation_tables(quality), 0)
        if quality >= _IN_BAND:
            start, tables = self._tables_in(memory, start, end, quality)
        size = (8 * width, 8 * height) if width and height else self._described
        if tables is None or size is None or kind & 0x3F > 1 or kind >= 128:
            return -1
        self._header = jpeg_header(kind & 0x3F, *size, *tables, restart)
        self.has_picture = True
        return start

    def _tables_in(
        self, memory: memoryview, start: int, end: int, quality: int
    ) -> tuple[int, tuple[bytes, int] | None]:
        """Read the tables in the packet, or find those kept for this quality (RFC 2435, 3.1.8)."""
        if end - start < 4:
            return start, None
        precision = memory[start + 1]
        length = memory[start + 2] << 8 | memory[start + 3]
        start += 4
        if length == 0:
            return start, self._tables.get(quality)
        if length > end - start or length > 512:
            return start, None
        found = bytes(memory[start : start + length]), precision
        if quality != _NOT_KEPT:
            self._tables[quality] = found
        return start + length, found
