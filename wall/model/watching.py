"""Which cameras were on a screen, and for how long: the ledger of watch coverage. Values."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Seen:
    """What the ledger knows of one camera: when it was last live on a screen (Unix seconds, 0 for never), and for how
    many seconds altogether within the time that was asked for.
    """

    camera_id: int
    last_s: float
    seconds: float


@dataclass(frozen=True, slots=True)
class Watched:
    """A camera was live on a screen for some seconds up to `last_s` (Unix seconds). One row an hour at most is kept."""

    camera_id: int
    seconds: float
    last_s: float
