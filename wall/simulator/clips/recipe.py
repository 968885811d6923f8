"""What a clip is made of. Equal recipes give equal clips, so a recipe's hash names the file in the cache."""

from __future__ import annotations

import hashlib
from dataclasses import astuple, dataclass

VERSION, BENCH_VERSION = 2, 3
"""Raise it whenever drawing or encoding changes: older files in the cache are then not read any more."""


@dataclass(frozen=True, slots=True)
class ClipRecipe:
    """One scene in one codec and size. `style` is "city", or "bench": with a camera's noise and profile; `COVERED` or
    `TURNED` where somebody was at the camera.

    `codec` is "h264" or "h265". `still` repeats the first picture for ever (a frozen camera that
    encodes).
    """

    style: str
    scene: int
    codec: str
    width: int
    height: int
    fps: int
    kbit_s: int
    seconds: int = 20
    still: bool = False

    @property
    def file_name(self) -> str:
        """Readable, and different for every recipe and version."""
        version = BENCH_VERSION if self.style == "bench" else VERSION
        digest = hashlib.sha256(repr((version, astuple(self))).encode()).hexdigest()[:16]
        return f"{self.style}-{self.scene}-{self.width}x{self.height}-{self.codec}-{digest}.clip"

    @property
    def drawing(self) -> tuple[str, int, int, int, int, int, bool]:
        """Recipes with equal drawings are encoded in one pass over the same pictures."""
        return self.style, self.scene, self.width, self.height, self.fps, self.seconds, self.still


COVERED, TURNED = "covered", "turned"
BENCH_SCENE = 1
"""The market: people all over the picture, as much motion as a camera's rate allows."""
KEYFRAME_S = 2
"""One keyframe every two seconds, as cameras are set."""
