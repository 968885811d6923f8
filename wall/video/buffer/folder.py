"""The folder of one decode process below the user's cache: nobody else's while it lives, and gone with it.

Below the base stands a folder for each decode process at work, under a token that its program has chosen. Who has
locked the file `lock` in it (flock, which the kernel lifts when a process dies) owns it. What nobody owns was left
behind, and is removed. A process that takes the place of a killed one has its token, and finds what that one wrote.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

_LOCK = "lock"
_GATE = ".gate"
_TOKEN = re.compile(r"(dying-)?kept-[0-9a-f]{8}-[0-9]+")
"""See `terms.new_token`. Other things may lie in the base, which somebody has named: what is not ours stays."""
_DYING = "dying-"
SUFFIX = ".units"


class Folder:
    """On the disk thread. Everything raises OSError where the disk does not do it."""

    def __init__(self, base: Path, token: str) -> None:
        self._base = base
        self.path = base / token
        self._lock: int | None = None

    def claim(self) -> bool:
        """Make it ours; False while another process still has it."""
        self._base.mkdir(parents=True, exist_ok=True, mode=0o700)
        with self._gate():
            self.path.mkdir(exist_ok=True, mode=0o700)
            self._unlock()
            self._lock = _locked(self.path / _LOCK)
        return self._lock is not None

    def is_there(self) -> bool:
        """Is it still ours, and has nobody removed it?"""
        return self._lock is not None and os.fstat(self._lock).st_nlink > 0

    def leavings(self) -> list[Path]:
        """What a former owner has written, the oldest first."""
        return sorted(self.path.glob(f"*{SUFFIX}"), key=lambda path: (path.stat().st_mtime, path.name))

    def sweep(self) -> None:
        """Remove what killed programs have left behind beside us."""
        for path in self._base.iterdir():
            if path != self.path and _TOKEN.fullmatch(path.name) and path.is_dir():
                with contextlib.suppress(OSError):
                    self._remove_if_dead(path)

    def remove(self) -> None:
        """Give it up, with all that is in it."""
        shutil.rmtree(self.path, ignore_errors=True)
        self._unlock()

    def _remove_if_dead(self, path: Path) -> None:
        if not path.name.startswith(_DYING):
            with self._gate():
                lock = _locked(path / _LOCK)
                if lock is None:
                    return
                os.close(lock)
                path = path.rename(path.with_name(_DYING + path.name))
        shutil.rmtree(path, ignore_errors=True)

    def _unlock(self) -> None:
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    @contextlib.contextmanager
    def _gate(self) -> Iterator[None]:
        """One process at a time: between making a folder and locking it, it looks like one left behind."""
        gate = os.open(self._base / _GATE, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(gate, fcntl.LOCK_EX)
            yield
        finally:
            os.close(gate)


def _locked(path: Path) -> int | None:
    """The descriptor that holds the lock; None where another process has it."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    except OSError:
        os.close(descriptor)
        raise
    return descriptor
