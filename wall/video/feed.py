"""What the painting thread reads for one tile, across changes of size."""

from __future__ import annotations

from dataclasses import replace

from wall.model.picture import Picture, PictureDrill
from wall.video.memory import PictureReader


class TileFeed:
    """A `PictureFeed` whose memory comes later, and can be replaced while it is read.

    `replace` and `drill` are called on the io loop, the rest on the painting thread; after the first memory each
    field is written by one thread only. The former memory is read until the new one has a picture, so a resize never
    shows an empty tile.

    Tiles of one stream share its reader, for a memory holds one picture for the painting thread: when one of them takes
    a newer one, the pixels of what another took before may be written over. So each takes the newest before it looks at
    pixels, and what it has taken earlier only tells it whether there is something new.
    """

    def __init__(self) -> None:
        self._wanted: PictureReader | None = None
        self._reader: PictureReader | None = None
        self._taken = 0
        """The number of the picture that this tile took last from `_reader`; 0 for none."""
        self._drill: PictureDrill | None = None
        self._standing: Picture | None = None

    def replace(self, reader: PictureReader) -> None:
        """Read from another memory as soon as there is a picture in it."""
        if self._reader is None:
            self._reader = reader
        self._wanted = reader

    def drill(self, drill: PictureDrill | None) -> None:
        """From now on there is nothing newer than what is taken next; or all of it is black; or it is as it comes."""
        self._drill = drill

    def has_newer(self) -> bool:
        if self._drill is PictureDrill.STANDS:
            return False
        wanted, reader = self._wanted, self._reader
        if wanted is not reader and wanted is not None and wanted.newest():
            return True
        return reader is not None and reader.newest() not in (0, self._taken)

    def hold(self) -> Picture | None:
        drill = self._drill
        if drill is PictureDrill.STANDS and self._standing is not None:
            return self._standing
        wanted = self._wanted
        if wanted is not self._reader and wanted is not None and wanted.newest():
            self._reader = wanted
        picture = self._reader.hold() if self._reader is not None else None
        self._taken = picture.count if picture is not None else 0
        self._standing = picture if drill is PictureDrill.STANDS else None
        return _black(picture) if drill is PictureDrill.BLACK and picture is not None else picture


def _black(picture: Picture) -> Picture:
    return replace(picture, pixels=memoryview(bytes(len(picture.pixels))))
