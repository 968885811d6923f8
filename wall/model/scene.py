"""What has become of the scene before a camera."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Scene(Enum):
    """Judged from the pictures alone: that the camera was turned on purpose, others know."""

    USUAL = "the usual scene, or not known yet"
    BLINDED = "nothing of it is to be seen any more, or it is blurred"
    MOVED = "another scene"


CELLS, REGIONS = 576, 12
"""Of a usual scene, in bytes."""


@dataclass(frozen=True, slots=True)
class UsualScene:
    """What a camera usually shows, small enough to be kept while nobody looks. ValueError for what is none."""

    cells: bytes
    """Grey, row by row."""
    likeness: bytes
    """How well each region of it is usually recognised: 255 is always."""
    is_grey: bool
    """Is it by infrared light?"""
    generation: int = 0
    """So often it became another one while the camera was watched: what was kept before that is not usual any more."""

    def __post_init__(self) -> None:
        if len(self.cells) != CELLS or len(self.likeness) != REGIONS:
            raise ValueError("a usual scene has 576 cells and 12 regions")


@dataclass(frozen=True, slots=True)
class KeptScene:
    """What it usually showed then (Unix time)."""

    taken_s: float
    usual: UsualScene
