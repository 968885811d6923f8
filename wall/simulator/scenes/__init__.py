"""Scenes (placeholder)."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from wall.simulator.clips.strip import Plane


def pictures(scene: int, width: int, height: int, fps: int, seconds: int) -> Iterator[Plane]:
    """Pictures."""
    y, x = np.mgrid[0:height, 0:width]
    base = np.stack([(x * 255 // width), (y * 255 // height), (x + y) % 256], axis=2).astype(np.uint8)
    for n in range(fps * seconds):
        p = base.copy()
        for k in range(8):
            at = int((n * (3 + k) + k * 80) % (width - 60))
            p[100 + k * 20 : 118 + k * 20, at : at + 50] = (30 * k, 255 - 20 * k, 100)
        yield p
