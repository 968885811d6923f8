"""What the painting thread reads of one tile, across changes of size."""

from __future__ import annotations

from wall.model.picture import Picture
from wall.video.memory import PictureMemory, PictureReader


class TileFeed:
    """A `PictureFeed` whose memory can be replaced while it is read.

    `replace` is called on the io loop, the rest on the painting thread; each field is written by one thread only. The
    former memory is read until the new one has a picture, so a resize never shows an empty tile.
    """

    def __init__(self, memory: PictureMemory) -> None:
        self._wanted = self._reader = PictureReader(memory)

    def replace(self, memory: PictureMemory) -> None:
        """Read from `memory` as soon as there is a picture in it."""
        self._wanted = PictureReader(memory)

    def has_newer(self) -> bool:
        return self._wanted.has_newer() or self._reader.has_newer()

    def hold(self) -> Picture | None:
        wanted = self._wanted
        if wanted.has_newer():
            self._reader = wanted
        return self._reader.hold()
