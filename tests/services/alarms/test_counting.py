"""Alarms counted over the time on a real database."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

import pytest

from tests.model.alarms.town import T, rule
from tests.services.alarms.alarm_room import WAIT_S, AlarmRoom, alarm_room, said
from wall.model.alarms.action import Close, Note
from wall.model.alarms.finding import EVERYTHING, AlarmFilter
from wall.model.alarms.state import State, Verdict
from wall.model.alarms.timeline import PARTS, Timeline

HOUR_S = 3600.0


def count(room: AlarmRoom, asked: AlarmFilter = EVERYTHING, text: str = "") -> Timeline:
    return room.desk.timeline(asked, text).result(WAIT_S)


def fill(room: AlarmRoom) -> None:
    """Thirty alarms, one each hour, of two rules by turns."""
    urgent = rule("tamper", rule_id=0, priority=1, quiet_s=0.0, flood_camera=0, flood_site=0)
    room.only_rules(rule(rule_id=0, quiet_s=0.0, flood_camera=0, flood_site=0), urgent)
    for number in range(30):
        room.now_s = number * HOUR_S
        room.say(said(("line", "tamper")[number % 2], 1 + number % 2 * 3, room.now_s))


@pytest.mark.parametrize("at_once", [4, 10_000])
def test_all_are_counted_however_many_at_a_time(tmp_path: Path, at_once: int) -> None:
    with alarm_room(tmp_path / "a.db") as room, patch("wall.services.alarms.counting.AT_ONCE", at_once):
        fill(room)
        line = count(room)
        assert line.from_s == T, "from the first of all"
        assert (line.until_s, len(line.counts), line.total) == (T + 29 * HOUR_S, PARTS, 30)
        assert [sum(counts[place] for counts in line.counts) for place in range(5)] == [15, 0, 15, 0, 0]
        assert line.counts[0] == (0, 0, 1, 0, 0)
        assert line.counts[-1] == (1, 0, 0, 0, 0)


def test_only_what_is_asked_for(tmp_path: Path) -> None:
    with alarm_room(tmp_path / "a.db") as room, patch("wall.services.alarms.counting.AT_ONCE", 4):
        fill(room)
        first, *_, last = sorted(room.desk.open_alarms(), key=lambda alarm: alarm.began_s)
        room.act(Close(Verdict.FALSE, "lá cây"), first)
        room.act(Note("xe tải trắng"), last)
        assert count(room, AlarmFilter(states=frozenset({State.CLOSED}))).total == 1
        assert count(room, AlarmFilter(priorities=frozenset({1}))).total == 15
        white = count(room, EVERYTHING, "xe trang")
        assert (white.total, white.counts[-1]) == (1, (1, 0, 0, 0, 0))
        some = count(room, AlarmFilter(from_s=T + 10 * HOUR_S, to_s=T + 20 * HOUR_S))
        assert (some.from_s, some.until_s, some.total) == (T + 10 * HOUR_S, T + 20 * HOUR_S, 10)


def test_where_there_is_none_there_is_nothing(tmp_path: Path) -> None:
    with alarm_room(tmp_path / "a.db") as room:
        line = count(room)
        assert (line.total, line.until_s, len(line.counts)) == (0, T, PARTS)


def test_a_question_that_nobody_waits_for_is_let_go(tmp_path: Path) -> None:
    with alarm_room(tmp_path / "a.db") as room, patch("wall.services.alarms.counting.AT_ONCE", 1):
        fill(room)
        asked = room.desk.timeline(EVERYTHING)
        asked.cancel()
        room.settle()
        assert asked.cancelled()
