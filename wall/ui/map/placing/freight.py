"""Cameras and sites on their way from the list beside the map onto it. To the wall they are their cameras."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QByteArray, QMimeData

from wall.ui.drag import cameras_freight, dragged_cameras
from wall.ui.map.placing.book import Thing

THINGS = "application/x-citywall-placing"
"""A JSON list of pairs: whether it is a site, and its id."""

_MOST_BYTES = 1 << 20


def things_freight(things: Iterable[Thing], cameras: Iterable[int]) -> QMimeData:
    """`cameras` are what the wall makes of them."""
    freight = cameras_freight(cameras)
    freight.setData(THINGS, QByteArray(json.dumps(list(things)).encode()))
    return freight


def dragged_things(freight: QMimeData) -> tuple[Thing, ...]:
    """What is dragged, each once; cameras from elsewhere are cameras here, too. Broken freight is none."""
    data = freight.data(THINGS)
    if data.isEmpty():
        return tuple(Thing(False, camera) for camera in dragged_cameras(freight))
    if data.size() > _MOST_BYTES:
        return ()
    try:
        found = json.loads(bytes(data.data()))
        return tuple(dict.fromkeys(_thing(each) for each in found))
    except (RecursionError, TypeError, ValueError):
        return ()


def _thing(told: Sequence[object]) -> Thing:
    """ValueError or TypeError for what is none."""
    is_site, key = told
    if not isinstance(is_site, bool) or not isinstance(key, int) or isinstance(key, bool):
        raise TypeError(told)
    return Thing(is_site, key)
