"""What a supervisor is told of, and of what he is told again."""

from __future__ import annotations

from dataclasses import replace

import pytest

from wall.model.alarms.alarm import Alarm
from wall.model.alarms.push import is_to_be_escalated, is_to_be_told, told_as_a_test, told_of
from wall.model.alarms.rule import Concern, Response, Rule
from wall.model.alarms.state import State

CAME = Alarm("line", 1, 0.0, 0.0, priority=3, alarm_id=7)
LATE = replace(CAME, level=1)
HIS = Rule("", Concern(), response=Response(push=True))
NOT_HIS = Rule("", Concern())


def test_that_it_came_is_his_by_its_rule() -> None:
    assert is_to_be_told(CAME, HIS)
    assert not is_to_be_told(replace(CAME, priority=1), NOT_HIS)
    assert not is_to_be_told(CAME, None)


def test_that_nobody_reacts_is_his_by_its_rule_and_where_it_is_urgent() -> None:
    assert is_to_be_escalated(LATE, HIS)
    assert not is_to_be_escalated(LATE, NOT_HIS)
    assert [is_to_be_escalated(replace(LATE, priority=each), NOT_HIS) for each in range(1, 6)] == [True] * 2 + [
        False
    ] * 3
    assert not is_to_be_escalated(CAME, HIS), "it has just come"
    assert not is_to_be_escalated(replace(LATE, priority=1), None)


@pytest.mark.parametrize("odd", [{"is_drill": True}, {"is_flood": True}, {"state": State.ACKNOWLEDGED}])
def test_neither_drills_nor_floods_nor_what_somebody_has_seen(odd: dict[str, object]) -> None:
    changed = replace(LATE, priority=1, **odd)  # type: ignore[arg-type]
    assert not is_to_be_told(changed, HIS) and not is_to_be_escalated(changed, HIS)


def test_every_message_has_one_form() -> None:
    assert told_of(CAME).keys() == told_of(LATE, 1, 60.4, "An").keys() == told_as_a_test(0.0).keys()
    told = told_of(LATE, 1, 60.4, "An")
    assert (told["escalation"], told["waited_s"], told["on_duty"]) == (1, 60, "An")
