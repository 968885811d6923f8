"""Takes times at the wall: how soon a dome is told, how soon it is told to stop, how soon it is seen to move."""

from __future__ import annotations

import time
from random import Random

from wall.bench.ptz.hand import Eye, Hand
from wall.bench.ptz.stage import Dome, Stage
from wall.bench.ptz.tools import Tool
from wall.ui.spin import spin

_PATIENCE_S = 20.0
_SEEN_WITHIN_S = 2.0
_LOOK_S = 0.3
_DOMES = 3
"""What moves is drawn by the city, and takes from the machine: no operator drives more at a time."""


class Times:
    """Takes the times of pushes: hand to wire, hand off to wire, hand to picture. All in milliseconds. UI thread."""

    def __init__(self, stage: Stage, hand: Hand, tool: Tool, chance: Random) -> None:
        self._stage, self._hand, self._tool, self._chance = stage, hand, tool, chance
        self._eye = Eye()
        self.move_ms: list[float] = []
        self.stop_ms: list[float] = []
        self.pixel_ms: list[float] = []
        self.missing = 0
        """Pushes of which something never came."""

    def take(self, rounds: int) -> None:
        """So many pushes, over all domes of the stage."""
        self._stage.window.hear_painted(self._eye)
        domes = self._stage.domes[: min(rounds, _DOMES)]
        for dome in domes:
            self._show_scene(dome)
        for number in range(rounds):
            dome = domes[number % len(domes)]
            self._look_at(dome)
            # A hand that has just chosen looks before it drives.
            spin(_LOOK_S + self._chance.random() * 0.1)
            self._push(dome)
        self._stage.window.hear_painted(None)

    def _show_scene(self, dome: Dome) -> None:
        """The city has painted what is around a dome when that was seen to move once: that is none of ours."""
        self._look_at(dome)
        spin(_LOOK_S)
        self._eye.watch()
        self._tool.push(self._way(dome), tilts=False)
        spin(_PATIENCE_S, lambda: self._eye.moved_s is not None)
        self._tool.release()
        self._hand.until_it_stands(dome, time.monotonic())

    def _look_at(self, dome: Dome) -> None:
        self._tool.take(dome)
        tile = self._stage.window.showing.tile_at(dome.cell)
        assert tile is not None
        self._eye.look_at(tile.number)

    def _way(self, dome: Dome) -> int:
        """Towards its middle, so that it does not come to its limit."""
        return -1 if self._hand.records.position(dome.number)[0] > 0 else 1

    def _push(self, dome: Dome) -> None:
        way = self._way(dome)
        self._eye.watch()
        pressed_s = self._tool.push(way, tilts=False)
        spin(_SEEN_WITHIN_S, lambda: self._eye.moved_s is not None)
        spin(self._chance.random() * 0.2)
        released_s = self._tool.release()
        spin(0.4)
        did = self._hand.until_it_stands(dome, pressed_s)
        self._note(did.first("ContinuousMove", pressed_s), pressed_s, self.move_ms)
        self._note(did.first("Stop", released_s), released_s, self.stop_ms)
        self._note(self._eye.moved_s, pressed_s, self.pixel_ms)

    def _note(self, came_s: float | None, began_s: float, times_ms: list[float]) -> None:
        if came_s is None:
            self.missing += 1
        else:
            times_ms.append((came_s - began_s) * 1000)
