"""How the memory of a process that handles pictures goes back to the system."""

from __future__ import annotations

import contextlib
import ctypes

_M_MMAP_THRESHOLD, _M_ARENA_MAX = -3, -8  # malloc.h
_PICTURE_BYTES = 128 * 1024
_ARENAS = 2


def give_memory_back() -> None:
    """Let the memory of a picture go back to the system with the picture. To be called before there are threads.

    glibc raises that threshold by itself to the largest block ever freed, and gives each thread a heap of its own:
    pictures of all sizes then leave holes in them, a tenth of the window's process after a day of changing grids, and
    half of a decode process within minutes of cameras that fail and come back.
    """
    with contextlib.suppress(AttributeError, OSError):  # Other C libraries have no such habits.
        libc = ctypes.CDLL(None)
        libc.mallopt(_M_MMAP_THRESHOLD, _PICTURE_BYTES)
        libc.mallopt(_M_ARENA_MAX, _ARENAS)
