"""What streams were seen to send, since the program began: cameras are wrong about size and codec, or say nothing."""

from __future__ import annotations

from dataclasses import replace

from wall.model.seen_stream import SeenStream
from wall.model.stream import Codec
from wall.model.video import StreamSize

_NOTHING = SeenStream()


class StreamLedger:
    """By address. Written on the io loop, read on any thread: what is in it are values that are replaced."""

    def __init__(self) -> None:
        self._seen: dict[str, SeenStream] = {}

    def of(self, url: str) -> SeenStream:
        """What is known of a stream."""
        return self._seen.get(url, _NOTHING)

    def note_codec(self, url: str, codec: Codec) -> None:
        self._seen[url] = replace(self.of(url), codec=codec)

    def note_size(self, url: str, size: StreamSize) -> None:
        self._seen[url] = replace(self.of(url), size=size)
