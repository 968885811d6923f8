"""What the wall's processes hold: threads, descriptors, picture memories, resident megabytes.

Read from /proc, so that it is what the kernel says, not what the program believes.
"""

from __future__ import annotations

import contextlib
from dataclasses import astuple, dataclass
from pathlib import Path

import psutil

from wall.bench.processes import wall_processes

_PICTURES = "memfd:citywall-pictures"


@dataclass(frozen=True, slots=True)
class Possessions:
    """Sums over all processes of the wall."""

    processes: int
    threads: int
    descriptors: int
    mappings: int
    """Of picture memories."""
    rss_mb: float

    def exceed(self, other: Possessions) -> list[str]:
        """The names of what is more than in `other`, memory left aside: that is a matter of growth."""
        names = ("processes", "threads", "descriptors", "mappings")
        pairs = zip(names, astuple(self), astuple(other), strict=False)
        return [f"{name}: {before} before, {now} now" for name, now, before in pairs if now > before]


def possessions(city_pid: int) -> Possessions:
    """What they hold at this moment. A process that ends meanwhile counts as far as it was seen."""
    processes = threads = descriptors = mappings = rss = 0
    for process in wall_processes(city_pid):
        with contextlib.suppress(psutil.Error, OSError):
            processes += 1
            threads += process.num_threads()
            descriptors += process.num_fds()
            rss += process.memory_info().rss
            mappings += Path(f"/proc/{process.pid}/maps").read_text().count(_PICTURES)
    return Possessions(processes, threads, descriptors, mappings, round(rss / 1e6, 1))
