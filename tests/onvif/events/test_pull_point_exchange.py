"""One subscription in the place of another: the former one is emptied, and nothing is told twice."""

from __future__ import annotations

import asyncio

import pytest

from tests.onvif.events.held import asked, held
from tests.onvif.events.said import (
    GONE,
    NEWS,
    NOTHING,
    STATE,
    TOPIC,
    Answers,
    created,
    notification,
    pulled,
)
from tests.onvif.scripted import fault, soap
from wall.onvif.faults import DeviceFault


def test_one_that_was_gone_when_it_was_to_be_exchanged_has_lost_what_happened() -> None:
    addresses = [created("/a"), created("/b")]

    async def play() -> None:
        async with held(
            {
                "CreatePullPointSubscription": lambda _: addresses.pop(0),
                "PullMessages": lambda each: GONE if each.path == "/a" else NOTHING,
                "Renew": GONE,
            }
        ) as one:
            await one.point.create()
            one.now_s += 61
            assert await one.values() == []
            assert one.point.lost_s == 100.0

    asyncio.run(play())


def test_where_renewing_is_refused_another_takes_its_place_and_nothing_is_lost_or_told_twice() -> None:
    old, both, new = (notification(TOPIC, {"State": "true"}, {"Source": each}) for each in ("old", "both", "new"))
    addresses = [created("/a"), created("/b")]
    says = {"/a": [NOTHING, pulled(old, both), NOTHING], "/b": [pulled(both, new)]}

    async def play() -> None:
        async with held(
            {
                "CreatePullPointSubscription": lambda _: addresses.pop(0),
                "PullMessages": lambda each: says[each.path].pop(0),
                "Renew": GONE,
            }
        ) as one:
            await one.point.create()
            assert await one.values() == []
            one.now_s += 61
            told = [each.source[0][1] for _ in range(2) for each in await one.point.next()]
            assert told == ["old", "both", "new"]
            assert [each.path for each in asked(one, "Unsubscribe")] == ["/a"]

    asyncio.run(play())


def test_a_device_with_one_subscription_to_give_gets_the_old_one_back_first() -> None:
    full = fault("wsnt:SubscribeCreationFailedFault", status=500)
    given = [created("/a"), full, created("/b")]
    says = {"/a": [NEWS, NOTHING], "/b": [NEWS]}

    async def play() -> None:
        answers: Answers = {
            "CreatePullPointSubscription": lambda _: given.pop(0),
            "Renew": GONE,
            "PullMessages": lambda each: says[each.path].pop(0),
        }
        async with held(answers) as one:
            await one.point.create()
            one.now_s += 61
            assert await one.values() == ["true"]
            assert await one.values() == ["true"]
            assert [each.path for each in asked(one, "PullMessages")] == ["/a", "/a", "/b"]
            assert [each.path for each in asked(one, "Unsubscribe")] == ["/a"]
            assert one.point.lost_s == 161.0, "between the two nobody listened"

    asyncio.run(play())


def test_what_lay_in_the_former_one_comes_also_where_the_device_gives_no_other() -> None:
    given = [created("/a"), GONE, GONE]
    says = [NEWS, NOTHING]

    async def play() -> None:
        answers: Answers = {
            "CreatePullPointSubscription": lambda _: given.pop(0),
            "Renew": GONE,
            "PullMessages": lambda _: says.pop(0),
        }
        async with held(answers) as one:
            await one.point.create()
            one.now_s += 61
            assert await one.values() == ["true"]
            with pytest.raises(DeviceFault):
                await one.point.next()
            assert one.point.since_s == 161.0

    asyncio.run(play())


def test_one_that_says_one_thing_at_a_time_is_emptied_to_the_last() -> None:
    addresses = [created("/a"), created("/b")]
    crossings = [pulled(notification(TOPIC, {"State": str(number)})) for number in range(7)]
    says = {"/a": [*crossings, NOTHING], "/b": [NOTHING]}

    async def play() -> None:
        answers: Answers = {
            "CreatePullPointSubscription": lambda _: addresses.pop(0),
            "Renew": GONE,
            "PullMessages": lambda each: says[each.path].pop(0),
        }
        async with held(answers) as one:
            await one.point.create()
            one.now_s += 61
            assert await one.values() == [str(number) for number in range(7)]
            assert one.point.lost_s is None

    asyncio.run(play())


def test_one_that_goes_on_saying_something_is_emptied_of_what_there_was() -> None:
    """In a storm there is always something: whatever comes now, the new one has heard as well."""
    addresses = [created("/a"), created("/b")]
    one_more = pulled(notification(TOPIC, {"State": "true"}))
    says = [pulled(*(notification(TOPIC, {"State": each}) for each in ("first", "second")))]

    async def play() -> None:
        answers: Answers = {
            "CreatePullPointSubscription": lambda _: addresses.pop(0),
            "Renew": GONE,
            "PullMessages": lambda _: says.pop() if says else one_more,
        }
        async with held(answers) as one:
            await one.point.create()
            assert await one.values() == ["first", "second"]
            one.now_s += 61
            assert await one.values() == ["true"]
            assert one.point.lost_s is None and len(asked(one, "Unsubscribe")) == 1

    asyncio.run(play())


def test_one_that_never_ends_is_let_go_of_and_that_is_said() -> None:
    addresses = [created("/a"), created("/b")]

    async def play() -> None:
        answers: Answers = {"CreatePullPointSubscription": lambda _: addresses.pop(0), "Renew": GONE}
        async with held(answers) as one:
            await one.point.create()
            one.now_s += 61
            assert set(await one.values()) == {"true"}
            assert one.point.lost_s == 100.0 and len(asked(one, "Unsubscribe")) == 1

    asyncio.run(play())


@pytest.mark.parametrize("breaks_at", ["first", "second", "Unsubscribe"])
def test_a_way_that_breaks_while_the_former_one_is_emptied_costs_nothing_that_was_handed_out(breaks_at: str) -> None:
    """Whatever came is given; an answer that did not come is told to be missing, and the rest comes."""
    addresses = [created("/a"), created("/b")]
    first, second = (pulled(notification(TOPIC, {"State": each})) for each in ("first", "second"))
    broken = {"first": [b"", second, NOTHING], "second": [first, b"", NOTHING], "Unsubscribe": [first, second, NOTHING]}
    says = {"/a": broken[breaks_at], "/b": [STATE]}
    leaves = [b"", b""] if breaks_at == "Unsubscribe" else []
    left = soap("<UnsubscribeResponse/>")

    async def play() -> None:
        answers: Answers = {
            "CreatePullPointSubscription": lambda _: addresses.pop(0),
            "Renew": GONE,
            "PullMessages": lambda each: says[each.path].pop(0),
            "Unsubscribe": lambda _: leaves.pop(0) if leaves else left,
        }
        async with held(answers) as one:
            await one.point.create()
            one.now_s += 61
            with pytest.raises(DeviceFault):
                await one.point.next()
            one.talk.close()
            again = one.another_talk()
            told = [each.data[0][1] for each in await one.point.resume(again)]
            assert told == [each for each in ("first", "second") if each != breaks_at] + ["false"]
            assert one.point.lost_s == (None if breaks_at == "Unsubscribe" else 100.0)
            again.close()

    asyncio.run(play())


def test_the_same_words_again_after_an_exchange_are_another_happening() -> None:
    crossed = notification(TOPIC, {"State": "true"})
    addresses = [created("/a"), created("/b")]
    says = {"/a": [pulled(crossed), NOTHING], "/b": [pulled(crossed, crossed)]}

    async def play() -> None:
        answers: Answers = {
            "CreatePullPointSubscription": lambda _: addresses.pop(0),
            "PullMessages": lambda each: says[each.path].pop(0),
            "Renew": GONE,
        }
        async with held(answers) as one:
            await one.point.create()
            one.now_s += 61
            assert await one.values() == ["true"]
            assert await one.values() == ["true"], "one of the two is the former one's"

    asyncio.run(play())


def test_one_that_is_exchanged_before_it_was_listened_to_tells_nothing_twice() -> None:
    """On a slow machine, or where it lasts but a moment: three subscriptions have heard the same."""
    crossed, after = (notification(TOPIC, {"State": each}) for each in ("true", "after"))
    addresses = [created("/a"), created("/b"), created("/c")]
    says = {"/a": [pulled(crossed), NOTHING], "/b": [pulled(crossed, after), NOTHING], "/c": [pulled(after)]}

    async def play() -> None:
        answers: Answers = {
            "CreatePullPointSubscription": lambda _: addresses.pop(0),
            "PullMessages": lambda each: says[each.path].pop(0),
            "Renew": GONE,
        }
        async with held(answers) as one:
            await one.point.create()
            told = []
            for pause_s in (61, 61, 1):
                one.now_s += pause_s
                told += await one.values()
            assert told == ["true", "after"]

    asyncio.run(play())


@pytest.mark.parametrize(("at", "comes"), [("2026-11-23T02:44:12Z", ["after"]), ("", ["true", "after"])])
def test_on_a_slow_machine_it_is_long_before_the_successor_says_what_is_known(at: str, comes: list[str]) -> None:
    """One thing an answer. What has no time, and is not in the first one, is taken for another happening."""
    crossed, after = (notification(TOPIC, {"State": each}, at=at) for each in ("true", "after"))
    addresses = [created("/a"), created("/b")]
    says = {"/a": [pulled(crossed), NOTHING], "/b": [STATE, pulled(crossed), pulled(after)]}

    async def play() -> None:
        answers: Answers = {
            "CreatePullPointSubscription": lambda _: addresses.pop(0),
            "PullMessages": lambda each: says[each.path].pop(0),
            "Renew": GONE,
        }
        async with held(answers) as one:
            await one.point.create()
            one.now_s += 61
            assert await one.values() == ["true"]
            told = []
            for _ in range(3):
                one.now_s += 7
                told += await one.values()
            assert told == ["false", *comes]

    asyncio.run(play())
