"""One process of a program that is started when it is needed, and sent away when nobody has needed it for long."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from pathlib import Path

from wall.video.channel import Message
from wall.video.worker import Worker, see_off

_CHECK_EVERY_S = 0.5


class Standby:
    """Lives on the io loop. `on_message` gets what the process reports, `on_lost` that it is gone unasked."""

    def __init__(
        self,
        program: str,
        log: Path | None,
        on_message: Callable[[Message], None],
        on_lost: Callable[[], None],
        *,
        idle_s: float = float("inf"),
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        """It is sent away when it has rested for so long."""
        self._program = program
        self._log = log
        self._on_message = on_message
        self._on_lost = on_lost
        self._idle_s = idle_s
        self._monotonic = monotonic
        self.worker: Worker | None = None
        self._leaving: list[Worker] = []
        self._check: asyncio.Task[None] | None = None
        self._idle_since_s: float | None = None

    def need(self) -> Worker:
        """The process, which is started if there is none. OSError where it cannot be."""
        self._idle_since_s = None
        if self.worker is None:
            self.worker = Worker(self._log, self._on_message, self._lost, self._program)
        if self._check is None:
            self._check = asyncio.create_task(self._keep_checking())
        return self.worker

    def send(self, message: Message, descriptors: tuple[int, ...] = ()) -> None:
        """Tell it something, where there is one."""
        if self.worker is not None:
            self.worker.send(message, descriptors)

    def rest(self) -> None:
        """It is not needed for now."""
        self._idle_since_s = self._monotonic()

    def dismiss(self) -> None:
        """Send it away: it ends by itself."""
        if self.worker is not None:
            self.worker.dismiss()
            self._leaving.append(self.worker)
            self.worker = None

    async def end(self) -> None:
        """The same, for good: by force, if it does not end in time."""
        self.dismiss()
        if self._check is not None:
            self._check.cancel()
            self._check = None
        await see_off(self._leaving)
        self._leaving = []

    def _lost(self, worker: Worker) -> None:
        self._leaving.append(worker)
        self.worker = None
        self._on_lost()

    async def _keep_checking(self) -> None:
        while True:
            await asyncio.sleep(_CHECK_EVERY_S)
            now_s = self._monotonic()
            if self.worker is not None:
                self.worker.check(now_s)
            if self._idle_since_s is not None and now_s - self._idle_since_s > self._idle_s:
                self.dismiss()
            self._leaving = [worker for worker in self._leaving if not worker.is_gone()]
