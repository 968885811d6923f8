"""The benchmark of moving domes measures what it says, and notices a dome that runs away."""

from __future__ import annotations

import json
from collections.abc import Iterator
from random import Random

import numpy as np
import pytest
from PySide6.QtCore import QCoreApplication

from tests.support.language import own_language
from wall.bench.ptz import run as bench
from wall.bench.ptz.record import RUNAWAY_S, Did
from wall.bench.ptz.shift import has_moved, shift_px

pytestmark = pytest.mark.timeout(180)


@pytest.fixture(autouse=True)
def _own_language(qapp: QCoreApplication) -> Iterator[None]:
    """What is measured speaks Vietnamese, and so would every later test of this process."""
    with own_language(qapp):
        yield


def test_domes_are_driven_and_looked_at(qapp: QCoreApplication, capsys: pytest.CaptureFixture[str]) -> None:
    ended = bench.run(4, 2, 4, 3, "-")
    figures = json.loads(capsys.readouterr().out)
    assert (ended == 0) is (figures["missing"] == 0)
    assert (figures["tiles"], figures["sessions"], figures["runaways"]) == (4, 4, 0)
    assert "program_killed" in str(figures["sessions_by_end"])
    assert figures["sessions_moved"] > 0
    assert 0 < figures["move_ms_p50"] <= figures["move_ms_p99"] < 5000
    assert 0 < figures["stop_ms_p50"] <= figures["stop_ms_p99"] < 5000
    assert figures["pixel_ms_p50"] is None or figures["pixel_ms_p50"] > 0


def test_who_moves_later_than_it_may_has_run_away() -> None:
    ended_s = 100.0
    moment_s = ended_s + RUNAWAY_S
    assert not Did(103.0, False, (), ((99.0, 100.4), (97.0, 98.0))).moved_after(moment_s)
    assert Did(103.0, False, (), ((99.0, 101.6),)).moved_after(moment_s)
    assert Did(103.0, True, (), ((99.0, None),)).moved_after(moment_s)


def _street(right: float = 0.0) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    """Something to look at, drawn as far to the right."""
    x, y = np.meshgrid(np.arange(160) - right, np.arange(90))
    return np.asarray(128 + 40 * np.sin(x / 5) + 30 * np.sin(y / 7) + 20 * np.sin((x + y) / 3), np.float32)


def test_a_camera_that_moves_is_told_from_traffic() -> None:
    before = _street()
    assert shift_px(before, _street(0.5)) == pytest.approx(0.5, abs=0.1)
    assert has_moved(before, _street(0.5)) and has_moved(before, _street(-12.0))
    rng = np.random.default_rng(Random(1).randrange(9))
    traffic = before + rng.normal(0, 2, before.shape).astype(np.float32)
    traffic[40:60, 30:70] = 200
    assert not has_moved(before, traffic)
