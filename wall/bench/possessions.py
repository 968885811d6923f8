"""What the wall's processes hold: threads, descriptors, picture memories, resident megabytes.

Read from /proc, so that it is what the kernel says, not what the program believes.
"""

from __future__ import annotations

import contextlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psutil

from wall.bench.processes import wall_processes

_PICTURES = "memfd:citywall-pictures"
_KEPT = re.compile(r"/replay/.*\.units")
"""Files of the rolling buffer: as many as its bounds let there be, now one more and now one less."""
_COUNTED = ("processes", "threads", "descriptors", "mappings")
_NUMBER = re.compile(r":\[\d+\]")


@dataclass(frozen=True, slots=True)
class Possessions:
    """Sums over all processes of the wall."""

    processes: int
    threads: int
    descriptors: int
    """But for the rolling buffer's files, of which there are more and less within its bounds."""
    mappings: int
    """Of picture memories."""
    rss_mb: float
    kinds: Counter[str] = field(default_factory=Counter, repr=False)
    """The descriptors by what they are open on."""

    def exceed(self, other: Possessions) -> list[str]:
        """The names of what is more than in `other`, memory left aside: that is a matter of growth."""
        pairs = [(name, getattr(self, name), getattr(other, name)) for name in _COUNTED]
        leaks = [f"{name}: {before} before, {now} now" for name, now, before in pairs if now > before]
        more = self.kinds - other.kinds if self.descriptors > other.descriptors else Counter[str]()
        return leaks + [f"{count} more open on {kind}" for kind, count in sorted(more.items())]


def possessions(city_pid: int) -> Possessions:
    """What they hold at this moment. A process that ends meanwhile counts as far as it was seen."""
    processes = threads = descriptors = mappings = rss = 0
    kinds: Counter[str] = Counter()
    for process in wall_processes(city_pid):
        with contextlib.suppress(psutil.Error, OSError):
            processes += 1
            threads += process.num_threads()
            opened = [kind for kind in _kinds(process.pid) if not _KEPT.search(kind)]
            descriptors += len(opened)
            kinds.update(opened)
            rss += process.memory_info().rss
            mappings += Path(f"/proc/{process.pid}/maps").read_text().count(_PICTURES)
    return Possessions(processes, threads, descriptors, mappings, round(rss / 1e6, 1), kinds)


def _kinds(pid: int) -> Iterator[str]:
    for link in Path(f"/proc/{pid}/fd").iterdir():
        with contextlib.suppress(OSError):
            yield _NUMBER.sub("", str(link.readlink()))
