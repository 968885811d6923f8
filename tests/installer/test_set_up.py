"""The whole of it on this checkout, as a person runs it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from installer.venv import Venv

ROOT = Path(__file__).parents[2]


SET_UP_A_COPY = "import sys, pathlib, installer.__main__ as m; m.set_up(pathlib.Path(sys.argv[1]), 'demo')"


def run(*command: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, env={**os.environ, **environment}, capture_output=True, text=True, check=False, timeout=30
    )


def is_its_own() -> bool:
    """Has this checkout an environment that was made for it? Else the set-up would make one."""
    stamp = Venv(ROOT).stamp()
    return stamp is not None and stamp.place == str(ROOT)


@pytest.mark.skipif(not is_its_own(), reason="the tests were not started by `make test`")
def test_a_second_run_says_and_changes_nothing() -> None:
    stamp = Venv(ROOT).stamp_file
    before = stamp.stat().st_mtime_ns
    again = run(ROOT / "installer" / "set_up", "test")
    assert (again.returncode, again.stdout, again.stderr) == (0, "", "")
    assert stamp.stat().st_mtime_ns == before


@pytest.mark.parametrize("arguments", [[], ["install"], ["demo", "test"]])
def test_an_unknown_purpose_is_refused(arguments: list[str]) -> None:
    said = run(ROOT / "installer" / "set_up", *arguments)
    assert said.returncode == 2
    assert "usage" in said.stderr


def test_a_wrong_python_is_told_in_words(tmp_path: Path) -> None:
    """On a copy without an environment, so that one must be chosen."""
    (tmp_path / "installer").symlink_to(ROOT / "installer")
    said = run(sys.executable, "-c", SET_UP_A_COPY, tmp_path, PYTHON="/bin/false", PYTHONPATH=str(ROOT))
    assert "PYTHON=/bin/false does not run" in said.stderr
    assert not (tmp_path / ".venv").exists()


def test_no_python_at_all_is_told(tmp_path: Path) -> None:
    (tmp_path / "dirname").symlink_to("/usr/bin/dirname")
    copy = tmp_path / "installer" / "set_up"
    copy.parent.mkdir()
    copy.write_text((ROOT / "installer" / "set_up").read_text().replace("/usr/bin/python3", "/nowhere/python3"))
    said = run("/bin/sh", copy, "demo", PATH=str(tmp_path))
    assert said.returncode == 1
    assert "sudo apt-get install --yes python3 python3-venv" in said.stderr


def test_the_locks_name_no_place_to_fetch_from() -> None:
    for lock in (ROOT / "installer").glob("*.lock"):
        text = lock.read_text()
        assert "://" not in text
        assert "index" not in text.replace("-index-", "")


def test_every_locked_package_has_its_hashes() -> None:
    for lock in (ROOT / "installer").glob("*.lock"):
        packages = lock.read_text().replace("\\\n", " ").splitlines()
        assert [package for package in packages if "==" in package and "--hash=sha256:" not in package] == []
