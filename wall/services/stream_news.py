"""What one stream turned out to be: noted for good, and told to the tiles that show it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from wall.model.events import Event, StreamOpened, StreamSized
from wall.model.stream import Codec, Transport
from wall.model.video import StreamSize
from wall.services.stream_facts import StreamFacts
from wall.services.stream_ledger import StreamLedger


class StreamNews:
    """Of the stream at this address. On the io loop, where `publish` is called."""

    def __init__(self, url: str, facts: StreamFacts, ledger: StreamLedger, publish: Callable[[Event], None]) -> None:
        self._url = url
        self._facts = facts
        self._ledger = ledger
        self._publish = publish
        self._opened: tuple[Codec, Transport] | None = None

    def has_opened(self, codec: Codec, transport: Transport, tiles: Iterable[int]) -> None:
        """The camera sends it so."""
        self._facts.codec = codec
        self._opened = codec, transport
        self._ledger.note_codec(self._url, codec)
        for tile in tiles:
            self._publish(StreamOpened(tile, codec, transport))

    def has_size(self, size: StreamSize | None, tiles: Iterable[int]) -> None:
        """Its pictures are so large; None: nobody knows yet."""
        if size is not None and size != self._facts.size:
            self._facts.size = size
            self._ledger.note_size(self._url, size)
            for tile in tiles:
                self._publish(StreamSized(tile, size))

    def tell_all(self, tile: int, *, plays: bool) -> None:
        """One more tile, of a stream that plays or does not, shall know what the others were told."""
        if plays and self._opened is not None:
            self._publish(StreamOpened(tile, *self._opened))
        if self._facts.size is not None:
            self._publish(StreamSized(tile, self._facts.size))
