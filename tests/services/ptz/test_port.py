"""The desk is what the hands and the patrols ask for."""

from __future__ import annotations

from wall.services.ptz.desk import PtzDesk
from wall.services.ptz.ports import SendsDomes
from wall.ui.ptz.port import PtzPort


def as_port(desk: PtzDesk) -> PtzPort:
    """For the type checker."""
    return desk


def as_sender(desk: PtzDesk) -> SendsDomes:
    """For the type checker."""
    return desk
