"""The program as a person starts it: a process of its own, of which only what everybody sees is looked at."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import psutil

WITHIN_S = 60.0


@dataclass(frozen=True, slots=True)
class Ended:
    """What a program said, and what `ps` said of it and all its processes once it had any."""

    status: int
    said: str
    seen: str


def run_citywall(*arguments: str, **environment: str) -> Ended:
    """Run `python -m wall …` to its end, watched like a hawk."""
    with started(*arguments, **environment) as process:
        seen: set[str] = set()
        deadline_s = time.monotonic() + WITHIN_S
        while process.poll() is None and time.monotonic() < deadline_s:
            seen.update(command_lines(process.pid))
            time.sleep(0.05)
        assert process.poll() is not None, "it does not end"
        assert process.stdout is not None
        return Ended(process.returncode, process.stdout.read(), "\n".join(seen))


@contextmanager
def started(*arguments: str, **environment: str) -> Iterator[subprocess.Popen[str]]:
    """The running program, offscreen; all of its processes are killed with the block."""
    process = subprocess.Popen(
        [sys.executable, "-m", "wall", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, **environment},
    )
    family = [psutil.Process(process.pid)]
    try:
        yield process
    finally:
        with contextlib.suppress(psutil.Error):
            family += family[0].children(recursive=True)
        for member in family:
            with contextlib.suppress(psutil.Error):
                member.kill()
        process.wait(WITHIN_S)
        assert process.stdout is not None
        process.stdout.close()


def command_lines(pid: int) -> Iterator[str]:
    """What `ps` shows of a process and all below it; nothing while it is alone."""
    with contextlib.suppress(psutil.Error):
        process = psutil.Process(pid)
        below = process.children(recursive=True)
        for each in [process, *below] if below else []:
            with contextlib.suppress(psutil.Error):
                yield " ".join(each.cmdline())
