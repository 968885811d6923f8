"""The folder beside the database in which pictures of domes lie: each file is there whole, or not at all."""

from __future__ import annotations

import uuid
from contextlib import suppress
from pathlib import Path

from wall.model.errors import StoreError
from wall.model.tile import Cause
from wall.store.disk_words import disk_told
from wall.store.whole_file import write_whole

_SUFFIX = ".jpg"
_MOST_BYTES = 16 << 20


def pictures_folder(database: Path) -> Path:
    """Where the pictures of a database lie."""
    return database.with_name(f"{database.stem}-pictures")


class PictureFolder:
    """Blocks, on any thread. StoreError where a file cannot be written or read: DISK_FULL where there is no room.

    Files are named by us and by chance: never by a camera, and never twice.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, jpeg: bytes) -> str:
        """Keep a picture; the name of its file."""
        name = f"{uuid.uuid4().hex}{_SUFFIX}"
        with disk_told(self.folder / name):
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            write_whole(self.folder / name, jpeg)
        return name

    def read(self, name: str) -> bytes:
        """The picture in a file."""
        path = self._path(name)
        with disk_told(path), path.open("rb") as file:
            return file.read(_MOST_BYTES)

    def remove(self, name: str) -> None:
        """Take a file away; one that is gone already, or cannot be taken away now, is passed over: `sweep` has it."""
        with suppress(OSError, StoreError):
            self._path(name).unlink()

    def sweep(self, kept: frozenset[str], before_s: float) -> None:
        """Take away what a killed program has left before that moment (Unix time): what is newer may just be getting
        its row.
        """
        with suppress(OSError):
            for path in self.folder.glob(f"*{_SUFFIX}"):
                if path.name not in kept and path.stat().st_mtime < before_s:
                    self.remove(path.name)

    def _path(self, name: str) -> Path:
        """A name of the database may have been tampered with: it leads to no other folder."""
        if Path(name).name != name or not name.endswith(_SUFFIX):
            raise StoreError(f"{name[:80]} is no picture of this folder", cause=Cause.FILE)
        return self.folder / name
