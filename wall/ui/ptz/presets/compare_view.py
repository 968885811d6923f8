"""Two pictures of one place over each other: a handle between them, or what has changed."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from wall.ui.ptz.presets.difference import Grey, changed, shift_between, shifted
from wall.ui.theme import BODY, SPACE, Theme, font

_SMALL = QSize(320, 180)
_STEP, _LARGE_STEP = 0.02, 0.1
_HANDLE_PX = 14
_MOST_ALPHA = 190
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class CompareView(QWidget):
    """At the left of the handle the earlier picture, at the right the later; `share` is where it stands (0 to 1)."""

    moved = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._earlier, self._later = QImage(), QImage()
        self._texts = ("", "")
        self._change = QImage()
        self._grey = QImage()
        self._shift = QPointF()
        self._fitted: dict[int, QImage] = {}
        self._share = 0.5
        self._shows_difference = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setMinimumSize(320, 180)
        self.setAccessibleName(self.tr("Two days of one place"))

    @property
    def share(self) -> float:
        return self._share

    @share.setter
    def share(self, share: float) -> None:
        self._share = min(1.0, max(0.0, share))
        self.moved.emit()
        self.update()

    @property
    def shows_difference(self) -> bool:
        return self._shows_difference

    @shows_difference.setter
    def shows_difference(self, on: bool) -> None:
        self._shows_difference = on
        self.update()

    @property
    def changed_share(self) -> float:
        """How much of the picture has changed, 0 to 1."""
        if self._change.isNull():
            return 0.0
        return float((_alphas(self._change) > _MOST_ALPHA / 2).mean())

    def show_pictures(self, earlier: QImage, later: QImage, texts: tuple[str, str]) -> None:
        """These, and what each is called; a null image where there is none."""
        self._earlier, self._later, self._texts = earlier, later, texts
        self._change, self._shift = QImage(), QPointF()
        self._grey = later.convertToFormat(QImage.Format.Format_Grayscale8)
        if not earlier.isNull() and not later.isNull():
            self._compare()
        self._fitted.clear()
        self.update()

    # -- what is compared

    def _compare(self) -> None:
        one, two = colours_of(self._earlier), colours_of(self._later)
        right, down = shift_between(one.mean(-1), two.mean(-1))
        self._shift = QPointF(right / _SMALL.width(), down / _SMALL.height())
        self._change = self._painted(changed(shifted(one, right, down), two))

    def _painted(self, change: Grey) -> QImage:
        """In the colour of what somebody should look at, over a picture without colours."""
        pixels = np.zeros((*change.shape, 4), dtype=np.uint8)
        colour = self._theme.on_shade_late
        pixels[..., :3] = (colour.blue(), colour.green(), colour.red())
        pixels[..., 3] = (change * _MOST_ALPHA).astype(np.uint8)
        high, wide = change.shape
        return QImage(pixels.tobytes(), wide, high, wide * 4, QImage.Format.Format_ARGB32).copy()

    # -- painting

    def _frame(self) -> QRect:
        """Where the later picture lies: as large as there is room for."""
        shape = self._later if not self._later.isNull() else self._earlier
        size = (shape.size() if not shape.isNull() else QSize(16, 9)).scaled(
            self.size(), Qt.AspectRatioMode.KeepAspectRatio
        )
        return QRect(QPoint((self.width() - size.width()) // 2, (self.height() - size.height()) // 2), size)

    def _fit(self, image: QImage, frame: QRect) -> QImage:
        """Scaled once for a size: painting follows the hand."""
        key = image.cacheKey()
        if key not in self._fitted:
            ratio = self.devicePixelRatioF()
            size = QSize(round(frame.width() * ratio), round(frame.height() * ratio))
            made = image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
            made.setDevicePixelRatio(ratio)
            self._fitted[key] = made
        return self._fitted[key]

    def _paint_slider(self, painter: QPainter, frame: QRect) -> None:
        at = frame.x() + round(self._share * frame.width())
        if not self._earlier.isNull():
            painter.setClipRect(QRect(frame.topLeft(), QPoint(at - 1, frame.bottom())))
            moved = QPointF(self._shift.x() * frame.width(), self._shift.y() * frame.height())
            painter.drawImage(QPointF(frame.topLeft()) + moved, self._fit(self._earlier, frame))
            painter.setClipping(False)
            self._paint_handle(painter, frame, at)

    def _paint_handle(self, painter: QPainter, frame: QRect, at: int) -> None:
        painter.setPen(QPen(self._theme.on_shade, 2))
        painter.drawLine(at, frame.top(), at, frame.bottom())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.accent if self.hasFocus() else self._theme.on_shade, 2))
        painter.setBrush(self._theme.shade)
        painter.drawEllipse(QPointF(at, frame.center().y()), _HANDLE_PX, _HANDLE_PX)
        painter.drawText(
            QRectF(at - _HANDLE_PX, frame.center().y() - _HANDLE_PX, 2 * _HANDLE_PX, 2 * _HANDLE_PX),
            Qt.AlignmentFlag.AlignCenter,
            "◂▸",
        )

    def _paint_difference(self, painter: QPainter, frame: QRect) -> None:
        painter.drawImage(frame.topLeft(), self._fit(self._grey, frame))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(frame, self._change)

    def _paint_texts(self, painter: QPainter, frame: QRect) -> None:
        """Which day is at which side."""
        painter.setFont(font(BODY, bold=True))
        metrics = painter.fontMetrics()
        room = frame.width() // 2 - 4 * SPACE
        earlier, later = (metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, room) for text in self._texts)
        high = metrics.height() + SPACE
        width = metrics.horizontalAdvance
        left = QRect(frame.x(), frame.y(), width(earlier) + 4 * SPACE, high)
        right = QRect(frame.right() + 1 - width(later) - 4 * SPACE, frame.y(), width(later) + 4 * SPACE, high)
        for room_of, text in ((left, earlier), (right, later)):
            if text:
                painter.fillRect(room_of, self._theme.shade)
                painter.setPen(self._theme.on_shade)
                painter.drawText(room_of, Qt.AlignmentFlag.AlignCenter, text)

    def _move_to(self, x: float) -> None:
        frame = self._frame()
        self.share = (x - frame.x()) / max(1, frame.width())

    # -- Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, frame = QPainter(self), self._frame()
        painter.fillRect(self.rect(), self._theme.ground)
        painter.setFont(font(BODY))
        if not self._later.isNull():
            painter.drawImage(frame.topLeft(), self._fit(self._later, frame))
        if self._shows_difference and not self._change.isNull():
            self._paint_difference(painter, frame)
        else:
            self._paint_slider(painter, frame)
        self._paint_texts(painter, frame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fitted.clear()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._move_to(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._move_to(event.position().x())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        sign = _ARROWS.get(Qt.Key(event.key()))
        if sign is not None:
            is_large = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.share += sign * (_LARGE_STEP if is_large else _STEP)
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.share = float(event.key() == Qt.Key.Key_End)
        else:
            super().keyPressEvent(event)


def colours_of(image: QImage) -> Grey:
    """In small: rows, columns, and the three colours, 0 to 255."""
    small = image.scaled(_SMALL, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    plain = small.convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(plain.constBits(), dtype=np.uint8).reshape(plain.height(), plain.width(), 4)
    return pixels[..., :3].astype(np.float64)


def _alphas(image: QImage) -> Grey:
    pixels = np.frombuffer(image.constBits(), dtype=np.uint8).reshape(image.height(), image.width(), 4)
    return pixels[..., 3].astype(np.float64)
