"""Our side of the guardian: tells it which domes move, and how each is stopped.

A dome that takes no notice of its Timeout would turn on when this program is killed: then nobody but another process
can stop it. It is told over a pipe, logins too: a command line is seen by everybody.
"""

from __future__ import annotations

import contextlib
import json
import logging
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable

from wall.onvif.ptz.stop_order import StopOrder, to_json

_log = logging.getLogger(__name__)
_COMMAND = (sys.executable, "-m", "wall.onvif.ptz.guardian")
_AGAIN_AFTER_S = 5.0


class Guard:
    """Starts the guardian, and starts it again where it has died. `PtzLine`s that have it tell it everything
    themselves. `start` and `close` on any thread, the rest on the event loop's: a telling costs some 10 µs and waits
    for nothing.
    """

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._monotonic = monotonic
        self._process: subprocess.Popen[bytes] | None = None
        self._moving: dict[str, StopOrder] = {}
        self._unsaid = b""
        self._started_s = 0.0
        self._is_closed = False

    @property
    def pid(self) -> int:
        """Of the child; 0 where there is none."""
        return 0 if self._process is None else self._process.pid

    def start(self) -> None:
        """Start the child. Takes some 10 ms. A machine that can start none has none: domes are driven all the same."""
        self._started_s, self._unsaid = self._monotonic(), b""
        try:
            self._process = subprocess.Popen(
                _COMMAND,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                bufsize=0,
                start_new_session=True,  # What kills a group of processes leaves it alone.
            )
        except OSError as error:
            _log.warning("no guardian over the domes: %s", error.strerror)
            self._process = None
            return
        assert self._process.stdin is not None
        os.set_blocking(self._process.stdin.fileno(), False)

    def moves(self, key: str, order: StopOrder) -> None:
        """That dome moves from now on, and is stopped so."""
        self._moving[key] = order
        self._say({"moves": key, "order": to_json(order)})

    def renews(self, key: str) -> None:
        """It still moves, and this program still cares. Whoever is not renewed for 10 s is stopped."""
        self._say({"moves": key})

    def rests(self, key: str) -> None:
        """It has been stopped."""
        if self._moving.pop(key, None) is not None:
            self._say({"rests": key})

    def close(self) -> None:
        """Let it end: domes that still move then are stopped by it. Does not wait for that."""
        self._say({"ends": True})
        self._is_closed = True
        process = self._process
        if process is not None and process.stdin is not None:
            with contextlib.suppress(OSError):
                process.stdin.close()
            threading.Thread(target=process.wait, name="guardian's end", daemon=True).start()

    def _say(self, words: dict[str, object]) -> None:
        if self._process is None or self._is_closed:
            return
        if not self._write(json.dumps(words).encode() + b"\n"):
            self._start_again()

    def _write(self, line: bytes) -> bool:
        """False where nobody reads any more."""
        assert self._process is not None and self._process.stdin is not None
        data = self._unsaid + line
        try:
            said = os.write(self._process.stdin.fileno(), data)
        except (OSError, ValueError):  # Gone, or so far behind that its pipe is full.
            return False
        self._unsaid = data[said:]
        return True

    def _start_again(self) -> None:
        if self._is_closed or self._monotonic() - self._started_s < _AGAIN_AFTER_S:
            return
        old = self._process
        assert old is not None and old.stdin is not None
        old.kill()
        old.stdin.close()
        threading.Thread(target=old.wait, name="guardian's end", daemon=True).start()
        self.start()
        for key, order in self._moving.items() if self._process is not None else ():
            self._write(json.dumps({"moves": key, "order": to_json(order)}).encode() + b"\n")
