"""Alarms are kept whole or not at all, their record is only added to, and they are found whatever is asked for."""

from __future__ import annotations

import random
import sqlite3
import time
from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from tests.store.alarm_shapes import ALARMS
from tests.store.full_disk import filled_up
from wall.model.alarms import kinds
from wall.model.alarms.activity import Activity, Deed
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.finding import EVERYTHING, AlarmFilter
from wall.model.alarms.outcome import Filed, Outcome
from wall.model.alarms.signal import Fate, Phase, Signal, Source
from wall.model.alarms.state import State, Verdict
from wall.model.errors import StoreError
from wall.model.fold import fold
from wall.model.tile import Cause
from wall.services.alarms.ports import KeepsAlarms
from wall.store.alarm_store import AlarmStore
from wall.store.database import Database

T = 1_800_000_000.0
LONG_WORDS = ("intrusio", "intrusiond", "intrusiondetector", "intrusiondetector 2", "intrusiondetectors")
KINDS = ("line", "people", "vehicle fire", "scene", "moved")


@pytest.fixture
def store(database: Database) -> KeepsAlarms:
    return AlarmStore(database)


def alarm(alarm_id: int, **more: object) -> Alarm:
    told = {"kind": "line", "camera_id": 7, "began_s": T + alarm_id, "last_s": T + alarm_id, "site": "Ngã Sáu"}
    return Alarm(**{**told, "cameras": (7,), "alarm_id": alarm_id, **more})  # type: ignore[arg-type]


def of(*alarms: Alarm, activities: tuple[Activity, ...] = ()) -> Outcome:
    return Outcome(alarms={each.alarm_id: each for each in alarms}, activities=list(activities))


def note(alarm_id: int, text: str, deed: Deed = Deed.NOTED, **more: object) -> Activity:
    return Activity(alarm_id, T, deed, State.NEW, "Nguyễn An", text, **more)  # type: ignore[arg-type]


def filed(signal_id: int, fate: Fate = Fate.UNWANTED, **more: object) -> tuple[int, Filed]:
    told = {"source": Source.ONVIF, "kind": "line", "camera_id": 7, "at_s": T + signal_id, **more}
    return signal_id, Filed(Signal(**told), fate)  # type: ignore[arg-type]


def ids(store: KeepsAlarms, text: str = "", asked: AlarmFilter = EVERYTHING, **more: object) -> list[int]:
    return [each.alarm_id for each in store.find(asked, text, **more)]  # type: ignore[arg-type]


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(told=ALARMS)
def test_an_alarm_comes_back_as_it_was(store: KeepsAlarms, told: Alarm) -> None:
    kept = replace(told, alarm_id=store.last_ids()[0] + 1)
    store.keep(of(kept))
    assert store.alarm(kept.alarm_id) == kept


def test_the_same_alarm_later_takes_its_place(store: KeepsAlarms) -> None:
    store.keep(of(alarm(1)))
    store.keep(of(alarm(1, count=5, state=State.CLOSED, verdict=Verdict.REAL)))
    (kept,) = store.find(EVERYTHING)
    assert (kept.count, kept.state, kept.verdict) == (5, State.CLOSED, Verdict.REAL)


def test_where_the_program_left_off(store: KeepsAlarms, database: Database) -> None:
    outcome = of(alarm(1, state=State.CLOSED), alarm(2), alarm(3, state=State.ON_HOLD, hold_until_s=T + 9))
    outcome.filed = dict((filed(8), filed(9, Fate.WAITING, phase=Phase.BEGINS, topic="a", detail="b", told_s=5.0)))
    store.keep(outcome)
    with closing(Database(database.path)) as again:
        kept = AlarmStore(again).load()
    assert [each.alarm_id for each in kept.open_alarms] == [2, 3]
    assert kept.waiting == ((9, outcome.filed[9].signal),)
    assert (kept.last_alarm, kept.last_signal) == (3, 9)


def test_what_waited_has_its_fate_at_last(store: KeepsAlarms) -> None:
    store.keep(Outcome(filed=dict((filed(1, Fate.WAITING),))))
    store.keep(Outcome(refiled={1: (Fate.ALARM, 4)}))
    assert store.load().waiting == ()


def test_nothing_of_it_is_kept_where_the_disk_is_full(store: KeepsAlarms, database: Database) -> None:
    store.keep(of(alarm(1)))
    large = [note(2, "x" * 9000) for _ in range(50)]
    with filled_up(database), pytest.raises(StoreError) as told:
        store.keep(of(alarm(1, count=9), alarm(2), activities=tuple(large)))
    assert told.value.cause is Cause.DISK_FULL
    assert [each.count for each in store.find(EVERYTHING)] == [1]
    assert store.activity(2) == ()


def test_what_was_done_comes_back_in_its_order_with_its_picture(store: KeepsAlarms) -> None:
    store.keep(of(alarm(1), activities=(Activity(1, T, Deed.BEGAN, State.NEW), note(1, "white van"))))
    store.keep(of(activities=(note(1, "its plate", has_picture=True),)), b"jpeg")
    told = store.activity(1)
    assert [(each.deed, each.text) for each in told] == [
        (Deed.BEGAN, ""),
        (Deed.NOTED, "white van"),
        (Deed.NOTED, "its plate"),
    ]
    assert [store.picture(each.activity_id) for each in told] == [b"", b"", b"jpeg"]


@pytest.mark.parametrize("spoil", ["update alarm_activity set text = 'x'", "delete from alarm_activity"])
def test_the_record_of_what_was_done_is_only_added_to(store: KeepsAlarms, database: Database, spoil: str) -> None:
    store.keep(of(alarm(1), activities=(note(1, "white van"),)))
    with closing(sqlite3.connect(database.path)) as stranger, pytest.raises(sqlite3.IntegrityError, match="only added"):
        stranger.execute(spoil)
    assert [each.text for each in store.activity(1)] == ["white van"]


def test_what_a_source_says_twice_is_known(store: KeepsAlarms) -> None:
    store.keep(Outcome(filed=dict((filed(1, key="a", source=Source.MQTT), filed(2), filed(3)))))
    asked = [(Source.MQTT, "a"), (Source.WEBHOOK, "a"), (Source.MQTT, "b"), (Source.ONVIF, "")]
    assert store.known(asked) == {(Source.MQTT, "a")}


# -- finding


def test_found_by_what_people_wrote_and_what_it_became(store: KeepsAlarms) -> None:
    store.keep(of(alarm(1, name="Cổng chợ"), alarm(2), activities=(note(1, "xe tải trắng"), note(1, "quay lại"))))
    assert ids(store, "tai trang") == ids(store, "quay") == ids(store, "cong nguyen") == [1]
    assert ids(store, "nga sau") == [2, 1]
    store.keep(of(alarm(2, reason="mèo hoang", owner="Bình")))
    assert ids(store, "meo") == ids(store, "binh sau") == [2]
    store.keep(of(alarm(2, name="Khác")))
    assert ids(store, "meo") == [], "what it is not any more does not find it"
    assert ids(store, "xe khong") == []


def test_more_long_words_than_can_be_named_are_found_all_the_same(store: KeepsAlarms) -> None:
    store.keep(of(*(alarm(number, detail=f"serialnumber{number}") for number in range(1, 302))))
    assert ids(store, "serialnumber", limit=1000) == list(range(301, 0, -1))
    assert ids(store, "serialnumber30") == [301, 300, 30]
    assert ids(store, "serialnumber999") == []


def test_a_talkative_source_does_not_drown_what_people_write(store: KeepsAlarms) -> None:
    talk = tuple(Activity(1, T, Deed.JOINED, State.NEW, text=f"word{number} " + "x" * 50) for number in range(5000))
    store.keep(of(alarm(1)))
    began_s = time.monotonic()
    store.keep(of(activities=(*talk, note(1, "xe tải"))))
    assert time.monotonic() - began_s < 5.0
    assert ids(store, "word3") == ids(store, "xe tai") == [1]
    assert ids(store, "word4999") == [] and len(store.activity(1)) == 5001


def test_signs_of_the_search_are_letters_like_others(store: KeepsAlarms) -> None:
    store.keep(of(alarm(1)))
    for strange in ('"', "#c7", "NEAR(", "a AND", "*", "-", "marks:", "c7"):
        assert ids(store, strange) in ([], [1])
    assert ids(store, "c7") == [], "a mark is no word"


def test_pages_go_on_where_the_last_one_ended(store: KeepsAlarms) -> None:
    store.keep(of(*(alarm(number, began_s=T + number // 3) for number in range(1, 26))))
    for text in ("", "sau"):
        seen: list[Alarm] = []
        while page := store.find(EVERYTHING, text, before=seen[-1] if seen else None, limit=7):
            assert len(page) <= 7
            seen += page
        assert [each.alarm_id for each in seen] == list(range(25, 0, -1))


def test_whatever_is_asked_for_those_are_found_that_are_so(store: KeepsAlarms) -> None:
    chance = random.Random(5)
    there = [_any_alarm(chance, number) for number in range(1, 401)]
    for start in range(0, 400, 100):
        store.keep(of(*there[start : start + 100]))
    for _ in range(300):
        asked, text = _any_filter(chance), chance.choice(("", "", "sau", "ng", "meo", "cho nhon", *LONG_WORDS))
        wanted = [each.alarm_id for each in reversed(there) if _is_so(each, asked, text)]
        assert ids(store, text, asked, limit=1000) == wanted, (asked, text)


def _any_alarm(chance: random.Random, number: int) -> Alarm:
    state = chance.choice(list(State))
    return alarm(
        number,
        kind=chance.choice(KINDS),
        camera_id=(first := chance.randint(1, 5)),
        cameras=(first, chance.randint(1, 12)),
        site_id=chance.randint(1, 3),
        site=chance.choice(("Ngã Sáu", "Chợ Nhớn")),
        detail=chance.choice(("IntrusionDetection", "IntrusionDetector 2", "intrusion", "intrusiondata")),
        priority=chance.randint(1, 5),
        state=state,
        verdict=chance.choice(list(Verdict)) if state is State.CLOSED else None,
        reason=chance.choice(("", "mèo")),
        owner=chance.choice(("", "Nguyễn An", "Bình")),
        rule_id=chance.randint(1, 3),
        is_drill=chance.random() < 0.2,
    )


def _any_filter(chance: random.Random) -> AlarmFilter:
    def some(values: object) -> frozenset[object]:
        return frozenset(chance.sample(list(values), chance.choice((0, 0, 1, 2))))  # type: ignore[call-overload]

    def one(*values: object) -> object:
        return chance.choice((None, None, None, *values))

    from_s = one(T + 50.0, T + 300.0)
    return AlarmFilter(
        some(State),  # type: ignore[arg-type]
        some(KINDS),  # type: ignore[arg-type]
        some(range(1, 6)),  # type: ignore[arg-type]
        some(Verdict),  # type: ignore[arg-type]
        one(1, 2, 11),  # type: ignore[arg-type]
        one(1, 2),  # type: ignore[arg-type]
        one(1, 2),  # type: ignore[arg-type]
        one("Nguyễn An") or "",  # type: ignore[arg-type]
        from_s,  # type: ignore[arg-type]
        one(T + 350.0),  # type: ignore[arg-type]
        one(True, False),  # type: ignore[arg-type]
    )


def _is_so(told: Alarm, asked: AlarmFilter, text: str) -> bool:
    words = {"": True, "sau": "Sáu" in told.site, "ng": "Ngã" in told.site or "Ng" in told.owner}
    words |= {"meo": bool(told.reason), "cho nhon": "Nhớn" in told.site}
    words |= {word: fold(told.detail).startswith(word) for word in LONG_WORDS}
    sets = (
        (asked.states, told.state),
        (kinds.with_narrower(asked.kinds), told.kind),
        (asked.priorities, told.priority),
    )
    singles = ((asked.site_id, told.site_id), (asked.rule_id, told.rule_id), (asked.drills, told.is_drill))
    return (
        words[text]
        and all(not wanted or is_ in wanted for wanted, is_ in (*sets, (asked.verdicts, told.verdict)))
        and all(wanted is None or is_ == wanted for wanted, is_ in singles)
        and (asked.camera_id is None or asked.camera_id in (told.camera_id, *told.cameras))
        and asked.owner in ("", told.owner)
        and (asked.from_s or 0) <= told.began_s < (asked.to_s or 1e12)
    )


# -- the log


def test_the_log_is_read_from_a_time_on(store: KeepsAlarms) -> None:
    store.keep(Outcome(filed=dict(filed(number) for number in (3, 4, 9, 20, 21))))
    for from_s in range(25):
        found = [key for key, _ in store.signals(store.last_before(T + from_s), 100)]
        assert found == [key for key in (3, 4, 9, 20, 21) if key >= from_s]
    assert [key for key, _ in store.signals(3, 6)] == [4, 9], "no further than so many"
    store.keep(Outcome(filed=dict((filed(22, kind="tamper"),))))
    assert [key for key, _ in store.signals(0, 100, {"tamper", "lost"})] == [22]


def test_old_signals_go_a_few_at_a_time_and_what_waits_stays(database: Database) -> None:
    store = AlarmStore(database)
    assert store.forget_signals(T) == 0
    fates = {2: Fate.WAITING}
    store.keep(Outcome(filed=dict(filed(number, fates.get(number, Fate.ALARM)) for number in range(1, 41))))
    while store.forget_signals(T + 20.0, at_once=7):
        pass
    assert [key for key, _ in store.signals(0, 100)] == [2, *range(20, 41)]
    while store.forget_signals(0.0, most=5, at_once=7):
        pass
    assert [key for key, _ in store.signals(0, 100)] == [2, *range(36, 41)]


def test_a_damaged_row_is_still_an_alarm(store: KeepsAlarms, database: Database) -> None:
    store.keep(of(alarm(1)))
    with database.transaction() as tables:
        tables.execute("update alarm set state = 'ODD', source = 'MARS', cameras = '{', verdict = 'NONE'")
    (kept,) = store.load().open_alarms
    assert (kept.state, kept.source, kept.cameras, kept.verdict) == (State.NEW, Source.WALL, (), None)
