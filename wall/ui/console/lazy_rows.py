"""Rows that are made when somebody looks at them: of ten thousand that were found, thirty are seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar, overload

K = TypeVar("K")
T = TypeVar("T")


class LazyRows(Sequence[T], Generic[K, T]):
    """As many rows as keys, in their order. `make` must be able to make each of them for as long as this lives."""

    def __init__(self, keys: Sequence[K], make: Callable[[K], T]) -> None:
        self._keys = keys
        self._make = make
        self._made: dict[int, T] = {}

    def __len__(self) -> int:
        return len(self._keys)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[T]: ...
    def __getitem__(self, place: int | slice) -> T | Sequence[T]:
        if isinstance(place, slice):
            return [self[each] for each in range(len(self))[place]]
        row = self._made.get(place)
        if row is None:
            at = range(len(self))[place]  # From the end where it is below 0; IndexError beyond either.
            row = self._made.get(at)
            if row is None:
                row = self._made[at] = self._make(self._keys[at])
        return row

    def replace(self, place: int, row: T) -> None:
        """Another row for the same key."""
        self._made[place] = row
