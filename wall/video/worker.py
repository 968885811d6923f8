"""One decode process, or one that plays films, seen from the parent. Lives on the io loop."""

from __future__ import annotations

import asyncio
import contextlib
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from wall.video.channel import Channel, ChannelClosed, Message

_READY_WITHIN_S = 15.0
_ALIVE_WITHIN_S = 4.0
_BUSY_WITHIN_S = 15.0
_HEARD_LATELY_S = 1.0
_WORK_TICKS = 5
_OVERDUE_S = 3.0
_END_WITHIN_S = 1.2
_LOOK_EVERY_S = 0.01
_TOLD_ON = frozenset({"tile", "keeping", "hardware", "stick"})
"""What of a process's messages is not about itself."""


class Worker:
    """Starts a process and hears it out. `on_message` gets what it reports, `on_lost` that it is gone.

    OSError where no process can be started.
    """

    def __init__(
        self,
        log: Path | None,
        on_message: Callable[[Message], None],
        on_lost: Callable[[Worker], None],
        program: str = "wall.video.decode",
    ) -> None:
        self._on_message = on_message
        self._on_lost = on_lost
        self._channel, theirs = Channel.pair()
        self.tiles: set[int] = set()
        self.is_ready = False
        self.kept_bytes: tuple[int, int] = (0, 0)
        """What it keeps of its tiles, in memory and on the disk."""
        self.is_lost = False
        self.is_halted = False
        """Did it stand still on purpose? Then it proves nothing against its program or its driver."""
        self._heard_s = time.monotonic()
        self._ticks = 0
        try:
            self._process = _start(program, theirs.fileno(), log)
        except OSError:
            self._channel.close()
            raise
        finally:
            theirs.close()
        asyncio.get_running_loop().add_reader(self._channel.fileno(), self._read)

    @property
    def pid(self) -> int:
        return self._process.pid

    def send(self, message: Message, descriptors: tuple[int, ...] = ()) -> None:
        """Tell it something. A process that no longer listens is lost, which `on_lost` says later."""
        try:
            self._channel.send(message, descriptors)
        except ChannelClosed:
            asyncio.get_running_loop().call_soon(self.kill)

    def check(self, now_s: float) -> None:
        """Kill it if it has hung. Called now and then."""
        silent_s = now_s - self._heard_s
        if silent_s < _HEARD_LATELY_S:
            self._ticks = _worked_ticks(self.pid)
        elif not self.is_ready:
            if silent_s > _READY_WITHIN_S:
                self.kill()
        elif silent_s > (_BUSY_WITHIN_S if self._is_working() else _ALIVE_WITHIN_S):
            self.kill()

    def kill(self) -> None:
        """End it at once; `on_lost` follows."""
        if not self.is_lost:
            self.is_lost = True
            self._let_go()
            self._process.kill()
            self._on_lost(self)

    def halt(self) -> None:
        """Have it stand still as one that hangs, for a drill: until it is killed for that, or told to `go_on`."""
        self.is_halted = True
        self._process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        """It stands still no more, if it did."""
        if self.is_halted and not self.is_lost:
            self.is_halted = False
            self._process.send_signal(signal.SIGCONT)

    def dismiss(self) -> None:
        """Let it end by itself: it gives the cameras their sessions back. `on_lost` does not follow."""
        if not self.is_lost:
            self.go_on()
            self.is_lost = True
            self._let_go()

    def is_gone(self) -> bool:
        """Has the process ended? Also lets the kernel forget it."""
        return self._process.poll() is not None

    def force(self) -> None:
        """What did not end by itself in time ends now."""
        self._process.kill()
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(0.5)

    def _is_working(self) -> bool:
        """Has it worked since it was heard last? On a machine that has too much to do it is late, and not hung: a new
        process with as many cameras to connect to would only make that worse.
        """
        return _worked_ticks(self.pid) - self._ticks > _WORK_TICKS

    def _let_go(self) -> None:
        asyncio.get_running_loop().remove_reader(self._channel.fileno())
        self._channel.close()

    def _read(self) -> None:
        try:
            while not self.is_lost and (received := self._channel.receive()) is not None:
                self._heard_s = time.monotonic()
                self._hear(received[0])
        except ChannelClosed:
            self.kill()

    def _hear(self, message: Message) -> None:
        if not _TOLD_ON.isdisjoint(message):
            self._on_message(message)
        elif "ready" in message:
            self.is_ready = True
        self.kept_bytes = tuple(message.get("kept", self.kept_bytes))
        if message.get("overdue_s", 0) > _OVERDUE_S:
            self.kill()  # libVLC hangs in a stop; what it holds on to would never come back.


async def see_off(workers: Sequence[Worker]) -> None:
    """Wait for those that were dismissed, and for who joins them meanwhile; by force, where they do not end in time."""
    for _ in range(round(_END_WITHIN_S / _LOOK_EVERY_S)):
        if all(worker.is_gone() for worker in workers):
            return
        await asyncio.sleep(_LOOK_EVERY_S)
    for worker in workers:
        if not worker.is_gone():
            worker.force()


def _start(program: str, descriptor: int, log: Path | None) -> subprocess.Popen[bytes]:
    """Start the process with nothing of ours but its end of the channel (design fact 8: no inherited stdout)."""
    with contextlib.ExitStack() as stack:
        errors = stack.enter_context(log.open("ab")) if log is not None else subprocess.DEVNULL
        return subprocess.Popen(
            [sys.executable, "-m", program, str(descriptor)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=errors,
            pass_fds=(descriptor,),
        )


def _worked_ticks(pid: int) -> int:
    """CPU time of a process's main thread, hundredths of a second; 0 where that cannot be learnt."""
    try:
        stat = Path(f"/proc/{pid}/task/{pid}/stat").read_text()
        return sum(int(ticks) for ticks in stat.rsplit(")", 1)[1].split()[11:13])
    except (OSError, ValueError, IndexError):
        return 0
