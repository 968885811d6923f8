"""How one picture is looked at: how closely, how it stands in its cell, held or not, with its figures or without."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QDateTime
from PySide6.QtGui import QImage

from wall.model.framing import Framing
from wall.model.zoom import WHOLE, Zoom


@dataclass(frozen=True, slots=True, eq=False)
class HeldPicture:
    """A picture that the operator keeps standing while the camera goes on.

    `image` is a copy of its own; `picture_s` says when the picture was made and `since_s` since when it is held, both
    monotonic; `taken` is when it was made as people read it.
    """

    image: QImage
    picture_s: float
    since_s: float
    taken: QDateTime


@dataclass(frozen=True, slots=True)
class Sight:
    """What an operator has asked for one tile; nothing of it changes what the camera sends."""

    zoom: Zoom = WHOLE
    framing: Framing = Framing.FIT
    held: HeldPicture | None = None
    has_facts: bool = False
    """Are the figures of its stream written over it?"""


PLAIN = Sight()
