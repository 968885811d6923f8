"""Killed at any moment of a save, the database holds all of it or nothing of it, and all that was told to be done."""

import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.parametrize(
    ("program", "rounds"),
    [("tests.store.killed", 30), ("tests.store.killed_wall", 30), ("tests.store.killed_pictures", 20)],
)
def test_sigkill_at_any_moment_of_a_save(tmp_path: Path, program: str, rounds: int) -> None:
    command = [sys.executable, "-m", program, str(tmp_path / "citywall.db"), str(rounds), "7"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=55, cwd=Path(__file__).parents[2])
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split()[0]) > 5, "the saves were really under way"
