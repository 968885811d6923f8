"""Waiting for a condition instead of for a time."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

Said = str | Callable[[], str]
_LOOK_EVERY_S = 0.005


def wait_until(condition: Callable[[], object], patience_s: float = 20, what: Said = "") -> float:
    """Look until it is true; gives the seconds that took. Fails with `what` when the patience is at its end."""
    began_s = time.monotonic()
    while not condition():
        assert time.monotonic() - began_s < patience_s, _told(what)
        time.sleep(_LOOK_EVERY_S)
    return time.monotonic() - began_s


async def until(condition: Callable[[], object], patience_s: float = 20, what: Said = "") -> float:
    """The same on a loop, which goes on meanwhile."""
    began_s = time.monotonic()
    while not condition():
        assert time.monotonic() - began_s < patience_s, _told(what)
        await asyncio.sleep(_LOOK_EVERY_S)
    return time.monotonic() - began_s


def soon_enough(attempt: Callable[[], float], within_s: float, attempts: int = 3) -> None:
    """One of some attempts takes less: others use the machine as well, but what is slow by itself is so each time."""
    took_s: list[float] = []
    while not took_s or (took_s[-1] >= within_s and len(took_s) < attempts):
        took_s.append(attempt())
    assert took_s[-1] < within_s, took_s


def _told(what: Said) -> str:
    return (what if isinstance(what, str) else what()) or "it did not come true"
