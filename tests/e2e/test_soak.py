"""The soak in short: a fault every second, killed processes, an operator who cannot keep still. Nothing leaks."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from tests.e2e.figures import Figures
from tests.support.language import own_language
from wall.bench.soak import run

pytestmark = [pytest.mark.timeout(240), pytest.mark.alone]


def test_a_short_soak_leaves_nothing(qapp: QCoreApplication, clips: None, tmp_path: Path, figures: Figures) -> None:
    """Too short to tell growth from the ups and downs of different grids: `citywall bench soak` does that."""
    file = tmp_path / "soak.json"
    with own_language(qapp):
        run(minutes=0.2, tiles=9, seed=11, json_file=str(file))
    told = json.loads(file.read_text())
    figures.note(
        "short soak",
        faults=told["faults"],
        longest_recovery_s=told["longest_recovery_s"],
        over_5_s=told["recoveries_over_5_s"],
        ui_gap_ms=told["ui_gap_ms_max"],
        ui_held_ms=told["ui_held_ms_max"],
        crowd=told["crowd_share"],
    )
    assert told["leaks"] == []
    assert told["tiles_live"] == 9
    assert told["faults"] >= 8
