"""The benchmarks of views and lists measure what they say, on what is small enough for a test."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication

from tests.support.language import own_language
from wall.bench import adapt, lists, record, views
from wall.bench.foretold import Pace
from wall.bench.overview import Spans

pytestmark = pytest.mark.timeout(120)


@pytest.fixture(autouse=True)
def _own_language(qapp: QCoreApplication) -> Iterator[None]:
    """What is measured speaks Vietnamese, and so would every later test of this process."""
    with own_language(qapp):
        yield


def test_views_are_switched_and_keys_are_seen(qapp: QCoreApplication, capsys: pytest.CaptureFixture[str]) -> None:
    assert views.run(4, 1, "-", calm_s=0.5, keys=18) == 0
    figures = json.loads(capsys.readouterr().out)
    assert (figures["tiles"], figures["rounds"], figures["missing"]) == (4, 1, 0)
    assert 0.02 < figures["switch_s_median"] <= figures["switch_s_p95"] < 15
    assert 0.005 < figures["back_s_median"] <= figures["back_s_p95"] < 15
    assert 0 < figures["key_ms_p95"] <= figures["key_ms_max"] < 5000


def test_lists_open_and_answer(qapp: QCoreApplication, capsys: pytest.CaptureFixture[str]) -> None:
    assert lists.run(300, 30, 500, "-", texts=1) == 0
    figures = json.loads(capsys.readouterr().out)
    assert (figures["cameras"], figures["views"], figures["bookmarks"]) == (300, 30, 500)
    assert 0 < figures["open_s_max"] < 15 and 0 < figures["type_ms_p99_max"] < 5000


def test_one_picture_becomes_large_a_hidden_wall_is_weighed_and_a_city_seen_in_small(
    qapp: QCoreApplication, capsys: pytest.CaptureFixture[str]
) -> None:
    pace = Pace(sides=(1, 2), learn_s=0.5, steady_s=0.5, weigh_s=1.0)
    assert adapt.run(4, 1, 0.5, "-", after_s=0.2, pace=pace, cameras=4, spans=Spans(2.0, 0.5, 0.5)) == 0
    figures = json.loads(capsys.readouterr().out)
    assert (figures["tiles"], figures["rounds"], figures["missing"]) == (4, 1, 0)
    assert 0 < figures["single_s_median"] <= figures["single_s_p95"] < 15
    assert 0 <= figures["hidden_cpu"] < 2
    least, most = figures["predicted_over_actual"]
    assert 0.05 < least <= most < 10 and [told.partition(":")[0] for told in figures["predicted_views"]] == ["1", "4"]
    assert figures["overview_cameras"] == figures["overview_seen"] >= 4 and figures["overview_failing"] == 0
    assert sum(figures["overview_ways"].values()) == figures["overview_seen"] and figures["overview_ways"]["tile"]
    assert 0 < figures["overview_refresh_s_max"] < 30 and 0 < figures["overview_oldest_s_max"] < 30
    assert {"window", "tiles", "small_pictures", "city"} <= set(figures["overview_cpu"])


def test_recording_is_weighed(capsys: pytest.CaptureFixture[str]) -> None:
    assert record.run(3, 1.0, "-", settle_s=2.0) == 0
    figures = json.loads(capsys.readouterr().out)
    assert (figures["tiles"], figures["missing"]) == (3, 0)
    assert 0 < figures["first_byte_s_median"] <= figures["first_byte_s_p95"] < 5
    assert figures["tile_cpu"] < 0.1 and figures["lost_s_max"] < 2
