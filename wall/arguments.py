"""Takes passwords out of what `ps` shows of this program.

Every user of a machine may read every command line. The kernel keeps it in the memory of the process itself, where it
may be overwritten (proc(5): `/proc/pid/cmdline`, `arg_start` and `arg_end` in `/proc/pid/stat`). It can still be seen
in the tenth of a second before that, and in the shell's history: CITYWALL_PASSWORD and --ask-password are better.
"""

from __future__ import annotations

import contextlib
import ctypes
import re
from pathlib import Path

_PASSWORD = re.compile(rb"(://[^\0:@/]*:)([^\0]*)(?=@)")
_ARG_START, _ARG_END = 45, 46
"""Places in `/proc/self/stat` behind the name in brackets."""


def hide_passwords() -> None:
    """Overwrite the password of every address on the command line. Linux; elsewhere nothing happens."""
    with contextlib.suppress(OSError, ValueError, IndexError):
        fields = Path("/proc/self/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        start, end = int(fields[_ARG_START]), int(fields[_ARG_END])
        if 0 < start < end:
            _overwrite(start, ctypes.string_at(start, end - start))


def _overwrite(start: int, line: bytes) -> None:
    for found in _PASSWORD.finditer(line):
        at, length = found.start(2), len(found[2])
        ctypes.memset(start + at, ord("*"), length)
