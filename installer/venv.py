"""The virtual environment: what state it is in, and how it is made from the locks."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from enum import Enum
from pathlib import Path

from installer.pythons import Python, probe
from installer.trouble import Trouble

BUILD_LOCK = "requirements-build.lock"
LOCKS = {"demo": "requirements.lock", "test": "requirements-dev.lock"}
"""The lock of each purpose; that of the tests holds all of the demo's."""


NOT_FETCHED = "Could not install the Python packages (is the network up?); run the same command again"


class State(Enum):
    """What there is to do."""

    COMPLETE = "nothing"
    LACKS_TEST_PACKAGES = "add the test packages"
    ABSENT = "build it"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a finished environment was made from. `locks`: the digest of each lock file, by its name."""

    python: str
    place: str
    locks: dict[str, str]


def digests(installer: Path, *names: str) -> dict[str, str]:
    """The SHA-256 of each lock file."""
    return {name: hashlib.sha256((installer / name).read_bytes()).hexdigest() for name in names}


@dataclass(frozen=True, slots=True)
class Venv:
    """The environment of one checkout. `root` is the top of the checkout."""

    root: Path

    @property
    def folder(self) -> Path:
        """Where it lies."""
        return self.root / ".venv"

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.folder / "bin" / "python"

    @property
    def stamp_file(self) -> Path:
        """Written last, so that its presence means a finished environment."""
        return self.folder / "citywall-stamp.json"

    @property
    def installer(self) -> Path:
        """Where the locks are."""
        return self.root / "installer"

    def state(self, purpose: str) -> State:
        """Compare the stamp with what is there now; this installs nothing."""
        stamp = self.stamp()
        if stamp is None or not self.still_stands(stamp):
            return State.ABSENT
        if stamp.locks == digests(self.installer, *stamp.locks):
            return State.COMPLETE if LOCKS[purpose] in stamp.locks else State.LACKS_TEST_PACKAGES
        return State.ABSENT

    def stamp(self) -> Stamp | None:
        """What the stamp says; None if there is none that can be read."""
        try:
            return Stamp(**json.loads(self.stamp_file.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def still_stands(self, stamp: Stamp) -> bool:
        """Whether its Python still runs and is the same, and the checkout has not been moved."""
        python = probe(self.python)
        return python is not None and (python.version, str(self.root)) == (stamp.python, stamp.place)

    def build(self, python: Python, purpose: str) -> None:
        """Make it anew, whatever is there, from the locks; what a link leads to is another's and is left. Raises
        Trouble.
        """
        print(f"Making .venv with Python {python.version} ({python.path})", flush=True)
        if self.folder.is_symlink():
            self.folder.unlink()
        self.stamp_file.unlink(missing_ok=True)
        run([python.path, "-m", "venv", "--clear", self.folder], "Could not make the virtual environment")
        self.fill(python.version, purpose)

    def add_test_packages(self) -> None:
        """Put what the tests need into a finished environment. Raises Trouble."""
        stamp = self.stamp()
        assert stamp, "only a finished environment is added to"
        self.stamp_file.unlink()
        self.fill(stamp.python, "test")

    def fill(self, version: str, purpose: str) -> None:
        """Install the locked packages and the wall itself, then write the stamp."""
        lock = LOCKS[purpose]
        print("Installing the locked Python packages (some minutes on a slow line)", flush=True)
        for packages in (BUILD_LOCK, lock):
            self.pip(NOT_FETCHED, "--require-hashes", "-r", self.installer / packages)
        self.pip("Could not install the wall itself", "--no-deps", "--no-index", "--editable", self.root)
        self.compile()
        names = {BUILD_LOCK, LOCKS["demo"], lock}
        stamp = Stamp(version, str(self.root), digests(self.installer, *sorted(names)))
        self.stamp_file.write_text(json.dumps(asdict(stamp), indent=1) + "\n", encoding="utf-8")

    def pip(self, failed: str, *what: str | Path) -> None:
        """Install with the environment's own pip; what builds packages must be in it. Raises Trouble."""
        flags = ["--disable-pip-version-check", "--no-input", "--no-build-isolation", "--use-pep517", "--no-compile"]
        # On a terminal pip shows its progress; in a log only what went wrong.
        quiet = [] if sys.stdout.isatty() else ["-qq"]
        run([self.python, "-m", "pip", "install", *flags, *quiet, *what], failed)

    def compile(self) -> None:
        """Compile all packages with all cores: pip would do it with one. Not all that packages bring is a module."""
        command: list[str | Path] = [self.python, "-m", "compileall", "-qq", "-j", "0", self.folder / "lib"]
        subprocess.run(command, stdin=subprocess.DEVNULL, check=False)


def run(command: Sequence[str | Path], failed: str) -> None:
    """Run the command with its output shown. Raises Trouble, beginning with `failed`, if it fails."""
    status = subprocess.run(command, stdin=subprocess.DEVNULL, check=False).returncode
    if status:
        raise Trouble(f"{failed}. Its own message is above (exit {status}).")
