"""Small maps, and frames to see them in."""

from __future__ import annotations

from array import array

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage, QPainter

from wall.model.geo.mercator import to_world
from wall.model.geo.vector import Feature, Kind, OwnLook, VectorMap, around
from wall.model.inventory import Position
from wall.ui.map.frame import MapFrame
from wall.ui.map.layer import Layer

MIDDLE = Position(21.18, 106.07)
WIDTH, HEIGHT = 400, 300


def frame_at(zoom: float = 15.0, *, width: int = WIDTH, height: int = HEIGHT, ratio: float = 1.0) -> MapFrame:
    """`MIDDLE` in its middle."""
    return MapFrame(0, 0, 256, width, height, ratio).centred(*to_world(MIDDLE), zoom)


def feature(kind: Kind, *places: tuple[float, float], look: OwnLook | None = None, **facts: str) -> Feature:
    """One with these places, in pixels of `frame_at()`."""
    frame, numbers = frame_at(), array("d")
    for place in places:
        numbers.extend(frame.world(*place))
    return Feature(kind, (numbers,), look=look, **facts)  # type: ignore[arg-type] # Words only.


def area(left: float, top: float, right: float, bottom: float, look: OwnLook | None = None, **facts: str) -> Feature:
    """A rectangle in pixels of `frame_at()`."""
    corners = ((left, top), (right, top), (right, bottom), (left, bottom), (left, top))
    return feature(Kind.AREA, *corners, look=look, **facts)


def map_of(*features: Feature) -> VectorMap:
    return VectorMap("thử", features, around([each.bounds for each in features]))


def painted(layer: Layer, frame: MapFrame | None = None, ground: str = "#000000") -> QImage:
    """As on paper."""
    frame = frame or frame_at()
    image = QImage(round(frame.width * frame.ratio), round(frame.height * frame.ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(frame.ratio)
    image.fill(QColor(ground))
    painter = QPainter(image)
    layer.paint(painter, frame)
    painter.end()
    return image


def pixels(image: QImage) -> NDArray[np.int_]:
    """Rows of red, green and blue."""
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    raw = np.frombuffer(plain.constBits(), dtype=np.uint8).reshape(plain.height(), -1, 4)
    return raw[:, : plain.width(), 2::-1].astype(np.int_)


def differ(one: QImage, other: QImage, margin: int = 0) -> float:
    """The share of pixels that are clearly not the same, without those at the rim."""
    inner = slice(margin, one.height() - margin), slice(margin, one.width() - margin)
    far = np.abs(pixels(one)[inner] - pixels(other)[inner]).sum(axis=2)
    return float((far > 40).mean())
