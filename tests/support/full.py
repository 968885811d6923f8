"""A disk that takes no more, as the kernel sees it."""

from __future__ import annotations

import resource
import shlex
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


@contextmanager
def files_at_most(size: int) -> Iterator[None]:
    """No file of this process grows beyond so many bytes: EFBIG, where a full disk gives ENOSPC."""
    former, most = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, most))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (former, most))


def on_a_small_disk(folder: Path, size: str, module: str) -> str:
    """What a module prints that is run with `folder` as its argument, and as a disk of so many bytes ("1m") for itself.

    Skips the test where the kernel does not let us mount one.
    """
    mount = f"mount -t tmpfs -o size={size} small {shlex.quote(str(folder))}"
    if subprocess.run(["unshare", "-rm", "sh", "-c", mount], check=False, capture_output=True).returncode:
        pytest.skip("nobody may mount a disk here")
    run = f"{mount} && exec {shlex.quote(sys.executable)} -m {module} {shlex.quote(str(folder))}"
    ended = subprocess.run(["unshare", "-rm", "sh", "-c", run], check=False, capture_output=True, text=True, timeout=60)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout
