"""The one thread of a decode process on which the past is decoded: its cost is one core at the most, and the live
pictures come first.
"""

from __future__ import annotations

import contextlib
import math
import os
import threading
import time

from wall.model.playhead import Playhead
from wall.video.buffer import RollingBuffer
from wall.video.memory import PictureMemory
from wall.video.replay.player import ReplayPlayer

_NICE = 5


class ReplayEngine:
    """Runs the players in turn: first those that show nothing yet. The thread begins with the first player."""

    def __init__(self) -> None:
        self._news = threading.Condition()
        self._players: list[ReplayPlayer] = []
        self._thread: threading.Thread | None = None

    def player(self, buffer: RollingBuffer, memory: PictureMemory, head: Playhead) -> ReplayPlayer:
        """Begin to show what a buffer keeps, as the playhead says, into a memory."""
        player = ReplayPlayer(buffer, memory, head, time.monotonic)
        with self._news:
            self._players.append(player)
            self._news.notify()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="replay", daemon=True)
            self._thread.start()
        return player

    def steer(self, player: ReplayPlayer, head: Playhead) -> None:
        """Let a player follow another playhead."""
        with self._news:
            player.steer(head)
            self._news.notify()

    def move(self, player: ReplayPlayer, memory: PictureMemory) -> None:
        """Let a player draw into another memory."""
        with self._news:
            player.move(memory)
            self._news.notify()

    def close(self, player: ReplayPlayer) -> None:
        """Nothing is begun for it any more."""
        with self._news:
            if player in self._players:
                self._players.remove(player)

    def _run(self) -> None:
        with contextlib.suppress(AttributeError, OSError):  # Of one thread on Linux alone.
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), _NICE)
        while True:
            self._next().run()

    def _next(self) -> ReplayPlayer:
        """Wait for one that has something to do; of several, take them in turn."""
        with self._news:
            while True:
                now_s = time.monotonic()
                ready = [player for player in self._players if player.due_s() <= now_s]
                if ready:
                    player = min(ready, key=ReplayPlayer.turn)
                    self._players.remove(player)
                    self._players.append(player)
                    return player
                next_s = min((player.due_s() for player in self._players), default=math.inf)
                self._news.wait(None if next_s == math.inf else next_s - now_s)
