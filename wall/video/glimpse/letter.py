"""Memory that goes to the process with a compressed picture, and comes back with a small one."""

from __future__ import annotations

import contextlib
import os
import tempfile

_SEALED, _OPENED = b"\0", b"\1"


class Letter:
    """One mark and some bytes. Nothing of it is in the file system; it ends with the last descriptor."""

    def __init__(self, descriptor: int) -> None:
        """Takes over `descriptor`."""
        self.descriptor = descriptor

    @classmethod
    def of(cls, content: bytes) -> Letter:
        """A new one. OSError where there is no memory for it."""
        if hasattr(os, "memfd_create"):
            descriptor = os.memfd_create("citywall-glimpse", os.MFD_CLOEXEC)
        else:
            with tempfile.TemporaryFile() as file:
                descriptor = os.dup(file.fileno())
        letter = cls(descriptor)
        try:
            letter.write(content)
            letter.seal()
        except OSError:
            letter.close()
            raise
        return letter

    @property
    def is_opened(self) -> bool:
        """Has somebody begun to decode what stands in it?"""
        return os.pread(self.descriptor, 1, 0) == _OPENED

    def open(self) -> None:
        """Mark it, before its content is decoded: if that never ends, it is known what it was."""
        os.pwrite(self.descriptor, _OPENED, 0)

    def seal(self) -> None:
        """Nobody decodes it any more."""
        os.pwrite(self.descriptor, _SEALED, 0)

    def read(self, size: int) -> bytes:
        """So many bytes of the content; fewer where there are not so many."""
        return os.pread(self.descriptor, size, 1)

    def write(self, content: bytes) -> None:
        """Put this in place of its content."""
        view, at = memoryview(content), 1
        while view:
            written = os.pwrite(self.descriptor, view, at)
            view, at = view[written:], at + written

    def close(self) -> None:
        with contextlib.suppress(OSError):
            os.close(self.descriptor)
