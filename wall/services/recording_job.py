"""One recording under way: from which tiles it is written, and what came of it so far. Pure state, one thread."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from wall.model.recording import FAULTS, End, Hitch, Part, Recording, Written
from wall.model.stream import Source
from wall.services.recording_book import Entry

_GRAVEST = (Hitch.NONE, Hitch.WAITING, Hitch.DECODER_LOST, Hitch.SLOW_DISK)
_BEGUN_S = 1.0
_STEADY_S = 30.0
"""So long a stream that has failed must come again before it is trusted alone."""


@dataclass(slots=True)
class Strand:
    """One stream that is being recorded, through a tile of its own. `is_best`: it makes the others needless."""

    tile: int
    is_best: bool = False
    hitch: Hitch = Hitch.NONE
    missing_s: float = 0.0
    end: End | None = None
    paths: set[str] = field(default_factory=set)
    steady_from_s: float = 0.0
    """How much of it was written when it was waited for last."""
    has_failed: bool = False
    """Did it come, and then no more?"""
    is_stood_in_for: bool = False
    """Has another one been begun in its place?"""


class RecordingJob:
    """The shown stream first; the main stream takes over as soon as it comes, and when it fails gives way again."""

    def __init__(
        self,
        key: int,
        recording: Recording,
        strands: Iterable[Strand],
        until_s: float = math.inf,
        stand_in: Source | None = None,
    ) -> None:
        """It ends at `until_s`, monotonic; `stand_in` is recorded while the best stream does not come any more."""
        self.key = key
        self.recording = recording
        self.until_s = until_s
        self.stand_in = stand_in
        self.is_ending = False
        """Has somebody ended it? Then nothing more is begun."""
        self.strands = {strand.tile: strand for strand in strands}
        self.entry = Entry()
        self._parts: dict[str, Part] = {}

    def take(self, tile: int, written: Written) -> bool:
        """Take note of how far a strand has come; True where it is worth writing down: a file more, or an end."""
        strand = self.strands[tile]
        known = set(self._parts)
        self._parts |= {part.path: part for part in written.parts}
        strand.paths |= {part.path for part in written.parts}
        strand.hitch, strand.end = written.hitch, written.end
        strand.missing_s = max(strand.missing_s, written.missing_s)
        if strand.hitch is Hitch.WAITING:
            strand.steady_from_s = self._seconds(strand)
            strand.has_failed = strand.has_failed or strand.steady_from_s >= _BEGUN_S
        self._renew()
        return bool(self._parts.keys() - known) or written.end is not None

    def correct(self, part: Part) -> None:
        """This is what became of a file whose writer was killed."""
        if part.path in self._parts:
            self._parts[part.path] = part
            self._renew()

    def last_part(self, tile: int) -> Part | None:
        """The newest file of a strand."""
        parts = [self._parts[path] for path in self.strands[tile].paths]
        return max(parts, key=lambda part: part.started_s, default=None)

    def superseded(self) -> list[Strand]:
        """Strands that are not needed any more, because the best one has begun, or has come back for good."""
        if (best := self._best) is None or self._seconds(best) - best.steady_from_s < _patience_s(best):
            return []
        best.is_stood_in_for = False
        return [each for each in self.active if each is not best]

    def add_stand_in(self, tile: int) -> None:
        """Another stream is written through this tile until the best one is back."""
        if (best := self._best) is not None:
            best.is_stood_in_for = True
        self.strands[tile] = Strand(tile)

    @property
    def lacks_stand_in(self) -> bool:
        """Does the best stream fail, and is nothing else written that could be?"""
        best = self._best
        is_failing = best is not None and best.hitch is Hitch.WAITING and not best.is_stood_in_for
        return is_failing and not self.is_ending and self.active == [best]

    @property
    def _best(self) -> Strand | None:
        return next((each for each in self.active if each.is_best), None)

    @property
    def active(self) -> list[Strand]:
        """What is still being written."""
        return [strand for strand in self.strands.values() if strand.end is None]

    @property
    def hitch(self) -> Hitch:
        """What ails it: nothing, as long as one strand is well."""
        return min((strand.hitch for strand in self.active), key=_GRAVEST.index, default=Hitch.NONE)

    def finish(self, at_s: float) -> None:
        """All strands have ended, at this time (Unix seconds): say why. The gravest end is that of the recording."""
        ends = [strand.end for strand in self.strands.values() if strand.end not in (None, End.NO_PICTURES)]
        end = next((end for end in ends if end in FAULTS), ends[-1] if ends else End.NO_PICTURES)
        self.recording = replace(self.recording, ended_s=at_s, end=end)

    def _seconds(self, strand: Strand) -> float:
        return sum(self._parts[path].seconds for path in strand.paths)

    def _renew(self) -> None:
        parts = tuple(sorted(self._parts.values(), key=lambda part: part.started_s))
        missing_s = sum(strand.missing_s for strand in self.strands.values())
        self.recording = replace(self.recording, parts=parts, missing_s=missing_s)


def _patience_s(best: Strand) -> float:
    """For how long it must have come before the others end."""
    return _STEADY_S if best.has_failed else _BEGUN_S
