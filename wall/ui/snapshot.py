"""A picture to keep: what a tile shows, and below it which camera it is and when that was."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QCoreApplication, QDateTime, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QImage, QPainter

from wall.model.video import StreamSize
from wall.ui import words
from wall.ui.captions import wrapped
from wall.ui.theme import font

_QUALITY = 92
_GROUND, _TEXT = QColor("#000000"), QColor("#FFFFFF")
_TYPE_SHARE, _LEAST_TYPE, _MOST_TYPE = 0.022, 11, 26
"""The size of the type, of the picture's width."""

_LEAST_WIDTH = 480
"""A smaller picture is enlarged: its line must be readable."""

_STALE_S = 1.5
_SAME_SHAPE = 0.02


@dataclass(frozen=True, slots=True)
class Moment:
    """What is said of a picture. `taken` is our clock, `clock_offset_s` how far the camera's is ahead of it."""

    camera: str
    site: str
    taken: QDateTime
    age_s: float = 0.0
    clock_offset_s: float | None = None
    zoom: float = 1.0
    """How many times closer than the whole picture it is."""


def snapshot(image: QImage, moment: Moment) -> QImage:
    """A copy of the picture with the line below it, never over it."""
    picture = image.copy()
    if picture.width() < _LEAST_WIDTH:
        picture = picture.scaledToWidth(_LEAST_WIDTH, Qt.TransformationMode.SmoothTransformation)
    chosen = font(min(_MOST_TYPE, max(_LEAST_TYPE, picture.width() * _TYPE_SHARE)))
    metrics = QFontMetrics(chosen)
    pad = metrics.height() // 2
    lines = [line for text in _texts(moment) for line in wrapped(text, chosen, picture.width() - 2 * pad)]
    height = metrics.height() * len(lines) + pad
    sheet = QImage(picture.width(), picture.height() + height, QImage.Format.Format_RGB32)
    sheet.fill(_GROUND)
    painter = QPainter(sheet)
    painter.drawImage(0, 0, picture)
    painter.setFont(chosen)
    painter.setPen(_TEXT)
    for index, line in enumerate(lines):
        top = picture.height() + pad // 2 + index * metrics.height()
        painter.drawText(QRect(pad, top, picture.width(), metrics.height()), Qt.AlignmentFlag.AlignVCenter, line)
    painter.end()
    return sheet


def upright(image: QImage, whole: QSize, stream: StreamSize | None) -> QImage:
    """A picture, or a part of one of the size `whole`, in the proportions of its stream: in a tile it may be stretched.

    It becomes larger, never smaller: nothing is lost.
    """
    if stream is None or whole.isEmpty():
        return image
    width, height = stream.shape
    too_wide = whole.width() * height / (whole.height() * width)
    if abs(too_wide - 1) < _SAME_SHAPE:
        return image
    size = QSize(image.width(), round(image.height() * too_wide))
    if too_wide < 1:
        size = QSize(round(image.width() / too_wide), image.height())
    return image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


def beside(pictures: Sequence[QImage]) -> QImage:
    """One picture of several, from the left, each as high as the highest."""
    high = max(each.height() for each in pictures)
    fitted = [each.scaledToHeight(high, Qt.TransformationMode.SmoothTransformation) for each in pictures]
    sheet = QImage(sum(each.width() for each in fitted), high, QImage.Format.Format_RGB32)
    painter, left = QPainter(sheet), 0
    for each in fitted:
        painter.drawImage(left, 0, each)
        left += each.width()
    painter.end()
    return sheet


def jpeg(image: QImage) -> bytes:
    """As a file's bytes."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", _QUALITY)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def clock_text(offset_s: float | None) -> str:
    """How far the camera's own clock is off; "" where that is not known."""
    if offset_s is None:
        return ""
    seconds = f"{round(offset_s):+d}".replace("-", "−") if round(offset_s) else "0"
    return QCoreApplication.translate("Wall", "camera's clock {0} s").format(seconds)


def _texts(moment: Moment) -> tuple[str, str]:
    where = "  ·  ".join(part for part in (moment.camera, moment.site) if part)
    taken = moment.taken
    when = f"{taken.toString('dd/MM/yyyy HH:mm:ss')} {_zone(taken)}"
    stale = ""
    if moment.age_s > _STALE_S:
        stale = QCoreApplication.translate("Wall", "picture is {0} old").format(words.age(moment.age_s))
    close = ""
    if moment.zoom > 1.0:
        close = QCoreApplication.translate("Wall", "part of the picture, {0}").format(words.zoom_factor(moment.zoom))
    return where, "  ·  ".join(part for part in (when, clock_text(moment.clock_offset_s), stale, close) if part)


def _zone(taken: QDateTime) -> str:
    """Hours and minutes ahead of UTC: everywhere the same words."""
    minutes = taken.offsetFromUtc() // 60
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'−' if minutes < 0 else '+'}{hours:02}:{rest:02}"
