"""What one decode process may keep: its share of what the machine may, told over the channel."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

from platformdirs import user_cache_path

from wall.model.buffering import BufferSettings
from wall.model.tile import Cause
from wall.video.buffer.disk import Disk
from wall.video.buffer.folder import Folder, new_token
from wall.video.buffer.shelf import BufferShelf
from wall.video.channel import Message

_SPARE_BYTES = 512 << 20
"""So much of the disk is left to others."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Of one process. `token`: its successor has the same."""

    keep_s: float
    memory_bytes: int
    disk_bytes: int
    folder: str
    token: str

    def message(self) -> Message:
        return {"do": "keep", **asdict(self)}


def terms_of(message: Message) -> Terms:
    """What `Terms.message` has said."""
    return Terms(*(message[name] for name in ("keep_s", "memory_bytes", "disk_bytes", "folder", "token")))


def shares(settings: BufferSettings, processes: int) -> list[Terms]:
    """For each process its share; none where nothing is to be kept."""
    if settings.minutes <= 0:
        return []
    folder = settings.folder or str(user_cache_path("citywall") / "replay")
    memory, disk = settings.memory_bytes // processes, settings.disk_bytes // processes
    return [Terms(settings.keep_s, memory, disk, folder, new_token(place)) for place in range(processes)]


def shelf_of(terms: Terms, on_trouble: Callable[[Cause, str], None]) -> BufferShelf:
    """A shelf on these terms. `on_trouble` is called on any thread."""
    disk: Disk | None = None
    if terms.disk_bytes:
        disk = Disk(Folder(Path(terms.folder), terms.token), terms.disk_bytes, _SPARE_BYTES, on_trouble)
    return BufferShelf(terms.memory_bytes, terms.keep_s, disk, time.monotonic, on_trouble)
