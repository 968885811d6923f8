"""The guardian: a process of its own that stops domes when the program that moved them has died.

Started by `guard.Guard` as `python -m wall.onvif.ptz.guardian`. It reads one JSON object a line: `{"moves": key,
"order": …}` when a dome begins to move, `{"moves": key}` while it does, `{"rests": key}` when it was stopped, and
`{"ends": true}` when the program ends as it should. When its input ends, or its parent is another than before, it stops
every dome that still moves, and ends. A dome that has just said yes to its first stop may still move: there are some
that go on all the same. Unless the program ends as it should, it is stopped, too.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import signal
import sys
import time
from typing import Any

from wall.onvif.ptz.stop_order import StopOrder, from_json
from wall.onvif.ptz.stopping import stop_dome

_SILENCE_S = 10.0
"""A slow dome's answer may be awaited for 8 s, in which nothing is renewed."""
_SETTLES_S = 2.0
_LOOK_EVERY_S = 0.5
_MOST_LINE = 1024 * 1024


class Guardian:
    """What moves, and since when nothing was heard of it. `parent` is the process to watch over."""

    def __init__(self, parent: int, silence_s: float = _SILENCE_S) -> None:
        self._parent = parent
        self._silence_s = silence_s
        self._orders: dict[str, StopOrder] = {}
        self._heard_s: dict[str, float] = {}
        self._moving: set[str] = set()
        self._settling: set[str] = set()
        self._stops: set[asyncio.Task[bool]] = set()

    async def run(self, source: asyncio.StreamReader) -> None:
        """Until the input ends or the parent has died, and everything has been stopped."""
        looking = asyncio.create_task(self._look())
        reading = asyncio.create_task(self._read(source))
        await asyncio.wait((looking, reading), return_when=asyncio.FIRST_COMPLETED)
        for task in (looking, reading):
            task.cancel()
        self._stop(self._moving | {key for key in self._settling if self._silent_s(key) < _SETTLES_S})
        if self._stops:
            await asyncio.wait(self._stops)

    async def _read(self, source: asyncio.StreamReader) -> None:
        while line := await source.readline():
            with contextlib.suppress(ValueError, KeyError, TypeError):  # Half a line, where it was killed in it.
                self._hear(json.loads(line))

    def _hear(self, said: dict[str, Any]) -> None:
        if "ends" in said:
            self._settling.clear()
            return
        key, moves = (said["moves"], True) if "moves" in said else (said["rests"], False)
        if "order" in said:
            self._orders[key] = from_json(said["order"], lambda: os.urandom(8).hex())
        if key not in self._orders:
            return
        self._heard_s[key] = time.monotonic()
        (self._moving if moves else self._settling).add(key)
        (self._settling if moves else self._moving).discard(key)

    async def _look(self) -> None:
        while os.getppid() == self._parent:
            await asyncio.sleep(min(_LOOK_EVERY_S, self._silence_s))
            self._stop({key for key in self._moving if self._silent_s(key) > self._silence_s})

    def _silent_s(self, key: str) -> float:
        return time.monotonic() - self._heard_s[key]

    def _stop(self, keys: set[str]) -> None:
        self._moving -= keys
        for key in keys:
            task = asyncio.create_task(stop_dome(self._orders[key]))
            self._stops.add(task)
            task.add_done_callback(self._stops.discard)


async def main() -> None:
    """Watch over what is said on standard input."""
    for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, signal.SIG_IGN)  # What ends the program ends it by the end of its input.
    loop, source = asyncio.get_running_loop(), asyncio.StreamReader(limit=_MOST_LINE)
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(source), sys.stdin.buffer)
    await Guardian(os.getppid()).run(source)


if __name__ == "__main__":
    asyncio.run(main())
