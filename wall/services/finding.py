"""Looks for devices: starts and stops searches and keeps one row for each device, whichever search found it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import aclosing

from wall.model.device import FoundDevice
from wall.model.events import DeviceFound, Event, SearchProgressed
from wall.onvif.discovery import Search
from wall.services.identity import key_of, where

_PROGRESS_EVERY_S = 0.2


class Finding:
    """One search at a time. On the io loop. `tell` takes a slot and an event, as `Pacing.tell` does."""

    def __init__(self, tell: Callable[[object, Event], None]) -> None:
        self._tell = tell
        self._rows: dict[str, FoundDevice] = {}
        self._keys: dict[str, str] = {}
        """Each endpoint and each place where a device was found, to the key of its row."""
        self._search: Search | None = None
        self._running: asyncio.Task[None] | None = None

    @property
    def rows(self) -> dict[str, FoundDevice]:
        """All that was found, by key. What one search found, the next one does not forget."""
        return self._rows

    def start(self, search: Search) -> None:
        """Begin; a search that still runs is broken off."""
        former, self._search = self._running, search
        self._running = asyncio.create_task(self._run(search, former))

    def stop(self) -> None:
        """Look no further. What was found stays."""
        if self._search is not None:
            self._search.stop()

    async def close(self) -> None:
        """Stop and wait until that has happened."""
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)

    async def _run(self, search: Search, former: asyncio.Task[None] | None) -> None:
        if former is not None:
            former.cancel()
            await asyncio.gather(former, return_exceptions=True)
        progress = asyncio.create_task(self._tell_progress(search))
        try:
            async with aclosing(search.run()) as found:
                async for device in found:
                    self._take(device)
        finally:
            progress.cancel()
            self._tell_now(search, is_over=True)

    def _take(self, found: FoundDevice) -> None:
        key = self._key(found)
        for name in _names(found):
            self._keys.setdefault(name, key)
        if self._rows.get(key) != found:
            self._rows[key] = found
            self._tell(("found", key), DeviceFound(key, found))

    def _key(self, found: FoundDevice) -> str:
        """The row that it has already, be it under an address from when it had told no endpoint; or a new one."""
        for name in _names(found):
            known = self._keys.get(name)
            row = self._rows.get(known or "")
            if known and row and (not row.endpoint or not found.endpoint or row.endpoint == found.endpoint):
                return known
        return key_of(found)

    async def _tell_progress(self, search: Search) -> None:
        while True:
            self._tell_now(search)
            await asyncio.sleep(_PROGRESS_EVERY_S)

    def _tell_now(self, search: Search, is_over: bool = False) -> None:
        slot = "search over" if is_over else "search"
        self._tell(slot, SearchProgressed(search.asked, search.addresses, search.found, is_over))


def _names(found: FoundDevice) -> list[str]:
    return [*([found.endpoint] if found.endpoint else []), *map(where, found.addresses)]
