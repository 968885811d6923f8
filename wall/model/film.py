"""A recording as it is looked at: its files one after the other, and where one is in it. Pure values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from wall.model.recording import Part


class FilmPhase(Enum):
    """What a film is doing."""

    OPENING = "opening"
    RUNNING = "running"
    STANDING = "standing"
    ENDED = "ended"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class FilmState:
    """Where a film is, seconds from its beginning, and what it is doing."""

    phase: FilmPhase = FilmPhase.OPENING
    at_s: float = 0.0


@dataclass(frozen=True, slots=True)
class Place:
    """In which file, and how far in it."""

    part: int
    at_s: float


class Reel:
    """Files that are shown as one film. What lies between them is not shown."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self.parts = tuple(parts)
        self._begins = [sum(part.seconds for part in self.parts[:place]) for place in range(len(self.parts))]

    @property
    def seconds(self) -> float:
        """How long all of it is."""
        return sum(part.seconds for part in self.parts)

    def place(self, at_s: float) -> Place:
        """Where a moment of the film lies. ValueError for a reel without files."""
        if not self.parts:
            raise ValueError("there is no film")
        at_s = min(max(0.0, at_s), self.seconds)
        part = max(place for place, begin in enumerate(self._begins) if begin <= at_s or place == 0)
        return Place(part, at_s - self._begins[part])

    def at_s(self, place: Place) -> float:
        """The other way round."""
        return self._begins[place.part] + min(place.at_s, self.parts[place.part].seconds)

    def taken_s(self, at_s: float) -> float:
        """When a moment of the film was, in Unix seconds."""
        place = self.place(at_s)
        return self.parts[place.part].started_s + place.at_s
