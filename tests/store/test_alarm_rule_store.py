"""Rules and mutes are kept; what cannot be understood is named and left as it is."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.alarm_shapes import RULES
from wall.model.alarms.mute import Mute
from wall.model.alarms.rule import Concern, Rule
from wall.model.alarms.usual_rules import USUAL_RULES
from wall.services.alarms.ports import KeepsRules
from wall.store.alarm_rule_json import read_rule, rule_json
from wall.store.alarm_rule_store import AlarmRuleStore
from wall.store.database import Database

T = 1_800_000_000.0


@pytest.fixture
def store(database: Database) -> KeepsRules:
    return AlarmRuleStore(database)


@given(RULES, st.integers(1, 2**31))
def test_a_rule_comes_back_as_it_was(rule: Rule, rule_id: int) -> None:
    assert read_rule(rule_json(rule), rule_id) == replace(rule, rule_id=rule_id)


def test_a_rule_without_exceptions_is_read_by_older_programs_and_one_with_them_is_not_taken_for_one_without() -> None:
    assert '"format":1' in rule_json(Rule("x")) and "but_cameras" not in rule_json(Rule("x"))
    assert '"format":2' in rule_json(Rule("x", Concern(but_cameras=frozenset({7}))))


@settings(max_examples=5, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(rule=RULES)
def test_a_rule_is_kept_changed_and_removed(store: KeepsRules, rule: Rule) -> None:
    kept = store.keep(rule)
    assert kept.rule_id and kept in store.load()[0]
    other = store.keep(replace(kept, name="another"))
    assert [each for each in store.load()[0] if each.rule_id == kept.rule_id] == [other]
    store.remove(kept.rule_id)
    assert kept.rule_id not in [each.rule_id for each in store.load()[0]]


def test_a_wall_begins_with_the_usual_rules_and_keeps_what_is_made_of_them(database: Database) -> None:
    store = AlarmRuleStore(database)
    rules, problems = store.load(USUAL_RULES)
    assert [replace(rule, rule_id=0) for rule in rules] == list(USUAL_RULES) and problems == ()
    for rule in rules:
        store.remove(rule.rule_id)
    with closing(Database(database.path)) as again:
        assert AlarmRuleStore(again).load(USUAL_RULES) == ((), ()), "who wants none has none"


@pytest.mark.parametrize(
    "data",
    ["{", "[]", "{}", '{"format":99}', rule_json(Rule("x")).replace('"priority":3', '"priority":9')],
)
def test_a_rule_that_cannot_be_understood_is_named_and_left(database: Database, data: str) -> None:
    store = AlarmRuleStore(database)
    kept = store.keep(Rule("good"))
    with database.transaction() as tables:
        tables.table("alarm_rule").insert({"rule_id": 77, "data": data})
    rules, (problem,) = store.load()
    assert rules == (kept,) and problem.startswith("rule 77: ")


def test_of_a_source_that_nobody_knows_a_rule_does_not_come_to_mean_all() -> None:
    data = rule_json(Rule("x")).replace('"sources":[]', '"sources":["MARS"]')
    with pytest.raises(ValueError, match="MARS"):
        read_rule(data, 1)


def test_mutes_hold_until_they_end_and_are_not_forgotten(store: KeepsRules, database: Database) -> None:
    late = store.mute(Mute(1, 0, T + 500.0, "cành cây", T, "An", frozenset({"motion"})))
    soon = store.mute(Mute(0, 3, T + 100.0, "sửa đường"))
    assert store.mutes(T + 50.0) == (soon, late)
    assert store.mutes(T + 100.0) == (late,)
    store.unmute(late.mute_id, T + 200.0)
    assert store.mutes(T + 201.0) == ()
    with database.reading() as tables:
        assert tables.execute("select count(*) from alarm_mute where until_s = ?", [T + 200.0]).fetchone() == (1,)


def test_a_mute_that_cannot_be_understood_mutes_nothing(store: KeepsRules, database: Database) -> None:
    store.mute(Mute(1, 0, T + 500.0, "cành cây"))
    with database.transaction() as tables:
        tables.execute("update alarm_mute set kinds = '{'")
    assert store.mutes(T) == ()
