"""The numbers that parameter sets are written in (ITU-T H.264 and H.265, 7.2 and 9.1/9.2)."""

from __future__ import annotations

_LONGEST_EXP_GOLOMB = 32


class Unreadable(Exception):
    """The bytes end too early or mean nothing."""


class Bits:
    """Reads a raw byte sequence payload from its first bit on. Raises Unreadable at its end."""

    __slots__ = ("_data", "_length", "_position")

    def __init__(self, payload: bytes) -> None:
        self._data = payload
        self._length = len(payload) * 8
        self._position = 0

    def skip(self, count: int) -> None:
        """Pass over `count` bits."""
        self._position += count
        if self._position > self._length:
            raise Unreadable("the parameter set ends too early")

    def unsigned(self, count: int) -> int:
        """Read u(n)."""
        start = self._position
        self.skip(count)
        end = self._position
        value = int.from_bytes(self._data[start >> 3 : (end + 7) >> 3], "big")
        return value >> (-end & 7) & ((1 << count) - 1)

    def flag(self) -> bool:
        """Read u(1)."""
        return self.unsigned(1) == 1

    def exp_golomb(self, most: int = (1 << 32) - 2) -> int:
        """Read ue(v); more than `most` is unreadable."""
        zeros = 0
        while not self.flag():
            zeros += 1
            if zeros > _LONGEST_EXP_GOLOMB:
                raise Unreadable("a number without end")
        value = (1 << zeros) - 1 + self.unsigned(zeros)
        if value > most:
            raise Unreadable(f"{value} where at most {most} makes sense")
        return value

    def signed_exp_golomb(self) -> int:
        """Read se(v)."""
        code = self.exp_golomb()
        return (code + 1) // 2 if code & 1 else -(code // 2)

    def skip_exp_golomb(self, count: int) -> None:
        """Pass over `count` numbers, ue(v) or se(v)."""
        for _ in range(count):
            self.exp_golomb()
