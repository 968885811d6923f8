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


def grip_of(tile: Tile, caption: Rect, overview: Rect | None, at: tuple[int, int], held: Qt.KeyboardModifier) -> Grip:
    """In a picture that is looked at closely a drag moves it. By the row with its name, or with Ctrl or Alt held, the
    tile is carried, as it always is while the whole picture is seen.
    """
    if not tile.sight.zoom.is_close or held & _CARRIES or caption.contains(*at):
        return Grip.CARRY
    return Grip.AIM if overview is not None and overview.contains(*at) else Grip.MOVE
