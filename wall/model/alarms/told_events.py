"""Facts about the ways in for other systems."""

from __future__ import annotations

from dataclasses import dataclass

from wall.model.alarms.signal import Source
from wall.model.alarms.told import IntakeHealth
from wall.model.events import Event


@dataclass(frozen=True, slots=True)
class IntakeChanged(Event):
    """A way in stands otherwise than before. Told about once a second at most."""

    health: IntakeHealth


@dataclass(frozen=True, slots=True)
class MessageBroken(Event):
    """Nobody can understand what is said there: a topic, or a path. Told once for each, not for each message."""

    source: Source
    where: str
    why: str
