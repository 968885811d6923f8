"""The benchmark of alarms on a small city: everything is heard, kept once, and painted."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from tests.support.language import own_language
from wall.bench.alarms.run import Pace, run


@pytest.fixture(autouse=True)
def _own_language(qapp: QCoreApplication) -> Iterator[None]:
    """What is measured speaks Vietnamese, and so would every later test of this process."""
    with own_language(qapp):
        yield


@pytest.mark.timeout(180)
def test_a_small_city_is_heard_kept_and_shown(tmp_path: Path) -> None:
    told = tmp_path / "told.json"
    pace = Pace(tiles=1, per_s=20.0, seconds=1.0, storm=60, storm_s=1.0, hold_s=0.2, settle_s=0.2, again=1)
    assert run(4, pace, str(told)) == 0
    figures = json.loads(told.read_text())
    assert (figures["devices"], figures["subscriptions"], figures["tiles"]) == (4, 4, 1)
    assert (figures["events"], figures["shown"]) == (20, 20)
    assert (figures["lost"], figures["duplicated"]) == (0, 0)
    assert 0 < figures["show_ms_p50"] <= figures["show_ms_p95"] <= figures["show_ms_p99"] <= figures["show_ms_max"]
    assert figures["again_each"] == 1
    assert 0 < figures["heard_again_s_max"] < 30, "15 s are promised; a machine that is shared gets as much again"
    assert [figures[f"again_{name}_stated"] for name in ("reboot", "silent", "clock")] == [1, 1, 1]
