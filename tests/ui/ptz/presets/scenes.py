"""A street as a camera sees it, painted: by day or at dusk, with or without what somebody has built since."""

from __future__ import annotations

import random

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

WIDE, HIGH = 1280, 720
BUILT = QRectF(560, 330, 190, 170)
"""Where the new house stands."""


def street(
    *, has_new_house: bool = False, light: float = 1.0, beside: tuple[int, int] = (0, 0), seed: int = 5
) -> QImage:
    """`beside`: the camera looks so many pixels to the right and down of where it did."""
    image = QImage(WIDE, HIGH, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.translate(-beside[0], -beside[1])
    painter.fillRect(-100, -100, WIDE + 200, HIGH + 200, QColor(150, 160, 168))
    painter.fillRect(-100, 430, WIDE + 200, 500, QColor(86, 88, 90))
    chance = random.Random(5)
    for left in range(-40, WIDE, 130):
        high = chance.randint(150, 330)
        shade = chance.randint(90, 190)
        painter.fillRect(QRectF(left, 440 - high, 118, high), QColor(shade, shade - 12, shade - 30))
        for row in range(440 - high + 18, 420, 46):
            for column in range(left + 12, left + 104, 34):
                painter.fillRect(QRectF(column, row, 20, 26), QColor(60, 66, 74))
    for left in range(-60, WIDE, 160):
        painter.fillRect(QRectF(left, 590, 80, 8), QColor(220, 220, 215))
    if has_new_house:
        painter.fillRect(BUILT, QColor(196, 120, 74))
        painter.fillRect(BUILT.adjusted(60, 80, -70, 0), QColor(50, 40, 36))
    painter.end()
    return image if light == 1.0 else _dimmed(image, light)


def _dimmed(image: QImage, light: float) -> QImage:
    painter = QPainter(image)
    painter.fillRect(image.rect(), QColor(10, 14, 30, round(255 * (1 - light))))
    painter.end()
    return image


def bgrx(image: QImage) -> tuple[int, int, bytes]:
    return image.width(), image.height(), bytes(image.constBits())
