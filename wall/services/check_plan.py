"""When each device is asked next: evenly spread, and never so late that what is known of it becomes too old. Pure.

A device that answers is asked every 22 s. One that just fell silent is asked again after 3 s, so that one lost packet
and a lost camera are soon told apart, then after 6, 12 and again every 22 s. With a call of at most 4 s and the jitter,
two results are never more than 27 s apart; 30 s is what is promised.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds. `within_s` is the most that a call may take, `old_s` the age from which a result says nothing."""

    every_s: float = 22.0
    jitter_s: float = 1.0
    apart_s: float = 0.25
    """The most that lies between two devices that are asked for the first time."""
    again_s: tuple[float, ...] = (3.0, 6.0, 12.0)
    within_s: float = 4.0
    old_s: float = 30.0


class CheckPlan:
    """A queue of devices by the moment they are due. `now_s` is monotonic. One thread."""

    def __init__(self, pace: Pace, random: Random) -> None:
        self._pace = pace
        self._random = random
        self._due_s: dict[int, float] = {}
        self._queue: list[tuple[float, int]] = []
        self._failures: dict[int, int] = {}

    def follow(self, devices: Iterable[int], now_s: float) -> None:
        """These are the devices now. New ones are spread over one round, without making a few wait for long."""
        wanted = list(dict.fromkeys(devices))
        gone = set(self._due_s) - set(wanted)
        for device in gone:
            del self._due_s[device]
            self._failures.pop(device, None)
        new = [device for device in wanted if device not in self._due_s]
        apart_s = min(self._pace.apart_s, self._pace.every_s / max(1, len(new)))
        for place, device in enumerate(new):
            self._put(device, now_s + place * apart_s)

    def due(self, now_s: float, most: int) -> list[int]:
        """Take out who is due, the longest waiting first. They come back by `answered`."""
        taken: list[int] = []
        while self._queue and len(taken) < most and self._queue[0][0] <= now_s:
            due_s, device = heapq.heappop(self._queue)
            if self._due_s.get(device) == due_s:
                self._due_s[device] = -1.0
                taken.append(device)
        return taken

    def answered(self, device: int, went_well: bool, now_s: float) -> None:
        """A check has come to its end: plan the next one."""
        if self._due_s.get(device) != -1.0:
            return  # It was removed meanwhile.
        failures = 0 if went_well else self._failures.get(device, 0) + 1
        self._failures[device] = failures
        waits = (self._pace.every_s, *self._pace.again_s)
        wait_s = waits[failures] if failures < len(waits) else self._pace.every_s
        jitter_s = self._random.uniform(-1, 1) * min(self._pace.jitter_s, wait_s / 4)
        self._put(device, now_s + wait_s + jitter_s)

    def hurry(self, devices: Iterable[int], now_s: float) -> None:
        """Ask these as soon as possible: a neighbour fell silent. Those under way, or soon due, stay as they are."""
        for device in devices:
            due_s = self._due_s.get(device, -1.0)
            if due_s > now_s + self._pace.again_s[0]:
                self._put(device, now_s + self._random.uniform(0, 1))

    def next_s(self) -> float | None:
        """When the next device is due; None when there is none."""
        while self._queue and self._due_s.get(self._queue[0][1]) != self._queue[0][0]:
            heapq.heappop(self._queue)
        return self._queue[0][0] if self._queue else None

    def _put(self, device: int, due_s: float) -> None:
        self._due_s[device] = due_s
        heapq.heappush(self._queue, (due_s, device))
