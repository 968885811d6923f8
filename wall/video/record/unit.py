"""What is handed to the thread that writes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from wall.model.stream import Codec


@dataclass(frozen=True, slots=True)
class RecordUnit:
    """An access unit (Annex B, or a JPEG) and when it arrived, in monotonic seconds.

    `sets` are the parameter sets that the camera told beforehand, for one that sends none in its stream; `shown_s` its
    presentation time, None where that is not known any more.
    """

    data: bytes = field(repr=False)
    arrived_s: float
    keyframe: bool
    codec: Codec
    sets: bytes = field(default=b"", repr=False)
    shown_s: float | None = None
    damaged: bool = False


@dataclass(frozen=True, slots=True)
class Clocks:
    """Seconds that only go forward, as units are stamped with; and Unix time."""

    monotonic: Callable[[], float]
    unix: Callable[[], float]
