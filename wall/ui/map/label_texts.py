"""What is written beside the marks, and how it looks."""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from wall.model.inventory import Inventory
from wall.ui.theme import SMALL, Theme, font

HEIGHT_PX = 16.0
_EDGE_PX = 4.0


@dataclass(frozen=True, slots=True)
class Texts:
    """By the id of the camera what it is called, whole and by its number alone; by the id of the site its name."""

    cameras: dict[int, tuple[str, str]] = field(default_factory=dict)
    sites: dict[int, str] = field(default_factory=dict)


def texts_of(inventory: Inventory) -> Texts:
    """The names are whole: where there is no room for one there is the number alone."""
    cameras: dict[int, tuple[str, str]] = {}
    for camera in inventory.cameras:
        name, number = camera.nickname or camera.name, "" if camera.number is None else str(camera.number)
        cameras[camera.camera_id] = f"{number}  {name}".strip(), number
    return Texts(cameras, {site.site_id: site.name for site in inventory.sites})


def label_font() -> QFont:
    return font(SMALL)


def size_of(text: str, metrics: QFontMetricsF) -> tuple[float, float]:
    """Of a label, in logical pixels."""
    return round(metrics.horizontalAdvance(text) + 2 * _EDGE_PX + 0.5), HEIGHT_PX


def paint_label(painter: QPainter, text: str, width: float, theme: Theme, *, is_solid: bool = False) -> None:
    """At 0, 0: on a ground of its own, so that it can be read on any map."""
    ground = theme.surface.toRgb()
    ground.setAlphaF(1.0 if is_solid else 0.78)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(0, 0, width, HEIGHT_PX), 3, 3)
    painter.setPen(theme.text)
    painter.setFont(label_font())
    metrics = painter.fontMetrics()
    base = (HEIGHT_PX + metrics.ascent() - metrics.descent()) / 2
    painter.drawText(QPointF(_EDGE_PX, base), text)
