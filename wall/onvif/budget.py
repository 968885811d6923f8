"""How many connections one device is given at a time: cameras have few sessions, and a burst uses them up."""

from __future__ import annotations

import asyncio
from types import TracebackType


class ConnectionBudget:
    """Counts connections by device (host and port). Event-loop thread only."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._slots: dict[tuple[str, int], _Slots] = {}

    def slot(self, host: str, port: int) -> Slot:
        """One connection's place; wait for it with `take`, give it back with `release`."""
        return Slot(self, (host, port))

    def enter(self, key: tuple[str, int]) -> asyncio.Semaphore:
        """Count somebody who has or wants a place."""
        slots = self._slots.setdefault(key, _Slots(self._most))
        slots.users += 1
        return slots.places

    def leave(self, key: tuple[str, int]) -> None:
        """The contrary of `enter`; a device that nobody uses is forgotten."""
        slots = self._slots[key]
        slots.users -= 1
        if not slots.users:
            del self._slots[key]

    @property
    def devices(self) -> int:
        """How many devices have connections, or are waited for."""
        return len(self._slots)


class _Slots:
    def __init__(self, most: int) -> None:
        self.places = asyncio.Semaphore(most)
        self.users = 0


class Slot:
    """One place among a device's connections."""

    def __init__(self, budget: ConnectionBudget, key: tuple[str, int]) -> None:
        self._budget = budget
        self._key = key
        self._places: asyncio.Semaphore | None = None

    async def take(self) -> None:
        """Wait until there is a place."""
        places = self._budget.enter(self._key)
        try:
            await places.acquire()
        except BaseException:
            self._budget.leave(self._key)
            raise
        self._places = places

    def release(self) -> None:
        """Give the place back; nothing where none is held."""
        if self._places is not None:
            self._places.release()
            self._places = None
            self._budget.leave(self._key)

    async def __aenter__(self) -> Slot:
        await self.take()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()
