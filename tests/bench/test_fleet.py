"""The fleet benchmark measures what it says, on a city small enough for a test."""

from __future__ import annotations

import json

import pytest

from wall.bench.fleet import run


def test_a_small_city_is_complete(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(12, "-") == 0
    figures = json.loads(capsys.readouterr().out)
    assert (figures["devices"], figures["found"], figures["complete"]) == (12, 12, 12)
    assert figures["cameras"] >= 12 and figures["sites"] >= 1
    assert figures["calls"] >= 12 * 8
    assert 0 < figures["seconds"] < 50
    assert 0 < figures["cpu_ms_per_call"] < 50
    assert figures["rss_mb"] > 20  # At most what this process has ever had, which other tests share.
