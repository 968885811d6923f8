"""H.264 payloads to Annex B (RFC 6184; packetization modes 0 and 1). No I/O."""

from __future__ import annotations

START_CODE = b"\0\0\0\1"
_START_CODES = (b"\0\0\0\1", b"\0\0\1")
_SLICE, _IDR, _SEI, _PARAMETERS = 1, 5, 6, 7
_STAP_A, _FU_A = 24, 28
_PICTURE = frozenset({1, 2, 5})
_RECOVERY_POINT = 6


class H264Depacketizer:
    """Puts the NAL units of one picture together."""

    __slots__ = ("_fragment", "_sei_at", "_slice_at", "_types", "has_picture", "unit")

    def __init__(self) -> None:
        self.unit = bytearray()
        self.has_picture = False
        self._fragment = False
        self._reset()

    def add(self, memory: memoryview, start: int, end: int) -> bool:
        """Take a payload: one NAL unit, a part of one (FU-A), or several (STAP-A)."""
        head = memory[start]
        kind = head & 0x1F
        if kind == _FU_A:
            return self._add_fragment(memory, start, end, head)
        self._fragment = False
        if 0 < kind < _STAP_A:
            self._begin(head, kind)
            self.unit += memory[start + 1 : end]
            return True
        if kind == _STAP_A:
            return self._add_aggregate(memory, start + 1, end)
        return self._add_stray(memory, start, end)

    def gap(self) -> None:
        """Cut the NAL unit at the gap: a decoder hides a missing end better than a missing middle."""
        self._fragment = False

    def take(self) -> tuple[bytes, bool]:
        """Return the picture and whether decoding can begin with it."""
        taken = bytes(self.unit), self._is_keyframe()
        self.unit.clear()
        self.has_picture = self._fragment = False
        self._reset()
        return taken

    def _reset(self) -> None:
        self._types = 0
        self._slice_at = self._sei_at = -1

    def _add_fragment(self, memory: memoryview, start: int, end: int, head: int) -> bool:
        if end - start < 2:
            return False
        fragment = memory[start + 1]
        if fragment & 0x80:
            kind = fragment & 0x1F
            self._begin(head & 0xE0 | kind, kind)
            self._fragment = True
        elif not self._fragment:
            return False
        self.unit += memory[start + 2 : end]
        if fragment & 0x40:
            self._fragment = False
        return True

    def _begin(self, head: int, kind: int) -> None:
        unit = self.unit
        unit += START_CODE
        unit.append(head)
        self._types |= 1 << kind
        if kind in _PICTURE:
            if self._slice_at < 0:
                self._slice_at = len(unit)
            self.has_picture = True
        elif kind == _SEI and self._sei_at < 0:
            self._sei_at = len(unit)

    def _add_aggregate(self, memory: memoryview, start: int, end: int) -> bool:
        while start + 3 <= end:
            size = memory[start] << 8 | memory[start + 1]
            start += 2
            if not 0 < size <= end - start:
                return False
            head = memory[start]
            self._begin(head, head & 0x1F)
            self.unit += memory[start + 1 : start + size]
            start += size
        return start == end

    def _add_stray(self, memory: memoryview, start: int, end: int) -> bool:
        """Take a NAL unit that a careless camera sends with its start code."""
        beginning = bytes(memory[start : start + 5])
        code = next((code for code in _START_CODES if beginning.startswith(code)), None)
        if code is None or start + len(code) >= end:
            return False
        head = memory[start + len(code)]
        self._begin(head, head & 0x1F)
        self.unit += memory[start + len(code) + 1 : end]
        return True

    def _is_keyframe(self) -> bool:
        """IDR pictures; after parameter sets also I slices and recovery points: some cameras send no IDR."""
        if self._types & 1 << _IDR:
            return True
        if not self._types & 1 << _PARAMETERS:
            return False
        return self._has_intra_slice() or self._has_recovery_point()

    def _has_intra_slice(self) -> bool:
        # first_mb_in_slice and slice_type, both Exp-Golomb, lead the slice header (H.264, 7.3.3)
        data = self.unit[self._slice_at : self._slice_at + 8] if self._slice_at >= 0 else b""
        bits = f"{int.from_bytes(data, 'big'):0{8 * len(data)}b}" if data else ""
        _, bits = _exp_golomb(bits)
        slice_type, _ = _exp_golomb(bits)
        return slice_type in (2, 7)

    def _has_recovery_point(self) -> bool:
        return 0 <= self._sei_at < len(self.unit) and self.unit[self._sei_at] == _RECOVERY_POINT


def _exp_golomb(bits: str) -> tuple[int, str]:
    """Read one unsigned Exp-Golomb number; -1 when the bits do not suffice."""
    zeros = len(bits) - len(bits.lstrip("0"))
    end = 2 * zeros + 1
    if end > len(bits):
        return -1, ""
    return int(bits[zeros:end], 2) - 1, bits[end:]
