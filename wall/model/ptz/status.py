"""What a dome tells of itself."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from wall.model.ptz.move import Place


@dataclass(frozen=True, slots=True)
class PtzStatus:
    """Where it looks (None: it does not tell), whether it moves (None: it does not tell), and what troubles it."""

    place: Place | None = None
    is_moving: bool | None = None
    error: str = ""


class TourState(Enum):
    """ONVIF PTZ, section 5.7: what a patrol of the camera's own does."""

    IDLE = "Idle"
    TOURING = "Touring"
    PAUSED = "Paused"
    UNKNOWN = ""


@dataclass(frozen=True, slots=True)
class CameraTour:
    """A patrol that the camera keeps and runs itself. One without a name is called by its token."""

    token: str
    name: str
    state: TourState = TourState.UNKNOWN
