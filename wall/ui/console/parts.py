"""Small widgets that several pages are made of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from wall.ui.theme import BODY, LARGE, SMALL, SPACE, TARGET, Theme, font

_BOX = 16
_BUTTON_EDGES = 26
"""What a button's border and padding take of its width."""


def button(text: str, does: Callable[[], object], *, is_flat: bool = False, tip: str = "") -> QPushButton:
    """A button that does one thing."""
    made = QPushButton(text)
    made.setFlat(is_flat)
    made.setProperty("flat", is_flat)
    made.setToolTip(tip)
    made.setAutoDefault(False)
    made.clicked.connect(lambda _checked=False: does())
    return made


def label(text: str = "", *, size: int = BODY, is_muted: bool = False, is_bold: bool = False) -> QLabel:
    """Plain text that wraps and can be selected for copying."""
    made = QLabel(text)
    made.setFont(font(size, bold=is_bold))
    made.setProperty("muted", is_muted)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    return made


class ElidedLabel(QLabel):
    """One line; what does not fit is elided in the middle and stands whole in the tooltip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        super().setText(text)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(4 * SPACE, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), self.alignment(), text)


class ElidedButton(QPushButton):
    """A button whose text is elided in the middle where there is no room for it; the tooltip has it whole."""

    def __init__(self, does: Callable[[], object], parent: QWidget) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(lambda _checked=False: does())

    def show_text(self, text: str) -> None:
        """Say this."""
        self._whole = text
        self.setToolTip(text)
        self.updateGeometry()
        self._elide()

    def _elide(self) -> None:
        room = self.width() - _BUTTON_EDGES
        self.setText(self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideMiddle, room))

    # -- Qt

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + _BUTTON_EDGES + 2, TARGET)

    def minimumSizeHint(self) -> QSize:
        return QSize(24 * SPACE, TARGET)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()


class Check(QCheckBox):
    """A box with a tick, drawn in the colours of the text."""

    def __init__(self, text: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._theme = theme

    # -- Qt

    def sizeHint(self) -> QSize:
        return QSize(_BOX + 2 * SPACE + self.fontMetrics().horizontalAdvance(self.text()) + SPACE, TARGET)

    def hitButton(self, position: QPoint) -> bool:
        return self.rect().contains(position)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0.5, (self.height() - _BOX) / 2 + 0.5, _BOX - 1, _BOX - 1)
        painter.setPen(QPen(self._theme.accent if self.hasFocus() else self._theme.muted, 1))
        painter.setBrush(self._theme.ground)
        painter.drawRoundedRect(box, 2, 2)
        painter.setPen(QPen(self._theme.text, 1.5))
        if self.isChecked():
            corners = ((0.22, 0.52), (0.43, 0.74), (0.8, 0.28))
            points = [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in corners]
            painter.drawPolyline(points)
        room = self.rect().adjusted(_BOX + 2 * SPACE, 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())


class Notice(QFrame):
    """A sentence where it happened: what came of something, or why not. Hidden while there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._text = label()
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._close = button("✕", self.clear, is_flat=True, tip=self.tr("Close"))
        row = QHBoxLayout(self)
        row.setContentsMargins(3 * SPACE, SPACE, SPACE, SPACE)
        row.addWidget(self._text, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def text(self) -> str:
        """What it says now."""
        return self._text.text() if not self.isHidden() else ""

    def say(self, text: str) -> None:
        """Tell what came of it; "" tells nothing."""
        self._text.setText(text)
        self.setVisible(bool(text))

    def complain(self, text: str) -> None:
        """Tell that it did not work, and why."""
        self.say(f"▲  {text}")

    def clear(self) -> bool:
        """Say nothing any more; whether something was said."""
        was_said = bool(self.text)
        self.say("")
        return was_said


class EmptyState(QWidget):
    """What belongs here, in one sentence, and the one action that brings it."""

    asked = Signal()

    def __init__(self, sentence: str, action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = label(sentence, size=LARGE, is_muted=True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(6 * SPACE, 6 * SPACE, 6 * SPACE, 6 * SPACE)
        column.setSpacing(4 * SPACE)
        column.addStretch(2)
        column.addWidget(self._text)
        if action:
            column.addWidget(button(action, self.asked.emit), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def say(self, sentence: str) -> None:
        """Something else belongs here now."""
        self._text.setText(sentence)


def heading(text: str) -> QLabel:
    """What stands above a group: small, muted."""
    made = label(text, size=SMALL, is_muted=True)
    made.setWordWrap(False)
    return made
