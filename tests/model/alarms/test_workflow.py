"""What may be done with an alarm: no order of actions loses one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wall.model.alarms.action import (
    Acknowledge,
    Action,
    Check,
    Close,
    Forward,
    Hold,
    Note,
    Reopen,
    Resume,
    Take,
)
from wall.model.alarms.activity import Deed, told_apart
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.state import State, Verdict
from wall.model.alarms.workflow import Refusal, Step, act, refusal

NEW = Alarm("line", 7, 100.0, 100.0, raised_s=100.0, alarm_id=3)
CLOSE = Close(Verdict.FALSE, "a cat")

texts = st.sampled_from(("", " ", "a cat", "tổ tuần tra 2"))
actions = st.one_of(
    st.just(Acknowledge()),
    st.just(Take()),
    st.builds(Forward, texts),
    st.builds(Hold, st.floats(0, 2000), texts),
    st.just(Resume()),
    st.builds(Close, st.sampled_from(Verdict), texts),
    st.builds(Reopen, texts),
    st.builds(Note, texts, st.sampled_from((b"", b"jpeg"))),
    st.builds(Check, st.integers(0, 3), st.booleans(), texts),
)


def after(*done: Action, alarm: Alarm = NEW) -> Alarm:
    for number, action in enumerate(done):
        step = act(alarm, action, "An", 101.0 + number)
        assert isinstance(step, Step), step
        alarm = step.alarm
    return alarm


@given(st.lists(st.tuples(actions, st.sampled_from(("An", "Bình"))), max_size=30))
def test_no_order_of_actions_loses_an_alarm(done: list[tuple[Action, str]]) -> None:
    alarm, written = NEW, []
    for number, (action, who) in enumerate(done):
        step = act(alarm, action, who, 101.0 + number)
        assert (refusal(alarm, action, 101.0 + number) is None) is isinstance(step, Step), "what is offered can be done"
        if isinstance(step, Refusal):
            continue
        alarm = step.alarm
        written.append(step.activity)
        assert step.activity.state is alarm.state and step.activity.who == who
    same = ("alarm_id", "kind", "camera_id", "began_s", "last_s", "raised_s", "count", "priority", "rule_id")
    assert all(getattr(alarm, name) == getattr(NEW, name) for name in same), "what happened stays"
    assert alarm.is_open is (alarm.verdict is None) is (alarm.closed_s is None)
    assert alarm.is_open or alarm.reason.strip(), "nothing is closed without a reason"
    assert (alarm.state is State.NEW) is (alarm.acknowledged_s is None), "whoever does something has seen it"
    assert (alarm.state is State.ON_HOLD) is (alarm.hold_until_s is not None), "nothing waits for ever"
    assert alarm.state is not State.IN_PROGRESS or alarm.owner, "somebody sees to what is in progress"
    if not alarm.is_open:
        assert isinstance(act(alarm, Reopen(), "An", 500.0), Step), "there is always a way on"
    else:
        assert isinstance(act(alarm, CLOSE, "An", 500.0), Step)


def test_the_usual_way() -> None:
    seen = after(Acknowledge())
    assert (seen.state, seen.acknowledged_s, seen.acknowledged_by) == (State.ACKNOWLEDGED, 101.0, "An")
    taken = after(Acknowledge(), Take())
    assert (taken.state, taken.owner) == (State.IN_PROGRESS, "An")
    done = after(Acknowledge(), Take(), CLOSE)
    assert (done.state, done.verdict, done.reason, done.closed_s) == (State.CLOSED, Verdict.FALSE, "a cat", 103.0)
    assert done.acknowledged_s == 101.0


def test_on_hold_until_then_and_back_to_its_owner() -> None:
    held = after(Forward("Bình"), Hold(900.0, "the owner is called"))
    assert (held.state, held.hold_until_s, held.owner) == (State.ON_HOLD, 900.0, "Bình")
    again = after(Resume(), alarm=held)
    assert (again.state, again.hold_until_s, again.owner) == (State.IN_PROGRESS, None, "Bình")


def test_what_was_closed_by_mistake_is_opened_again() -> None:
    again = after(CLOSE, Reopen("there was somebody after all"))
    assert (again.state, again.verdict, again.closed_s, again.owner) == (State.IN_PROGRESS, None, None, "An")


def test_steps_are_ticked_and_unticked() -> None:
    assert after(Check(0), Check(2)).checked == {0, 2}
    assert after(Check(0), Check(2), Check(0, done=False)).checked == {2}


def test_the_note_and_the_reason_are_written_down() -> None:
    step = act(NEW, Note("white van", b"jpeg"), "An", 5.0)
    assert isinstance(step, Step)
    told = step.activity
    assert (told.alarm_id, told.deed, told.text, told.who, told.has_picture) == (3, Deed.NOTED, "white van", "An", True)
    closed = act(NEW, CLOSE, "An", 5.0)
    assert isinstance(closed, Step) and told_apart(closed.activity.text) == (Verdict.FALSE.value, "a cat")


@pytest.mark.parametrize(
    ("before", "action", "why"),
    [
        ((Take(),), Acknowledge(), Refusal.ALREADY),
        ((), Close(Verdict.REAL, "  "), Refusal.NEEDS_REASON),
        ((), Forward(" "), Refusal.NEEDS_NAME),
        ((), Hold(50.0, "later"), Refusal.IN_THE_PAST),
        ((), Hold(500.0, ""), Refusal.NEEDS_REASON),
        ((), Resume(), Refusal.NOT_HELD),
        ((), Reopen(), Refusal.NOT_CLOSED),
        ((), Note(""), Refusal.NEEDS_REASON),
        ((), Note("x" * 10_001), Refusal.TOO_LONG),
        ((CLOSE,), Take(), Refusal.CLOSED),
        ((CLOSE,), CLOSE, Refusal.CLOSED),
    ],
)
def test_what_cannot_be_done_says_why(before: tuple[Action, ...], action: Action, why: Refusal) -> None:
    assert act(after(*before), action, "An", 110.0) is why


def test_a_closed_alarm_can_be_noted_on() -> None:
    noted = after(CLOSE, Note("it was the neighbour's cat"))
    assert noted.state is State.CLOSED
