"""Serves one channel: says how the sticks stand until the other side closes it. Never waits for who listens."""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import select
import signal
import socket
import time
from collections.abc import Callable
from types import ModuleType

from wall.sticks.access import locked_sticks
from wall.sticks.reader import Message, StickReader
from wall.sticks.sdl import NoLibraryError, load

READ_EVERY_S = 0.004
REPEAT_EVERY_S = 0.1
_LOOK_EVERY_S = 0.5
"""So often one looks whether there is a stick now, and says that one is still here."""
_LOCKED_EVERY_LOOKS = 10
_MOST_BYTES = 64 * 1024
_PR_SET_PDEATHSIG = 1

Play = Callable[[ModuleType, Message], None]
"""Obeys an order, where there are any."""


class _Closed(Exception):
    """The other side is gone."""


def run(descriptor: int, play: Play | None = None) -> None:
    """Until the channel at `descriptor` is closed. Each packet of it is one message."""
    with contextlib.suppress(AttributeError, OSError):  # For the case that SDL hangs when the parent dies. Linux only.
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    end = socket.socket(fileno=descriptor)
    end.setblocking(False)
    with contextlib.suppress(_Closed):
        _Process(end, play).serve()


class _Process:
    def __init__(self, end: socket.socket, play: Play | None) -> None:
        self._end = end
        self._play = play
        self._next_look_s = self._next_repeat_s = 0.0
        self._looks = 0
        self._locked: tuple[str, ...] | None = None
        """The sticks that may not be read, as they were told last."""

    def serve(self) -> None:
        """Never returns: _Closed ends it."""
        self._say({"ready": os.getpid()})
        try:
            sdl = load()
        except NoLibraryError as error:
            self._say({"stick": -1, "fault": "NO_LIBRARY", "detail": str(error)[:200]})
            while True:
                self._listen(_LOOK_EVERY_S, None)
                self._say({"alive": True})
        reader = StickReader(sdl, time.monotonic)
        try:
            while True:
                self._turn(reader, sdl)
        finally:
            reader.close()

    def _turn(self, reader: StickReader, sdl: ModuleType) -> None:
        for message in reader.news():
            self._say(message)
        now_s = time.monotonic()
        if now_s >= self._next_repeat_s:
            self._next_repeat_s = now_s + REPEAT_EVERY_S
            for message in reader.all_stand():
                self._say(message)
        if now_s >= self._next_look_s:
            self._next_look_s = now_s + _LOOK_EVERY_S
            self._say({"alive": True})
            self._look_for_locked(is_needed=not reader.has_sticks)
        self._listen(READ_EVERY_S if reader.has_sticks else _LOOK_EVERY_S, sdl)

    def _look_for_locked(self, *, is_needed: bool) -> None:
        self._looks += 1
        if self._looks % _LOCKED_EVERY_LOOKS != 1:
            return
        locked = locked_sticks() if is_needed else ()
        if locked != self._locked:
            self._locked = locked
            fault = "LOCKED" if locked else "NONE"
            self._say({"stick": -1, "fault": fault, "detail": ", ".join(locked)[:200]})

    def _listen(self, timeout_s: float, sdl: ModuleType | None) -> None:
        """Wait for an order, or for the end."""
        readable, _, _ = select.select([self._end], [], [], timeout_s)
        if not readable:
            return
        try:
            data = self._end.recv(_MOST_BYTES)
        except BlockingIOError:
            return
        except OSError as error:
            raise _Closed from error
        if not data:
            raise _Closed
        if self._play is not None and sdl is not None:
            self._play(sdl, json.loads(data))

    def _say(self, message: Message) -> None:
        """What nobody reads for long is dropped: how a stick stands is said again soon."""
        try:
            self._end.send(json.dumps(message, separators=(",", ":")).encode())
        except BlockingIOError:
            return
        except OSError as error:
            raise _Closed from error
