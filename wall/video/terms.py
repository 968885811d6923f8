"""What one decode process may keep: its share of what the machine may, told over the channel."""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass

from platformdirs import user_cache_path

from wall.model.buffering import BufferSettings
from wall.video.channel import Message


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


def new_token(place: int) -> str:
    """For one of the processes of a program: another program never has the same. `buffer.folder` knows the form."""
    return f"kept-{secrets.token_hex(4)}-{place}"
