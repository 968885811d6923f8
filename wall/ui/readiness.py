"""What will be shown in a moment: received first, woken shortly before, and waited for where it is late."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from wall.model.picture import PictureBox
from wall.ui.cast import Part
from wall.ui.stage import Stage, TileKey
from wall.ui.stream_switch import StreamSwitch
from wall.ui.tile import Tile

_KEEP_S = 6.0
"""What was made ready and is not shown goes to rest after so long."""


class Readiness:
    """Of one screen. UI thread."""

    def __init__(self, stage: Stage, switch: StreamSwitch, monotonic: Callable[[], float]) -> None:
        self._stage = stage
        self._switch = switch
        self._monotonic = monotonic
        self._until_s: dict[TileKey, float] = {}

    @property
    def keys(self) -> frozenset[TileKey]:
        """What was made ready and has not been shown yet."""
        return frozenset(self._until_s)

    def warm(self, part: Part, size: PictureBox) -> None:
        """Have it received."""
        if part.camera is not None:
            key = self._switch.choice(part, size)
            self._stage.warm(key, part.camera, part.camera.streams[key.stream].source, size)
            self._until_s.setdefault(key, self._monotonic() + _KEEP_S)

    def wake(self) -> None:
        """Have all of it decoded."""
        for key in self._until_s:
            tile = self._stage.find(key)
            if tile is not None and tile.source is not None and self._stage.is_resting(key):
                self._stage.want(key, tile.camera, tile.source, tile.size)

    def note_shown(self, keys: Collection[TileKey]) -> None:
        """These are on the screen: whether they are wanted on says the board from now on."""
        self._until_s = {key: until_s for key, until_s in self._until_s.items() if key not in keys}

    def expire(self) -> bool:
        """Forget what nobody came for; was there any?"""
        now_s, before = self._monotonic(), len(self._until_s)
        self._until_s = {key: until_s for key, until_s in self._until_s.items() if until_s > now_s}
        return len(self._until_s) < before

    def has_come(self, parts: Iterable[Part], standing: Collection[Tile | None]) -> bool:
        """Is there something to see of all that was made ready? What stands on the screen already is there."""
        wanted = {part.place for part in parts}
        warmed = [key for key in self._until_s if (key.camera_id, key.copy) in wanted]
        tiles = [(key, self._stage.find(key)) for key in warmed]
        return all(
            tile is None or tile in standing or (not self._stage.is_resting(key) and tile.has_come())
            for key, tile in tiles
        )
