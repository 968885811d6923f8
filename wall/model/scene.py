"""What has become of the scene before a camera."""

from __future__ import annotations

from enum import Enum


class Scene(Enum):
    """Judged from the pictures alone: that the camera was turned on purpose, others know."""

    USUAL = "the usual scene, or not known yet"
    BLINDED = "nothing of it is to be seen any more, or it is blurred"
    MOVED = "another scene"
