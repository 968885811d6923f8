"""The tiles behind a picture that is shown alone: for a while they go on, so that a glance costs no player anew."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from wall.model.board import Board
from wall.ui.stage import TileKey
from wall.ui.timers import single_shot

LINGER_MS = 10_000
"""A glance must not cost 36 players."""


class Lingering:
    """Of one screen. UI thread. `ended` is called when they have gone on for long enough."""

    def __init__(self, owner: QObject, ended: Callable[[], None]) -> None:
        self.keys: frozenset[TileKey] = frozenset()
        """What goes on."""
        self._ended = ended
        self._timer = single_shot(owner, LINGER_MS, self._end)

    def follow(self, former: Board, wanted: Board, shown: frozenset[TileKey]) -> None:
        """Another board comes on; `shown` are the tiles of the former one."""
        if not wanted.single:
            self._timer.stop()
            self.keys = frozenset()
        elif not former.single:
            self.keys = shown
            self._timer.start()

    def _end(self) -> None:
        self.keys = frozenset()
        self._ended()
