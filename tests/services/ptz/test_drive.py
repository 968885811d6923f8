"""Whatever the hand and the network do: the dome stands in the end, and soon where the network is well."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.services.ptz.model_dome import ModelDome, Passage, World
from wall.model.ptz.move import STILL, Velocity
from wall.services.ptz.drive import Drive, Kind

RIGHT, LEFT, UP = Velocity(pan=0.5), Velocity(pan=-0.5), Velocity(tilt=1.0)
FAST = Passage(0.002, 0.002)
SLOW = Passage(0.01, 4.9)
SLOW_TO_DO = Passage(4.9, 0.01)
LOST = Passage(None, None)

hands = st.lists(st.tuples(st.sampled_from([RIGHT, LEFT, UP, STILL]), st.floats(0.0, 2.0)), max_size=12)
soon = st.builds(Passage, st.floats(0.0, 0.05), st.floats(0.0, 0.05))
passages = st.one_of(
    soon,
    st.sampled_from([SLOW, SLOW_TO_DO, LOST, Passage(0.01, None), Passage(is_refused=True)]),
    st.builds(Passage, st.floats(0.0, 5.5), st.one_of(st.none(), st.floats(0.0, 5.5))),
)
domes = st.builds(ModelDome, st.integers(0, 1), st.booleans())


@settings(max_examples=300, deadline=None)
@given(hands, st.lists(passages, max_size=30), domes)
def test_it_stands_in_the_end_and_knows_it(
    held: list[tuple[Velocity, float]], fates: list[Passage], dome: ModelDome
) -> None:
    world = World(Drive(), dome, itertools.chain(fates, itertools.repeat(FAST)))
    for velocity, seconds in held:
        world.want(velocity)
        world.run(seconds)
    world.want(STILL)
    world.run(300.0)
    assert world.dome.velocity.is_still
    assert not world.drive.may_move and not world.drive.is_moving
    assert not world.drive.is_stop_unconfirmed(world.now_s)
    assert world.most_moves_out <= 1


@settings(max_examples=300, deadline=None)
@given(hands, st.lists(soon, min_size=1, max_size=40), domes)
def test_on_a_good_network_it_stands_soon_after_the_hand_let_go(
    held: list[tuple[Velocity, float]], fates: list[Passage], dome: ModelDome
) -> None:
    world = World(Drive(), dome, itertools.cycle(fates))
    for velocity, seconds in held:
        world.want(velocity)
        world.run(seconds)
    world.want(STILL)
    let_go_s = world.now_s
    world.run(30.0)
    assert world.dome.velocity.is_still
    assert world.dome.moved_s <= let_go_s + 0.7, "a stop that was swallowed is said again soon"


@settings(max_examples=200, deadline=None)
@given(hands, st.lists(soon, min_size=1, max_size=40))
def test_while_it_is_held_it_moves_as_it_is_held(held: list[tuple[Velocity, float]], fates: list[Passage]) -> None:
    world = World(Drive(), ModelDome(), itertools.cycle(fates))
    for velocity, seconds in held:
        world.want(velocity)
        world.run(max(seconds, 0.75))
        assert world.dome.velocity == velocity


def test_a_press_is_sent_at_once_and_said_again_before_it_runs_out() -> None:
    world = World(Drive(), ModelDome())
    world.want(RIGHT)
    assert [each.velocity for each in world.sent] == [RIGHT]
    world.run(3.0)
    gaps = [b.sent_s - a.sent_s for a, b in itertools.pairwise(world.sent)]
    assert gaps and max(gaps) < 0.5
    world.want(STILL)
    assert world.sent[-1].kind is Kind.STOP and world.sent[-1].sent_s == world.now_s


def test_a_stop_does_not_wait_for_a_camera_that_answers_after_five_seconds() -> None:
    world = World(Drive(), ModelDome(keeps_time=False), itertools.repeat(SLOW))
    world.want(RIGHT)
    world.run(0.2)
    world.want(STILL)
    assert world.sent[-1].kind is Kind.STOP and world.sent[-1].sent_s == world.now_s
    world.run(60.0)
    assert world.dome.moved_s < 0.3 and not world.drive.may_move


def test_a_camera_that_takes_five_seconds_is_told_of_and_has_never_more_than_one_move_before_it() -> None:
    for fate in (SLOW, SLOW_TO_DO):
        world = World(Drive(), ModelDome(), itertools.repeat(fate))
        world.want(RIGHT)
        world.run(20.0)
        assert world.most_moves_out == 1 and 4 <= len(world.sent) <= 6
        assert 4.8 < world.drive.answers_after_s < 5.0
        world.want(STILL)
        let_go_s = world.now_s
        world.run(60.0)
        assert world.dome.moved_s <= let_go_s + (fate.done_after_s or 0.0) + 0.1
    world = World(Drive(), ModelDome())
    world.want(RIGHT)
    world.run(3.0)
    assert world.drive.answers_after_s < 0.1


def test_the_newest_replaces_what_waits() -> None:
    world = World(Drive(), ModelDome(), itertools.repeat(Passage(0.1, 0.1)))
    for share in range(1, 10):
        world.want(Velocity(pan=share / 10))
        world.run(0.01)
    world.run(0.3)
    assert [each.velocity.pan for each in world.sent[:2]] == [0.1, 0.9]


def test_what_was_pressed_and_let_go_before_it_could_be_sent_is_never_sent() -> None:
    world = World(Drive(), ModelDome(), itertools.repeat(SLOW))
    world.want(RIGHT)
    world.run(0.1)
    world.want(STILL)
    world.want(LEFT)
    world.run(0.1)
    world.want(STILL)
    world.run(30.0)
    assert LEFT not in [each.velocity for each in world.sent]


def test_the_same_press_again_is_sent_again_though_the_stop_is_hardly_answered() -> None:
    world = World(Drive(), ModelDome())
    world.want(RIGHT)
    world.run(0.05)
    world.want(STILL)
    world.run(0.02)
    world.want(RIGHT)
    world.run(0.02)
    assert world.dome.velocity == RIGHT


def test_a_move_that_was_never_answered_is_stopped_as_long_as_it_may_be_done() -> None:
    """It was taken at its word 5.5 s later, when the call had long been given up."""
    world = World(Drive(), ModelDome(keeps_time=False), itertools.chain([Passage(5.5, None)], itertools.repeat(FAST)))
    world.want(RIGHT)
    world.run(0.1)
    world.want(STILL)
    world.run(20.0)
    assert world.dome.velocity.is_still and world.dome.moved_s < 6.7


def test_a_stop_that_is_never_confirmed_is_told_and_said_for_ever() -> None:
    world = World(Drive(), ModelDome(), itertools.chain([FAST], itertools.repeat(LOST)))
    world.want(RIGHT)
    world.run(0.1)
    world.want(STILL)
    assert not world.drive.is_stop_unconfirmed(world.now_s), "not in the first moment"
    world.run(3600.0)
    assert world.drive.is_stop_unconfirmed(world.now_s) and world.drive.is_moving
    late = [each for each in world.sent if each.sent_s > 3000.0]
    assert 30 < len(late) < 200, "again and again, but no storm"
    world.passages = itertools.repeat(FAST)
    world.run(30.0)
    assert not world.drive.may_move


def test_a_camera_that_was_never_there_is_left_alone_after_a_while() -> None:
    world = World(Drive(), ModelDome(), itertools.repeat(LOST))
    world.want(RIGHT)
    world.run(0.1)
    world.want(STILL)
    world.run(120.0)
    assert not world.drive.may_move


def test_a_camera_that_refuses_is_not_told_to_stop_and_not_stormed() -> None:
    world = World(Drive(), ModelDome(), itertools.repeat(Passage(is_refused=True)))
    world.want(RIGHT)
    world.run(5.0)
    assert len(world.sent) <= 11
    world.want(STILL)
    world.run(5.0)
    assert all(each.kind is Kind.MOVE for each in world.sent) and not world.drive.may_move


def test_what_was_left_moving_by_another_program_is_stopped() -> None:
    dome = ModelDome(keeps_time=False, velocity=RIGHT, until_s=float("inf"))
    world = World(Drive(), dome)
    world.drive.suspect(0.0)
    world.run(1.0)
    assert dome.velocity.is_still and not world.drive.may_move


def test_it_may_be_sent_somewhere_once_it_has_said_yes_to_a_stop_and_is_then_not_stopped_any_more() -> None:
    world = World(Drive(), ModelDome())
    world.want(RIGHT)
    world.run(0.1)
    assert not world.drive.is_free(world.now_s)
    world.want(STILL)
    assert not world.drive.is_free(world.now_s)
    world.run(0.05)
    assert world.drive.is_free(world.now_s)
    world.drive.forget()
    sent = len(world.sent)
    world.run(5.0)
    assert len(world.sent) == sent


def test_a_camera_that_always_takes_its_time_is_not_told_to_stop_over_and_over() -> None:
    world = World(Drive(), ModelDome(), itertools.repeat(Passage(0.01, 0.8)))
    for _ in range(3):
        world.want(RIGHT)
        world.run(1.0)
        world.want(STILL)
        world.run(4.0)
    stops = [each for each in world.sent if each.kind is Kind.STOP]
    assert len(stops) <= 12, "four at most for each movement"


def test_a_press_soon_after_a_stop_goes_out_though_that_is_answered_late() -> None:
    world = World(Drive(), ModelDome(), itertools.repeat(Passage(0.01, 0.8)))
    world.want(RIGHT)
    world.run(1.0)
    world.want(STILL)
    world.run(1.2)
    world.want(LEFT)
    world.run(0.35)
    assert world.dome.velocity == LEFT
