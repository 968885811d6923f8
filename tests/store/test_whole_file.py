"""Files are there whole or not at all, also where the program is killed while it writes."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from wall.store import whole_file
from wall.store.whole_file import write_whole

_KILLED = """
import os, signal, sys
from pathlib import Path
from wall.store.whole_file import write_whole
os.fsync = lambda _descriptor: os.kill(os.getpid(), signal.SIGKILL)
write_whole(Path(sys.argv[1]), b"half" * 100_000)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "7 Ngã Sáu.jpg"


@pytest.fixture(params=["nameless", "named"])
def kind(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """With a file system that knows files without a name, and with one that does not."""
    if request.param == "named":
        monkeypatch.setattr(whole_file, "_nameless", lambda _folder: None)
    return str(request.param)


def test_a_file_is_written_and_replaced(file: Path, kind: str) -> None:
    file.with_name(f"{file.name}.part").write_text("left behind by a program that was killed")
    for content in (b"one", b"another"):
        write_whole(file, content)
        assert file.read_bytes() == content
    assert list(file.parent.iterdir()) == [file]
    assert file.stat().st_mode & 0o777 == 0o666 & ~_umask()


def _umask() -> int:
    now = os.umask(0o22)
    os.umask(now)
    return now


@pytest.mark.parametrize("before", [None, b"what was there"])
def test_a_program_that_is_killed_leaves_nothing(file: Path, before: bytes | None) -> None:
    if before is not None:
        file.write_bytes(before)
    ended = subprocess.run([sys.executable, "-c", _KILLED, str(file)], timeout=30, cwd=Path(__file__).parents[2])
    assert ended.returncode == -signal.SIGKILL
    assert {each.name: each.read_bytes() for each in file.parent.iterdir()} == ({file.name: before} if before else {})


def test_what_cannot_be_written_leaves_nothing(file: Path, kind: str) -> None:
    file.mkdir()
    with pytest.raises(IsADirectoryError):
        write_whole(file, b"x")
    with pytest.raises(FileNotFoundError):
        write_whole(file.parent / "nowhere" / "file", b"x")
    assert list(file.parent.iterdir()) == [file]


def test_only_a_file_system_that_cannot_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: object, _flags: int, _mode: int) -> int:
        raise OSError(refused, os.strerror(refused))

    monkeypatch.setattr(os, "open", refuse)
    refused = errno.EOPNOTSUPP
    assert whole_file._nameless(tmp_path) is None
    refused = errno.ENOSPC
    with pytest.raises(OSError, match="No space"):
        whole_file._nameless(tmp_path)
