"""A hand holds one dome, and only as long as it says so."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wall.model.ptz.move import STILL, Velocity
from wall.model.ptz.operator import Operator
from wall.services.ptz.lease import LEASE_S, Grip, Hands

LAN = Operator("Lan")
RIGHT, UP = Velocity(pan=0.7), Velocity(tilt=0.5)


def grip(camera_id: int, velocity: Velocity, heard_s: float = 0.0) -> Grip:
    return Grip(camera_id, velocity, LAN, heard_s)


def test_hands_on_one_dome_add_up_clipped_and_one_that_lets_go_keeps_the_other() -> None:
    hands = Hands()
    hands.hold("keys:1", grip(1, RIGHT))
    hands.hold("stick:0", grip(1, Velocity(0.7, 0.5)))
    assert hands.velocity(1) == Velocity(1.0, 0.5)
    assert hands.let_go("stick:0") == {1}
    assert hands.velocity(1) == RIGHT


def test_a_hand_that_takes_another_dome_has_let_go_of_the_first() -> None:
    hands = Hands()
    hands.hold("keys:1", grip(1, RIGHT))
    assert hands.hold("keys:1", grip(2, UP)) == {1, 2}
    assert hands.velocity(1).is_still and hands.velocity(2) == UP


def test_still_is_letting_go() -> None:
    hands = Hands()
    hands.hold("keys:1", grip(1, RIGHT))
    assert hands.hold("keys:1", grip(1, STILL)) == {1}
    assert not hands.hold("keys:2", grip(1, STILL)), "it held nothing"
    hands.renew("keys:1", 0.1)
    assert hands.velocity(1).is_still and hands.next_s() is None


def test_what_is_not_renewed_has_let_go_and_is_not_brought_back_by_a_renewal() -> None:
    hands = Hands()
    hands.hold("keys:1", grip(1, RIGHT, 10.0))
    hands.renew("keys:1", 10.2)
    assert hands.next_s() == 10.2 + LEASE_S
    assert not hands.expire(10.55)
    assert hands.expire(10.61) == {1}
    hands.renew("keys:1", 10.62)
    assert hands.velocity(1).is_still


def test_a_renewal_that_comes_late_does_not_shorten_a_newer_one() -> None:
    hands = Hands()
    hands.hold("keys:1", grip(1, RIGHT, 10.0))
    hands.renew("keys:1", 9.0)
    assert not hands.expire(10.3)


def test_all_hands_of_a_window_let_go() -> None:
    hands = Hands()
    hands.hold("keys:1", grip(1, RIGHT))
    hands.hold("keys:2", grip(2, RIGHT))
    hands.hold("stick:0", grip(3, RIGHT))
    assert hands.let_all_go("keys:") == {1, 2}
    assert hands.velocity(3) == RIGHT
    assert hands.let_all_go() == {3}


def test_a_dome_can_be_taken_out_of_all_hands() -> None:
    hands = Hands()
    hands.hold("keys:1", grip(1, RIGHT))
    hands.hold("pad:1", grip(1, UP))
    assert hands.take_from(1) == {1}
    assert hands.velocity(1).is_still and not hands.take_from(1)


names = st.sampled_from(["keys:1", "keys:2", "stick:0"])
deeds = st.one_of(
    st.tuples(st.just("hold"), names, st.integers(1, 3), st.sampled_from([RIGHT, UP, STILL])),
    st.tuples(st.just("renew"), names, st.just(0), st.just(STILL)),
    st.tuples(st.just("let go"), names, st.just(0), st.just(STILL)),
)


@given(st.lists(st.tuples(deeds, st.floats(0.0, 0.6)), max_size=40))
def test_nothing_is_held_longer_than_the_lease_after_the_last_word(
    history: list[tuple[tuple[str, str, int, Velocity], float]],
) -> None:
    hands, now_s, heard = Hands(), 0.0, dict[str, float]()
    for (deed, hand, camera_id, velocity), seconds in history:
        hands.expire(now_s)
        if deed == "hold":
            hands.hold(hand, grip(camera_id, velocity, now_s))
            heard[hand] = now_s
        elif deed == "renew":
            hands.renew(hand, now_s)
            heard[hand] = now_s
        else:
            hands.let_go(hand)
        now_s += seconds
        hands.expire(now_s)
        if all(now_s - each >= LEASE_S for each in heard.values()):
            assert hands.next_s() is None and all(hands.velocity(each).is_still for each in (1, 2, 3))
