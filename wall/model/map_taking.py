"""How far it is with a map that is being taken in, and whether anybody still wants it."""

from __future__ import annotations

from collections.abc import Callable

from wall.model.errors import MapError
from wall.model.map_kinds import MapFault

Told = Callable[[int, int], None]
"""(how much is done, of how much): bytes of a file; tiles of a folder, of which nobody knows how many there are: 0."""


class Taking:
    """One map on its way in. It is told on the thread that takes it in, at most once for each hundredth of a file; any
    thread may stop it.
    """

    def __init__(self, told: Told = lambda _done, _whole: None) -> None:
        self._told = told
        self._last = -1
        self.is_stopped = False

    def stop(self) -> None:
        """Nobody wants it any more: what is there of it goes, as soon as it is asked whether it shall go on."""
        self.is_stopped = True

    def go_on(self, name: str) -> None:
        """MapError about `name` where it shall not."""
        if self.is_stopped:
            raise MapError(MapFault.STOPPED, name)

    def come_to(self, name: str, done: int, whole: int = 0) -> None:
        """So much is done. MapError as `go_on`."""
        self.go_on(name)
        now = done * 100 // whole if whole else done
        if now != self._last:
            self._last = now
            self._told(done, whole)
