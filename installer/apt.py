"""Installs system packages with apt, as root or through sudo, or says which line a person must run."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence

from installer.system_packages import Part
from installer.trouble import Trouble

Known = Callable[[str], bool]


def install(parts: Sequence[Part]) -> None:
    """Install the parts. Raises Trouble, with nothing changed, without apt or the right to use it."""
    if not shutil.which("apt-get"):
        raise Trouble(without_apt(parts))
    prefix = as_root()
    if prefix is None:
        raise Trouble(line_to_run(parts, known_to_apt))
    # The lists of a fresh machine are empty, those of an old one point to files that are gone.
    updated = run([*prefix, "apt-get", "update", "--quiet=2"])
    unknown = [part for part in parts if not any(map(known_to_apt, part.names))]
    if unknown:
        raise Trouble(unknown_to_apt(unknown, updated))
    names = package_names(parts, known_to_apt)
    print(f"Installing {len(names)} system packages: {' '.join(names)}", flush=True)
    if not run([*prefix, *INSTALL, "--quiet=2", *names]):
        raise Trouble("apt could not install them; its own message above says why.")


INSTALL = ("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "--yes", "--no-install-recommends")


def as_root() -> list[str] | None:
    """What to put before a command to run it as root; None if that cannot be done from here."""
    if os.geteuid() == 0:
        return []
    if not shutil.which("sudo"):
        return None
    if subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0:
        return ["sudo"]
    if not sys.stdin.isatty():
        return None
    print("System packages are missing; sudo will ask for your password to install them.", flush=True)
    return ["sudo"]


def known_to_apt(name: str) -> bool:
    """Say whether apt's lists hold a package of that very name that can be installed."""
    query = ["apt-cache", "show", "--no-all-versions", name]
    return subprocess.run(query, capture_output=True, check=False).returncode == 0


def package_names(parts: Sequence[Part], known: Known) -> list[str]:
    """For each part the first name that is known; the last, the plainest, where none is."""
    return [next(filter(known, part.names), part.names[-1]) for part in parts]


def line_to_run(parts: Sequence[Part], known: Known) -> str:
    """What a person without root's rights is told."""
    names = " ".join(package_names(parts, known))
    return (
        f"{len(parts)} system packages are missing, and installing them needs root. "
        "Run this line, then try again:\n"
        f"  sudo apt-get update && sudo apt-get install --yes --no-install-recommends {names}"
    )


def without_apt(parts: Sequence[Part]) -> str:
    """What a person on another kind of system is told."""
    return "\n".join(
        [
            "These parts are missing, and there is no apt here to install them with.",
            "Install them with this system's own packages (Debian's name for each, and what is looked for):",
            *(f"  {part}  ({part.trace.partition(':')[2] or 'no trace'})" for part in parts),
        ]
    )


def unknown_to_apt(parts: Sequence[Part], updated: bool) -> str:
    """What is said when the system's package sources do not have a part."""
    names = "; ".join(str(part) for part in parts)
    if not updated:
        return f"apt-get update failed (its message above says why), so apt cannot find: {names}"
    return f"This system's package sources do not have: {names}. Debian 12 or Ubuntu 24.04 and later have them."


def run(command: Sequence[str]) -> bool:
    """Run the command with its output shown; say whether it succeeded."""
    return subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode == 0
