"""What the painting thread reads of one tile, across changes of size."""

from __future__ import annotations

from wall.model.picture import Picture
from wall.video.memory import PictureMemory, PictureReader


class TileFeed:
    """A `PictureFeed` whose memory comes later, and can be replaced while it is read.

    `replace` is called on the io loop, the rest on the painting thread; after the first memory each field is written by
    one thread only. The former memory is read until the new one has a picture, so a resize never shows an empty tile.
    """

    def __init__(self) -> None:
        self._wanted: PictureReader | None = None
        self._reader: PictureReader | None = None

    def replace(self, memory: PictureMemory) -> None:
        """Read from `memory` as soon as there is a picture in it."""
        wanted = PictureReader(memory)
        if self._reader is None:
            self._reader = wanted
        self._wanted = wanted

    def has_newer(self) -> bool:
        wanted, reader = self._wanted, self._reader
        return (wanted is not None and wanted.has_newer()) or (reader is not None and reader.has_newer())

    def hold(self) -> Picture | None:
        wanted = self._wanted
        if wanted is not None and wanted.has_newer():
            self._reader = wanted
        return self._reader.hold() if self._reader is not None else None
