"""The overview benchmark measures what it says, on a city small enough for a test."""

from __future__ import annotations

import json

import pytest

from wall.bench.overview import run


def test_a_small_city_is_seen(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(6, 1, 4.0, "-") == 0
    figures = json.loads(capsys.readouterr().out)
    assert figures["cameras"] == figures["seen"] >= 6 and figures["failing"] == 0
    assert sum(figures["ways"].values()) == figures["seen"] and figures["ways"]["tile"] == 1
    assert 0 < figures["overview_refresh_s_max"] < 30
    assert 0 < figures["oldest_s_max"] < 30
    assert {"window", "tiles", "small_pictures", "city"} <= set(figures["cpu"])
    assert figures["away_cpu"] < 0.05
