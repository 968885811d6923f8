"""Officers work with alarms that are on the disk before anybody sees them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.model.alarms.town import CHO, TOWN, T
from tests.services.alarms.alarm_room import WAIT_S, AlarmRoom, alarm_room, said
from tests.store.full_disk import filled_up
from wall.model.alarm_events import AlarmRulesChanged
from wall.model.alarms.action import Acknowledge, Check, Close, Hold, Note, Reopen, Take
from wall.model.alarms.activity import Deed
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.finding import AlarmFilter
from wall.model.alarms.mute import Mute
from wall.model.alarms.rule import Concern, Merging, Rule
from wall.model.alarms.signal import Phase, Source
from wall.model.alarms.state import State, Verdict
from wall.model.alarms.usual_rules import USUAL_RULES
from wall.model.alarms.workflow import Refusal
from wall.model.errors import StoreError
from wall.model.events import WorkFailed
from wall.model.inventory import Inventory
from wall.store.alarm_store import AlarmStore
from wall.store.database import Database
from wall.ui.alarms.port import AlarmsPort

CLOSE = Close(Verdict.FALSE, "mèo hoang")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "citywall.db"


@pytest.fixture
def room(path: Path) -> Iterator[AlarmRoom]:
    with alarm_room(path) as room:
        yield room


def line(room: AlarmRoom, *cameras: int) -> list[Alarm]:
    """Somebody crosses the line of each; the alarms by camera."""
    room.say(*(said("line", camera_id, room.now_s) for camera_id in cameras))
    return sorted(room.desk.open_alarms(), key=lambda alarm: alarm.camera_id)


def test_the_desk_is_what_the_console_asks_for(room: AlarmRoom) -> None:
    port: AlarmsPort = room.desk
    assert port.operator == "An"
    assert [replace(rule, rule_id=0) for rule in port.rules()] == sorted(USUAL_RULES, key=lambda rule: rule.priority)


def test_what_is_shown_is_on_the_disk_already(path: Path) -> None:
    kept: list[bool] = []
    with alarm_room(path) as room:
        note = room.desk._intake._publish

        def look(event: object) -> None:
            """Another program sees it in the file at the moment in which it is told of."""
            other = Database(path)
            kept.append(AlarmStore(other).alarm(event.alarms[0].alarm_id) == event.alarms[0])  # type: ignore[attr-defined]
            other.close()
            note(event)  # type: ignore[arg-type]

        room.desk._intake._publish = look
        (alarm,) = line(room, 1)
        room.act(Take(), alarm)
    assert kept == [True, True]


def test_the_most_urgent_first_and_what_nobody_has_seen_before_the_rest(room: AlarmRoom) -> None:
    room.say(said("line", 1), said("line", 4), said("tamper", 5, 0.0, Phase.BEGINS))
    room.pass_time(5.0)
    room.desk.panic(6).result(WAIT_S)
    seen = next(alarm for alarm in room.desk.open_alarms() if alarm.camera_id == 4)
    room.act(Acknowledge(), seen)
    assert [(each.kind, each.camera_id) for each in room.desk.open_alarms()] == [
        ("panic", 6),
        ("tamper", 5),
        ("line", 1),
        ("line", 4),
    ]


def test_an_alarm_from_its_beginning_to_its_end_is_on_record(room: AlarmRoom) -> None:
    (alarm,) = line(room, 1)
    for action in (Acknowledge(), Note("xe tải trắng", b"jpeg"), Check(0, text="gọi tổ tuần tra"), CLOSE):
        room.pass_time(1.0)
        assert room.act(action, alarm) == {}
    told = room.desk.activity(alarm.alarm_id).result(WAIT_S)
    assert [(each.deed, each.who) for each in told] == [
        (Deed.BEGAN, ""),
        (Deed.ACKNOWLEDGED, "An"),
        (Deed.NOTED, "An"),
        (Deed.CHECKED, "An"),
        (Deed.CLOSED, "An"),
    ]
    assert room.desk.picture(told[2].activity_id).result(WAIT_S) == b"jpeg"
    assert room.desk.open_alarms() == ()
    (found,) = room.history("tai trang meo")
    assert (found.state, found.acknowledged_s, found.closed_s) == (State.CLOSED, T + 1.0, T + 4.0)
    assert room.desk.alarm(alarm.alarm_id).result(WAIT_S) == found


def test_many_at_once_in_one_event_and_those_refused_say_why(room: AlarmRoom) -> None:
    one, two, four = line(room, 1, 4, 6)
    room.act(Take(), one)
    before = len(room.changed())
    refused = room.desk.act([one.alarm_id, two.alarm_id, four.alarm_id, 99], Acknowledge()).result(WAIT_S)
    assert refused == {one.alarm_id: Refusal.ALREADY, 99: Refusal.GONE}
    assert [len(alarms) for alarms in room.changed()[before:]] == [2]


def test_a_closed_alarm_is_opened_again(room: AlarmRoom) -> None:
    (alarm,) = line(room, 1)
    room.act(CLOSE, alarm)
    assert room.act(Reopen("doch"), alarm) == {}
    (again,) = room.desk.open_alarms()
    assert (again.state, again.owner) == (State.IN_PROGRESS, "An")
    line(room, 1)
    assert [each.count for each in room.desk.open_alarms()] == [2], "it is known as it was"


def test_what_cannot_be_kept_was_not_done(room: AlarmRoom) -> None:
    (alarm,) = line(room, 1)
    with filled_up(room.database):
        doing = room.desk.act([alarm.alarm_id], Note("x" * 10_000, bytes(200_000)))
        with pytest.raises(StoreError):
            doing.result(WAIT_S)
    assert any(isinstance(event, WorkFailed) for event in room.events)
    assert [each.deed for each in room.desk.activity(alarm.alarm_id).result(WAIT_S)] == [Deed.BEGAN]
    assert room.act(Acknowledge(), alarm) == {}


def test_whoever_is_at_the_desk_signs(room: AlarmRoom) -> None:
    (alarm,) = line(room, 1)
    room.operator = "Bình"
    room.act(Take(), alarm)
    room.operator = "Chi"
    assert room.desk.open_alarms()[0].owner == "Bình"
    assert [each.who for each in room.desk.activity(alarm.alarm_id).result(WAIT_S)] == ["", "Bình"]


# -- time


def test_nobody_reacts_and_it_is_escalated_step_by_step(room: AlarmRoom) -> None:
    room.desk.panic(1).result(WAIT_S)
    levels = []
    for _ in range(4):
        room.pass_time(29.0)
        levels.append(room.desk.open_alarms()[0].level)
    assert levels == [0, 1, 1, 2]
    room.act(Acknowledge(), room.desk.open_alarms()[0])
    room.pass_time(1000.0)
    assert room.desk.open_alarms()[0].level == 2


def test_on_hold_until_its_time(room: AlarmRoom) -> None:
    (alarm,) = line(room, 1)
    room.act(Take(), alarm)
    room.act(Hold(T + 3600.0, "chủ nhà về lúc 5 giờ"), alarm)
    room.pass_time(3599.0)
    assert room.desk.open_alarms()[0].state is State.ON_HOLD
    room.pass_time(1.0)
    (again,) = room.desk.open_alarms()
    assert (again.state, again.owner) == (State.IN_PROGRESS, "An")


# -- rules


def test_a_rule_holds_from_the_moment_in_which_it_is_kept(room: AlarmRoom) -> None:
    room.say(said("motion", 4, 0.0))
    assert room.desk.open_alarms() == ()
    kept = room.desk.save_rule(Rule("đêm", Concern(kinds=frozenset({"motion"})), 2)).result(WAIT_S)
    room.say(said("motion", 4, 100.0))
    (alarm,) = room.desk.open_alarms()
    assert alarm.rule_id == kept.rule_id and room.desk.rule(kept.rule_id) == kept
    room.desk.remove_rule(kept.rule_id).result(WAIT_S)
    room.say(said("motion", 4, 200.0))
    assert len(room.desk.open_alarms()) == 1 and room.desk.rule(kept.rule_id) is None
    assert len([event for event in room.events if isinstance(event, AlarmRulesChanged)]) == 2


def test_a_rule_is_tried_on_what_was_said_before(room: AlarmRoom) -> None:
    room.only_rules()
    for hour in range(30):
        walk = [said("motion", 4, hour * 3600.0 + second) for second in range(0, 60, 2)]
        room.say(*walk, said("motion", 1, hour * 3600.0), said("line", 4, hour * 3600.0 + 5.0))
    rule = Rule("thử", Concern(kinds=frozenset({"motion"}), cameras=frozenset({4})), is_on=False)
    tried = room.desk.try_rule(rule, T + 9.5 * 3600.0).result(WAIT_S)
    assert (tried.alarms, tried.signals) == (20, 600)
    asked = replace(rule, merging=Merging(dwell_s=120.0))
    assert room.desk.try_rule(asked, T).result(WAIT_S).alarms == 0
    assert room.desk.open_alarms() == () and not room.history()


def test_a_try_knows_what_its_kinds_mean_besides(room: AlarmRoom) -> None:
    room.only_rules()
    room.say(*(said(kind, camera_id, 50.0) for camera_id, kind in ((1, "moved"), (4, "blinded"), (5, "black"))))
    tried = room.desk.try_rule(Rule("thử", Concern(kinds=frozenset({"scene"}))), T).result(WAIT_S)
    assert (tried.alarms, tried.signals) == (2, 2)


def test_how_far_back_the_log_goes_is_told(room: AlarmRoom) -> None:
    room.say(said("motion", 4, 50.0))
    tried = room.desk.try_rule(Rule("thử"), T - 1e6).result(WAIT_S)
    assert (tried.alarms, tried.since_s) == (1, T + 50.0)


def test_a_try_that_is_cancelled_ends_and_harms_nothing(room: AlarmRoom) -> None:
    room.say(*(said("motion", 4, float(each)) for each in range(2000)))
    trying = room.desk.try_rule(Rule("thử"), T)
    trying.cancel()
    room.settle()
    assert len(line(room, 1)) == 1


# -- mutes


def test_muted_until_it_ends_by_itself(room: AlarmRoom) -> None:
    kept = room.desk.mute(Mute(4, 0, T + 600.0, "cành cây trong gió")).result(WAIT_S)
    assert (kept.who, kept.from_s) == ("An", T)
    assert line(room, 4) == []
    assert room.desk.mutes() == (kept,)
    room.pass_time(601.0)
    room.settle()
    assert room.desk.mutes() == ()
    assert [alarm.camera_id for alarm in line(room, 4)] == [4]


def test_that_a_mute_has_ended_is_told_at_once(room: AlarmRoom) -> None:
    """Who looks at a camera is told of it: a second later, not with the next look at what is old."""
    room.pass_time(1.0)
    kept = room.desk.mute(Mute(4, 0, T + 4.0, "sửa")).result(WAIT_S)
    room.pass_time(2.0)
    room.pass_time(1.0)
    told = [event.mutes for event in room.events if isinstance(event, AlarmRulesChanged)]
    assert (room.desk.mutes(), told[-2:]) == ((), [(kept,), ()])


def test_a_mute_is_ended_by_hand(room: AlarmRoom) -> None:
    kept = room.desk.mute(Mute(0, CHO, T + 600.0, "lễ hội")).result(WAIT_S)
    room.pass_time(1.0)
    room.desk.unmute(kept.mute_id).result(WAIT_S)
    room.pass_time(1.0)
    assert len(line(room, 4)) == 1


# -- the rest


def test_it_goes_on_after_a_restart(path: Path) -> None:
    with alarm_room(path) as room:
        one, _ = line(room, 1, 4)
        room.act(Take(), one)
        kept = room.desk.mute(Mute(6, 0, T + 600.0, "sửa")).result(WAIT_S)
        room.say(said("tamper", 5, 0.0, Phase.BEGINS))
    with alarm_room(path) as room:
        assert [(each.camera_id, each.state) for each in room.desk.open_alarms()] == [
            (4, State.NEW),
            (1, State.IN_PROGRESS),
        ]
        assert room.desk.mutes() == (kept,)
        room.pass_time(4.0)
        tampered = room.desk.open_alarms()[0]
        assert (tampered.kind, tampered.camera_id, tampered.alarm_id) == ("tamper", 5, 3), "it waited whether it lasts"


def test_a_camera_that_is_new_has_its_place(room: AlarmRoom) -> None:
    room.desk.follow(Inventory(TOWN.sites, (), (replace(TOWN.cameras[0], name="Mới", camera_id=9),)))
    room.settle()
    assert [alarm.name for alarm in line(room, 9)] == ["Mới"]


def test_the_history_is_asked_with_filters(room: AlarmRoom) -> None:
    line(room, 1, 4, 6)
    found = room.desk.history(AlarmFilter(site_id=CHO), "cho").result(WAIT_S)
    assert [alarm.camera_id for alarm in found] == [4]


def test_the_panic_key_works_without_any_camera_and_says_whose_it_was(room: AlarmRoom) -> None:
    room.desk.panic().result(WAIT_S)
    (alarm,) = room.desk.open_alarms()
    assert (alarm.priority, alarm.source, alarm.detail, alarm.camera_id) == (1, Source.PANIC, "An", 0)
