"""What the mouse and the finger do in a tile: decided here, and nowhere else."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt

from wall.model.grid import Rect
from wall.ui.tile import Tile

_CARRIES = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Grip(Enum):
    """What becomes of a press that moves on."""

    CARRY = "the tile is carried to another cell"
    MOVE = "the picture moves in its tile"
    AIM = "the small picture of the whole says what is looked at"
    STEER = "the camera itself moves towards the hand"
    BOX = "what lies in a box is to fill the picture"


DRIVES = frozenset((Grip.STEER, Grip.BOX))
"""What moves a camera, not a picture."""


def grip_of(tile: Tile, caption: Rect, overview: Rect | None, at: tuple[int, int], held: Qt.KeyboardModifier) -> Grip:
    """In a picture that is looked at closely a drag moves it. By the row with its name, or with Ctrl or Alt held, the
    tile is carried, as it always is while the whole picture is seen. Where a dome is driven, a drag moves that, and
    with Shift it draws a box.
    """
    if held & _CARRIES or caption.contains(*at):
        return Grip.CARRY
    if overview is not None and overview.contains(*at):
        return Grip.AIM
    if tile.band:
        return Grip.BOX if held & Qt.KeyboardModifier.ShiftModifier else Grip.STEER
    return Grip.MOVE if tile.sight.zoom.is_close else Grip.CARRY
