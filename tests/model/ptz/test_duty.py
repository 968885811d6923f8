"""How a dome stands to its duty view, by a clock that the test turns."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.ptz.duty import RETURN_WITHIN_S, DutyView, DutyWatch, Glance, is_near
from wall.model.ptz.move import Place
from wall.model.ptz.standing import Duty

HOME, ELSEWHERE = Place(0.5, -0.2, 0.0), Place(-0.3, -0.2, 0.4)
VIEW = DutyView(3, "5", "Ngã Sáu", return_after_s=60.0, place=HOME)
AT_HOME, AWAY = Glance(HOME, 0.0), Glance(ELSEWHERE, 0.0)


def looked(watch: DutyWatch, now_s: float, seen: Glance) -> tuple[DutyWatch, bool]:
    return watch.looked(now_s, replace(seen, told_s=now_s))


def turned_away(holder: str = "an") -> DutyWatch:
    """At 10 s somebody has it in hand, and lets go of it at 11 s."""
    watch, _ = looked(DutyWatch(VIEW, 0.0), 0.0, AT_HOME)
    watch, _ = looked(watch, 10.0, replace(AWAY, is_held=True, is_moving=True, holder=holder))
    return looked(watch, 11.0, replace(AWAY, is_held=True, holder=holder))[0]


def test_it_is_there_or_away_and_who_turned_it_is_told() -> None:
    watch, is_sent = looked(DutyWatch(VIEW, 0.0), 0.0, AT_HOME)
    assert watch.duty is Duty.THERE and not is_sent and watch.returns_at_s is None
    watch = turned_away()
    assert (watch.duty, watch.moved_by, watch.returns_at_s) == (Duty.AWAY, "an", None)
    watch, is_sent = looked(watch, 12.0, AWAY)
    assert watch.returns_at_s == 71.0 and not is_sent


def test_it_goes_back_after_the_countdown_and_is_there() -> None:
    watch, is_sent = looked(turned_away(), 70.9, AWAY)
    assert not is_sent
    watch, is_sent = looked(watch, 71.0, AWAY)
    assert is_sent and watch.duty is Duty.RETURNING
    watch, is_sent = looked(watch, 72.0, replace(AWAY, is_moving=True))
    assert not is_sent
    watch, is_sent = looked(watch, 75.0, AT_HOME)
    assert watch.duty is Duty.THERE and not is_sent and watch.moved_by == ""


def test_a_hand_on_the_way_back_stops_the_return_and_begins_the_countdown_anew() -> None:
    watch, _ = looked(turned_away(), 71.0, AWAY)
    watch, is_sent = looked(watch, 72.0, replace(AWAY, is_held=True, is_moving=True, holder="bình"))
    assert (watch.duty, watch.moved_by, is_sent) == (Duty.AWAY, "bình", False)
    watch, is_sent = looked(watch, 131.0, AWAY)
    assert not is_sent and watch.returns_at_s == 132.0


def test_who_only_reserves_it_did_not_turn_it() -> None:
    watch, _ = looked(turned_away(), 20.0, replace(AWAY, is_held=True, holder="bình"))
    assert watch.moved_by == "an"


def test_one_that_does_not_stir_is_given_up_and_sent_again_after_another_countdown() -> None:
    watch, _ = looked(turned_away(), 71.0, AWAY)
    for second in range(1, int(RETURN_WITHIN_S) + 2):
        watch, is_sent = looked(watch, 71.0 + second, AWAY)
        assert not is_sent
    assert watch.duty is Duty.AWAY and watch.view == VIEW and watch.moved_by == "an"
    assert watch.returns_at_s == 71.0 + RETURN_WITHIN_S + 60.0


def test_where_the_preset_looks_is_learnt_from_a_dome_that_was_sent_there() -> None:
    new = Place(0.1, 0.1, 0.1)
    watch, _ = looked(turned_away(), 71.0, AWAY)
    watch, _ = looked(watch, 74.0, replace(AWAY, place=Place(-0.1, 0, 0.2)))
    assert watch.duty is Duty.RETURNING
    watch, _ = looked(watch, 76.0, replace(AWAY, place=new))
    watch, _ = watch.looked(76.5, replace(AWAY, place=new, told_s=76.0))
    assert watch.duty is Duty.RETURNING, "told once only"
    watch, _ = looked(watch, 77.0, replace(AWAY, place=new))
    assert watch.duty is Duty.THERE and watch.view.place == new


def test_one_that_stands_at_its_preset_already_tells_where_that_is() -> None:
    watch = DutyWatch(replace(VIEW, place=None), 0.0)
    watch, _ = looked(watch, 0.0, AT_HOME)
    assert watch.duty is Duty.UNKNOWN
    watch = watch.sent(1.0)
    for second in (2.0, 3.0, 4.0, 5.0):
        watch, _ = looked(watch, second, AT_HOME)
    assert watch.duty is Duty.THERE and watch.view.place == HOME


def test_one_that_does_not_tell_where_it_looks_is_judged_by_what_was_done() -> None:
    blind = Glance(is_mute=True)
    watch, _ = looked(DutyWatch(VIEW, 0.0), 0.0, blind)
    assert watch.duty is Duty.UNKNOWN and watch.returns_at_s is None
    watch, _ = looked(watch, 5.0, replace(blind, is_held=True, holder="an"))
    assert watch.duty is Duty.UNKNOWN, "only reserved"
    watch, _ = looked(watch, 6.0, replace(blind, is_held=True, is_moving=True, holder="an"))
    assert watch.duty is Duty.AWAY
    watch, is_sent = looked(watch, 66.0, blind)
    assert is_sent
    watch, _ = looked(watch, 70.0, blind)
    assert watch.duty is Duty.THERE


def test_one_of_which_nothing_is_known_stays_until_a_person_sends_it() -> None:
    watch = DutyWatch(replace(VIEW, place=None), 0.0)
    for second in (60.0, 600.0, 6000.0):
        watch, is_sent = looked(watch, second, AWAY)
        assert not is_sent and watch.duty is Duty.UNKNOWN and watch.returns_at_s is None
    watch = watch.sent(6001.0).refused(6002.0)
    assert watch.duty is Duty.UNKNOWN and watch.returns_at_s is None
    watch = watch.sent(7000.0)
    for second in (7002.0, 7003.0, 7004.0, 7005.0):
        watch, _ = looked(watch, second, AWAY)
    assert watch.duty is Duty.THERE


def test_one_that_does_not_tell_is_away_once_it_was_on_patrol() -> None:
    blind = Glance(is_mute=True)
    watch, _ = looked(DutyWatch(VIEW, 0.0), 0.0, replace(blind, is_on_patrol=True))
    assert watch.duty is Duty.AWAY and watch.returns_at_s is None
    watch, is_sent = looked(replace(watch, quiet_s=10.0), 30.0, blind)
    assert not is_sent and watch.returns_at_s == 70.0
    _, is_sent = looked(watch, 70.0, blind)
    assert is_sent


def test_one_that_did_not_answer_has_not_arrived() -> None:
    watch = DutyWatch(replace(VIEW, place=None), 0.0).sent(0.0)
    watch, _ = looked(watch, 5.0, Glance())
    assert watch.duty is Duty.RETURNING
    watch, _ = looked(watch, RETURN_WITHIN_S, Glance())
    assert watch.duty is Duty.UNKNOWN and watch.view.place is None


def test_another_program_that_turns_it_is_found_out() -> None:
    watch, _ = looked(DutyWatch(VIEW, 0.0), 0.0, AT_HOME)
    watch, is_sent = looked(watch, 200.0, AWAY)
    assert (watch.duty, watch.moved_by, is_sent) == (Duty.AWAY, "", False)
    assert watch.returns_at_s == 260.0


def test_a_patrol_is_no_reason_to_go_back() -> None:
    watch, _ = looked(DutyWatch(VIEW, 0.0), 0.0, AT_HOME)
    for second in range(1, 300, 10):
        watch, is_sent = looked(watch, float(second), replace(AWAY, is_on_patrol=True))
        assert watch.duty is Duty.AWAY and not is_sent and watch.returns_at_s is None
    watch, is_sent = looked(watch, 300.0, AWAY)
    assert not is_sent and watch.returns_at_s == 291.0 + 60.0


GLANCES = st.builds(
    Glance,
    is_mute=st.booleans(),
    place=st.sampled_from([None, HOME, ELSEWHERE, Place(0.49, -0.2, 0.01), Place(None, 0.3)]),
    is_moving=st.booleans(),
    is_held=st.booleans(),
    holder=st.sampled_from(["", "an"]),
    is_on_patrol=st.booleans(),
)


@given(st.lists(st.tuples(st.floats(0.1, 50), GLANCES), max_size=80), st.booleans())
def test_it_is_never_sent_while_held_or_on_patrol_nor_before_the_countdown(
    steps: list[tuple[float, Glance]], is_place_known: bool
) -> None:
    view = VIEW if is_place_known else replace(VIEW, place=None)
    watch, now_s, touched_s, sent_s = DutyWatch(view, 0.0), 0.0, 0.0, -1e9
    for passed_s, seen in steps:
        now_s += passed_s
        touched_s = now_s if seen.is_held or seen.is_on_patrol else touched_s
        watch, is_sent = looked(watch, now_s, seen)
        if is_sent:
            assert now_s - touched_s >= view.return_after_s and not seen.is_moving
            assert now_s - sent_s >= view.return_after_s, "not again and again"
            sent_s = now_s
        if watch.duty is Duty.THERE and seen.place in (HOME, ELSEWHERE) and is_place_known and not seen.is_held:
            assert is_near(seen.place, watch.view.place or seen.place) or seen.is_moving
        if watch.returns_at_s is not None:
            assert watch.duty is Duty.AWAY and not seen.is_held and not seen.is_on_patrol


def test_near_goes_round_and_does_not_compare_what_is_not_told() -> None:
    assert is_near(Place(-0.999, 0, 0), Place(0.999, 0, 0))
    assert is_near(Place(None, None, 0.5), Place(0.3, 0.1, 0.51))
    assert not is_near(Place(0.1, 0, 0), Place(0.2, 0, 0))
    assert not is_near(Place(0, 0, 0.0), Place(0, 0, 0.2))


def test_what_cannot_be_is_refused() -> None:
    for change in ({"token": ""}, {"return_after_s": 1.0}, {"picture_minute": 1440}, {"picture_minute": -1}):
        with pytest.raises(ValueError):
            replace(VIEW, **change)
