"""What any decoder engine offers: one interface, one contract test (tests/video/test_engine_contract.py).

An engine takes access units and writes pictures, scaled to fit the tile, into a `PictureWriter`. It never blocks its
caller: units are queued, and `close` returns at once even when the library underneath hangs.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from wall.model.stream import Codec
from wall.video.memory import PictureWriter


@dataclass(frozen=True, slots=True)
class Progress:
    """How far decoding has come since the player began."""

    taken: int
    """Units that the decoder has taken from the queue."""
    decoded: int
    """Pictures that came out of it whole."""
    waiting: int
    """Units queued and not yet taken."""


class Player(Protocol):
    """Decodes one stream into one picture memory."""

    def feed(self, unit: bytes) -> None:
        """Queue one access unit (Annex-B, or a JPEG), the first being a keyframe. Never blocks."""
        ...

    def progress(self) -> Progress:
        """Cheap enough to be asked several times a second."""
        ...

    def close(self) -> None:
        """Stop decoding; returns at once. No picture is written after the engine reports it stopped."""
        ...


class Engine(Protocol):
    """Makes players. One engine a decode process."""

    def player(
        self,
        codec: Codec,
        writer: PictureWriter,
        size: Callable[[], tuple[int, int]],
        *,
        strict: bool,
        coarse: bool = False,
    ) -> Player:
        """Start decoding; `size()` tells how large pictures shall be, in pixels, whenever the stream begins or
        changes. `strict` refuses to show a damaged picture; else the decoder conceals as it can. `coarse` may leave
        out what is hardly seen where the picture is shown much smaller than it comes.
        """
        ...

    def overdue_s(self) -> float:
        """For how long the library has been hanging; 0 when it does not."""
        ...
