"""Figures of alarms on a real database."""

from __future__ import annotations

from pathlib import Path

from tests.model.alarms.town import T, rule
from tests.services.alarms.alarm_room import WAIT_S, AlarmRoom, alarm_room, said
from wall.model.alarms.action import Acknowledge, Close
from wall.model.alarms.figures import Figures
from wall.model.alarms.signal import Signal, Source
from wall.model.alarms.state import Verdict

DAY_S = 86400.0


def figures(room: AlarmRoom, days: float) -> Figures:
    return room.desk.figures(T - 60, T + days * DAY_S).result(WAIT_S)


def test_what_happened_is_counted_once(tmp_path: Path) -> None:
    with alarm_room(tmp_path / "a.db") as room:
        room.only_rules(rule(rule_id=0, quiet_s=0.0, flood_camera=0, flood_site=0))
        for number in range(30):
            room.now_s = number * 3600.0
            room.say(said("line", 1 + number % 2 * 3, room.now_s))
        room.say(Signal(Source.DRILL, "line", 1, T + room.now_s, is_drill=True))
        alarms = sorted((each for each in room.desk.open_alarms() if not each.is_drill), key=lambda each: each.began_s)
        room.act(Acknowledge(), *alarms[:3])
        room.act(Close(Verdict.FALSE, "lá cây"), alarms[0])
        room.act(Close(Verdict.REAL, "đúng"), *alarms[1:4])
        told = figures(room, 2)
        assert (told.alarms, told.judged, told.false_share, told.floods) == (30, 4, 0.25, 0)
        assert [(each.camera_id, each.kind, each.alarms, each.site) for each in told.noisiest()] == [
            (1, "line", 15, "Ngã Sáu"),
            (4, "line", 15, "Chợ Nhớn"),
        ]
        assert sum(told.waits) == 4, "what is closed was seen"
        assert len(told.windows) == 2 * 144 + 1


def test_too_many_at_once_are_a_flood(tmp_path: Path) -> None:
    with alarm_room(tmp_path / "a.db") as room:
        room.only_rules(rule(rule_id=0, quiet_s=0.0, flood_camera=0, flood_site=0))
        room.say(*(said("line", 1, 100.0 + 20 * number) for number in range(11)))
        assert figures(room, 1).floods == 1


def test_figures_that_nobody_waits_for_are_let_go(tmp_path: Path) -> None:
    with alarm_room(tmp_path / "a.db") as room:
        asked = room.desk.figures(T, T + 30 * DAY_S)
        assert asked.cancel()
        room.settle()
