"""Where the units are, as one feed tells it: kept for as long as somebody looks, told at a pace that can be drawn."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from wall.maps.units_feed import FeedNews, FeedPace, UnitsFeed
from wall.model.events import Event, UnitsChanged
from wall.model.geo.units import FeedTrouble, Unit, with_units

TELL_EVERY_S = 0.5


class Units:
    """Callable from any thread; `publish` is called on the io loop. `clock` is Unix time."""

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        publish: Callable[[Event], None],
        clock: Callable[[], float],
        pace: FeedPace | None = None,
    ) -> None:
        self._loop = loop
        self._publish = publish
        self._clock = clock
        self._pace = pace
        self._address = ""
        self._followers: set[object] = set()
        self._units: dict[str, Unit] = {}
        self._trouble = FeedTrouble.NONE
        self._broken = 0
        self._task: asyncio.Task[None] | None = None
        self._telling: asyncio.TimerHandle | None = None

    def follow(self, follower: object, address: str) -> None:
        """Follow this feed, and no other any more. See `wall.maps.units_feed` for what an address may be."""
        self._on_io(lambda: self._begin(follower, address))

    def rest(self, follower: object) -> None:
        """This one does not look any more; with the last one all ends."""
        self._on_io(lambda: self._leave(follower))

    async def stop(self) -> None:
        """On the io loop; ends with everything of it ended."""
        task = self._task
        self._end()
        if task is not None:
            await asyncio.gather(task, return_exceptions=True)

    # -- on the io loop

    def _begin(self, follower: object, address: str) -> None:
        self._followers.add(follower)
        if self._task is not None and address == self._address:
            self._tell_soon()
            return
        self._end()
        self._address = address
        self._units, self._trouble, self._broken = {}, FeedTrouble.NONE, 0
        self._task = self._loop.create_task(UnitsFeed(address, self._take, self._clock, self._pace).run())
        self._tell_soon()

    def _leave(self, follower: object) -> None:
        self._followers.discard(follower)
        if not self._followers:
            self._end()

    def _end(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None
        if self._telling is not None:
            self._telling.cancel()
            self._telling = None

    def _take(self, news: FeedNews) -> None:
        self._units = with_units(self._units, news.units, self._clock())
        is_same = news.trouble is self._trouble and news.broken == self._broken
        self._trouble, self._broken = news.trouble, news.broken
        if news.units or not is_same:
            self._tell_soon()

    def _tell_soon(self) -> None:
        if self._telling is None:
            self._telling = self._loop.call_later(TELL_EVERY_S, self._tell)

    def _tell(self) -> None:
        self._telling = None
        self._publish(UnitsChanged(tuple(self._units.values()), self._trouble, self._broken))

    def _on_io(self, work: Callable[[], None]) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(work)
