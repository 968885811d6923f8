"""What reads as one thing in the journal of the domes, though it was written down as many: a hand that pushes a dome
thirty times within a minute, a patrol with its stops.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from wall.model.ptz.journal import Deed, JournalEntry
from wall.model.ptz.operator import Rank

PAUSE_S = 120.0
"""A hand that rests longer than that has begun anew."""
WALK_S = 3600.0
"""The same for where the program sends a dome: a stop of a patrol may last."""
_BY_HAND = frozenset({Deed.MOVED, Deed.STOPPED})


@dataclass(frozen=True, slots=True)
class Act:
    """One dome, one operator, one kind of deed: `count` times, of which `last` was written last and `first` first."""

    last: JournalEntry
    first: JournalEntry
    count: int = 1

    @property
    def key(self) -> int:
        """The newest entry's: it stays the same however many older ones are added."""
        return self.last.entry_id

    @property
    def lasted_s(self) -> float:
        return max(0.0, self.last.at_s - self.first.at_s)

    @property
    def is_by_hand(self) -> bool:
        """Was it moved by a hand, once or more?"""
        return self.first.deed in _BY_HAND


class Acts:
    """Takes entries, the newest first, and older and older ones; `all` are the acts, the newest first.

    Of each dome only what follows one another becomes one: whatever somebody else did in between stands in between.
    """

    def __init__(self) -> None:
        self.all: list[Act] = []
        self._open: dict[int, int] = {}
        """By camera: which act its older entries may still belong to."""

    def add(self, entries: Iterable[JournalEntry]) -> None:
        """These are older than all before."""
        for entry in entries:
            place = self._open.get(entry.camera_id)
            if place is not None and _is_more_of(self.all[place], entry):
                act = self.all[place]
                self.all[place] = replace(act, first=entry, count=act.count + _counts(entry, act))
            else:
                self._open[entry.camera_id] = len(self.all)
                self.all.append(Act(entry, entry))


def _is_more_of(act: Act, older: JournalEntry) -> bool:
    newer = act.first
    if newer.operator != older.operator:
        return False
    apart_s = abs(newer.at_s - older.at_s)
    if newer.deed is Deed.STOPPED and older.deed is Deed.MOVED:
        return True  # That is its beginning, however long it was held.
    if newer.deed in _BY_HAND and older.deed in _BY_HAND:
        return apart_s <= PAUSE_S
    is_walk = newer.deed is older.deed is Deed.SENT and newer.operator.rank is Rank.SYSTEM
    return is_walk and apart_s <= WALK_S


def _counts(older: JournalEntry, act: Act) -> int:
    """A move and its end are one; a stop counts where a move after it was counted already."""
    if older.deed is Deed.SENT:
        return 1
    return int(older.deed is Deed.STOPPED or act.first.deed is Deed.MOVED)
