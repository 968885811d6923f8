"""A file that is being written, and the disk that it lies on."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from wall.model.recording import End

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_REFUSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_GONE = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ESTALE, errno.ENODEV, errno.ENXIO})


class OutFile:
    """A new file, written without a buffer of ours: what was written survives the end of this process. Blocks.

    OSError where the disk does not do it; FileExistsError where there is such a file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file = path.open("xb", buffering=0)
        self.size = 0
        """Bytes written."""

    @property
    def closed(self) -> bool:
        return self._file.closed

    def write(self, data: bytes) -> int:
        """All of it."""
        rest = memoryview(data)
        while rest:
            rest = rest[self._file.write(rest) :]
        self.size += len(data)
        return len(data)

    def sync(self) -> None:
        """Have it survive a power cut, too."""
        os.fdatasync(self._file.fileno())

    def is_there(self) -> bool:
        """Does it still have its name, or has somebody taken it away?"""
        try:
            named = self.path.stat()
        except OSError:
            return False
        mine = os.fstat(self._file.fileno())
        return (named.st_dev, named.st_ino) == (mine.st_dev, mine.st_ino)

    def close(self) -> None:
        self._file.close()


def free_bytes(folder: Path) -> int:
    """What a program without privileges may still write there. Blocks; OSError where there is no such folder."""
    disk = os.statvfs(folder)
    return disk.f_bavail * disk.f_frsize


def end_of(error: OSError) -> End:
    """What an error of the operating system means for a recording."""
    if error.errno in _FULL:
        return End.DISK_FULL
    if error.errno in _REFUSED:
        return End.NOT_WRITABLE
    return End.FOLDER_GONE if error.errno in _GONE else End.DISK_FAILED
