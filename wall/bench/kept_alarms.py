"""A database with as many alarms as a city has after years, as officers have left them."""

from __future__ import annotations

import random
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from wall.model.alarms import kinds
from wall.model.alarms.activity import Activity, Deed
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.outcome import Outcome
from wall.model.alarms.signal import Source
from wall.model.alarms.state import State, Verdict
from wall.store.alarm_store import AlarmStore
from wall.store.database import Database

FIRST_S = 1_700_000_000.0
A_DAY = 10_000
"""So many alarms."""
STEP_S = 86_400.0 / A_DAY
CAMERAS, SITES, WARDS, RULES = 640, 180, 19, 12
_AT_ONCE = 5_000
_OPEN = 2_000
"""Of the newest, some are not closed yet."""
KINDS = (
    *(kinds.MOTION,) * 6,
    *(kinds.LINE,) * 5,
    *(kinds.PEOPLE, kinds.VEHICLE, kinds.FIELD) * 3,
    *(kinds.LOST, kinds.TAMPER, kinds.INPUT, kinds.LOITERING) * 2,
    *(kinds.SCENE, kinds.BLINDED, kinds.MOVED, kinds.FROZEN, kinds.BLACK, kinds.OUTAGE, kinds.FACE, kinds.PANIC),
)
OFFICERS = ("Nguyễn An", "Trần Bình", "Lê Chi", "Phạm Dũng", "Hoàng Giang", "Vũ Hà", "Đặng Khánh", "Bùi Linh")
PLACES = ("Ngã Sáu", "Chợ Nhớn", "Cổng Ô", "Trường THPT Hàn Thuyên", "Cầu Đáp Cầu", "Công viên Nguyên Phi Ỷ Lan")
_SEES = ("cổng chính", "đường vào", "toàn cảnh", "vỉa hè phía đông", "bãi xe", "ngã tư")
_SAID = ("MyRuleDetector", "MyRuleDetector 2", "IntrusionDetection vung 1", "")
_NOTES = ("xe tải trắng không biển số", "hai người đi xe máy", "bảo vệ đã kiểm tra", "đã gọi tổ tuần tra", "lá cây")
_REASONS = ("mèo hoang", "cành cây trong gió", "đúng là trộm", "đèn pha", "thử hệ thống")
RARE_NOTE = "thuyền thúng"
_RARE_EVERY = 50_000


def keep_alarms(path: Path, alarms: int, seed: int = 1) -> None:
    """Some are noted on, one in a hundred is a drill, one in 50,000 has a rare word; nearly all are closed."""
    chance = random.Random(seed)
    with closing(Database(path)) as database:
        store = AlarmStore(database)
        for first in range(1, alarms + 1, _AT_ONCE):
            outcome = Outcome()
            for number in range(first, min(first + _AT_ONCE, alarms + 1)):
                alarm = _alarm(chance, number, alarms)
                outcome.alarms[number] = alarm
                outcome.activities += _activities(chance, alarm)
            store.keep(outcome)


def _alarm(chance: random.Random, number: int, of: int) -> Alarm:
    camera, began_s = chance.randint(1, CAMERAS), FIRST_S + number * STEP_S
    site, rule = camera % SITES + 1, chance.randint(1, RULES)
    state = chance.choice(list(State)) if number > of - _OPEN else State.CLOSED
    is_drill = chance.random() < 0.01
    priority = 1 if is_drill else chance.choice((2, 3, 3, 4, 4, 5, 5, 5))
    seen_s = None if state is State.NEW else began_s + chance.expovariate(1 / 60)
    return Alarm(
        chance.choice(KINDS),
        camera,
        began_s,
        began_s + chance.expovariate(1 / 30),
        began_s,
        priority,
        state,
        Source.DRILL if is_drill else Source.ONVIF,
        count=1 + int(chance.expovariate(0.2)),
        cameras=(camera,) if number % 5 else (camera, camera % CAMERAS + 1),
        site_id=site,
        number=camera,
        name=f"{PLACES[camera % len(PLACES)]} – {_SEES[camera // 7 % len(_SEES)]}",
        site=f"{PLACES[site % len(PLACES)]} {site // len(PLACES) + 1}",
        ward=f"Phường {site % WARDS + 1}",
        detail=chance.choice(_SAID),
        rule_id=rule,
        is_drill=is_drill,
        owner=chance.choice(OFFICERS) if state is not State.NEW and number % 3 == 0 else "",
        verdict=chance.choice(list(Verdict)) if state is State.CLOSED else None,
        reason=chance.choice(_REASONS) if state is State.CLOSED else "",
        acknowledged_s=seen_s,
        acknowledged_by=chance.choice(OFFICERS) if seen_s else "",
        closed_s=seen_s if state is State.CLOSED else None,
        alarm_id=number,
    )


def _activities(chance: random.Random, alarm: Alarm) -> Iterator[Activity]:
    yield Activity(alarm.alarm_id, alarm.began_s, Deed.BEGAN, State.NEW)
    number = alarm.alarm_id
    note = RARE_NOTE if number % _RARE_EVERY == _RARE_EVERY // 2 else chance.choice(_NOTES) if number % 5 == 0 else ""
    if note:
        yield Activity(number, alarm.last_s, Deed.NOTED, State.IN_PROGRESS, chance.choice(OFFICERS), note)
    if not alarm.is_open:
        yield Activity(number, alarm.last_s, Deed.CLOSED, State.CLOSED, alarm.acknowledged_by, alarm.reason)
