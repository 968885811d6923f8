"""Where a case stands, and what it turned out to be."""

from __future__ import annotations

from enum import Enum


class State(Enum):
    """The value is the English word; the UI translates."""

    NEW = "new"
    ACKNOWLEDGED = "acknowledged"
    IN_PROGRESS = "in progress"
    ON_HOLD = "on hold"
    CLOSED = "closed"


class Verdict(Enum):
    """What a closed alarm was."""

    REAL = "real"
    FALSE = "false"
    TEST = "test"
