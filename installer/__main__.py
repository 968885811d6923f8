"""`python3 -m installer demo|test`: make this checkout ready for one of the two."""

from __future__ import annotations

import fcntl
import os
import platform
import sys
from pathlib import Path

from installer import apt
from installer.pythons import Python, choose, named_python
from installer.system_packages import Part, missing_parts, read_parts
from installer.trouble import Trouble
from installer.venv import LOCKS, State, Venv

MACHINES = ("x86_64", "aarch64")
"""What Qt and PyAV are built for."""


def main(arguments: list[str]) -> int:
    """Set up; 0 when all is ready, 1 with the reason said, 130 when interrupted."""
    if len(arguments) != 1 or arguments[0] not in LOCKS:
        print("usage: python3 -m installer demo|test", file=sys.stderr)
        return 2
    try:
        set_up(Path(__file__).resolve().parent.parent, arguments[0])
    except Trouble as trouble:
        print(f"\nNot ready. {trouble}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"\nNot ready. {error.strerror}: {error.filename}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The same command goes on from here.", file=sys.stderr)
        return 130
    return 0


def set_up(root: Path, purpose: str) -> None:
    """Look at everything, then install what is missing. Raises Trouble, OSError."""
    check_system()
    only_one_at_a_time(root)
    lists = [root / "installer" / "system-packages.txt"]
    if purpose == "test":
        lists.append(root / "installer" / "system-packages-test.txt")
    missing = missing_parts(read_parts(*lists))
    venv = Venv(root)
    state = State.ABSENT if another_python_is_wanted(venv) else venv.state(purpose)
    python = choose(os.environ) if state is State.ABSENT else None
    if isinstance(python, Part):
        missing.append(python)
    if missing:
        apt.install(missing)
    if state is State.ABSENT:
        venv.build(installed_python(python), purpose)
    elif state is State.LACKS_TEST_PACKAGES:
        venv.add_test_packages()


def check_system() -> None:
    """Raise Trouble on a system that the wall's packages are not built for."""
    if sys.platform != "linux" or platform.machine() not in MACHINES:
        raise Trouble(f"The wall is set up for Linux on {' and '.join(MACHINES)} only.")


def only_one_at_a_time(root: Path) -> None:
    """Wait until no other set-up works on this checkout; the lock goes with the process."""
    folder = os.open(root / "installer", os.O_RDONLY)
    fcntl.flock(folder, fcntl.LOCK_EX)


def another_python_is_wanted(venv: Venv) -> bool:
    """Whether $PYTHON names another version than the environment's. Raises Trouble if a wrong one."""
    named, stamp = os.environ.get("PYTHON"), venv.stamp()
    return bool(named and stamp and named_python(named).version != stamp.python)


def installed_python(python: Python | Part | None) -> Python:
    """The Python chosen before, or the one that apt has just brought."""
    chosen = python if isinstance(python, Python) else choose(os.environ)
    if isinstance(chosen, Part):
        raise Trouble(f"{chosen} was to bring a fitting Python, but none is found.")
    return chosen


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
