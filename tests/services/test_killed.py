"""Ten kills in the middle of the work: nothing that was promised is lost, and what was shown is half a second old."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.services.killed import LATE_S

_ROOT = Path(__file__).parents[2]
_BUSY_MACHINE_S = 1.0


@pytest.mark.timeout(180)
def test_ten_kills_lose_nothing(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.services.killed", str(tmp_path / "citywall.db"), "10", "7"],
        cwd=_ROOT,
        capture_output=True,
        text=True,
        timeout=170,
    )
    assert ended.returncode == 0, ended.stderr
    told = json.loads(ended.stdout)
    assert told["promises"] > 100
    assert told["oldest_s"] <= LATE_S + _BUSY_MACHINE_S
