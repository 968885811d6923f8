"""Tiles of servers on the disk, all of them together within bounds. A file is a tile, its time is when it came.

Nothing here is ever missed for long: whatever the disk does, a tile can be asked for again. So nothing is written
through, and what was torn by a power cut is taken for not there.
"""

from __future__ import annotations

import hashlib
import os
from collections import OrderedDict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from wall.maps.faults import map_told
from wall.maps.pictures import MOST_TILE_BYTES, is_whole
from wall.maps.template import Template
from wall.model.map_kinds import Tile

_NONE_THERE = b"none"
"""What stands in the file of a tile that the server does not have."""


@dataclass(frozen=True, slots=True)
class Cached:
    """A tile as it was at `since_s` (Unix seconds). `data` None: the server had none there."""

    data: bytes | None = field(repr=False)
    since_s: float


class TileCache:
    """One folder for all servers, `most_bytes` large. Blocks; one thread at a time.

    What was used longest ago gives way; over the end of the program, what came longest ago.
    """

    def __init__(self, folder: Path, most_bytes: int, unix: Callable[[], float]) -> None:
        self._folder = folder
        self._most_bytes = most_bytes
        self._unix = unix
        self._sizes: OrderedDict[str, int] | None = None
        self._total = 0

    @property
    def total(self) -> int:
        """Bytes in use."""
        self._look_through()
        return self._total

    def get(self, template: Template, tile: Tile) -> Cached | None:
        """What is kept; None where nothing is. A disk that cannot be read has nothing."""
        sizes, name = self._look_through(), _name(template, tile)
        if name not in sizes:
            return None
        try:
            path = self._folder / name
            since_s = path.stat().st_mtime
            with path.open("rb") as file:
                data = file.read(MOST_TILE_BYTES + 1)
        except OSError:
            self._drop(name)
            return None
        if data != _NONE_THERE and not is_whole(data):
            self._drop(name)
            return None
        sizes.move_to_end(name)
        return Cached(None if data == _NONE_THERE else data, since_s)

    def put(self, template: Template, tile: Tile, data: bytes | None) -> None:
        """Keep what came just now. MapError where the disk does not take it: then it is as if nothing was kept."""
        sizes, name = self._look_through(), _name(template, tile)
        content = _NONE_THERE if data is None else data
        path = self._folder / name
        part = path.with_name(f"{path.name}.part")
        self._drop(name)
        try:
            with map_told("the tile cache"):
                path.parent.mkdir(parents=True, exist_ok=True)
                part.write_bytes(content)
                os.utime(part, (self._unix(), self._unix()))
                part.replace(path)
        except BaseException:
            with suppress(OSError):
                part.unlink(missing_ok=True)
            raise
        sizes[name] = len(content)
        self._total += len(content)
        self._make_room()

    def confirm(self, template: Template, tile: Tile) -> None:
        """What is kept is as new as it can be."""
        with suppress(OSError):
            os.utime(self._folder / _name(template, tile), (self._unix(), self._unix()))

    def _make_room(self) -> None:
        sizes = self._look_through()
        while self._total > self._most_bytes and sizes:
            self._drop(next(iter(sizes)))

    def _drop(self, name: str) -> None:
        sizes = self._look_through()
        self._total -= sizes.pop(name, 0)
        with suppress(OSError):
            (self._folder / name).unlink(missing_ok=True)

    def _look_through(self) -> OrderedDict[str, int]:
        """What is there already, the oldest first. 30,000 files take about a third of a second, once."""
        if self._sizes is None:
            found = sorted(_files(self._folder))
            self._sizes = OrderedDict((name, size) for _, name, size in found)
            self._total = sum(self._sizes.values())
            self._make_room()
        return self._sizes


def _name(template: Template, tile: Tile) -> str:
    """A server is known by its whole address, of which nothing is to be read in the name of a folder."""
    server = hashlib.sha256(template.text.encode()).hexdigest()[:20]
    return f"{server}/{tile.zoom}/{tile.x}/{tile.y}"


def _files(folder: Path) -> list[tuple[float, str, int]]:
    """When each came, its name, its size. What a killed program left half written is taken away."""
    found = []
    for place, _, names in os.walk(folder):
        for name in names:
            path = Path(place, name)
            with suppress(OSError):
                if name.endswith(".part"):
                    path.unlink()
                    continue
                told = path.stat()
                found.append((told.st_mtime, str(path.relative_to(folder)), told.st_size))
    return found
