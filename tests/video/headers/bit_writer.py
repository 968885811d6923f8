"""Writes parameter sets that no encoder at hand makes."""

from __future__ import annotations

import re

START_CODE = b"\0\0\0\1"


class BitWriter:
    """Puts numbers one after another; every call returns the writer."""

    def __init__(self) -> None:
        self._bits = ""

    def u(self, count: int, value: int) -> BitWriter:
        """Write u(n)."""
        self._bits += f"{value:0{count}b}" if count else ""
        return self

    def flags(self, *values: int) -> BitWriter:
        """Write u(1) for each."""
        self._bits += "".join(str(value) for value in values)
        return self

    def ue(self, *values: int) -> BitWriter:
        """Write ue(v) for each."""
        for value in values:
            digits = f"{value + 1:b}"
            self._bits += "0" * (len(digits) - 1) + digits
        return self

    def se(self, *values: int) -> BitWriter:
        """Write se(v) for each."""
        return self.ue(*(2 * value - 1 if value > 0 else -2 * value for value in values))

    def nal(self, header: bytes) -> bytes:
        """Return the NAL unit with its start code, stop bit and emulation prevention bytes."""
        bits = self._bits + "1"
        bits += "0" * (-len(bits) % 8)
        payload = int(bits, 2).to_bytes(len(bits) // 8, "big")
        return START_CODE + header + re.sub(rb"\0\0(?=[\0-\3])", b"\0\0\3", payload)


def with_parameter_set(unit: bytes, header: bytes, replacement: bytes) -> bytes:
    """Return a real access unit with `replacement` where the NAL unit was that begins with `header`."""
    nals = [nal for nal in re.split(b"\0*\0\0\1", unit) if nal]
    assert any(nal.startswith(header) for nal in nals)
    return b"".join(replacement if nal.startswith(header) else START_CODE + nal for nal in nals)
