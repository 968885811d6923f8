"""Does a wall tell the truth about itself while it is measured? Which tiles were not live, and which said that they
show less than comes.
"""

from __future__ import annotations

import time
from collections.abc import Mapping

from PySide6.QtCore import QTimer

from wall.bench.heartbeat import Heartbeat
from wall.model.tile import EASED, TileState
from wall.ui.wall_window import WallWindow

_EVERY_MS = 250
_FULL_SHARE = 0.9
"""Of what comes: a tile that paints less shows less."""


class Honesty:
    """Looks at a window four times a second, from here on until `stop`. UI thread."""

    def __init__(self, window: WallWindow) -> None:
        self._window = window
        self._not_live = 0
        self._frozen: set[int] = set()
        self._eased: set[int] = set()
        self._heart = Heartbeat()
        self._looked_s = 0.0
        self._timer = QTimer(interval=_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        self._heart.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._heart.stop()

    @property
    def used_s(self) -> float:
        """CPU-seconds that looking has taken."""
        return self._looked_s + self._heart.used_s

    def figures(self, rates: Mapping[int, float], source_fps: float) -> dict[str, object]:
        """What was seen; `rates` are the painted pictures a second of each tile."""
        poor = {tile for tile, rate in rates.items() if rate < _FULL_SHARE * source_fps}
        return {
            "not_live_max": self._not_live,
            "frozen": len(self._frozen),
            "said_degraded": len(self._eased),
            "degraded_unsaid": len(poor - self._eased),
            "ui_held_ms_max": round(max(self._heart.beats.held_ms, default=0.0), 1),
        }

    def _look(self) -> None:
        began_s = time.thread_time()
        self._note()
        self._looked_s += time.thread_time() - began_s

    def _note(self) -> None:
        self._not_live = max(self._not_live, len(self._window.tiles_not_live()))
        for tile in self._window.showing.visible_tiles():
            if tile.status.state is TileState.FROZEN:
                self._frozen.add(tile.number)
            if tile.status.easing in EASED:
                self._eased.add(tile.number)
