"""All of the wall that survives a restart. Values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from wall.model.board import Board
from wall.model.screen import Screen
from wall.model.view import Tour, View


@dataclass(frozen=True, slots=True)
class UnderWay:
    """A tour that was under way: on which screen, in which slot (None: the whole screen), at which of its stops."""

    screen_id: int
    tour_id: int
    slot: int | None = None
    place: int = 0
    is_paused: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """All of the wall that is kept, as it was read at the start."""

    views: tuple[View, ...] = ()
    tours: tuple[Tour, ...] = ()
    undo: str = ""
    """What one step back would take back of views and tours; "" for nothing."""
    screens: tuple[Screen, ...] = ()
    boards: Mapping[int, Board] = field(default_factory=dict)
    """What each screen showed last, by its id; one that cannot be read any more is missing."""
    under_way: tuple[UnderWay, ...] = ()
    """The tours that were: an unattended wall goes on with them after a power cut."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unreadable: tuple[str, ...] = ()
    """What is kept but cannot be understood (damaged, of a newer CityWall), each in plain words. It stays as it is."""
