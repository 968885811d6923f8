"""Has pictures of domes drawn and encoded by a process of its own, which starts with the first order."""

from __future__ import annotations

import asyncio
import logging
import sys
from collections import deque
from contextlib import suppress
from pathlib import Path

from wall.simulator.clips.clip import AccessUnit
from wall.simulator.domes.orders import HEAD, Order

_RETRY_S = 2.0

log = logging.getLogger(__name__)


class StudioError(RuntimeError):
    """The picture could not be made: its process has gone."""


class Studio:
    """One process for all domes: they share one core, and the loop none. Event-loop thread only."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: asyncio.subprocess.Process | None = None
        self._reader: asyncio.Task[None] | None = None
        self._starting = asyncio.Lock()
        self._waiting: deque[asyncio.Future[AccessUnit]] = deque()
        self._is_closed = False
        self._failed_s: float | None = None

    @property
    def is_running(self) -> bool:
        """Whether there is a process."""
        return self._process is not None

    async def make(self, order: Order) -> AccessUnit:
        """What was ordered; StudioError where it cannot be had."""
        stdin = await self._stdin()
        made: asyncio.Future[AccessUnit] = asyncio.get_running_loop().create_future()
        self._waiting.append(made)
        stdin.write(order.to_line())
        return await made

    async def close(self) -> None:
        """End the process."""
        self._is_closed = True
        async with self._starting:  # One that is only just starting is ended, too.
            reader, process = self._reader, self._process
        if reader is None or process is None:
            return
        with suppress(ProcessLookupError):
            process.terminate()
        await reader

    async def _stdin(self) -> asyncio.StreamWriter:
        async with self._starting:
            if self._is_closed:
                raise StudioError("the simulator ends")
            if self._failed_s is not None and asyncio.get_running_loop().time() < self._failed_s + _RETRY_S:
                raise StudioError("the process that draws has failed")
            if self._process is None:
                self._process = await asyncio.create_subprocess_exec(
                    *(sys.executable, "-m", "wall.simulator.domes.drawing", str(self._folder)),
                    stdin=asyncio.subprocess.PIPE,
                    stdout=asyncio.subprocess.PIPE,
                )
                self._reader = asyncio.get_running_loop().create_task(self._read(self._process))
            assert self._process.stdin is not None
            return self._process.stdin

    async def _read(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdout is not None and process.stdin is not None
        with suppress(asyncio.IncompleteReadError):
            while True:
                length, is_key = HEAD.unpack(await process.stdout.readexactly(HEAD.size))
                data = await process.stdout.readexactly(length)
                made = self._waiting.popleft()
                if not made.done():
                    made.set_result(AccessUnit(data, is_key))
        process.stdin.close()
        code = await process.wait()
        if not self._is_closed:
            log.error("the process that draws for the domes ended with %s", code)
        self._process, self._failed_s = None, asyncio.get_running_loop().time()
        while self._waiting:
            if not (made := self._waiting.popleft()).done():
                made.set_exception(StudioError("the process that draws has gone"))
