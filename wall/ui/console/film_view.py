"""Where a film is seen: the newest picture of a feed, as large as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from wall.model.grid import Rect, fit
from wall.model.picture import Picture, PictureFeed
from wall.ui.theme import LARGE, Theme, font

_LOOK_MS = 20
_SETTLE_MS = 150
_LEAST = QSize(240, 135)


class FilmView(QWidget):
    """`resized` follows when its size in device pixels has come to rest; `pressed` when it is clicked."""

    resized = Signal()
    pressed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._feed: PictureFeed | None = None
        self._picture: Picture | None = None
        self.notice = ""
        """What to say while there is no picture."""
        self._look_timer = QTimer(self, interval=_LOOK_MS)
        self._look_timer.timeout.connect(self._look)
        self._settle = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._settle.timeout.connect(self.resized)
        self.setMinimumSize(_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    @property
    def pixels(self) -> tuple[int, int]:
        """Its size in device pixels."""
        ratio = self.devicePixelRatioF()
        return max(2, round(self.width() * ratio)), max(2, round(self.height() * ratio))

    def show_feed(self, feed: PictureFeed | None, notice: str = "") -> None:
        """Show what comes from here; None: only the notice."""
        self._feed, self._picture, self.notice = feed, None, notice
        self._look_timer.start() if feed is not None and self.isVisible() else self._look_timer.stop()
        self.update()

    def say(self, notice: str) -> None:
        """What to say while there is no picture."""
        if notice != self.notice:
            self.notice = notice
            self.update()

    @property
    def has_picture(self) -> bool:
        """Is there something to be seen?"""
        return self._picture is not None

    def _look(self) -> None:
        if self._feed is not None and self._feed.has_newer():
            self.update()

    # -- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.ground)
        if self._feed is not None:
            self._picture = self._feed.hold() or self._picture
        if self._picture is None:
            painter.setFont(font(LARGE))
            painter.setPen(self._theme.muted)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.notice)
            return
        held = self._picture
        image = QImage(held.pixels, held.width, held.height, held.stride, QImage.Format.Format_RGB32)
        scale = 1 / self.devicePixelRatioF()
        painter.scale(scale, scale)
        width, height = self.pixels
        place = fit(held.width, held.height, Rect(0, 0, width, height))
        if (place.width, place.height) != (held.width, held.height):
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRect(place.x, place.y, place.width, place.height), image)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._settle.start()

    def showEvent(self, event: object) -> None:
        if self._feed is not None:
            self._look_timer.start()

    def hideEvent(self, event: object) -> None:
        self._look_timer.stop()
        self._settle.stop()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()
