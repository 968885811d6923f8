"""Which rules a signal concerns: by what it says, where, and when."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.model.alarms.town import CHO, NGA_SAU, TOWN, T, motion, utc
from wall.model.alarms import kinds
from wall.model.alarms.city import City
from wall.model.alarms.matching import concerns, wanted_by
from wall.model.alarms.rule import Concern, Rule
from wall.model.alarms.schedule import DAY_MINUTES, Schedule, Span
from wall.model.alarms.signal import Source

CITY = City(TOWN)
SAID = replace(motion(3, 0.0), topic="tns1:RuleEngine/CellMotionDetector/Motion")
FRIDAY_8_00 = Schedule((Span(frozenset({4}), 480, 481),))
"""T is Friday, 15 January 2027, 08:00."""


@pytest.mark.parametrize(
    ("concern", "is_it"),
    [
        (Concern(), True),
        (Concern(sources=frozenset({Source.ONVIF, Source.MQTT})), True),
        (Concern(sources=frozenset({Source.MQTT})), False),
        (Concern(kinds=frozenset({"line", "motion"})), True),
        (Concern(kinds=frozenset({"line"})), False),
        (Concern(topic="cellmotion"), True),
        (Concern(topic="FieldDetector"), False),
        (Concern(cameras=frozenset({3})), True),
        (Concern(cameras=frozenset({2})), False),
        (Concern(but_cameras=frozenset({2})), True),
        (Concern(cameras=frozenset({3}), but_cameras=frozenset({3})), False),
        (Concern(sites=frozenset({NGA_SAU}), but_cameras=frozenset({3})), False),
        (Concern(sites=frozenset({NGA_SAU})), True),
        (Concern(sites=frozenset({CHO})), False),
        (Concern(wards=frozenset({"Kinh Bắc"})), True),
        (Concern(wards=frozenset({"Vũ Ninh"})), False),
        (Concern(tags=frozenset({"gate", "school"})), True),
        (Concern(tags=frozenset({"school"})), False),
        (Concern(schedule=FRIDAY_8_00), True),
        (Concern(schedule=Schedule((Span(frozenset({5}), 480, 481),))), False),
        (Concern(kinds=frozenset({"motion"}), cameras=frozenset({2})), False),
    ],
)
def test_a_rule_is_about_what_it_says(concern: Concern, is_it: bool) -> None:
    assert concerns(concern, SAID, CITY.place(3), utc) is is_it


@pytest.mark.parametrize(("kind", "is_it"), [("blinded", True), ("moved", True), ("black", False), ("scene", True)])
def test_a_rule_about_another_scene_is_about_what_makes_it_one(kind: str, is_it: bool) -> None:
    """Whoever has had such a rule since cameras told of it need not write it anew."""
    assert ("moved" in kinds.with_narrower(frozenset({"scene"}))) and kinds.with_narrower(frozenset()) == frozenset()
    about_scenes, about_cloths = Concern(kinds=frozenset({"scene"})), Concern(kinds=frozenset({"blinded"}))
    assert concerns(about_scenes, replace(SAID, kind=kind), CITY.place(3), utc) is is_it
    assert concerns(about_cloths, replace(SAID, kind=kind), CITY.place(3), utc) is (kind == "blinded")


def test_the_most_urgent_rule_first_and_none_that_is_off() -> None:
    rules = (Rule("a", priority=4, rule_id=1), Rule("b", priority=2, rule_id=3), Rule("c", priority=2, rule_id=2))
    off = Rule("d", priority=1, is_on=False, rule_id=4)
    assert [each.name for each in wanted_by((*rules, off), SAID, CITY.place(3), utc)] == ["c", "b", "a"]


@pytest.mark.parametrize(
    ("span", "day", "minute", "is_it"),
    [
        (Span(from_minute=480, to_minute=1020), 0, 480, True),
        (Span(from_minute=480, to_minute=1020), 0, 1020, False),
        (Span(frozenset({4}), 1320, 360), 4, 1320, True),
        (Span(frozenset({4}), 1320, 360), 5, 359.9, True),
        (Span(frozenset({4}), 1320, 360), 5, 1320, False),
        (Span(frozenset({4}), 1320, 360), 4, 100, False),
        (Span(frozenset({6}), 1320, 360), 0, 100, True),
        (Span(frozenset({2})), 2, 0, True),
        (Span(frozenset({2}), 0, DAY_MINUTES), 2, 1439.9, True),
        (Span(frozenset({2}), 0, DAY_MINUTES), 3, 0, False),
    ],
)
def test_a_span_may_go_on_into_the_next_day(span: Span, day: int, minute: float, is_it: bool) -> None:
    assert span.holds(day, minute) is is_it


def test_the_whole_of_a_day_is_that_day() -> None:
    whole = Span(frozenset({2}))
    assert [day for day in range(7) if whole.holds(day, 0.0)] == [2]


def test_neighbours_are_those_near_by_and_whoever_has_no_place_has_none() -> None:
    assert CITY.near(1, 150.0) == (2, 3)
    assert CITY.near(1, 40.0) == (2,)
    assert CITY.near(6, 1e6) == ()


def test_a_site_is_a_place_too() -> None:
    assert (CITY.place(0, CHO).site, CITY.place(0, CHO).ward) == ("Chợ Nhớn", "Vũ Ninh")
    assert CITY.place(0, 99).site_id == 0 and CITY.place(77, CHO).camera_id == 77


def test_the_towns_clock_is_right() -> None:
    assert utc(T) == (4, 8 * 60)
