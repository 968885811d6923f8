"""Two operators never have one dome in hand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wall.model.ptz.operator import SYSTEM, Operator, Rank
from wall.model.tile import Cause
from wall.services.ptz.arbitration import GIVEN_S, LINGERS_S, OneDesk

LAN, MINH = Operator("Lan"), Operator("Minh")
CHIEF = Operator("Hà", Rank.SUPERVISOR)


def holder(desk: OneDesk, now_s: float) -> Operator | None:
    hold = desk.hold(1, now_s)
    return hold.operator if hold else None


def test_who_moves_it_holds_it_and_for_a_moment_after() -> None:
    desk = OneDesk()
    assert desk.grasp(1, LAN, 0.0) is Cause.NONE
    hold = desk.hold(1, 100.0)
    assert hold is not None and hold.until_s is None and not hold.is_reserved
    assert desk.grasp(1, MINH, 100.0) is Cause.HELD
    desk.leave(1, 100.0)
    assert desk.grasp(1, MINH, 104.9) is Cause.HELD
    assert desk.grasp(1, LAN, 104.9) is Cause.NONE
    desk.leave(1, 104.9)
    assert desk.hold(1, 104.9 + LINGERS_S) is None
    assert desk.grasp(1, MINH, 104.9 + LINGERS_S) is Cause.NONE


def test_a_reservation_keeps_others_away_until_it_ends_and_tells_its_time() -> None:
    desk = OneDesk()
    assert desk.reserve(1, LAN, 600.0, 0.0) is Cause.NONE
    hold = desk.hold(1, 1.0)
    assert hold is not None and hold.is_reserved and hold.until_s == 600.0
    assert desk.grasp(1, MINH, 599.0) is Cause.HELD and desk.reserve(1, MINH, 60.0, 599.0) is Cause.HELD
    assert desk.grasp(1, MINH, 600.0) is Cause.NONE


def test_a_reservation_that_ends_while_it_is_moved_leaves_it_in_the_hand() -> None:
    desk = OneDesk()
    desk.reserve(1, LAN, 10.0, 0.0)
    desk.grasp(1, LAN, 9.0)
    assert desk.grasp(1, MINH, 11.0) is Cause.HELD
    hold = desk.hold(1, 11.0)
    assert hold is not None and not hold.is_reserved and hold.until_s is None


def test_a_reservation_is_released_by_who_has_it_alone() -> None:
    desk = OneDesk()
    desk.reserve(1, LAN, 600.0, 0.0)
    assert desk.release(1, MINH, 1.0) is Cause.HELD
    assert desk.release(1, LAN, 1.0) is Cause.NONE and desk.hold(1, 1.0) is None


def test_who_asks_gets_it_when_it_is_given_or_when_it_ends() -> None:
    desk = OneDesk()
    desk.reserve(1, LAN, 600.0, 0.0)
    assert desk.request(1, MINH, 1.0) is Cause.NONE
    hold = desk.hold(1, 1.0)
    assert hold is not None and hold.asked_by == MINH and hold.operator == LAN
    assert desk.answer(1, MINH, True, 1.5) is Cause.HELD, "not by who asks"
    assert desk.answer(1, LAN, False, 2.0) is Cause.NONE and holder(desk, 2.0) == LAN
    desk.request(1, MINH, 3.0)
    assert desk.answer(1, LAN, True, 4.0) is Cause.NONE and holder(desk, 4.0) == MINH
    assert holder(desk, 4.0 + GIVEN_S) is None, "who does not begin loses it"
    desk.reserve(1, LAN, 10.0, 100.0)
    desk.request(1, MINH, 101.0)
    assert holder(desk, 109.0) == LAN and holder(desk, 111.0) == MINH
    assert desk.hold(1, 200.0) is None


def test_a_higher_rank_asks_before_a_lower_one() -> None:
    desk = OneDesk()
    desk.reserve(1, LAN, 600.0, 0.0)
    desk.request(1, MINH, 1.0)
    desk.request(1, Operator("An"), 2.0)
    hold = desk.hold(1, 2.0)
    assert hold is not None and hold.asked_by == MINH
    desk.request(1, CHIEF, 3.0)
    hold = desk.hold(1, 3.0)
    assert hold is not None and hold.asked_by == CHIEF


def test_only_a_higher_rank_takes_it() -> None:
    desk = OneDesk()
    desk.reserve(1, LAN, 600.0, 0.0)
    assert desk.take_over(1, MINH, 1.0) is Cause.OUTRANKED and holder(desk, 1.0) == LAN
    assert desk.take_over(1, CHIEF, 1.0) is Cause.NONE and holder(desk, 1.0) == CHIEF
    assert desk.take_over(1, LAN, 2.0) is Cause.OUTRANKED
    assert desk.grasp(1, LAN, 2.0) is Cause.HELD


def test_the_system_gives_way_to_everybody_and_waits_for_everybody() -> None:
    desk = OneDesk()
    assert desk.grasp(1, SYSTEM, 0.0) is Cause.NONE
    assert desk.grasp(1, Operator("Khách", Rank.GUEST), 1.0) is Cause.NONE
    assert desk.grasp(1, SYSTEM, 2.0) is Cause.HELD
    desk.leave(1, 3.0)
    assert desk.grasp(1, SYSTEM, 3.0 + LINGERS_S) is Cause.NONE
    desk.leave(1, 20.0)
    assert desk.hold(1, 20.0) is None


people = st.sampled_from([LAN, MINH, CHIEF, SYSTEM, Operator("An", Rank.GUEST)])
deeds = st.sampled_from(["grasp", "leave", "reserve", "release", "request", "give", "keep", "take"])


@given(st.lists(st.tuples(deeds, people, st.floats(0.0, 30.0)), max_size=60))
def test_it_changes_hands_only_in_ways_that_the_rules_know(history: list[tuple[str, Operator, float]]) -> None:
    desk, now_s = OneDesk(), 0.0
    for deed, who, seconds in history:
        now_s += seconds
        before = desk.hold(1, now_s)
        told = _do(desk, deed, who, now_s)
        after = desk.hold(1, now_s)
        if before is None or after is None or before.operator == after.operator:
            continue
        assert told is Cause.NONE
        is_free = before.operator.rank is Rank.SYSTEM
        is_given = deed == "give" and who == before.operator and after.operator == before.asked_by
        is_left = deed == "release" and who == before.operator and after.operator == before.asked_by
        is_taken = deed == "take" and who == after.operator and who.rank > before.operator.rank
        assert is_free or is_given or is_left or is_taken


def _do(desk: OneDesk, deed: str, who: Operator, now_s: float) -> Cause:
    match deed:
        case "grasp":
            return desk.grasp(1, who, now_s)
        case "leave":
            desk.leave(1, now_s)
            return Cause.NONE
        case "reserve":
            return desk.reserve(1, who, 20.0, now_s)
        case "release":
            return desk.release(1, who, now_s)
        case "request":
            return desk.request(1, who, now_s)
        case "take":
            return desk.take_over(1, who, now_s)
        case _:
            return desk.answer(1, who, deed == "give", now_s)
