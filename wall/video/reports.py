"""What the decode processes tell of the tiles, the disk and the graphics device."""

from __future__ import annotations

from dataclasses import dataclass

from wall.model.stream import Codec, Transport
from wall.model.tile import Cause, Phase


@dataclass(frozen=True, slots=True)
class TileReport:
    """What a decode process says of a tile."""

    tile: int
    phase: Phase
    cause: Cause
    codec: Codec | None = None
    transport: Transport | None = None


@dataclass(frozen=True, slots=True)
class KeepingReport:
    """What is wrong with the disk that a decode process keeps units on; Cause.NONE when all is well again."""

    cause: Cause
    detail: str


@dataclass(frozen=True, slots=True)
class KeptReport:
    """What is kept of a tile that somebody looks back at: from when to when, monotonic seconds, the oldest first."""

    look: int
    spans: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class HardwareFailed:
    """A decode process has given up to decode in a graphics device, or went down while it may have done so."""

    is_lost: bool = False
    """Did it go down?"""


Report = TileReport | KeepingReport | KeptReport | HardwareFailed
