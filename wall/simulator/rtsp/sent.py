"""What was really sent, to measure latency from pixels: frame numbers and the time of their first byte."""

from __future__ import annotations

from collections import deque

KEPT = 4096


class SentJournal:
    """The last `KEPT` frames handed to a socket, by camera and stream."""

    def __init__(self) -> None:
        self._frames: dict[tuple[int, str], deque[tuple[int, float]]] = {}

    def of(self, camera: int, stream: str) -> deque[tuple[int, float]]:
        """One stream's journal: (frame number, monotonic seconds), oldest first. A sender appends to it."""
        return self._frames.setdefault((camera, stream), deque(maxlen=KEPT))

    def last(self, camera: int, stream: str) -> list[tuple[int, float]]:
        """A copy of what is kept of that stream; empty where nothing was sent."""
        return list(self._frames.get((camera, stream), ()))
