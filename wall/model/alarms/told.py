"""What other systems say of our cameras, and how well they are heard."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from wall.model.alarms.signal import Phase, Source


@dataclass(frozen=True, slots=True)
class Told:
    """Something that another system says of a camera, which it calls by a name of its own."""

    kind: str
    """One of `kinds`, or a word of theirs."""
    names: tuple[str, ...] = ()
    """What the camera, or the device that it is one of, may be called: the surest first."""
    number: int = 0
    """What an operator types for it; 0 where it was not told so."""
    eye: str = ""
    """Which video source of the device."""
    phase: Phase = Phase.PULSE
    topic: str = ""
    detail: str = ""
    told_s: float | None = None
    key: str = ""
    """Their own name for it, under which it is known when it comes twice; "" where there is none."""


class Standing(Enum):
    """How well a way in is heard. The value is the English sentence; the UI translates by name."""

    OFF = "it is switched off"
    CONNECTING = "it is being connected"
    FINE = "it is heard"
    UNREACHABLE = "it cannot be reached"
    REFUSED = "it refuses the login"
    FORBIDDEN = "it does not let us hear what we ask for"
    TAKEN = "its port is taken by another program"


@dataclass(frozen=True, slots=True)
class IntakeHealth:
    """How one way in stands. Counts are since the program began; `detail` is English, for the expert; no secret."""

    source: Source
    standing: Standing = Standing.OFF
    since_s: float = 0.0
    """Unix time."""
    detail: str = ""
    taken: int = 0
    """Messages that are on the disk."""
    broken: int = 0
    """Messages that nobody can understand."""
    strangers: tuple[str, ...] = ()
    """Names of cameras that we do not have; the last that were told."""
