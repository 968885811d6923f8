"""The fleet login guard: how far a wrong password gets, whatever happens in whatever order."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from wall.model.device import Login, Trouble
from wall.services.login_guard import MOST_REFUSALS, MOST_UNDECIDED, Answer, LoginGuard

CITY = "city"


def proven_guard() -> LoginGuard:
    guard = LoginGuard()
    assert guard.ask(CITY, "first") is Answer.SEND
    guard.tell(CITY, "first", Login.PROVEN)
    return guard


def refuse(guard: LoginGuard, device: str) -> bool:
    assert guard.ask(CITY, device) is Answer.SEND
    return guard.tell(CITY, device, Login.REFUSED, Trouble.LOGIN, f"http://{device}/")


def test_one_device_tries_it_and_everybody_else_waits() -> None:
    guard = LoginGuard()
    assert guard.ask(CITY, "a") is Answer.SEND
    assert guard.ask(CITY, "b") is guard.ask(CITY, "c") is Answer.WAIT
    assert guard.ask("other", "b") is Answer.SEND
    guard.tell(CITY, "a", Login.PROVEN)
    assert guard.ask(CITY, "b") is guard.ask(CITY, "c") is Answer.SEND


def test_refused_once_before_it_is_proven_it_goes_nowhere() -> None:
    guard = LoginGuard()
    assert refuse(guard, "a")
    assert {guard.ask(CITY, device) for device in "abc"} == {Answer.WITHHELD}
    assert guard.is_held(CITY) and guard.refused_by(CITY) == ("http://a/",)


def test_released_it_is_tried_on_one_device_again() -> None:
    guard = LoginGuard()
    refuse(guard, "a")
    guard.release(CITY)
    assert guard.ask(CITY, "b") is Answer.SEND
    assert guard.ask(CITY, "c") is Answer.WAIT


def test_a_wish_for_more_devices_does_not_release_it() -> None:
    guard = LoginGuard()
    refuse(guard, "a")
    guard.wish(CITY, ["a", "b"])
    assert guard.ask(CITY, "b") is Answer.WITHHELD


def test_proven_and_refused_by_one_it_is_stopped_for_that_one_until_given_anew() -> None:
    guard = proven_guard()
    assert not refuse(guard, "a")
    assert guard.ask(CITY, "a") is Answer.WITHHELD and guard.withholds(CITY, "a")
    assert guard.ask(CITY, "b") is Answer.SEND
    guard.wish(CITY, ["a"])
    assert guard.ask(CITY, "a") is Answer.SEND


def test_three_refusals_in_a_row_hold_even_a_proven_one() -> None:
    guard = proven_guard()
    assert [refuse(guard, device) for device in "abc"] == [False, False, True]
    assert guard.ask(CITY, "d") is Answer.WITHHELD
    assert guard.refused_by(CITY) == ("http://a/", "http://b/", "http://c/")


def test_an_acceptance_between_them_breaks_the_row() -> None:
    guard = proven_guard()
    refuse(guard, "a"), refuse(guard, "b")
    guard.ask(CITY, "good")
    guard.tell(CITY, "good", Login.PROVEN)
    assert not refuse(guard, "c") and not guard.is_held(CITY)


def test_no_more_are_under_way_than_may_still_refuse_it() -> None:
    guard = proven_guard()
    answers = [guard.ask(CITY, f"d{n}") for n in range(10)]
    assert answers.count(Answer.SEND) == MOST_REFUSALS
    guard.tell(CITY, "d0", Login.REFUSED)
    assert guard.ask(CITY, "d5") is Answer.WAIT
    guard.tell(CITY, "d1", Login.PROVEN)
    assert guard.ask(CITY, "d5") is Answer.SEND


@pytest.mark.parametrize("trouble", [Trouble.SESSIONS_FULL, Trouble.CLOCK, Trouble.TIMEOUT, Trouble.UNREACHABLE])
@pytest.mark.parametrize("outcome", [Login.UNTRIED, Login.REFUSED])
def test_what_is_neither_proof_nor_refusal_lets_the_next_one_try(outcome: Login, trouble: Trouble) -> None:
    guard = LoginGuard()
    guard.ask(CITY, "a")
    assert not guard.tell(CITY, "a", outcome, trouble)
    assert guard.ask(CITY, "b") is Answer.SEND
    assert guard.ask(CITY, "a") is Answer.WAIT


def test_a_device_that_dies_frees_its_place() -> None:
    guard = LoginGuard()
    guard.ask(CITY, "a")
    guard.leave(CITY, "a")
    assert guard.ask(CITY, "b") is Answer.SEND


def test_trials_that_prove_nothing_end_until_somebody_wishes_for_more() -> None:
    guard = LoginGuard()
    for n in range(MOST_UNDECIDED):
        assert guard.ask(CITY, f"d{n}") is Answer.SEND
        guard.tell(CITY, f"d{n}", Login.UNTRIED, Trouble.SESSIONS_FULL)
    assert guard.ask(CITY, "e") is Answer.WITHHELD and not guard.is_held(CITY)
    guard.wish(CITY, ["e"])
    assert guard.ask(CITY, "e") is Answer.SEND


def test_a_device_that_needs_no_login_proves_nothing() -> None:
    guard = LoginGuard()
    for n in range(2 * MOST_UNDECIDED):
        assert guard.ask(CITY, f"d{n}") is Answer.SEND
        guard.tell(CITY, f"d{n}", Login.NOT_NEEDED)
    guard.ask(CITY, "a")
    assert guard.ask(CITY, "b") is Answer.WAIT


def test_what_was_held_when_the_program_ended_is_held_still() -> None:
    guard = LoginGuard()
    guard.recall(CITY, {"a": "http://a/"}, is_held=True)
    guard.recall("other", {"a": "http://a/"}, is_held=False)
    assert guard.ask(CITY, "b") is Answer.WITHHELD
    assert guard.refused_by(CITY) == ("http://a/",)
    assert guard.ask("other", "b") is Answer.SEND
    assert guard.ask("other", "a") is Answer.WITHHELD


def test_another_password_under_the_same_name_starts_anew_and_late_answers_of_the_old_one_decide_nothing() -> None:
    guard = proven_guard()
    guard.ask(CITY, "slow")
    guard.renew(CITY)
    assert not guard.tell(CITY, "slow", Login.REFUSED)
    assert guard.ask(CITY, "a") is Answer.SEND
    assert guard.ask(CITY, "b") is Answer.WAIT


DEVICES = st.sampled_from([f"d{n}" for n in range(8)])


class Fleet(RuleBasedStateMachine):
    """Devices ask, answer, die; operators release. Counts what really went over the network."""

    def __init__(self) -> None:
        super().__init__()
        self.guard = LoginGuard()
        self.under_way: set[str] = set()
        self.refused_in_a_row = 0
        self.refusals: Counter[str] = Counter()
        self.was_proven = False

    @rule(device=DEVICES)
    def a_device_asks(self, device: str) -> None:
        answer = self.guard.ask(CITY, device)
        if answer is Answer.WAIT:
            assert self.under_way, "it waits for nobody"
        if answer is Answer.SEND:
            self.under_way.add(device)

    @precondition(lambda self: self.under_way)
    @rule(data=st.data(), outcome=st.sampled_from([Login.PROVEN, Login.REFUSED, Login.UNTRIED, Login.NOT_NEEDED]))
    def a_device_answers(self, data: st.DataObject, outcome: Login) -> None:
        device = data.draw(st.sampled_from(sorted(self.under_way)))
        self.under_way.discard(device)
        self.guard.tell(CITY, device, outcome)
        if outcome is Login.PROVEN:
            self.was_proven, self.refused_in_a_row = True, 0
        if outcome is Login.REFUSED:
            self.refused_in_a_row += 1
            self.refusals[device] += 1

    @precondition(lambda self: self.under_way)
    @rule(data=st.data())
    def a_device_dies(self, data: st.DataObject) -> None:
        device = data.draw(st.sampled_from(sorted(self.under_way)))
        self.under_way.discard(device)
        self.guard.leave(CITY, device)

    @rule(device=DEVICES)
    def an_operator_gives_it_to_a_device(self, device: str) -> None:
        self.guard.wish(CITY, [device])
        self.refusals[device] = 0

    @precondition(lambda self: not self.under_way)
    @rule()
    def an_operator_releases_it(self) -> None:
        self.guard.release(CITY)
        self.refused_in_a_row, self.was_proven = 0, False
        self.refusals.clear()

    @invariant()
    def few_refusals_in_a_row(self) -> None:
        assert self.refused_in_a_row <= (MOST_REFUSALS if self.was_proven else 1)

    @invariant()
    def no_device_is_sent_twice_what_it_refused(self) -> None:
        assert all(count <= 1 for count in self.refusals.values())

    @invariant()
    def held_means_that_nothing_is_sent(self) -> None:
        if self.guard.is_held(CITY):
            assert all(self.guard.ask(CITY, f"new{n}") is Answer.WITHHELD for n in range(3))


TestFleet = Fleet.TestCase
TestFleet.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)


def test_a_device_that_accepted_it_may_be_asked_without_a_place() -> None:
    guard = LoginGuard()
    assert guard.ask("city", "a") is Answer.SEND
    guard.tell("city", "a", Login.PROVEN)
    assert not guard.hear("city", "a", accepted=True)
    assert not guard.hear("city", "a", accepted=False, at="http://a")
    assert guard.withholds("city", "a") and not guard.is_held("city")
    assert not guard.hear("city", "b", accepted=True)  # Not in a row any more.
    assert not guard.hear("city", "c", accepted=False, at="http://c")
    assert not guard.hear("city", "d", accepted=False, at="http://d")
    assert guard.hear("city", "e", accepted=False, at="http://e")
    assert guard.is_held("city") and guard.refused_by("city") == ("http://c", "http://d", "http://e")
    assert not guard.hear("city", "f", accepted=False, at="http://f")  # It was held before.
