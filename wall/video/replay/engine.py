"""The one thread of a decode process on which the past is decoded."""

from __future__ import annotations

import math
import threading
import time

from wall.model.playhead import Playhead
from wall.video.buffer import RollingBuffer
from wall.video.memory import PictureMemory
from wall.video.replay.player import ReplayPlayer

_SHARE = 0.6
"""So much of a core it takes at the most, over some tenths of a second: the live pictures need the rest. Only what
shows nothing yet goes on without a pause.
"""
_MOST_SAVED_S = 0.2


class ReplayEngine:
    """Runs the players in turn: first those that show nothing yet. The thread begins with the first player."""

    def __init__(self) -> None:
        self._news = threading.Condition()
        self._players: list[ReplayPlayer] = []
        self._thread: threading.Thread | None = None
        self._saved_s = _MOST_SAVED_S
        """So much may be worked without a pause."""
        self._counted_s = time.monotonic()

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
        while True:
            player = self._next()
            began_s = time.thread_time()
            player.run()
            self._saved_s -= time.thread_time() - began_s
            del player  # It holds on to the memory of pictures while nothing else is to be done.

    def _next(self) -> ReplayPlayer:
        """Wait for one that has something to do, and for the time to do it; of several, take them in turn."""
        with self._news:
            while True:
                now_s = time.monotonic()
                self._saved_s = min(_MOST_SAVED_S, self._saved_s + (now_s - self._counted_s) * _SHARE)
                self._counted_s = now_s
                ready = [player for player in self._players if player.due_s() <= now_s]
                player = min(ready, key=ReplayPlayer.has_drawn) if ready else None
                if player is not None and (self._saved_s > 0 or not player.has_drawn()):
                    self._players.remove(player)
                    self._players.append(player)
                    return player
                next_s = min((player.due_s() for player in self._players), default=math.inf)
                wait_s = max(next_s - now_s, -self._saved_s / _SHARE)
                self._news.wait(None if wait_s == math.inf else wait_s)
