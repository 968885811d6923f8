"""Who looks back at the tiles of this decode process."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wall.model.playhead import Playhead
from wall.video.buffer import RollingBuffer
from wall.video.channel import Message
from wall.video.memory import PictureMemory
from wall.video.replay import ReplayEngine, ReplayPlayer

_TELL_EVERY_S = 1.0


@dataclass(frozen=True, slots=True)
class _Look:
    tile: int
    buffer: RollingBuffer | None
    player: ReplayPlayer | None


class Replays:
    """By a number that the parent has given: several may look at one tile, each at its own moment.

    Lives on the loop; `send` takes what the parent is to know.
    """

    def __init__(self, send: Callable[[Message], None]) -> None:
        self._send = send
        self._engine = ReplayEngine()
        self._looks: dict[int, _Look] = {}
        self._told_s = 0.0

    def begin(
        self, number: int, tile: int, buffer: RollingBuffer | None, memory: PictureMemory, head: Playhead
    ) -> None:
        """Show what the buffer of a tile keeps; in another memory where it does so already."""
        look = self._looks.get(number)
        if look is not None and look.player is not None and look.buffer is buffer:
            self._engine.move(look.player, memory)
            self.steer(number, head)
            return
        self.end(number)
        player = self._engine.player(buffer, memory, head) if buffer is not None else None
        self._looks[number] = _Look(tile, buffer, player)
        self._tell(number)

    def steer(self, number: int, head: Playhead) -> None:
        """Follow another playhead."""
        look = self._looks.get(number)
        if look is not None and look.player is not None:
            self._engine.steer(look.player, head)

    def end(self, number: int) -> None:
        """Look back no more."""
        look = self._looks.pop(number, None)
        if look is not None and look.player is not None:
            self._engine.close(look.player)

    def closed(self, tile: int) -> None:
        """A tile is gone, and with it what was kept of it."""
        for number in [number for number, look in self._looks.items() if look.tile == tile]:
            self.end(number)

    def tick(self, now_s: float) -> None:
        """A few times a second: what is kept of these tiles changes all the time."""
        if now_s - self._told_s >= _TELL_EVERY_S:
            self._told_s = now_s
            for number in self._looks:
                self._tell(number)

    def _tell(self, number: int) -> None:
        look = self._looks[number]
        spans = look.buffer.spans() if look.buffer is not None else []
        self._send({"tile": look.tile, "look": number, "spans": spans})
