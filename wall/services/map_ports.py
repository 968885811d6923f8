"""What the base maps need of the database: `wall.store.map_store.MapStore`, on the db thread. StoreError may come."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from wall.model.map_kinds import KeptMap
from wall.store.map_store import KeptMaps as KeptMaps


class KeepsMaps(Protocol):
    """Which maps there are, and which one is shown."""

    def load(self) -> KeptMaps: ...

    def add(self, kept: KeptMap, place: Callable[[int], str]) -> int:
        """Its id. `place` gives its file a name, while nobody else can write; what it raises leaves all as it was."""
        ...

    def remove(self, map_id: int) -> None: ...

    def choose(self, map_id: int) -> None: ...

    def alone(self, job: Callable[[frozenset[str]], None]) -> None:
        """Do something with the names of all kept files, while no map can be added or taken out."""
        ...
