"""Small pictures ready to be painted, in colour or as old ones; made once for each."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtGui import QImage

from wall.model.glimpse import Glimpse

_MOST = 2500


@dataclass(slots=True)
class _Ready:
    """`image` lies over the glimpse's memory without a copy: the two live together."""

    glimpse: Glimpse
    image: QImage
    grey: QImage | None = None


class Pictures:
    """By camera id. UI thread."""

    def __init__(self, scale: float) -> None:
        self._scale = scale
        self._ready: dict[int, _Ready] = {}

    def get(self, camera: int, glimpse: Glimpse, *, is_old: bool) -> QImage:
        """The picture; without its colour where it is old."""
        ready = self._ready.get(camera)
        if ready is None or ready.glimpse is not glimpse:
            if len(self._ready) > _MOST:
                self._ready.clear()
            image = QImage(glimpse.pixels, glimpse.width, glimpse.height, glimpse.width * 4, QImage.Format.Format_RGB32)
            image.setDevicePixelRatio(self._scale)
            ready = self._ready[camera] = _Ready(glimpse, image)
        if not is_old:
            return ready.image
        if ready.grey is None:
            ready.grey = ready.image.convertToFormat(QImage.Format.Format_Grayscale8)
        return ready.grey

    def keep_only(self, cameras: Collection[int]) -> None:
        """The others do not stand there any more."""
        self._ready = {camera: ready for camera, ready in self._ready.items() if camera in cameras}
