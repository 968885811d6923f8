"""The eight directions in words, by key, and as arrows."""

from __future__ import annotations

from math import cos, radians, sin

from PySide6.QtCore import QCoreApplication, QPointF, Qt
from PySide6.QtGui import QPolygonF

from wall.model.geo.neighbours import REACH_M, Direction
from wall.ui.figures import number

KEYS: dict[int, Direction] = {
    Qt.Key.Key_Up: Direction.NORTH,
    Qt.Key.Key_PageUp: Direction.NORTH_EAST,
    Qt.Key.Key_Right: Direction.EAST,
    Qt.Key.Key_PageDown: Direction.SOUTH_EAST,
    Qt.Key.Key_Down: Direction.SOUTH,
    Qt.Key.Key_End: Direction.SOUTH_WEST,
    Qt.Key.Key_Left: Direction.WEST,
    Qt.Key.Key_Home: Direction.NORTH_WEST,
    Qt.Key.Key_8: Direction.NORTH,
    Qt.Key.Key_9: Direction.NORTH_EAST,
    Qt.Key.Key_6: Direction.EAST,
    Qt.Key.Key_3: Direction.SOUTH_EAST,
    Qt.Key.Key_2: Direction.SOUTH,
    Qt.Key.Key_1: Direction.SOUTH_WEST,
    Qt.Key.Key_4: Direction.WEST,
    Qt.Key.Key_7: Direction.NORTH_WEST,
}
"""The block of arrows, and the keypad: north is up."""


def to_the(direction: Direction) -> str:
    """«to the north»."""
    translate = QCoreApplication.translate
    words = {
        Direction.NORTH: translate("Follow", "to the north"),
        Direction.NORTH_EAST: translate("Follow", "to the north-east"),
        Direction.EAST: translate("Follow", "to the east"),
        Direction.SOUTH_EAST: translate("Follow", "to the south-east"),
        Direction.SOUTH: translate("Follow", "to the south"),
        Direction.SOUTH_WEST: translate("Follow", "to the south-west"),
        Direction.WEST: translate("Follow", "to the west"),
        Direction.NORTH_WEST: translate("Follow", "to the north-west"),
    }
    return words[direction]


def went(direction: Direction, name: str, distance_m: float) -> str:
    """Where one has gone on to."""
    text = QCoreApplication.translate("Follow", "{0}: {1}, {2} m")
    towards = to_the(direction)
    return text.format(towards[:1].upper() + towards[1:], name, number(round(distance_m)))


def nobody(direction: Direction) -> str:
    """There is nothing to go on to."""
    text = QCoreApplication.translate("Follow", "No camera {0} within {1} km")
    return text.format(to_the(direction), round(REACH_M / 1000))


def alone(name: str) -> str:
    """There is nothing around a camera."""
    translate = QCoreApplication.translate
    text = translate("Follow", "No camera around {0} within {1} km, or nobody has said where it stands")
    return text.format(name, round(REACH_M / 1000))


def arrow(middle: QPointF, direction: Direction, size: float) -> QPolygonF:
    """A small arrow head; on the map and on the wall north is up."""
    turn = radians(direction.value)

    def at(along: float, aside: float) -> QPointF:
        return middle + QPointF(sin(turn) * along + cos(turn) * aside, -cos(turn) * along + sin(turn) * aside)

    return QPolygonF([at(size, 0), at(-size * 0.8, size * 0.8), at(-size * 0.35, 0), at(-size * 0.8, -size * 0.8)])
