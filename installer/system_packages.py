"""Which parts of the system are needed, and which of them are missing."""

from __future__ import annotations

import ctypes
import glob
import shutil
import subprocess
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

Exists = Callable[["Part"], bool]


@dataclass(frozen=True, slots=True)
class Part:
    """One needed part: Debian's names for it, best first, and how to see it on other systems."""

    names: tuple[str, ...]
    trace: str = ""

    def __str__(self) -> str:
        return " or ".join(self.names)


def parse_part(line: str) -> Part | None:
    """Read `name | other name ; trace`; None for a blank line or a comment. Raises ValueError."""
    text = line.partition("#")[0].strip()
    if not text:
        return None
    names, _, trace = text.partition(";")
    alternatives = tuple(name.strip() for name in names.split("|"))
    if not all(alternatives):
        raise ValueError(f"no package name in {line!r}")
    return Part(alternatives, trace.strip())


def read_parts(*files: Path) -> list[Part]:
    """All parts of the lists, in their order."""
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return [part for part in map(parse_part, lines) if part]


def missing_parts(parts: Iterable[Part]) -> list[Part]:
    """The parts that this system lacks: by dpkg where it is the package system, else by their traces."""
    wanted = list(parts)
    exists: Exists = by_trace
    if shutil.which("dpkg-query"):
        exists = in_packages(installed_packages(name for part in wanted for name in part.names))
    return [part for part in wanted if not exists(part)]


def installed_packages(names: Iterable[str]) -> set[str]:
    """Those of `names` that dpkg says are installed."""
    query = ["dpkg-query", "--show", "--showformat", "${db:Status-Status} ${Package}\n", *names]
    # It exits 1 when it does not know one of them: that is the answer, no failure.
    answer = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    states = (line.split() for line in answer.splitlines())
    return {name for state, name in states if state == "installed"}


def in_packages(installed: set[str]) -> Exists:
    """Say of a part whether one of its names is among the installed ones."""
    return lambda part: not installed.isdisjoint(part.names)


def by_trace(part: Part) -> bool:
    """Say whether the part's library, program or file is there. A part without a trace counts as missing."""
    kind, _, what = part.trace.partition(":")
    if kind == "lib":
        return can_load(what)
    if kind == "program":
        return shutil.which(what) is not None
    # A library's plugins lie in /usr/lib, in /usr/lib64, or in a folder that is named after the machine.
    places = [f"/usr/lib*/{what}", f"/usr/lib/*/{what}"] if kind == "inlib" else [what]
    return any(place and glob.glob(place, recursive=True) for place in places)  # noqa: PTH207 - absolute patterns


def can_load(library: str) -> bool:
    """Say whether the dynamic linker finds the library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True
