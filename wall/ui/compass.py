"""Small arrows around a picture, each with the name of the camera that is there: a direction goes on to it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QToolTip, QWidget

from wall.model.geo.neighbours import Direction
from wall.ui.directions import KEYS, arrow, to_the
from wall.ui.theme import RADIUS, SMALL, SPACE, Theme, font
from wall.ui.timers import single_shot

STAYS_MS = 10_000
"""So long it waits for a direction."""

_HEIGHT = 22
_ARROW = 22
"""The part of a chip that the arrow stands in."""
_EDGE = 4
_LEAST_TEXT = 24
_BESIDE_MIDDLE = 0.42
_FOOT = 22
"""Below stands the name of the camera that is seen."""
_CORNER = 28
"""At the top right of a tile stand its marks, or the button that closes it."""
_PLACES = {
    Direction.NORTH_WEST: (0, 0),
    Direction.NORTH: (1, 0),
    Direction.NORTH_EAST: (2, 0),
    Direction.WEST: (0, 1),
    Direction.EAST: (2, 1),
    Direction.SOUTH_WEST: (0, 2),
    Direction.SOUTH: (1, 2),
    Direction.SOUTH_EAST: (2, 2),
}
"""Columns and rows around the picture, whose middle stays free."""


class Compass(QWidget):
    """Over a part of its parent. Clicks beside its arrows go through; while it has the hand, it takes their keys."""

    chosen = Signal(object)
    """A Direction, whether there is somebody or not."""
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names: dict[Direction, str] = {}
        self._font = font(SMALL)
        self._over: Direction | None = None
        self._came_from: QWidget | None = None
        self._stays = single_shot(self, STAYS_MS, self.close_it)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.hide()

    @property
    def names(self) -> Mapping[Direction, str]:
        """What stands there."""
        return dict(self._names)

    def show_around(self, area: QRect, names: Mapping[Direction, str]) -> None:
        """Stand over this part of the parent, and take the keys."""
        self._names = dict(names)
        self.setGeometry(area)
        self.setMask(self._region())
        self.setAccessibleName("\n".join(f"{to_the(way)}: {name}" for way, name in self._names.items()))
        if not self.isVisible():
            self._came_from = self.window().focusWidget()
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        self._stays.start()
        self.update()

    def close_it(self) -> None:
        """Go, with the hand where it was."""
        self._stays.stop()
        if not self.isVisible():
            return
        had_hand, came_from = self.hasFocus(), self._came_from
        self.hide()
        if had_hand and came_from is not None:
            came_from.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def chip(self, direction: Direction) -> QRect:
        """Where an arrow stands."""
        column, row = _PLACES[direction]
        most = round(self.width() * self._share(row)) - _EDGE
        text = QFontMetrics(self._font).horizontalAdvance(self._names.get(direction, "")) + 2 * SPACE
        wide = min(most, _ARROW + text)
        wide = wide if wide >= _ARROW + _LEAST_TEXT else _ARROW
        x = (_EDGE, (self.width() - wide) // 2, self.width() - wide - _EDGE)[column]
        top = _EDGE if direction is not Direction.NORTH_EAST else _EDGE + _CORNER
        y = (top, (self.height() - _HEIGHT) // 2, self.height() - _HEIGHT - _EDGE - _FOOT)[row]
        return QRect(x, y, wide, _HEIGHT)

    # -- inside

    def _share(self, row: int) -> float:
        """How much of the width one may have, so that those of a row stand beside each other."""
        in_row = [place for way, place in _PLACES.items() if way in self._names and place[1] == row]
        if row == 1:
            return _BESIDE_MIDDLE
        return 1 / 3 if (1, row) in in_row and len(in_row) > 1 else 1 / 2 if len(in_row) > 1 else 0.9

    def _region(self) -> QRegion:
        """Where it stands at all; an empty one would be taken for everything."""
        region = QRegion(0, 0, 1, 1)
        for direction in self._names:
            region += self.chip(direction)
        return region

    def _at(self, at: QPoint) -> Direction | None:
        return next((each for each in self._names if self.chip(each).contains(at)), None)

    def _paint_chip(self, painter: QPainter, direction: Direction, name: str) -> None:
        chip, is_over = self.chip(direction), direction is self._over
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.raised)
        painter.drawRoundedRect(chip, RADIUS, RADIUS)
        painter.setBrush(self._theme.accent)
        painter.drawPolygon(arrow(QPointF(chip.x() + _ARROW / 2, chip.center().y() + 0.5), direction, 6))
        painter.setPen(self._theme.accent if is_over else self._theme.text)
        room = chip.adjusted(_ARROW, 0, -SPACE, 0)
        if room.width() > 0:
            text = QFontMetrics(self._font).elidedText(name, Qt.TextElideMode.ElideMiddle, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)

    # -- Qt

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _meaning(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        direction = KEYS.get(event.key())
        if not _meaning(event):
            super().keyPressEvent(event)
        elif direction is None:
            self.close_it()
        else:
            self._stays.start()
            self.chosen.emit(direction)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        direction = self._at(event.position().toPoint())
        if direction is not None:
            self._stays.start()
            self.chosen.emit(direction)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        over = self._at(event.position().toPoint())
        if over is not self._over:
            self._over = over
            self.update()
            text = f"{self._names[over]} ({to_the(over)})" if over is not None else ""
            QToolTip.showText(event.globalPosition().toPoint(), text, self)

    def leaveEvent(self, event: QEvent) -> None:
        self._over = None
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.close_it()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        for direction, name in self._names.items():
            self._paint_chip(painter, direction, name)


def _meaning(event: QKeyEvent) -> bool:
    """Does a key mean something here?"""
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return not held and (event.key() in KEYS or event.key() == Qt.Key.Key_Escape)
