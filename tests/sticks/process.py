"""A process that reads sticks, as who starts it sees it: the socket, and nothing of ours in between."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

Message = dict[str, Any]

PATIENCE_S = 20.0


class StickProcess:
    """What it says, and what it is told."""

    def __init__(self, process: subprocess.Popen[bytes], end: socket.socket) -> None:
        self.process = process
        self._end = end
        end.settimeout(PATIENCE_S)

    def order(self, do: str, **what: object) -> None:
        self._end.send(json.dumps({"do": do, "stick": "a", **what}).encode())

    def hear(self) -> Message:
        """The next message. AssertionError where the process has ended."""
        data = self._end.recv(65536)
        assert data, "the process has ended"
        message: Message = json.loads(data)
        return message

    def wait(self, is_wanted: Callable[[Message], object]) -> Message:
        """The next one of a kind."""
        deadline_s = time.monotonic() + PATIENCE_S
        while time.monotonic() < deadline_s:
            message = self.hear()
            if is_wanted(message):
                return message
        raise AssertionError("nothing of that kind was said")

    def plug(self, **what: object) -> Message:
        """Plug a virtual stick in, and wait until it is told."""
        self.order("plug", **{"name": "Cần thử", "axes": 3, "buttons": 12, **what})
        return self.wait(lambda message: "name" in message)

    def close(self) -> None:
        """As a program does that ends, or is killed."""
        self._end.close()


@contextmanager
def stick_process(
    program: str = "wall.sticks.played", environment: Mapping[str, str] | None = None
) -> Iterator[StickProcess]:
    """It runs while the context does."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    with theirs:
        process = subprocess.Popen(
            [sys.executable, "-W", "error", "-m", program, str(theirs.fileno())],
            pass_fds=(theirs.fileno(),),
            stdin=subprocess.DEVNULL,
            env={**os.environ, **(environment or {})},
        )
    try:
        yield StickProcess(process, ours)
    finally:
        ours.close()
        try:
            process.wait(PATIENCE_S)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            raise
