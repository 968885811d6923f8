"""The control room as the session starts it, on virtual displays and without a window manager."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.e2e.program import started
from tests.support.virtual_desktop import VirtualDesktop
from tests.support.waiting import wait_until
from wall.model.board import Board
from wall.model.grid import Rect
from wall.store.database import Database
from wall.store.wall_store import WallStore

WITHIN_S = 40.0
ENVIRONMENT = {"QT_QPA_PLATFORM": "xcb", "CITYWALL_PASSPHRASE": "một câu dài"}


@contextmanager
def citywall(desktop: VirtualDesktop, command: str, database: Path) -> Iterator[subprocess.Popen[str]]:
    """`citywall console` or `citywall wall`, in English."""
    options = ("--database", str(database), "--language", "en")
    with started(command, *options, DISPLAY=desktop.name, **ENVIRONMENT) as process:
        yield process


def boards(database: Path) -> dict[int, Board]:
    """What is kept of the screens."""
    opened = Database(database)
    kept = WallStore(opened).load()
    opened.close()
    return dict(kept.boards)


def walls(desktop: VirtualDesktop) -> dict[int, Rect]:
    """Where the walls stand, by the number of their screen."""
    titled = {title.partition(" — ")[0]: area for title, area in desktop.shown().items()}
    return {int(title.rpartition(" ")[2]): area for title, area in titled.items() if "Screen" in title}


def come(desktop: VirtualDesktop, process: subprocess.Popen[str], wanted: dict[int, Rect]) -> None:
    """Wait until exactly these walls are seen where they belong."""

    def are_there() -> bool:
        assert process.poll() is None, process.stdout.read() if process.stdout else ""
        return walls(desktop) == wanted

    wait_until(are_there, WITHIN_S, lambda: f"{desktop.shown()} instead of {wanted}")


def keys_go_to(desktop: VirtualDesktop, title: str) -> None:
    """There is no window manager here that would see to it."""
    wait_until(
        lambda: desktop.has_keys().partition(" — ")[0] == title,
        WITHIN_S,
        lambda: f"keys go to {desktop.has_keys()!r}",
    )
