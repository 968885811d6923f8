"""The benchmark of the map measures what it says, on what is small enough for a test."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from tests.support.language import own_language
from wall.bench import map as bench

pytestmark = pytest.mark.timeout(120)


@pytest.fixture(autouse=True)
def _own_language(qapp: QCoreApplication) -> Iterator[None]:
    """What is measured speaks Vietnamese, and so would every later test of this process."""
    with own_language(qapp):
        yield


def test_the_map_is_moved_and_its_frames_are_counted(
    qapp: QCoreApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    hand = bench.Hand(frames=12, turns=3, rounds=1, changes=2, settle_s=0.1)
    assert bench.run(60, 1, "-", hand) == 0
    figures = json.loads(capsys.readouterr().out)
    assert (figures["cameras"], figures["tiles_live"]) == (60, 1)
    assert set(figures["frame_ms"]) == set(figures["cpu_ms"]) == {"pan_city", "pan_wedges", "pan_street", "zoom"}
    assert 0.1 < figures["cpu_ms_max"] <= figures["frame_ms_max"] + 0.1
    assert figures["frames"] >= 3 * 11 + 6
    assert 0.1 < figures["frame_ms_p50"] <= figures["frame_ms_p95"] <= figures["frame_ms_max"] < 2000
    assert 0 < figures["open_s"] < 30
    assert 1 < figures["state_ms_p50"] <= figures["state_ms_max"] < 5000
    assert 0 <= figures["crowd_share"] <= 1
