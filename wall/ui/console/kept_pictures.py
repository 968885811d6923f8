"""Small pictures of bookmarks or recordings, fetched when a row is painted for the first time."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPixmap

from wall.ui.console.homeward import Homeward

_MOST_KEPT = 600
_MOST_AT_ONCE = 4
_MOST_WANTED = 24
"""Rows that have been scrolled past by then are not asked for any more."""


class KeptPictures(QObject):
    """`came` tells for which id there is a small picture now. UI thread only."""

    came = Signal(int)

    def __init__(self, fetch: Callable[[int], Future[bytes]], size: QSize, ratio: float, parent: QObject) -> None:
        """`fetch` has the JPEG of an id; `size` is in logical pixels, of which each is `ratio` of the device's."""
        super().__init__(parent)
        self._fetch = fetch
        self._size = size
        self._ratio = ratio
        self._homeward = Homeward(self)
        self._kept: OrderedDict[int, QPixmap] = OrderedDict()
        self._wanted: list[int] = []
        self._asked: set[int] = set()

    def small(self, kept_id: int) -> QPixmap | None:
        """The picture, where it is here already; else it is fetched, the latest wish first."""
        known = self._kept.get(kept_id)
        if known is not None:
            self._kept.move_to_end(kept_id)
        elif kept_id not in self._asked:
            if kept_id in self._wanted:
                self._wanted.remove(kept_id)
            self._wanted.append(kept_id)
            del self._wanted[:-_MOST_WANTED]
            self._ask()
        return known

    def _ask(self) -> None:
        while self._wanted and len(self._asked) < _MOST_AT_ONCE:
            kept_id = self._wanted.pop()
            self._asked.add(kept_id)
            take, fail = partial(self._take, kept_id), partial(self._fail, kept_id)
            self._homeward.follow(self._fetch(kept_id), take, fail)

    def _fail(self, kept_id: int, _why: str) -> None:
        self._take(kept_id, b"")

    def _take(self, kept_id: int, jpeg: bytes) -> None:
        """What cannot be read is an empty picture: it is not asked for again and again."""
        self._asked.discard(kept_id)
        image = fitted(jpeg, QSize(round(self._size.width() * self._ratio), round(self._size.height() * self._ratio)))
        picture = QPixmap.fromImage(image)
        picture.setDevicePixelRatio(self._ratio)
        self._kept[kept_id] = picture
        while len(self._kept) > _MOST_KEPT:
            self._kept.popitem(last=False)
        self._ask()
        self.came.emit(kept_id)


def fitted(jpeg: bytes, room: QSize) -> QImage:
    """The picture as large as there is room for, never larger than it is; a null image for what cannot be read.

    Read at this size from the start: a whole picture of a camera would take longer than the thread has.
    """
    if not jpeg:
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(jpeg))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if size.isValid() and (size.width() > room.width() or size.height() > room.height()):
        reader.setScaledSize(size.scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
