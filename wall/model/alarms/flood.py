"""When a count grows instead of a list: more alarms in a while than anybody can see to."""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable

from wall.model.alarms.rule import Merging


class Floods:
    """The times of what was, or would have been, an alarm, by place. Only as many as needed are known."""

    def __init__(self) -> None:
        self._times: dict[Hashable, deque[float]] = {}

    def is_flood(self, place: Hashable, most: int, merging: Merging, now_s: float) -> bool:
        """Were there `most` already within `flood_s` before now? `most` 0: never."""
        times = self._times.get(place)
        return bool(most and times and len(times) >= most and now_s - times[-most] <= merging.flood_s)

    def note(self, place: Hashable, most: int, at_s: float) -> None:
        """There was one, or would have been: a flood goes on as long as it would go on without this."""
        if most:
            times = self._times.setdefault(place, deque(maxlen=most))
            if times.maxlen != most:
                times = self._times[place] = deque(times, maxlen=most)
            times.append(at_s)

    def forget(self, before_s: float) -> None:
        """What was quiet since then takes no memory."""
        quiet = [place for place, times in self._times.items() if times[-1] < before_s]
        for place in quiet:
            del self._times[place]
