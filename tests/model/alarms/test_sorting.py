"""What becomes of signals: one walk is one alarm, a flood is a growing count, and what must last is waited for."""

from dataclasses import replace

import pytest

from tests.model.alarms.town import CHO, NGA_SAU, TOWN, T, begins, ends, motion, rule, sorter
from wall.model.alarms import kinds
from wall.model.alarms.activity import Deed
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.mute import Mute
from wall.model.alarms.outcome import Outcome
from wall.model.alarms.rule import Reach
from wall.model.alarms.signal import Fate, Phase, Signal, Source
from wall.model.alarms.sorting import Sorter, Start
from wall.model.alarms.state import State, Verdict
from wall.model.alarms.usual_rules import USUAL_RULES
from wall.model.inventory import Inventory


def open_ones(where: Sorter) -> list[Alarm]:
    return sorted(where.cases.alarms, key=lambda alarm: alarm.alarm_id)


def fates(outcome: Outcome) -> list[Fate]:
    return [filed.fate for filed in outcome.filed.values()]


def close(where: Sorter, alarm: Alarm) -> None:
    where.cases.alarms.put(replace(alarm, state=State.CLOSED, verdict=Verdict.FALSE, closed_s=T))


def test_a_signal_that_a_rule_asks_for_is_an_alarm_with_its_place() -> None:
    town = sorter(rule("motion", priority=2, rule_id=8))
    outcome = town.sort([motion(1, 0.0)])
    (alarm,) = outcome.alarms.values()
    assert (alarm.alarm_id, alarm.kind, alarm.camera_id, alarm.priority, alarm.rule_id) == (1, "motion", 1, 2, 8)
    assert (alarm.number, alarm.name, alarm.site, alarm.ward) == (1, "Ngã Sáu 1", "Ngã Sáu", "Kinh Bắc")
    assert (alarm.began_s, alarm.raised_s, alarm.count, alarm.state) == (T, T, 1, State.NEW)
    assert [filed.alarm_id for filed in outcome.filed.values()] == [1]
    assert [each.deed for each in outcome.activities] == [Deed.BEGAN]


def test_what_no_rule_asks_for_is_kept_and_makes_nothing() -> None:
    town = sorter(rule("line"))
    outcome = town.sort([motion(1, 0.0)])
    assert (fates(outcome), outcome.alarms) == ([Fate.UNWANTED], {})


def test_one_walk_past_three_detectors_and_three_cameras_is_one_alarm() -> None:
    town = sorter(rule("motion", "line", "people", reach=Reach.NEIGHBOURS, quiet_s=30.0))
    walk = [
        begins(1, 0.0),
        motion(1, 1.0, "people"),
        motion(1, 2.0, "line"),
        ends(1, 8.0),
        begins(2, 15.0),
        motion(2, 16.0, "line"),
        ends(2, 20.0),
        motion(3, 40.0, "people"),
    ]
    town.sort(walk)
    (alarm,) = open_ones(town)
    assert (alarm.count, alarm.cameras, alarm.last_s) == (6, (1, 2, 3), T + 40.0)


@pytest.mark.parametrize("source", [Source.ONVIF, Source.MQTT, Source.WEBHOOK])
def test_one_walk_is_one_alarm_whoever_tells_of_it(source: Source) -> None:
    """By the rules that a wall begins with: other systems watch neighbouring cameras, too."""
    rules = [replace(each, rule_id=place) for place, each in enumerate(USUAL_RULES, 1)]
    town = sorter(*rules)
    town.sort(replace(motion(camera, camera * 20.0, "people"), source=source) for camera in (1, 2, 3))
    (alarm,) = open_ones(town)
    assert (alarm.count, alarm.cameras) == (3, (1, 2, 3))


@pytest.mark.parametrize(("kind", "priority"), [("fire", 2), ("smoke", 2), ("parcel", 3)])
def test_a_fire_that_another_system_reports_is_urgent(kind: str, priority: int) -> None:
    """By the rules that a wall begins with: what is of priority 3 neither rings nor pops up."""
    town = sorter(*(replace(each, rule_id=place) for place, each in enumerate(USUAL_RULES, 1)))
    town.sort([replace(motion(1, 0.0, kind), source=Source.WEBHOOK)])
    assert [alarm.priority for alarm in open_ones(town)] == [priority]


def test_somebody_else_far_away_or_later_is_another_alarm() -> None:
    town = sorter(rule("motion", reach=Reach.NEIGHBOURS, quiet_s=30.0))
    town.sort([motion(1, 0.0), motion(4, 1.0), motion(1, 60.0)])
    assert [alarm.camera_id for alarm in open_ones(town)] == [1, 4, 1]


def test_neighbours_are_others_where_the_rule_reaches_one_camera_only() -> None:
    town = sorter(rule("motion"))
    town.sort([motion(1, 0.0), motion(2, 1.0)])
    assert len(open_ones(town)) == 2


def test_a_whole_site_is_one_where_the_rule_says_so() -> None:
    town = sorter(rule("motion", reach=Reach.SITE))
    town.sort([motion(1, 0.0), motion(3, 1.0), motion(4, 2.0)])
    assert [alarm.site_id for alarm in open_ones(town)] == [NGA_SAU, CHO]


def test_a_more_urgent_rule_raises_the_alarm_that_there_is() -> None:
    town = sorter(rule("motion", priority=4, rule_id=1), rule("line", priority=2, rule_id=2))
    outcome = town.sort([motion(1, 0.0), motion(1, 1.0, "line")])
    (alarm,) = open_ones(town)
    assert (alarm.priority, alarm.rule_id, alarm.count) == (2, 2, 2)
    assert [each.deed for each in outcome.activities] == [Deed.BEGAN, Deed.CLEARER, Deed.RAISED]


def test_an_alarm_is_called_by_what_tells_most_of_it() -> None:
    """A motion that goes on for minutes is open still when somebody crosses the line in it."""
    town = sorter(rule("motion", "people", "line"))
    crossed = replace(motion(1, 120.0, "line"), detail="Cổng sau")
    outcome = town.sort([begins(1, 0.0), motion(1, 60.0, "people"), crossed, motion(1, 121.0, "people")])
    (alarm,) = open_ones(town)
    assert (alarm.kind, alarm.detail, alarm.count) == ("line", "Cổng sau", 4)
    told = [each.text for each in outcome.activities if each.deed is Deed.CLEARER]
    assert told == ["people", "line"]


def test_what_comes_after_it_was_closed_is_a_new_alarm() -> None:
    town = sorter(rule("motion"))
    town.sort([motion(1, 0.0)])
    close(town, open_ones(town)[0])
    town.sort([motion(1, 1.0)])
    assert [alarm.alarm_id for alarm in open_ones(town)] == [2]


def test_a_state_told_again_just_after_its_alarm_was_closed_is_no_news_but_later_it_is() -> None:
    town = sorter(rule("tamper", quiet_s=30.0))
    town.sort([begins(1, 0.0, "tamper")])
    close(town, open_ones(town)[0])
    assert fates(town.sort([begins(1, 10.0, "tamper")])) == [Fate.KNOWN]
    assert fates(town.sort([begins(1, 300.0, "tamper")])) == [Fate.ALARM], "its end may have been lost"


# -- dwell and hysteresis


def test_what_does_not_last_is_no_alarm() -> None:
    town = sorter(rule("tamper", dwell_s=5.0))
    assert fates(town.sort([begins(1, 0.0, "tamper"), ends(1, 2.0, "tamper")])) == [Fate.WAITING, Fate.WAITING]
    outcome = town.pass_time(T + 10.0)
    assert outcome.refiled == {1: (Fate.BRIEF, 0), 2: (Fate.ENDED, 0)}
    assert open_ones(town) == []


def test_what_lasts_is_an_alarm_as_soon_as_it_has_lasted() -> None:
    town = sorter(rule("tamper", dwell_s=5.0))
    town.sort([begins(1, 0.0, "tamper")])
    assert town.pass_time(T + 4.0).is_empty
    outcome = town.pass_time(T + 5.0)
    (alarm,) = outcome.alarms.values()
    assert (alarm.began_s, alarm.raised_s, alarm.lasts) == (T, T + 5.0, True)
    assert outcome.refiled == {1: (Fate.ALARM, 1)}


def test_what_lasted_long_enough_is_an_alarm_though_time_was_not_told_of_meanwhile() -> None:
    town = sorter(rule("tamper", dwell_s=5.0))
    outcome = town.sort([begins(1, 0.0, "tamper"), ends(1, 20.0, "tamper")])
    assert fates(outcome) == [Fate.ALARM, Fate.ENDED]
    (alarm,) = open_ones(town)
    assert (alarm.lasts, alarm.ended_s) == (False, T + 20.0)


def test_a_short_break_is_none() -> None:
    town = sorter(rule("tamper", dwell_s=5.0, hysteresis_s=3.0))
    town.sort([begins(1, 0.0, "tamper"), ends(1, 2.0, "tamper"), begins(1, 4.0, "tamper")])
    assert len(town.pass_time(T + 5.5).alarms) == 1


def test_pulses_that_come_again_and_again_last() -> None:
    town = sorter(rule("motion", dwell_s=5.0, hysteresis_s=3.0))
    town.sort([motion(1, each) for each in (0.0, 2.0, 4.0)])
    assert open_ones(town) == []
    town.sort([motion(1, 6.0)])
    (alarm,) = open_ones(town)
    assert alarm.count == 4


def test_two_inputs_of_one_camera_end_each_by_itself() -> None:
    town = sorter(rule("input"))
    town.sort([begins(1, 0.0, "input", "door"), begins(1, 1.0, "input", "gate"), ends(1, 2.0, "input", "door")])
    (alarm,) = open_ones(town)
    assert alarm.lasts, "the gate is open still"
    town.sort([ends(1, 3.0, "input", "gate")])
    assert not open_ones(town)[0].lasts


def test_an_end_that_never_came_does_not_swallow_what_comes_hours_later() -> None:
    town = sorter(rule("motion"))
    town.sort([begins(1, 0.0), begins(1, 7200.0)])
    assert len(open_ones(town)) == 2


# -- floods


def test_a_flood_of_one_camera_is_a_count_that_grows() -> None:
    town = sorter(rule("motion", quiet_s=1.0, flood_camera=10, flood_s=600.0))
    town.sort([motion(1, each * 5.0) for each in range(40)])
    *single, flood = open_ones(town)
    assert len(single) == 10 and not any(alarm.is_flood for alarm in single)
    assert (flood.is_flood, flood.count, flood.camera_id) == (True, 30, 1)


def test_a_flood_of_a_site_is_one_line_and_other_sites_are_heard() -> None:
    town = sorter(rule("motion", quiet_s=1.0, flood_camera=0, flood_site=5))
    town.sort([motion(1 + each % 3, each * 5.0) for each in range(20)])
    flood = open_ones(town)[-1]
    assert (flood.is_flood, flood.camera_id, flood.site_id, flood.count) == (True, 0, NGA_SAU, 15)
    town.sort([motion(4, 101.0)])
    assert not open_ones(town)[-1].is_flood


def test_a_flood_of_ever_other_words_is_a_few_lines_and_counts_every_message() -> None:
    """Another system may put into its word for what happened whatever it likes: the number of the message, say."""
    town = sorter(rule(flood_camera=10, flood_site=0))
    outcome = town.sort([motion(1, each * 0.2, f"zone {each}") for each in range(300)])
    alarms = open_ones(town)
    floods = [alarm for alarm in alarms if alarm.is_flood]
    assert len(alarms) - len(floods) == 10
    assert [(alarm.kind, alarm.count) for alarm in floods] == [
        ("zone 10", 1),
        ("zone 11", 1),
        ("zone 12", 1),
        (kinds.SEVERAL, 287),
    ]
    assert len(outcome.activities) == 10 + 2 * 4, "the log does not grow with it"
    town.sort([motion(1, 61.0, "zone 11"), motion(2, 62.0, "zone 300")])
    assert next(alarm.count for alarm in open_ones(town) if alarm.kind == "zone 11") == 2
    assert not open_ones(town)[-1].is_flood, "of another camera"


def test_a_flood_hides_nothing_of_another_rule() -> None:
    town = sorter(rule("motion", quiet_s=1.0, flood_camera=3), rule("tamper", priority=1, rule_id=2))
    town.sort([motion(1, each * 5.0) for each in range(20)])
    outcome = town.sort([motion(1, 100.0, "tamper")])
    (alarm,) = outcome.alarms.values()
    assert (alarm.kind, alarm.is_flood) == ("tamper", False)


def test_after_a_flood_alarms_are_single_again() -> None:
    town = sorter(rule("motion", quiet_s=1.0, flood_camera=3, flood_s=60.0))
    town.sort([motion(1, each * 5.0) for each in range(20)])
    outcome = town.pass_time(T + 300.0)
    assert [alarm.lasts for alarm in outcome.alarms.values() if alarm.is_flood] == [False]
    (alarm,) = town.sort([motion(1, 400.0)]).alarms.values()
    assert not alarm.is_flood


# -- mutes


MUTE = Mute(1, 0, T + 100.0, "a branch in the wind", from_s=T)


def test_what_is_muted_is_kept_and_not_heard() -> None:
    town = sorter(rule("motion"), start=Start(mutes=(MUTE,)))
    assert fates(town.sort([motion(1, 0.0), motion(2, 1.0)])) == [Fate.MUTED, Fate.ALARM]


def test_a_state_that_outlasts_its_mute_is_heard_then() -> None:
    town = sorter(rule("tamper"), start=Start(mutes=(MUTE,)))
    town.sort([begins(1, 50.0, "tamper")])
    assert town.pass_time(T + 99.0).is_empty
    assert len(town.pass_time(T + 100.0).alarms) == 1


def test_a_state_that_ends_within_its_mute_is_not() -> None:
    town = sorter(rule("tamper"), start=Start(mutes=(MUTE,)))
    town.sort([begins(1, 50.0, "tamper"), ends(1, 60.0, "tamper")])
    assert town.pass_time(T + 70.0).refiled[1] == (Fate.MUTED, 0)
    assert town.pass_time(T + 200.0).is_empty


def test_a_mute_of_a_site_mutes_its_cameras_and_never_the_panic_key() -> None:
    mute = Mute(0, NGA_SAU, T + 100.0, "road works", from_s=T)
    town = sorter(rule(), start=Start(mutes=(mute,)))
    panic = Signal(Source.PANIC, "panic", 1, T + 1.0)
    assert fates(town.sort([motion(3, 0.0), motion(4, 0.0), panic])) == [Fate.MUTED, Fate.ALARM, Fate.ALARM]


@pytest.mark.parametrize(("camera_id", "site_id", "reason"), [(1, 0, " "), (0, 0, "x"), (1, 1, "x")])
def test_a_mute_says_of_what_and_why(camera_id: int, site_id: int, reason: str) -> None:
    with pytest.raises(ValueError, match="mute"):
        Mute(camera_id, site_id, T, reason)


# -- outages


def outage(at_s: float, phase: Phase = Phase.BEGINS) -> Signal:
    return Signal(Source.WALL, "outage", 0, T + at_s, phase, site_id=NGA_SAU)


def test_one_notice_for_an_outage() -> None:
    town = sorter(rule("lost"), rule("outage", priority=2, rule_id=2))
    town.sort([begins(each, 0.0, "lost") for each in (1, 2, 4)])
    town.sort([outage(5.0), begins(3, 6.0, "lost")])
    elsewhere, site = open_ones(town)
    assert (elsewhere.camera_id, elsewhere.kind) == (4, "lost")
    assert (site.kind, site.count, site.cameras) == ("outage", 2, (3,))
    town.sort([outage(60.0, Phase.ENDS)])
    assert not open_ones(town)[1].lasts


def test_a_camera_that_stays_lost_after_the_outage_is_an_alarm_of_its_own() -> None:
    town = sorter(rule("lost", dwell_s=10.0), rule("outage", rule_id=2))
    town.sort([begins(each, 0.0, "lost") for each in (1, 2)])
    town.sort([outage(5.0)])
    town.pass_time(T + 20.0)
    town.sort([outage(60.0, Phase.ENDS), ends(1, 61.0, "lost")])
    outcome = town.pass_time(T + 71.0)
    assert [alarm.camera_id for alarm in outcome.alarms.values() if alarm.kind == "lost"] == [2]


def test_what_somebody_sees_to_is_not_folded_into_an_outage() -> None:
    town = sorter(rule("lost"), rule("outage", rule_id=2))
    town.sort([begins(1, 0.0, "lost")])
    town.cases.alarms.put(replace(open_ones(town)[0], state=State.IN_PROGRESS, owner="An"))
    town.sort([outage(5.0)])
    assert len(open_ones(town)) == 2


# -- drills, restarts, strangers


def test_a_drill_is_never_counted_for_a_real_alarm() -> None:
    town = sorter(rule("motion"))
    town.sort([motion(1, 0.0), replace(motion(1, 1.0), is_drill=True), motion(1, 2.0)])
    assert [(alarm.is_drill, alarm.count) for alarm in open_ones(town)] == [(False, 2), (True, 1)]


def test_what_waited_when_the_program_ended_is_waited_for_again() -> None:
    first = sorter(rule("tamper", dwell_s=30.0))
    waiting = [(1, begins(1, 0.0, "tamper")), (2, begins(2, 1.0, "tamper")), (3, ends(2, 2.0, "tamper"))]
    assert set(fates(first.sort([signal for _, signal in waiting]))) == {Fate.WAITING}
    again = sorter(rule("tamper", dwell_s=30.0), start=Start(last_signal=3))
    again.resume(waiting)
    outcome = again.pass_time(T + 40.0)
    assert [alarm.camera_id for alarm in outcome.alarms.values()] == [1]
    assert outcome.refiled[2] == (Fate.BRIEF, 0)


def test_a_state_told_anew_after_a_restart_is_the_alarm_that_there_is() -> None:
    first = sorter(rule("tamper", quiet_s=5.0))
    first.sort([begins(1, 0.0, "tamper")])
    again = sorter(rule("tamper", quiet_s=5.0), start=Start(open_alarms=open_ones(first), last_alarm=1, last_signal=1))
    assert fates(again.sort([begins(1, 900.0, "tamper")])) == [Fate.COUNTED]
    again.sort([ends(1, 950.0, "tamper")])
    (alarm,) = open_ones(again)
    assert (alarm.count, alarm.lasts, alarm.ended_s) == (2, False, T + 950.0)


def test_an_end_after_a_restart_ends_the_alarm() -> None:
    first = sorter(rule("tamper"))
    first.sort([begins(1, 0.0, "tamper")])
    again = sorter(rule("tamper"), start=Start(open_alarms=open_ones(first), last_alarm=1, last_signal=1))
    assert fates(again.sort([ends(1, 900.0, "tamper")])) == [Fate.ENDED]
    assert not open_ones(again)[0].lasts


def test_what_waits_for_a_rule_that_is_gone_waits_no_longer() -> None:
    town = sorter(rule("tamper", dwell_s=30.0))
    town.sort([begins(1, 0.0, "tamper")])
    assert town.set_rules(()).refiled == {1: (Fate.UNWANTED, 0)}
    assert town.pass_time(T + 60.0).is_empty


def test_a_camera_that_nobody_knows_has_an_alarm_all_the_same() -> None:
    town = sorter(rule("motion"))
    (alarm,) = town.sort([motion(999, 0.0)]).alarms.values()
    assert (alarm.camera_id, alarm.name, alarm.site_id) == (999, "", 0)


def test_two_messages_of_other_systems_in_one_alarm_are_both_told() -> None:
    town = sorter(rule("fire"))
    told = [Signal(Source.WEBHOOK, "fire", 0, T + each, detail=f"hall {each}") for each in (1, 2)]
    outcome = town.sort(told)
    assert [(each.deed, each.text) for each in outcome.activities] == [(Deed.BEGAN, ""), (Deed.JOINED, "hall 2")]


def test_the_town_is_as_the_tests_think() -> None:
    assert isinstance(TOWN, Inventory) and len(TOWN.cameras) == 6
