"""The buttons under a film, with the marks that every player has."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QPushButton, QWidget

from wall.ui.theme import TARGET, Theme

_SIDE = 12


class FilmMark(Enum):
    """What a button shows."""

    PLAY = "play"
    PAUSE = "pause"
    BACK = "one picture back"
    ON = "one picture on"


class FilmButton(QPushButton):
    """Shows a mark, says in its tooltip what it does."""

    def __init__(self, mark: FilmMark, theme: Theme, does: Callable[[], object], tip: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._mark = mark
        self._theme = theme
        self.setToolTip(tip)
        self.setAccessibleName(tip)
        self.setAutoDefault(False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoRepeat(mark in (FilmMark.BACK, FilmMark.ON))
        self.clicked.connect(lambda _checked=False: does())

    @property
    def mark(self) -> FilmMark:
        """What it shows."""
        return self._mark

    def show_mark(self, mark: FilmMark) -> None:
        """Show another one."""
        if mark is not self._mark:
            self._mark = mark
            self.update()

    # -- Qt

    def sizeHint(self) -> QSize:
        return QSize(TARGET + 8, TARGET)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.text if self.isEnabled() else self._theme.muted)
        box = QRectF((self.width() - _SIDE) / 2, (self.height() - _SIDE) / 2, _SIDE, _SIDE)
        _draw(painter, self._mark, box)


def _draw(painter: QPainter, mark: FilmMark, box: QRectF) -> None:
    bar = box.width() / 4
    if mark is FilmMark.PAUSE:
        painter.drawRect(QRectF(box.left() + 1, box.top(), bar, box.height()))
        painter.drawRect(QRectF(box.right() - bar - 1, box.top(), bar, box.height()))
        return
    if mark is FilmMark.BACK:
        painter.drawRect(QRectF(box.left(), box.top(), bar / 1.5, box.height()))
        tip, back = QPointF(box.left() + bar, box.center().y()), box.right()
    elif mark is FilmMark.ON:
        painter.drawRect(QRectF(box.right() - bar / 1.5, box.top(), bar / 1.5, box.height()))
        tip, back = QPointF(box.right() - bar, box.center().y()), box.left()
    else:
        tip, back = QPointF(box.right(), box.center().y()), box.left() + 1
    painter.drawPolygon(QPolygonF([tip, QPointF(back, box.top()), QPointF(back, box.bottom())]))
