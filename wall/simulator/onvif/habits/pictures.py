"""How makes hand out single pictures: to whom, how fast, how many at once, and how new they are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Opens(Enum):
    """What opens a picture's address."""

    DIGEST = "HTTP digest"
    BASIC = "HTTP Basic only: the password in the clear"
    NOTHING = "open to everybody"


@dataclass(frozen=True, slots=True)
class Pictures:
    """Without `has_any` there are none, and the address is lost.

    A picture takes `takes_s`; who asks while `at_once` are made gets HTTP 503 (0: as many as are asked for). For
    `keeps_s` the same one is handed out again, and says so in its Last-Modified header. `moved_to` is a folder that
    callers are sent on to.
    """

    has_any: bool = True
    opens: Opens = Opens.DIGEST
    takes_s: float = 0.0
    at_once: int = 0
    keeps_s: float = 0.0
    moved_to: str = ""
