"""By how many pixels a picture has moved as a whole. What moves in it moves little of it."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from wall.model.picture import Picture

_MOVED_PX, _CHANGED_SHARE, _CHANGED_BY = 0.1, 0.3, 10.0
"""Traffic alone is a third of the former and half of the latter: how much of the picture changes by so many levels."""
_MOST_CHANGE = 24.0
"""Edges of what moves by itself weigh no more than others."""
_STRIP_SHARE = 0.08
"""The frame number at the top does not move."""
_GREEN = 1

Grey = NDArray[np.float32]


def grey_of(picture: Picture) -> Grey:
    """A copy of its green, a little softened, without the strip at the top."""
    rows: NDArray[Any] = np.frombuffer(picture.pixels, np.uint8)[: picture.stride * picture.height]
    green = rows.reshape(picture.height, picture.stride)[:, _GREEN : picture.width * 4 : 4].astype(np.float32)
    green = green[int(picture.height * _STRIP_SHARE) :]
    return ((green[:-1, :-1] + green[1:, :-1] + green[:-1, 1:] + green[1:, 1:]) / 4).astype(np.float32)


def has_moved(before: Grey, now: Grey) -> bool:
    """Whether the camera moved in between."""
    if before.shape != now.shape:
        return False
    changed = float((np.abs(now - before) > _CHANGED_BY).mean())
    return changed > _CHANGED_SHARE or abs(shift_px(before, now)) > _MOVED_PX


def shift_px(before: Grey, now: Grey) -> float:
    """How far a picture went to the right, in pixels; right for less than two: least squares over its slopes (Lucas and
    Kanade).
    """
    slope = (before[:, 2:] - before[:, :-2]) / np.float32(2)
    change = np.clip(now[:, 1:-1] - before[:, 1:-1], -_MOST_CHANGE, _MOST_CHANGE)
    power = float((slope * slope).sum())
    return -float((slope * change).sum()) / power if power else 0.0
