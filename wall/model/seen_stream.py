"""What a stream really sends, as against what its camera says of it."""

from __future__ import annotations

from dataclasses import dataclass

from wall.model.stream import Codec
from wall.model.video import StreamSize


@dataclass(frozen=True, slots=True)
class SeenStream:
    """Learnt from what was received; None is what nobody has seen yet."""

    codec: Codec | None = None
    size: StreamSize | None = None
