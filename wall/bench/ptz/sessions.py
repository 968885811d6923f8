"""Randomised sessions at the wall: a dome with or without a vice, keys or a stick, an end. Did it run away?

What a dome did in one session is looked at when `RUNAWAY_S` have passed, while others are driven.
"""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass, field
from random import Random

from wall.bench.control import Control
from wall.bench.ptz.endings import OF_KEYS, OF_STICKS, WITHOUT_LINK, Scene
from wall.bench.ptz.hand import Hand
from wall.bench.ptz.record import RUNAWAY_S, DomeRecords
from wall.bench.ptz.stage import Dome, Stage
from wall.bench.ptz.tools import Keys, Stick, Tool
from wall.ui.spin import spin

VICES: tuple[tuple[str, float | None], ...] = (
    ("", None),
    ("ptz-ignores-stop", None),
    ("ptz-ignores-timeout", None),
    ("ptz-slow", 5.0),
)
"""Faults of the city's, with their values."""
_WITH_TIMEOUT = VICES[:2]
_TILTS = 0.3
_LOOKS_S = 0.4
"""Before it drives: at most so long."""
_SEEN_S = 0.15
"""After the moment that counts."""


@dataclass(slots=True)
class Tally:
    """What came of all sessions."""

    sessions: int = 0
    moved: int = 0
    """In which a motor moved at all: else there was nothing to run away."""
    runaways: int = 0
    by_end: Counter[str] = field(default_factory=Counter)
    by_vice: Counter[str] = field(default_factory=Counter)
    ran: list[str] = field(default_factory=list)
    """How those that ran away had ended."""

    def note(self, end: str, vice: str, *, moved: bool, ran: bool) -> None:
        self.sessions += 1
        self.by_end[end] += 1
        self.by_vice[vice or "none"] += 1
        self.moved += moved
        if ran:
            self.runaways += 1
            self.ran.append(f"{end}, {vice}" if vice else end)


@dataclass(frozen=True, slots=True)
class Ended:
    """A session whose dome is still to be looked at."""

    dome: Dome
    end: str
    vice: str
    began_s: float
    ended_s: float


class Judge:
    """Looks at domes when it is time, and notes what they did."""

    def __init__(self, control: Control, records: DomeRecords, tally: Tally) -> None:
        self._control, self._records, self._tally = control, records, tally
        self._ended: dict[int, Ended] = {}

    def expect(self, ended: Ended) -> None:
        self._ended[ended.dome.number] = ended

    def settle(self, dome: Dome) -> None:
        """Wait until a dome can be judged, judge it, and take its vice away."""
        ended = self._ended.pop(dome.number, None)
        if ended is None:
            return
        moment_s = ended.ended_s + RUNAWAY_S
        spin(max(0.0, moment_s + _SEEN_S - time.monotonic()))
        did = self._records.did(dome.number, ended.began_s)
        self._tally.note(ended.end, ended.vice, moved=bool(did.motions), ran=did.moved_after(moment_s))
        if ended.vice:
            self._control.set_fault(ended.vice, [dome.number], on=False)

    def settle_all(self) -> None:
        for ended in tuple(self._ended.values()):
            self.settle(ended.dome)


class Sessions:
    """At the wall of a stage. UI thread."""

    def __init__(self, stage: Stage, hand: Hand, chance: Random, tally: Tally) -> None:
        self._stage, self._hand, self._chance = stage, hand, chance
        self._judge = Judge(stage.control, hand.records, tally)
        self._tools: tuple[Tool, ...] = (Keys(hand), Stick(stage, hand))

    def take(self, count: int) -> None:
        """So many, over all domes."""
        for number in range(count):
            dome = self._stage.domes[number % len(self._stage.domes)]
            self._judge.settle(dome)
            self._judge.expect(self._session(dome))
        self._judge.settle_all()

    def _session(self, dome: Dome) -> Ended:
        tool = self._chance.choice(self._tools)
        endings = OF_STICKS if tool.is_stick else OF_KEYS
        end = self._chance.choice(tuple(endings))
        vice, value = self._chance.choice(_WITH_TIMEOUT if end in WITHOUT_LINK else VICES)
        tool.take(dome)
        spin(self._chance.uniform(0.1, _LOOKS_S))
        if vice:
            self._stage.control.set_fault(vice, [dome.number], on=True, value=value)
        tilts = self._chance.random() < _TILTS
        # Towards its middle, so that no dome comes to its limit.
        way = -1 if self._hand.records.position(dome.number)[1 if tilts else 0] > 0 else 1
        began_s = tool.push(way, tilts=tilts)
        spin(self._chance.uniform(0.05, 0.8))
        ended_s = endings[end](Scene(self._stage, self._hand, dome, tool, self._chance))
        return Ended(dome, f"{end}, stick" if tool.is_stick else end, vice, began_s, ended_s)
