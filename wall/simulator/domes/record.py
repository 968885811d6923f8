"""What a dome did: what it was told and when, and when it really moved. For whoever measures, not for the wall."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

KEPT = 512
"""Commands, and stretches of motion, of one dome."""


@dataclass(frozen=True, slots=True)
class Command:
    """`name` is the ONVIF call; `is_ignored`: the dome said yes to it, and did nothing."""

    name: str
    at_s: float
    said: Mapping[str, Any] = field(default_factory=dict)
    is_ignored: bool = False

    def as_json(self) -> dict[str, Any]:
        return {"name": self.name, "at_s": self.at_s, "ignored": self.is_ignored, **self.said}


@dataclass(slots=True)
class Motion:
    """It moved from then until then; `to_s` lies ahead while it still does."""

    from_s: float
    to_s: float

    def as_json(self, now_s: float) -> dict[str, Any]:
        return {"from_s": self.from_s, "to_s": self.to_s if self.to_s <= now_s else None}


class Record:
    """Grows as the dome is told things; nothing runs for it in between."""

    def __init__(self) -> None:
        self.commands: deque[Command] = deque(maxlen=KEPT)
        self.motions: deque[Motion] = deque(maxlen=KEPT)

    def told(self, command: Command) -> None:
        self.commands.append(command)

    def changed(self, now_s: float, rests_s: float) -> None:
        """Its motors were set anew: unless they are again, they come to rest then."""
        last = self.motions[-1] if self.motions else None
        if last is not None and last.to_s > now_s:
            last.to_s = max(now_s, rests_s)
        elif rests_s > now_s:
            self.motions.append(Motion(now_s, rests_s))

    def stopped_s(self, now_s: float) -> float | None:
        """When it came to rest last; None while it moves, and where it never did."""
        last = self.motions[-1] if self.motions else None
        return last.to_s if last is not None and last.to_s <= now_s else None
