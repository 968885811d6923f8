"""Killed at any moment of a save, the database holds all of it or nothing of it."""

import subprocess
import sys
from pathlib import Path


def test_sigkill_at_any_moment_of_a_save(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.store.killed", str(tmp_path / "citywall.db"), "60", "7"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=55, cwd=Path(__file__).parents[2])
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split()[0]) > 10, "the saves were really under way"
