"""A stick to be pulled with mouse or finger; let go, it springs back."""

from __future__ import annotations

from math import hypot

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QHideEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from wall.model.ptz.aim import Point
from wall.ui.theme import SPACE, Theme

SIDE = 132
_KNOB = 22.0
_ARROW = 6.0


class Stick(QWidget):
    """`pulled` tells how far, as a `Point` of its disc; `released` once for each pull, however it ends."""

    pulled = Signal(object)
    released = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._pull: Point | None = None
        self.setFixedSize(SIDE, SIDE)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def spring_back(self) -> None:
        """It is let go, whatever holds it."""
        if self._pull is not None:
            self._pull = None
            self.update()
            self.released.emit()

    @property
    def _reach(self) -> float:
        return SIDE / 2 - SPACE

    def _follow(self, at: QPointF) -> None:
        middle = QRectF(self.rect()).center()
        x, y = (at.x() - middle.x()) / self._reach, (middle.y() - at.y()) / self._reach
        length = max(1.0, hypot(x, y))
        self._pull = Point(x / length, y / length)
        self.update()
        self.pulled.emit(self._pull)

    # -- Qt

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._follow(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pull is None:
            return
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._follow(event.position())
        else:
            self.spring_back()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.spring_back()

    def hideEvent(self, event: QHideEvent) -> None:
        self.spring_back()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, pull = QRectF(self.rect()).center(), self._pull
        painter.setPen(QPen(self._theme.line, 1.5))
        painter.setBrush(self._theme.surface)
        painter.drawEllipse(middle, self._reach, self._reach)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.muted)
        for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
            painter.drawPolygon(_head(middle + QPointF(x, y) * (self._reach - 2 * _ARROW), QPointF(x, y)))
        knob = middle + QPointF(pull.x, -pull.y) * (self._reach - _KNOB) if pull else middle
        painter.setPen(QPen(self._theme.muted, 1.5))
        painter.setBrush(self._theme.accent if pull else self._theme.raised)
        painter.drawEllipse(knob, _KNOB, _KNOB)


def _head(at: QPointF, way: QPointF) -> QPolygonF:
    aside = QPointF(-way.y(), way.x()) * _ARROW
    return QPolygonF([at + way * _ARROW, at + aside, at - aside])
