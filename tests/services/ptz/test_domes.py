"""Hands, orders and claims on domes that answer late, or never: who holds what, and that all stand in the end."""

from __future__ import annotations

import asyncio
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.services.ptz.dome_room import ABILITY, DomeRoom, ModelLine
from tests.services.ptz.model_dome import ModelDome, Passage
from tests.services.ptz.virtual_loop import run
from wall.model.device import Trouble
from wall.model.dome_events import PtzAbilityKnown
from wall.model.errors import WallError
from wall.model.ptz.journal import Deed
from wall.model.ptz.move import STILL, Velocity
from wall.model.ptz.operator import SYSTEM, Operator, Rank
from wall.model.ptz.status import PtzStatus
from wall.model.tile import Cause
from wall.services.ptz.claims import Claims
from wall.services.ptz.dome import Overtaken

LAN, MINH, CHIEF = Operator("Lan"), Operator("Minh"), Operator("Hà", Rank.SUPERVISOR)
RIGHT, LEFT = Velocity(pan=0.5), Velocity(pan=-1.0)
LOST = Passage(None, None)


def test_a_hand_moves_it_and_letting_go_stops_it() -> None:
    async def play() -> None:
        room = DomeRoom({1: ModelLine()})
        room.domes.open(1)
        await asyncio.sleep(1.0)
        assert room.domes.ability(1) == ABILITY and PtzAbilityKnown(1, ABILITY) in room.events
        await room.hold(1, "keys:1", RIGHT, LAN, 2.0)
        standing = room.domes.standings.get(1)
        assert standing.is_moving and standing.hold is not None and standing.hold.operator == LAN
        let_go_s = room.now()
        room.domes.let_go("keys:1")
        await asyncio.sleep(0.5)
        assert room.lines[1].dome.moved_s <= let_go_s + 0.01
        assert not room.domes.standings.get(1).is_moving
        assert [each[1] for each in room.journal.noted] == [Deed.MOVED, Deed.STOPPED]
        await asyncio.sleep(6.0)
        assert room.domes.standings.get(1).hold is None
        await room.domes.stop()
        assert room.lines[1].closed

    run(play())


def test_a_hand_that_is_not_renewed_has_let_go() -> None:
    """The window hangs, the stick was pulled out."""

    async def play() -> None:
        room = DomeRoom({1: ModelLine(ModelDome(keeps_time=False))})
        room.drive(1, "stick:0", RIGHT, LAN)
        await asyncio.sleep(1.0)
        assert room.is_still(1) and room.lines[1].dome.moved_s < 0.45
        room.domes.renew("stick:0", room.now())
        await asyncio.sleep(1.0)
        assert room.is_still(1)
        await room.domes.stop()

    run(play())


def test_a_word_of_a_hand_that_waited_too_long_moves_nothing() -> None:
    async def play() -> None:
        room = DomeRoom({1: ModelLine()})
        await asyncio.sleep(5.0)
        room.domes.drive(1, "keys:1", RIGHT, LAN, room.now() - 0.5)
        assert not [what for _, what in room.lines[1].said if what.startswith("move")]
        await room.domes.stop()

    run(play())


def test_one_hand_of_two_lets_go_and_the_other_holds_on() -> None:
    async def play() -> None:
        room = DomeRoom({1: ModelLine()})
        room.drive(1, "keys:1", RIGHT, LAN)
        room.drive(1, "stick:0", Velocity(tilt=0.5), LAN)
        await asyncio.sleep(0.1)
        assert room.lines[1].dome.velocity == Velocity(0.5, 0.5)
        room.domes.let_all_go("stick:")
        await asyncio.sleep(0.1)
        assert room.lines[1].dome.velocity == RIGHT
        await room.domes.stop()
        assert room.is_still(1)

    run(play())


def test_who_does_not_hold_it_moves_nothing_and_is_told_who_does() -> None:
    async def play() -> None:
        room = DomeRoom({1: ModelLine()})
        room.drive(1, "keys:1", RIGHT, LAN)
        await asyncio.sleep(0.1)
        room.drive(1, "keys:2", LEFT, MINH)
        await asyncio.sleep(0.1)
        standing = room.domes.standings.get(1)
        assert standing.cause is Cause.HELD and standing.hold is not None and standing.hold.operator == LAN
        assert room.lines[1].dome.velocity == RIGHT
        room.domes.let_all_go()
        await asyncio.sleep(6.0)
        assert room.domes.standings.get(1).cause is Cause.NONE, "once nobody holds it there is nothing to tell"
        await room.domes.stop()

    run(play())


def test_a_dome_that_is_taken_over_leaves_the_hand_and_stops() -> None:
    async def play() -> None:
        room = DomeRoom({1: ModelLine(ModelDome(keeps_time=False))})
        claims = Claims(room.domes)
        room.drive(1, "keys:1", RIGHT, LAN)
        await asyncio.sleep(0.1)
        claims.take_over(1, MINH)
        assert room.domes.standings.get(1).cause is Cause.OUTRANKED
        taken_s = room.now()
        claims.take_over(1, CHIEF)
        room.domes.renew("keys:1", room.now())
        await asyncio.sleep(0.2)
        assert room.is_still(1) and room.lines[1].dome.moved_s <= taken_s + 0.01
        room.drive(1, "keys:1", RIGHT, LAN)
        assert room.domes.standings.get(1).cause is Cause.HELD
        assert (1, Deed.TOOK, "Hà") in room.journal.noted
        await room.domes.stop()

    run(play())


def test_the_system_gives_way_to_a_hand_and_waits_for_it() -> None:
    async def play() -> None:
        room = DomeRoom({1: ModelLine()})
        touched: list[tuple[int, Operator]] = []
        room.domes.listen(lambda camera_id, operator: touched.append((camera_id, operator)))
        await room.orders.send(1, lambda line: line.go_preset("1"), SYSTEM, "preset 1")
        assert not touched
        room.drive(1, "keys:1", RIGHT, LAN)
        assert touched == [(1, LAN)]
        with pytest.raises(WallError) as refused:
            await room.orders.send(1, lambda line: line.go_preset("2"), SYSTEM, "preset 2")
        assert refused.value.cause is Cause.HELD
        await asyncio.sleep(0.1)
        assert room.lines[1].dome.velocity == RIGHT
        await room.domes.stop()

    run(play())


def test_an_order_takes_it_out_of_the_hand_and_is_not_stopped_by_what_was_before() -> None:
    async def play() -> None:
        room = DomeRoom({1: ModelLine()})
        room.drive(1, "keys:1", RIGHT, LAN)
        await asyncio.sleep(0.1)
        await room.orders.send(1, lambda line: line.go_preset("3"), LAN, "preset 3")
        await asyncio.sleep(5.0)
        assert [what for _, what in room.lines[1].said][-2:] == ["stop", "preset 3"]
        await room.domes.stop()

    run(play())


class BlindLine(ModelLine):
    """Of a dome that does not tell where it looks: nobody sees that it turns on."""

    async def status(self) -> PtzStatus:
        return PtzStatus(None)


@pytest.mark.parametrize("fate", [Passage(is_refused=True), LOST])
def test_an_order_that_comes_to_nothing_leaves_no_dome_turning_that_ignores_its_first_stop(fate: Passage) -> None:
    async def play() -> None:
        fates = itertools.chain([Passage(), Passage(), fate], itertools.repeat(Passage()))
        room = DomeRoom({1: BlindLine(ModelDome(swallows=1, keeps_time=False), fates)})
        room.drive(1, "keys:1", RIGHT, LAN)
        await asyncio.sleep(0.1)
        with pytest.raises(WallError):
            await room.orders.send(1, lambda line: line.go_preset("3"), LAN, "preset 3")
        await asyncio.sleep(1.0)
        assert room.is_still(1) and not room.domes.standings.get(1).is_moving
        assert [what for _, what in room.lines[1].said] == ["move 0.5", "stop", "preset 3", "stop", "stop"]
        await room.domes.stop()

    run(play())


def test_the_newest_order_replaces_what_waits_and_a_hand_does_so_too() -> None:
    async def play() -> None:
        slow = Passage(0.01, 1.0)
        room = DomeRoom({1: ModelLine(passages=itertools.chain([Passage(), slow], itertools.repeat(Passage())))})
        room.drive(1, "keys:1", RIGHT, LAN)
        await asyncio.sleep(0.1)
        first = asyncio.create_task(room.orders.send(1, lambda line: line.go_preset("3"), LAN, "preset 3"))
        await asyncio.sleep(0.1)
        second = asyncio.create_task(room.orders.send(1, lambda line: line.go_preset("4"), LAN, "preset 4"))
        await asyncio.wait([first, second])
        assert isinstance(first.exception(), Overtaken) and second.exception() is None
        assert "preset 3" not in [what for _, what in room.lines[1].said]
        assert room.domes.standings.get(1).cause is Cause.NONE, "nobody is to blame"
        await room.domes.stop()

    run(play())


def test_a_refused_login_is_told_and_the_next_try_has_a_new_line() -> None:
    async def play() -> None:
        line = ModelLine(passages=itertools.repeat(Passage(is_refused=True)), fault=Trouble.LOGIN)
        room = DomeRoom({1: line})
        await room.hold(1, "keys:1", RIGHT, LAN, 0.3)
        room.domes.let_go("keys:1")
        await asyncio.sleep(0.5)
        standing = room.domes.standings.get(1)
        assert standing.cause is Cause.LOGIN and not standing.is_moving and not standing.is_stop_unconfirmed
        line.passages = itertools.repeat(Passage())
        room.drive(1, "keys:1", RIGHT, LAN)
        await asyncio.sleep(0.1)
        assert line.closed == 1 and room.domes.standings.get(1).cause is Cause.NONE
        await room.domes.stop()

    run(play())


def test_a_stop_that_does_not_get_through_is_told_until_it_does() -> None:
    async def play() -> None:
        line = ModelLine(ModelDome(keeps_time=False))
        room = DomeRoom({1: line})
        room.drive(1, "keys:1", RIGHT, LAN)
        await asyncio.sleep(0.1)
        line.passages = itertools.repeat(LOST)
        room.domes.let_go("keys:1")
        await asyncio.sleep(60.0)
        standing = room.domes.standings.get(1)
        assert standing.is_stop_unconfirmed and standing.is_moving and standing.cause is Cause.TIMEOUT
        line.passages = itertools.repeat(Passage())
        await asyncio.sleep(20.0)
        assert room.is_still(1) and not room.domes.standings.get(1).is_stop_unconfirmed
        await room.domes.stop()

    run(play())


def test_a_dome_that_says_yes_to_stops_and_turns_on_is_found_out_by_its_place() -> None:
    async def play() -> None:
        room = DomeRoom({1: ModelLine(ModelDome(swallows=4, keeps_time=False))})
        room.drive(1, "keys:1", RIGHT, LAN)
        await asyncio.sleep(0.1)
        room.domes.let_go("keys:1")
        await asyncio.sleep(6.0)
        assert room.is_still(1)
        await room.domes.stop()

    run(play())


def test_the_end_of_the_program_waits_for_the_stop_but_not_for_ever() -> None:
    async def play() -> None:
        line = ModelLine()
        room = DomeRoom({1: line})
        room.drive(1, "keys:1", RIGHT, LAN)
        await asyncio.sleep(0.1)
        line.passages = itertools.repeat(LOST)
        began_s = room.now()
        await room.domes.stop()
        assert 2.0 < room.now() - began_s < 4.0
        assert [each[1] for each in room.journal.noted] == [Deed.MOVED], "the next program will stop it"
        room.drive(1, "keys:1", RIGHT, LAN)
        await asyncio.sleep(CALL_IS_OVER_S)

    run(play())


CALL_IS_OVER_S = 10.0


def test_what_was_left_moving_is_stopped_and_written_down_even_if_it_is_not_in_the_city_any_more() -> None:
    async def play() -> None:
        turning = ModelDome(keeps_time=False, velocity=RIGHT, until_s=float("inf"))
        room = DomeRoom({1: ModelLine(turning)})
        room.domes.recover([1, 2])
        await asyncio.sleep(1.0)
        assert room.is_still(1)
        assert sorted(room.journal.noted) == sorted((each, Deed.STOPPED, SYSTEM.name) for each in (1, 2))
        await asyncio.sleep(30.0)
        assert room.lines[1].closed, "nobody needs the line"
        await room.domes.stop()

    run(play())


def test_a_lens_does_not_turn_for_ever() -> None:
    async def play() -> None:
        room = DomeRoom({1: ModelLine()})
        room.orders.focus(1, 0.5, LAN)
        await asyncio.sleep(6.0)
        assert [what for _, what in room.lines[1].said] == ["focus 0.5", "focus stop"]
        room.orders.focus(1, -1.0, LAN)
        await asyncio.sleep(0.1)
        room.orders.stop_all_focus(LAN)
        await asyncio.sleep(0.1)
        assert [what for _, what in room.lines[1].said][2:] == ["focus -1", "focus stop"]
        await room.domes.stop()

    run(play())


def test_what_is_no_dome_says_so() -> None:
    async def play() -> None:
        room = DomeRoom({})
        room.domes.open(9)
        room.drive(9, "keys:1", RIGHT, LAN)
        await asyncio.sleep(0.2)
        standing = room.domes.standings.get(9)
        assert standing.cause is Cause.NO_PTZ and not standing.is_moving
        room.domes.close(9)
        await room.domes.stop()

    run(play())


hands = st.sampled_from(["keys:1", "stick:0"])
people = st.sampled_from([LAN, MINH, CHIEF])
cameras = st.integers(1, 2)
speeds = st.sampled_from([RIGHT, LEFT, STILL])
deeds = st.one_of(
    st.tuples(st.just("drive"), cameras, hands, speeds, people),
    st.tuples(st.sampled_from(["renew", "let go", "all", "open", "close"]), cameras, hands, speeds, people),
    st.tuples(st.sampled_from(["take over", "reserve", "release", "preset"]), cameras, hands, speeds, people),
)
fates = st.one_of(
    st.builds(Passage, st.floats(0.0, 0.05), st.floats(0.0, 0.05)),
    st.sampled_from([Passage(0.01, 4.9), Passage(4.9, 0.01), LOST, Passage(0.01, None), Passage(is_refused=True)]),
)
domes = st.builds(ModelDome, st.integers(0, 1), st.booleans())
History = list[tuple[tuple[str, int, str, Velocity, Operator], float]]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.tuples(deeds, st.floats(0.0, 1.5)), max_size=25), st.lists(fates, max_size=30), domes, domes)
def test_whatever_happens_nobody_holding_it_means_that_it_stands(
    history: History, fated: list[Passage], one: ModelDome, two: ModelDome
) -> None:
    async def play() -> None:
        passages = itertools.chain(fated, itertools.repeat(Passage()))
        room = DomeRoom({1: ModelLine(one, passages), 2: ModelLine(two, passages)})
        tasks: list[asyncio.Task[None]] = []
        for deed, seconds in history:
            _do(room, deed, tasks)
            await asyncio.sleep(seconds)
        # Nobody says anything any more: as when the window hangs.
        await asyncio.sleep(60.0)
        assert room.is_still(1) and room.is_still(2)
        assert not room.domes.standings.get(1).is_moving and not room.domes.standings.get(2).is_moving
        assert max(line.most_moves_out for line in room.lines.values()) <= 1
        moves = [deed for _, deed, _ in room.journal.noted if deed in (Deed.MOVED, Deed.STOPPED)]
        assert moves.count(Deed.MOVED) == moves.count(Deed.STOPPED)
        await asyncio.gather(*tasks, return_exceptions=True)
        await room.domes.stop()

    run(play())


def _do(room: DomeRoom, deed: tuple[str, int, str, Velocity, Operator], tasks: list[asyncio.Task[None]]) -> None:
    what, camera_id, hand, velocity, who = deed
    claims = Claims(room.domes)
    match what:
        case "drive":
            room.drive(camera_id, hand, velocity, who)
        case "renew":
            room.domes.renew(hand, room.now())
        case "let go":
            room.domes.let_go(hand)
        case "all":
            room.domes.let_all_go()
        case "open":
            room.domes.open(camera_id)
        case "close":
            room.domes.close(camera_id)
        case "take over":
            claims.take_over(camera_id, who)
        case "reserve":
            claims.reserve(camera_id, who, 0.05)
        case "release":
            claims.release(camera_id, who)
        case _:
            order = room.orders.send(camera_id, lambda line: line.go_preset("1"), who, "preset 1")
            tasks.append(asyncio.create_task(order))
