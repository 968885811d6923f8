"""Lets many things happen at a steady pace, and writes down when each did: for who measures how soon it is noticed.

Orders come as JSON over the control port: {"kind": "line", "cameras": [1, 2], "count": 500, "per_s": 50}.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from wall.simulator.onvif.happenings import KINDS
from wall.simulator.parts import DeviceListener, Parts

_MOST_KEPT = 200_000
_MOST_COUNT = 1_000_000
_MOST_PER_S = 10_000.0
_TICK_S = 0.01


@dataclass(frozen=True, slots=True)
class Order:
    """So many happenings of a kind, one camera after another. `label` and a running number name the rule, if given."""

    kind: str
    count: int = 1
    per_s: float = 50.0
    label: str = ""


def parse_order(said: dict[str, Any]) -> Order:
    """ValueError says what would be right."""
    kind, count, per_s = said.get("kind"), said.get("count", 1), said.get("per_s", 50.0)
    if kind not in KINDS:
        raise ValueError(f"kind must be one of {', '.join(KINDS)}, not {kind!r}")
    if isinstance(count, bool) or not isinstance(count, int) or not 1 <= count <= _MOST_COUNT:
        raise ValueError(f"count must be a number from 1 to {_MOST_COUNT}, not {count!r}")
    if isinstance(per_s, bool) or not isinstance(per_s, int | float) or not 0 < per_s <= _MOST_PER_S:
        raise ValueError(f"per_s must be a number up to {_MOST_PER_S:g}, not {per_s!r}")
    return Order(kind, count, float(per_s), str(said.get("label", ""))[:40])


class Firing:
    """Event-loop thread only. `monotonic` gives the seconds that are written down."""

    def __init__(self, parts: Parts, http: dict[int, DeviceListener], monotonic: Callable[[], float]) -> None:
        self._parts = parts
        self._http = http
        self._monotonic = monotonic
        self._count = 0
        self._fired: deque[tuple[int, int, float]] = deque(maxlen=_MOST_KEPT)
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def is_firing(self) -> bool:
        """Is there an order that has not been carried out to its end?"""
        return bool(self._tasks)

    def fired_after(self, number: int) -> list[tuple[int, int, float]]:
        """Number, camera and monotonic second of what happened after that number, as far as it is kept."""
        return [each for each in self._fired if each[0] > number]

    def begin(self, order: Order, cameras: Sequence[int]) -> int:
        """Carry out an order from now on; gives the number after which its happenings are counted."""
        task = asyncio.get_running_loop().create_task(self._fire(order, tuple(cameras)))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return self._count

    async def close(self) -> None:
        """Let nothing more happen."""
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    async def _fire(self, order: Order, cameras: Sequence[int]) -> None:
        began_s, done = self._monotonic(), 0
        while done < order.count:
            due = min(order.count, int((self._monotonic() - began_s) * order.per_s) + 1)
            for index in range(done, due):
                self._happen(order, cameras[index % len(cameras)])
            done = due
            await asyncio.sleep(_TICK_S)

    def _happen(self, order: Order, number: int) -> None:
        camera = self._parts.city.cameras[number - 1]
        listener = self._http.get(camera.device)
        if listener is None:
            return
        self._count += 1
        label = f"{order.label} {self._count}" if order.label else ""
        self._fired.append((self._count, number, self._monotonic()))
        listener.happen(order.kind, camera.channel, label)
