"""Wishes for tiles: the newest first, no more than somebody can still be waiting for."""

from __future__ import annotations

from collections.abc import Hashable
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)


@dataclass(slots=True)
class Wish:
    """All who wait for one tile. Whoever has it answers once; who has cancelled his future hears nothing."""

    futures: list[Future[bytes | None]] = field(default_factory=list)
    is_second: bool = False
    """Was it tried once in vain?"""

    @property
    def is_wanted(self) -> bool:
        """Does anybody still wait?"""
        return not all(each.cancelled() for each in self.futures)

    def answer(self, data: bytes | None) -> None:
        for each in self.futures:
            if each.set_running_or_notify_cancel():
                each.set_result(data)

    def drop(self) -> None:
        """It is not worth answering any more."""
        for each in self.futures:
            each.cancel()


class TileQueue(Generic[K]):
    """One thread at a time. Beyond `most`, the oldest wishes are dropped."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._waiting: dict[K, Wish] = {}

    def __len__(self) -> int:
        return len(self._waiting)

    def put(self, key: K, wish: Wish) -> None:
        """It is the newest now; whoever waits for the same tile waits with it."""
        former = self._waiting.pop(key, None)
        if former is not None:
            wish.futures[:0] = (each for each in former.futures if not each.cancelled())
        self._waiting[key] = wish
        if len(self._waiting) > self._most:
            self._waiting.pop(next(iter(self._waiting))).drop()

    def take(self) -> tuple[K, Wish] | None:
        """The newest that is still wanted; None where there is none."""
        while self._waiting:
            key, wish = self._waiting.popitem()
            if wish.is_wanted:
                return key, wish
            wish.drop()
        return None

    def drain(self) -> list[Wish]:
        """All of them, and none is left."""
        wishes = list(self._waiting.values())
        self._waiting.clear()
        return wishes
