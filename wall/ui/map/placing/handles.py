"""What a camera is turned and widened by: a knob where it looks, and one at each side of what it sees."""

from __future__ import annotations

import math
from enum import Enum

from PySide6.QtCore import QPointF

from wall.model.geo.mercator import to_world
from wall.model.geo.placing import USUAL_VIEW_DEG, CameraPlace
from wall.ui.map.frame import MapFrame

ARM_PX = 72
"""From the camera to its knobs, at every zoom: a hand needs the same room everywhere."""

KNOB_PX = 6
_REACH_PX = 14


class Knob(Enum):
    """What it is for."""

    AIM = "where it looks"
    LEFT = "one side of what it sees"
    RIGHT = "the other"


def pixel_of(camera: CameraPlace, frame: MapFrame) -> QPointF | None:
    """Where the camera stands on the screen."""
    return QPointF(*frame.pixel(*to_world(camera.place))) if camera.place is not None else None


def knobs(camera: CameraPlace, frame: MapFrame) -> dict[Knob, QPointF]:
    """Where its knobs are. One of which nobody knows where it looks has one only, in the north."""
    middle = pixel_of(camera, frame)
    if middle is None:
        return {}
    if camera.bearing_deg is None:
        return {Knob.AIM: _arm(middle, 0.0)}
    half = (camera.view_deg or USUAL_VIEW_DEG) / 2
    return {
        Knob.AIM: _arm(middle, camera.bearing_deg),
        Knob.LEFT: _arm(middle, camera.bearing_deg - half),
        Knob.RIGHT: _arm(middle, camera.bearing_deg + half),
    }


def knob_at(camera: CameraPlace, frame: MapFrame, at: QPointF) -> Knob | None:
    """The knob under the hand; where they lie on each other, the one that aims."""
    found = knobs(camera, frame)
    return next((knob for knob in Knob if knob in found and _is_near(found[knob], at)), None)


def _arm(middle: QPointF, bearing_deg: float) -> QPointF:
    angle = math.radians(bearing_deg)
    return middle + QPointF(math.sin(angle), -math.cos(angle)) * ARM_PX


def _is_near(one: QPointF, other: QPointF) -> bool:
    return math.hypot(one.x() - other.x(), one.y() - other.y()) <= _REACH_PX
