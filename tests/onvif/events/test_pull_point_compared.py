"""Was one that was exchanged for its silence dead, where a device cannot say how it stands? What happens next tells."""

from __future__ import annotations

import asyncio

import pytest

from tests.onvif.events.held import asked, held
from tests.onvif.events.said import GONE, NEWS, NOTHING, STATE, TOPIC, Answers, created, notification, pulled
from wall.onvif.events.manners import Manners
from wall.onvif.faults import DeviceFault


def mute() -> Manners:
    """Of a device that does not know SetSynchronizationPoint."""
    manners = Manners()
    manners.cannot_prove()
    return manners


def answers(says: dict[str, list[bytes]]) -> Answers:
    addresses = [created(path) for path in says]
    return {
        "CreatePullPointSubscription": lambda _: addresses.pop(0),
        "PullMessages": lambda each: says[each.path].pop(0),
    }


@pytest.mark.parametrize(
    ("former", "lost_s"), [(NEWS, None), (NOTHING, 100.0), (GONE, None)], ids=["alive", "dead", "ended since"]
)
def test_what_happens_next_tells_whether_the_former_one_was_dead(former: bytes, lost_s: float | None) -> None:
    says = {"/a": [NOTHING, former], "/b": [STATE, NEWS, NOTHING]}

    async def play() -> None:
        async with held(answers(says), mute()) as one:
            await one.point.create()
            one.now_s += 13
            assert await one.values() == []
            assert await one.values() == ["false"], "how it stands says nothing of the former one"
            assert not asked(one, "Unsubscribe")
            assert await one.values() == ["true"]
            assert len(asked(one, "PullMessages")) == 3, "what has happened waits for nothing"
            assert await one.values() == [], "what the former one was told, too, is told once"
            assert one.point.lost_s == lost_s
            assert [each.path for each in asked(one, "Unsubscribe")] == ([] if former is GONE else ["/a"])

    asyncio.run(play())


def test_a_device_that_tells_the_newest_alone_is_not_taken_for_dead_time_and_again() -> None:
    says = {
        "/a": [NOTHING, NOTHING],
        "/b": [NEWS, NOTHING, NOTHING, NOTHING],
        "/c": [NEWS, NOTHING, NOTHING],
        "/d": [NEWS, NOTHING],
    }

    async def play() -> None:
        losses = []
        async with held(answers(says), mute()) as one:
            await one.point.create()
            for _ in range(3):
                one.now_s += 13
                assert await one.values() == []
                assert await one.values() == ["true"]
                assert await one.values() == []
                losses.append(one.point.lost_s)
                one.point.lost_s = None
            assert losses == [100.0, 113.0, None]
            assert [each.path for each in asked(one, "Unsubscribe")] == ["/a", "/b", "/c"]

    asyncio.run(play())


@pytest.mark.parametrize("has_one_list", [False, True], ids=["each its own", "one list"])
def test_what_the_former_one_alone_was_told_is_given_once(has_one_list: bool) -> None:
    """More may happen until it is asked; and some devices have one list, whoever asks: it is given there or never."""
    first, second, third = (notification(TOPIC, {"State": each}) for each in ("first", "second", "third"))
    former = [second, third] if has_one_list else [first, second, third]
    rest = NOTHING if has_one_list else pulled(second, third)
    says = {"/a": [NOTHING, pulled(*former)], "/b": [pulled(first), rest, pulled(second)]}

    async def play() -> None:
        async with held(answers(says), mute()) as one:
            await one.point.create()
            one.now_s += 13
            told = [await one.values() for _ in range(5)]
            assert told == [[], ["first"], ["second", "third"], [], ["second"]], "the last one is another"
            assert one.point.lost_s is None and [each.path for each in asked(one, "Unsubscribe")] == ["/a"]

    asyncio.run(play())


def test_a_way_that_breaks_while_the_compared_one_is_let_go_costs_nothing_of_what_it_was_told() -> None:
    first, second = (notification(TOPIC, {"State": each}) for each in ("first", "second"))
    says = {"/a": [NOTHING, pulled(first, second)], "/b": [pulled(first), pulled(second)]}
    breaks: Answers = {"Unsubscribe": b""}

    async def play() -> None:
        async with held(answers(says) | breaks, mute()) as one:
            await one.point.create()
            one.now_s += 13
            assert [await one.values() for _ in range(2)] == [[], ["first"]]
            with pytest.raises(DeviceFault):
                await one.point.next()
            one.talk.close()
            again = one.another_talk()
            assert [each.data[0][1] for each in await one.point.resume(again)] == ["second"]
            assert one.point.lost_s is None
            again.close()

    asyncio.run(play())


def test_a_device_that_gives_the_same_again_keeps_it() -> None:
    answers_: Answers = {"CreatePullPointSubscription": created("/a"), "PullMessages": lambda _: says.pop(0)}
    says = [NEWS, NEWS]

    async def play() -> None:
        async with held(answers_, mute()) as one:
            await one.point.create()
            one.now_s += 13
            assert [await one.values() for _ in range(3)] == [[], ["true"], ["true"]]
            assert not asked(one, "Unsubscribe") and one.point.lost_s is None

    asyncio.run(play())


@pytest.mark.parametrize(("answers_it", "lost_s"), [(True, 100.0), (False, None)])
def test_a_device_that_gives_the_same_again_is_asked_whether_it_would_have_spoken(
    answers_it: bool, lost_s: float | None
) -> None:
    """There is no other to compare: who says how it stands as soon as it is told to had been dead."""
    says = [NOTHING, STATE, STATE if answers_it else NEWS, NOTHING]
    answers_: Answers = {"CreatePullPointSubscription": created("/a"), "PullMessages": lambda _: says.pop(0)}

    async def play() -> None:
        async with held(answers_) as one:
            await one.point.create()
            one.now_s += 9
            assert await one.values() == [] and len(asked(one, "SetSynchronizationPoint")) == 1
            one.now_s += 1
            assert await one.values() == ["false"]
            await one.values()
            assert len(asked(one, "SetSynchronizationPoint")) == 2
            await one.values()
            assert len(asked(one, "SetSynchronizationPoint")) == 2, "once is enough"
            assert one.point.lost_s == lost_s

    asyncio.run(play())
