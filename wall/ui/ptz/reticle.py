"""What the mouse draws in a driven tile: the pull from its middle, or a box."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from wall.ui.theme import Theme

_EYE = 5.0
_UNDER = QColor(0, 0, 0, 150)
"""Below each stroke: it is seen on whatever picture."""


class Reticle(QWidget):
    """Over a part of its parent while a button is down; lets everything through."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._end: QPointF | None = None
        self._box: QRectF | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_pull(self, area: QRectF, at: QPointF) -> None:
        """From the middle of an area of the parent to a place."""
        self._box = None
        self._stand(area)
        self._end = at - QPointF(self.pos())

    def show_box(self, area: QRectF, box: QRectF) -> None:
        """Within an area of the parent."""
        self._end = None
        self._stand(area)
        self._box = box.translated(-QPointF(self.pos())) & QRectF(self.rect()).adjusted(1, 1, -1, -1)

    def _stand(self, area: QRectF) -> None:
        self.setGeometry(area.toAlignedRect())
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, width in ((_UNDER, 4.0), (self._theme.driven, 2.0)):
            painter.setPen(QPen(colour, width, c=Qt.PenCapStyle.RoundCap))
            if self._box is not None:
                painter.drawRect(self._box)
            elif self._end is not None:
                middle = QRectF(self.rect()).center()
                painter.drawEllipse(middle, _EYE, _EYE)
                painter.drawLine(middle, self._end)
