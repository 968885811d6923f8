"""What this process holds of the system: nothing more afterwards than before. Less is no fault: what other tests of the
same process have left to Qt may be given back meanwhile.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

_HERE = Path("/proc/self")


def open_files() -> set[str]:
    """Every descriptor and what it is."""
    found = set()
    for entry in (_HERE / "fd").iterdir():
        with suppress(OSError):  # The descriptor of this very listing.
            found.add(f"{entry.name} {entry.readlink()}")
    return {each for each in found if not each.endswith("/fd")}


def mappings(name: str) -> int:
    """How many areas of memory are mapped from something called so."""
    return sum(name in line for line in (_HERE / "maps").read_text().splitlines())


def threads() -> int:
    """Threads of this process, those that no Python knows included."""
    return len(list((_HERE / "task").iterdir()))
