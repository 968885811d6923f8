"""H.265 payloads to Annex B (RFC 7798). No I/O."""

from __future__ import annotations

START_CODE = b"\0\0\0\1"
_AGGREGATE, _FRAGMENT = 48, 49
_KEYFRAME_TYPES = sum(1 << kind for kind in range(16, 22))
_PICTURE_TYPES = (1 << 32) - 1
_ORDER_NUMBER = 2


class H265Depacketizer:
    """Puts the NAL units of one picture together."""

    __slots__ = ("_fragment", "_order", "_types", "has_picture", "unit")

    def __init__(self, order_numbers: bool = False) -> None:
        """With `order_numbers` each NAL unit is preceded by one. Skipped: cameras send in decoding order."""
        self.unit = bytearray()
        self.has_picture = False
        self._order = _ORDER_NUMBER if order_numbers else 0
        self._fragment = False
        self._types = 0

    def add(self, memory: memoryview, start: int, end: int) -> bool:
        """Take a payload: one NAL unit, a part of one (FU), or several (AP)."""
        if end - start < 3:
            return False
        kind = memory[start] >> 1 & 0x3F
        if kind == _FRAGMENT:
            return self._add_fragment(memory, start, end)
        self._fragment = False
        if kind < _AGGREGATE:
            self._begin(memory[start], memory[start + 1])
            self.unit += memory[start + 2 + self._order : end]
            return True
        if kind == _AGGREGATE:
            return self._add_aggregate(memory, start + 2, end)
        return False

    def gap(self) -> None:
        """Cut the NAL unit at the gap: a decoder hides a missing end better than a missing middle."""
        self._fragment = False

    def take(self) -> tuple[bytes, bool]:
        """Return the picture and whether decoding can begin with it (an IRAP picture: H.265, 7.4.2.2)."""
        taken = bytes(self.unit), bool(self._types & _KEYFRAME_TYPES)
        self.unit.clear()
        self.has_picture = self._fragment = False
        self._types = 0
        return taken

    def _add_fragment(self, memory: memoryview, start: int, end: int) -> bool:
        fragment = memory[start + 2]
        payload = start + 3
        if fragment & 0x80:
            self._begin(memory[start] & 0x81 | (fragment & 0x3F) << 1, memory[start + 1])
            self._fragment = True
            payload += self._order
        elif not self._fragment:
            return False
        self.unit += memory[payload:end]
        if fragment & 0x40:
            self._fragment = False
        return True

    def _begin(self, first: int, second: int) -> None:
        unit = self.unit
        unit += START_CODE
        unit.append(first)
        unit.append(second)
        kind = 1 << (first >> 1 & 0x3F)
        self._types |= kind
        if kind & _PICTURE_TYPES:
            self.has_picture = True

    def _add_aggregate(self, memory: memoryview, start: int, end: int) -> bool:
        start += self._order
        skip = self._order // 2  # one byte of order difference before each further unit (RFC 7798, 4.4.2)
        while start + 4 <= end:
            size = memory[start] << 8 | memory[start + 1]
            start += 2
            if not 2 <= size <= end - start:
                return False
            self._begin(memory[start], memory[start + 1])
            self.unit += memory[start + 2 : start + size]
            start += size + skip
        return start - skip == end
