"""How well each camera is, and what is wrong with whole sites."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from wall.model.device import Trouble


class Verdict(Enum):
    """What to think of a camera now, the best first."""

    WELL = "well"
    ATTENTION = "attention"
    """It works, but something is off: its clock, its frame rate."""
    ILL = "ill"
    """It answers and does not work: login refused, sessions full."""
    LOST = "lost"
    """It does not answer."""
    UNKNOWN = "unknown"
    """Not asked yet, or asked too long ago."""


@dataclass(frozen=True, slots=True)
class Health:
    """What is known of one camera. None: not known. `checked_s` is Unix time.

    Frames and bits a second and latency are measured only while the stream is open; nothing is opened to learn them.
    """

    verdict: Verdict
    trouble: Trouble | None = None
    checked_s: float | None = None
    up_since_s: float | None = None
    """Since when every check went well (Unix time)."""
    answer_ms: float | None = None
    """How long the last check took."""
    clock_offset_s: float | None = None
    fps: float | None = None
    kbit_s: float | None = None
    latency_ms: float | None = None


class SharedCause(Enum):
    """Why the cameras of a site were probably lost together."""

    POWER_OR_UPLINK = "power or uplink of the site"
    """Every device of the site is silent."""
    RECORDER = "the recorder they are connected to"
    """All lost cameras are channels of one device."""
    LOGIN = "the login they share"
    """All refuse the same credential."""


@dataclass(frozen=True, slots=True)
class Incident:
    """Cameras of one site lost together: one thing to attend to, not thirty. `since_s` is Unix time."""

    site_id: int
    site: str
    cameras: tuple[int, ...]
    cameras_of_site: int
    cause: SharedCause
    since_s: float
