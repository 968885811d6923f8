"""What an officer can do with an alarm. `workflow` says when."""

from __future__ import annotations

from dataclasses import dataclass

from wall.model.alarms.state import Verdict

MOST_TEXT = 10_000
"""Characters of a note or a reason."""


@dataclass(frozen=True, slots=True)
class Acknowledge:
    """I have seen it."""


@dataclass(frozen=True, slots=True)
class Take:
    """I see to it."""


@dataclass(frozen=True, slots=True)
class Forward:
    """Somebody else sees to it."""

    to: str


@dataclass(frozen=True, slots=True)
class Hold:
    """It can wait until then (Unix seconds)."""

    until_s: float
    why: str


@dataclass(frozen=True, slots=True)
class Resume:
    """It waits no longer."""


@dataclass(frozen=True, slots=True)
class Close:
    """It is done. A reason is required."""

    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True)
class Reopen:
    """It was closed by mistake, or too soon."""

    why: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """What is worth knowing; `jpeg` is a picture that goes with it."""

    text: str
    jpeg: bytes = b""


@dataclass(frozen=True, slots=True)
class Check:
    """A step of the checklist (from 0) is done, or is not after all. `text` is the step as it reads now."""

    step: int
    done: bool = True
    text: str = ""


Action = Acknowledge | Take | Forward | Hold | Resume | Close | Reopen | Note | Check
