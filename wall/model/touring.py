"""A tour under way: where it stands, how long it stays, what comes next. Values; the clock is handed in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from wall.model.view import Order, Stop, Tour

DOWN_DWELL_S = 3.0
"""A stop of which nothing is live is shown for no longer than this: it is seen to be down, and the tour goes on."""
WARM_S = 2.0
"""So long before a turn the next stop is made ready."""


@dataclass(frozen=True, slots=True)
class Touring:
    """One run of a tour on one screen; `cell` None: it turns the whole screen, else this cell of the layout.

    `began_s` is when the present stop came on (monotonic seconds); `paused_s` when it was halted, None while it goes.
    """

    tour: Tour
    stops: tuple[Stop, ...]
    cell: int | None
    began_s: float
    place: int = 0
    paused_s: float | None = None

    @staticmethod
    def begun(tour: Tour, cell: int | None, now_s: float, seen_s: Callable[[Stop], float]) -> Touring:
        """From the first stop. `seen_s` tells when a stop was last seen (Unix time, 0 for never)."""
        stops: Sequence[Stop] = tour.stops
        if tour.order is Order.UNSEEN_FIRST:
            stops = sorted(tour.stops, key=seen_s)
        return Touring(tour, tuple(stops), cell, now_s)

    @property
    def stop(self) -> Stop:
        return self.stops[self.place]

    @property
    def next_stop(self) -> Stop:
        return self.stops[(self.place + 1) % len(self.stops)]

    @property
    def is_paused(self) -> bool:
        return self.paused_s is not None

    def dwell_s(self, *, is_down: bool) -> float:
        """How long the present stop stays."""
        dwell_s = self.stop.dwell_s if self.stop.dwell_s is not None else self.tour.dwell_s
        return min(dwell_s, DOWN_DWELL_S) if is_down else dwell_s

    def left_s(self, now_s: float, *, is_down: bool) -> float:
        """Until the next turn; it stands still while the tour is halted."""
        until_s = now_s if self.paused_s is None else self.paused_s
        return self.dwell_s(is_down=is_down) - (until_s - self.began_s)

    def stepped(self, steps: int, now_s: float) -> Touring:
        """Another stop, now. A halted tour stays halted there."""
        place = (self.place + steps) % len(self.stops)
        return replace(self, place=place, began_s=now_s, paused_s=now_s if self.is_paused else None)

    def paused(self, now_s: float) -> Touring:
        return self if self.is_paused else replace(self, paused_s=now_s)

    def resumed(self, now_s: float) -> Touring:
        """Go on; the present stop has as much time left as it had."""
        if self.paused_s is None:
            return self
        return replace(self, began_s=self.began_s + now_s - self.paused_s, paused_s=None)
