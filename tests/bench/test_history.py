"""The benchmark of the history asks every question, and each is answered."""

from __future__ import annotations

import json
import random
from dataclasses import fields
from pathlib import Path

import pytest

from wall.bench.alarm_questions import questions
from wall.bench.history import run
from wall.bench.kept_alarms import FIRST_S, STEP_S
from wall.model.alarms.finding import EVERYTHING, AlarmFilter

ALARMS = 3000


@pytest.mark.timeout(120)
def test_every_question_is_asked_and_answered(tmp_path: Path) -> None:
    told = tmp_path / "told.json"
    assert run(ALARMS, 2, str(told)) == 0
    figures = json.loads(told.read_text())
    asked = set(questions(FIRST_S, FIRST_S + ALARMS * STEP_S))
    assert figures["alarms"] == ALARMS and figures["questions"] == len(asked)
    for name in ("first_ms_p50", "first_ms_p95", "first_ms_max", "counting_ms_p95", "cold_ms_max", "cpu_ms_max"):
        assert set(figures[name]) == asked and min(figures[name].values()) > 0
    assert {"everything", "a letter", "no drills"} <= set(figures["next_ms_max"])
    assert 0 < figures["find_ms_p50"] <= figures["find_ms_p95"] <= figures["find_ms_max"]
    assert figures["timeline_s"] > 0 and figures["figures_s"] > 0


def test_each_filter_that_there_is_is_asked_for_alone_or_with_others() -> None:
    chance = random.Random(1)
    asked = [question(chance) for question in questions(FIRST_S, FIRST_S + 1e6).values()]
    for each in fields(AlarmFilter):
        usual = getattr(EVERYTHING, each.name)
        assert any(getattr(filters, each.name) != usual for filters, _ in asked), each.name
    assert any(text and filters != EVERYTHING for filters, text in asked)
