"""Finds a Python that can carry the wall."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from installer.system_packages import Part
from installer.trouble import Trouble

VERSIONS = ("3.13", "3.12", "3.11")
"""The versions that will do, best first."""

ANY_PYTHON = Part(tuple(f"python{version}-venv" for version in VERSIONS), "program:python3.11 or later, with venv")

_PROBE = """
import importlib.util, sys
print("%d.%d.%d" % sys.version_info[:3], bool(importlib.util.find_spec("ensurepip")))
"""


@dataclass(frozen=True, slots=True)
class Python:
    """An interpreter that was run and answered."""

    path: Path
    version: str
    makes_venvs: bool

    @property
    def minor(self) -> str:
        """Its version without the last number: `3.11`."""
        return self.version.rpartition(".")[0]

    @property
    def suits(self) -> bool:
        """Whether the wall runs on this version."""
        return self.minor in VERSIONS


def probe(path: Path) -> Python | None:
    """Run the interpreter and ask who it is; None if it does not run (a pyenv shim may point to nothing)."""
    try:
        asked = subprocess.run(
            [path, "-E", "-s", "-c", _PROBE], capture_output=True, text=True, timeout=20, check=False
        )
        version, makes_venvs = asked.stdout.split()
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return Python(path, version, makes_venvs == "True")


def choose(environment: Mapping[str, str]) -> Python | Part:
    """The Python to build with, or the part to install first. Raises Trouble if $PYTHON names a wrong one."""
    named = environment.get("PYTHON")
    found = [named_python(named)] if named else usable(candidates(environment.get("PATH", os.defpath)))
    for python in found:
        if python.makes_venvs:
            return python
    return venv_part(found[0]) if found else ANY_PYTHON


def named_python(name: str) -> Python:
    """The Python that a person asked for by $PYTHON. Raises Trouble."""
    python = probe(Path(shutil.which(name) or name))
    if python and python.suits:
        return python
    found = f"is Python {python.version}" if python else "does not run"
    raise Trouble(f"PYTHON={name} {found}; the wall needs Python {VERSIONS[-1]} to {VERSIONS[0]}.")


def candidates(path: str) -> Iterator[Path]:
    """Every place where a fitting Python may be, best version first."""
    folders = [Path(folder) for folder in [*path.split(os.pathsep), "/usr/local/bin", "/usr/bin"] if folder]
    for name in (*(f"python{version}" for version in VERSIONS), "python3"):
        for folder in dict.fromkeys(folders):
            if os.access(folder / name, os.X_OK):
                yield folder / name


def usable(paths: Iterable[Path]) -> list[Python]:
    """Those that run and are of a right version, in the same order."""
    return [python for python in map(probe, paths) if python and python.suits]


def venv_part(python: Python) -> Part:
    """Debian keeps what makes virtual environments in a package of its own."""
    return Part((f"python{python.minor}-venv",), f"program:the ensurepip module of {python.path}")
