"""A city where something breaks every second: chosen by a seed, done through the control port, mended after a while."""

from __future__ import annotations

import contextlib
import os
import random
import signal
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from wall.bench.control import Control
from wall.model.board import Board
from wall.model.layout import Layout

Errand = Callable[[], object]

FAULTS: dict[str, float | None] = {
    "frozen": None,
    "silent": None,
    "refused": None,
    "reset": None,
    "password": None,
    "sessions-full": None,
    "slow-first-frame": 2.0,
    "corrupt": None,
    "clock-skew": None,
    "resolution": None,
    "codec": None,
    "loss": 60.0,
    "outage": None,
}
"""What breaks, and how badly."""

_SHORTEST_S, _LONGEST_S = 1.0, 4.0
_MOST_CAMERAS = 3
_KILL_CHANCE = 1 / 25
_HAND_CHANCE = 1 / 8
_RETRY_CHANCE = 1 / 3


@dataclass(frozen=True, slots=True)
class Broken:
    """A fault that is on, and until when (monotonic seconds)."""

    fault: str
    cameras: tuple[int, ...]
    until_s: float


@dataclass
class Mischief:
    """What to break next. Only decides and remembers; the errands it gives are run by somebody else."""

    chance: random.Random
    cameras: list[int]
    control: Control
    broken: list[Broken] = field(default_factory=list)
    done: Counter[str] = field(default_factory=Counter)

    def break_something(self, now_s: float) -> list[Errand]:
        """One more fault, on one to three cameras that do not have it yet."""
        fault = self.chance.choice(list(FAULTS))
        count = min(len(self.cameras), self.chance.randint(1, _MOST_CAMERAS))
        chosen = self.chance.sample(self.cameras, count)
        had = {camera for each in self.broken if each.fault == fault for camera in each.cameras}
        fresh = tuple(camera for camera in chosen if camera not in had)
        if not fresh:
            return []
        self.broken.append(Broken(fault, fresh, now_s + self.chance.uniform(_SHORTEST_S, _LONGEST_S)))
        self.done[fault] += 1
        return [partial(self.control.set_fault, fault, list(fresh), on=True, value=FAULTS[fault])]

    def mend(self, now_s: float) -> list[Errand]:
        """Lift what has been broken for long enough."""
        over = [each for each in self.broken if each.until_s <= now_s]
        self.broken = [each for each in self.broken if each.until_s > now_s]
        return [partial(self.control.set_fault, each.fault, list(each.cameras), on=False) for each in over]

    def is_broken(self, camera: int) -> bool:
        """Is anything wrong with a camera, as far as is known here?"""
        return any(camera in each.cameras for each in self.broken)

    def kill(self, pids: list[int]) -> int | None:
        """Now and then, kill a decode process; gives which."""
        if not pids or self.chance.random() > _KILL_CHANCE:
            return None
        victim = self.chance.choice(pids)
        with contextlib.suppress(ProcessLookupError):
            os.kill(victim, signal.SIGKILL)
        self.done["decode process killed"] += 1
        return victim

    def wants_retry(self) -> bool:
        """Does the operator try a refused login again in this second?"""
        return self.chance.random() < _RETRY_CHANCE

    def lay_hand_on(self, now: Board, side: int) -> Board:
        """Now and then the operator wants another layout, page, or a camera alone."""
        if self.chance.random() > _HAND_CHANCE:
            return now
        self.done["operator's hand"] += 1
        if now.single:
            return now.closed()
        size = self.chance.randint(1, side)
        return self.chance.choice(
            [
                now.selected_at(self.chance.randrange(now.layout.size)).opened(),
                now.with_layout(Layout.plain(size, size)),
                now.with_layout(Layout.plain(side, side)),
                now.turned(1),
            ]
        )
