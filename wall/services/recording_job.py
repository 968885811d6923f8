"""One recording under way: from which tiles it is written, and what came of it so far. Pure state, one thread."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from wall.model.recording import FAULTS, End, Hitch, Part, Recording, Written
from wall.services.recording_book import Entry

_GRAVEST = (Hitch.NONE, Hitch.WAITING, Hitch.DECODER_LOST, Hitch.SLOW_DISK)
_BEGUN_S = 1.0


@dataclass(slots=True)
class Strand:
    """One stream that is being recorded, through a tile of its own. `is_best`: it makes the others needless."""

    tile: int
    is_best: bool = False
    hitch: Hitch = Hitch.NONE
    missing_s: float = 0.0
    end: End | None = None
    paths: set[str] = field(default_factory=set)


class RecordingJob:
    """The shown stream first; the main stream takes over as soon as it comes."""

    def __init__(self, key: int, recording: Recording, strands: Iterable[Strand]) -> None:
        self.key = key
        self.recording = recording
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
        """Strands that are not needed any more, because the best one has begun."""
        has_begun = any(each.is_best and self._seconds(each) >= _BEGUN_S for each in self.active)
        return [each for each in self.active if not each.is_best] if has_begun else []

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
