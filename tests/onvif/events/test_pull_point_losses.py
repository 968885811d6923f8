"""Answers that do not arrive whole: what was handed out is lost, and that is said."""

from __future__ import annotations

import asyncio

import pytest

from tests.onvif.events.held import asked, held
from tests.onvif.events.said import (
    GONE,
    NEWS,
    NOTHING,
    STATE,
    Answers,
    created,
)
from tests.onvif.scripted import fault, http
from wall.onvif.events.manners import Manners
from wall.onvif.events.talk import has_lost
from wall.onvif.faults import DeviceFault


def half_of(answer: bytes) -> bytes:
    return answer.replace(b"\r\n", b"\r\nConnection: close\r\n", 1)[:-60]


UNCOUNTED = b"HTTP/1.0 200 OK\r\nConnection: close\r\n\r\n" + NEWS.partition(b"\r\n\r\n")[2]


LOST = {"reset": b"", "half": half_of(NEWS), "1.0": UNCOUNTED[:-100], "no XML": http("<")}


@pytest.mark.parametrize("lost", LOST.values(), ids=LOST)
def test_an_answer_that_does_not_arrive_whole_is_said_to_be_missing_and_how_it_stands_is_learnt(lost: bytes) -> None:
    says = [NEWS, lost, STATE, NOTHING]

    async def play() -> None:
        async with held({"PullMessages": lambda _: says.pop(0)}) as one:
            await one.point.create()
            assert await one.values() == ["true"]
            one.now_s += 5
            with pytest.raises(DeviceFault) as raised:
                await one.point.next()
            assert has_lost(raised.value)
            one.now_s += 1
            one.talk.close()
            again = one.another_talk()
            assert [each.data[0][1] for each in await one.point.resume(again)] == ["false"]
            assert one.point.lost_s == 100.0 and len(asked(one, "CreatePullPointSubscription")) == 1
            again.close()

    asyncio.run(play())


def test_an_http_1_0_answer_that_is_whole_is_read() -> None:
    async def play() -> None:
        async with held({"PullMessages": UNCOUNTED}) as one:
            await one.point.create()
            assert await one.values() == ["true"]

    asyncio.run(play())


def test_who_cannot_say_how_it_stands_is_subscribed_to_anew_where_an_answer_was_lost() -> None:
    addresses = [created("/a"), created("/b")]
    says = {"/a": [b"", NEWS, NOTHING], "/b": [STATE]}

    async def play() -> None:
        manners = Manners()
        manners.cannot_prove()
        answers: Answers = {
            "CreatePullPointSubscription": lambda _: addresses.pop(0),
            "PullMessages": lambda each: says[each.path].pop(0),
        }
        async with held(answers, manners) as one:
            await one.point.create()
            with pytest.raises(DeviceFault):
                await one.point.next()
            one.talk.close()
            again = one.another_talk()
            assert [each.data[0][1] for each in await one.point.resume(again)] == ["true"]
            assert [each.data[0][1] for each in await one.point.next()] == ["false"]
            assert one.point.lost_s == 100.0
            again.close()

    asyncio.run(play())


def test_who_ends_connections_without_a_word_is_asked_on_new_ones() -> None:
    """Otherwise every question that crosses such an end would be one that may have been heard."""
    says = [b"", b"", *[NOTHING] * 3]

    async def play() -> None:
        manners = Manners()
        async with held({"PullMessages": lambda _: says.pop(0)}, manners) as one:
            await one.point.create()
            for _ in range(2):
                with pytest.raises(DeviceFault):
                    await one.point.next()
            assert not manners.keeps_connections
            before = one.device.connections
            for _ in range(3):
                await one.point.next()
            assert one.device.connections == before + 3

    asyncio.run(play())


@pytest.mark.parametrize("refusal", [GONE, fault("ter:NotAuthorized", "Sender not authorized")])
def test_who_says_no_has_handed_out_nothing(refusal: bytes) -> None:
    async def play() -> None:
        async with held({"PullMessages": refusal}) as one:
            await one.point.create()
            with pytest.raises(DeviceFault) as raised:
                await one.point.next()
            assert not has_lost(raised.value)

    asyncio.run(play())
