"""A subscription that lives, and all the ways in which it dies; on a device that does exactly what a test wants."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

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
from tests.onvif.scripted import Asked, fault, soap
from wall.model.device import Login, Trouble
from wall.model.stream import Credentials
from wall.onvif.events.manners import Manners
from wall.onvif.faults import DeviceFault

LOGIN = Credentials("admin", "secret")
RIGHTS = fault("ter:NotAuthorized", "Sender not authorized")


def test_what_happens_comes() -> None:
    async def play() -> None:
        async with held({}) as one:
            await one.talk.open()
            await one.point.create()
            assert await one.values() == ["true"]
            assert one.device.connections == 1
            (create,) = asked(one, "CreatePullPointSubscription")
            (pull,) = asked(one, "PullMessages")
            assert b"<ns0:InitialTerminationTime>PT120S<" in create.body
            assert pull.path == "/onvif/Subscription?Idx=5" and b">PT8S<" in pull.body
            assert b"PullPointSubscription/PullMessagesRequest</a:Action>" in pull.body

    asyncio.run(play())


def test_reference_parameters_go_with_every_question() -> None:
    told = '<ReferenceParameters><x:Id xmlns:x="http://maker/ev">7&amp;</x:Id></ReferenceParameters>'

    async def play() -> None:
        async with held({"CreatePullPointSubscription": created("/onvif/services", parameters=told)}) as one:
            await one.point.create()
            await one.point.next()
            await one.point.end()
            for call in ("PullMessages", "Unsubscribe"):
                (said,) = asked(one, call)
                head = said.body.partition(b"</s:Header>")[0]
                assert b'<x:Id xmlns:x="http://maker/ev"' in head and b">7&amp;</x:Id>" in head
                assert b'IsReferenceParameter="true"' in head and said.path == "/onvif/services"

    asyncio.run(play())


def test_it_is_renewed_at_half_of_its_time_by_the_two_times_of_the_device() -> None:
    async def play() -> None:
        async with held({"CreatePullPointSubscription": created(lasts="2026-11-23T02:45:12Z")}) as one:
            await one.point.create()
            one.now_s += 29
            await one.point.next()
            assert not asked(one, "Renew")
            one.now_s += 2
            await one.point.next()
            (renew,) = asked(one, "Renew")
            assert b"TerminationTime>PT120S<" in renew.body and b"RenewRequest</a:Action>" in renew.body
            assert not one.point.is_over

    asyncio.run(play())


def test_who_reads_minutes_as_seconds_is_asked_for_longer_at_once() -> None:
    async def play() -> None:
        manners = Manners()
        async with held({"CreatePullPointSubscription": created(lasts="2026-11-23T02:44:14Z")}, manners) as one:
            await one.point.create()
            await one.point.next()
            assert b">PT7200S<" in asked(one, "Renew")[0].body
            await one.point.next()
            assert len(asked(one, "Renew")) == 1 and manners.asked_s == 7200

    asyncio.run(play())


@pytest.mark.parametrize("lasts", ["2027-11-23T02:44:12Z", "2020-01-01T00:00:00Z", "soon", ""])
def test_a_time_that_cannot_be_meant_is_taken_for_what_was_asked(lasts: str) -> None:
    async def play() -> None:
        async with held({"CreatePullPointSubscription": created(lasts=lasts)}) as one:
            await one.point.create()
            one.now_s += 59
            await one.point.next()
            assert not asked(one, "Renew")
            one.now_s += 2
            await one.point.next()
            assert asked(one, "Renew")

    asyncio.run(play())


def test_one_that_was_silent_must_prove_that_it_lives() -> None:
    addresses = [created("/a"), created("/b")]
    says = {"/a": [NOTHING, STATE, NOTHING, NOTHING, NOTHING], "/b": [STATE]}

    async def play() -> None:
        manners = Manners()
        answers: Answers = {
            "CreatePullPointSubscription": lambda _: addresses.pop(0),
            "PullMessages": lambda each: says[each.path].pop(0),
        }
        async with held(answers, manners) as one:
            await one.point.create()
            assert await one.values() == []
            one.now_s += 9
            assert await one.values() == ["false"]
            assert len(asked(one, "SetSynchronizationPoint")) == 1
            assert await one.values() == []
            one.now_s += 9
            assert await one.values() == []
            assert one.point.lost_s == 109.0 and one.point.doubted_s is None
            assert [each.path for each in asked(one, "Unsubscribe")] == ["/a"]
            assert await one.values() == ["false"] and manners.is_provable

    asyncio.run(play())


def test_one_that_was_silent_was_dead_where_its_successor_proves_to_live() -> None:
    """Nobody knew before whether this device answers the question."""
    addresses = [created("/a"), created("/b")]
    says = {"/a": [NOTHING, NOTHING], "/b": [STATE, STATE]}

    async def play() -> None:
        answers: Answers = {
            "CreatePullPointSubscription": lambda _: addresses.pop(0),
            "PullMessages": lambda each: says[each.path].pop(0),
        }
        async with held(answers) as one:
            await one.point.create()
            one.now_s += 9
            assert await one.values() == []
            assert await one.values() == ["false"]
            assert one.point.lost_s is None
            one.now_s += 9
            assert await one.values() == ["false"]
            assert one.point.lost_s == 100.0

    asyncio.run(play())


def test_what_happens_to_come_is_no_proof() -> None:
    """A device that never says how it stands would otherwise be taken for dead, and left with what lay in it."""
    addresses = [created("/a"), created("/b"), created("/c")]
    later = pulled(notification(TOPIC, {"State": "later"}))
    says = {"/a": [NEWS, NOTHING, NEWS, NOTHING], "/b": [later, NOTHING, NOTHING, NOTHING], "/c": [NOTHING]}

    async def play() -> None:
        manners = Manners()
        answers: Answers = {
            "CreatePullPointSubscription": lambda _: addresses.pop(0),
            "PullMessages": lambda each: says[each.path].pop(0),
        }
        async with held(answers, manners) as one:
            await one.point.create()
            one.now_s += 9
            assert await one.values() == ["true"] and not manners.has_proven
            one.now_s += 9
            assert await one.values() == ["true"], "what lay in the one that was silent comes"
            assert one.point.lost_s is None and one.point.doubted_s is None
            one.now_s += 3
            assert await one.values() == ["later"]
            one.now_s += 9
            assert await one.values() == [] and not manners.is_provable

    asyncio.run(play())


def test_one_that_never_says_how_it_stands_is_exchanged_after_a_while() -> None:
    async def play() -> None:
        manners = Manners()
        refused = fault("ter:InvalidArgVal", "whatever")
        addresses = [created(f"/{each}") for each in range(6)]
        answers: Answers = {
            "CreatePullPointSubscription": lambda _: addresses.pop(0),
            "PullMessages": NOTHING,
            "SetSynchronizationPoint": refused,
        }
        async with held(answers, manners) as one:
            await one.point.create()
            for _ in range(2):
                one.now_s += 9
                assert await one.values() == []
            assert not manners.is_provable
            for _ in range(3):
                one.now_s += 8
                await one.point.next()
                assert b"Timeout>PT4S<" in asked(one, "PullMessages")[-1].body
                one.now_s += 4
                await one.point.next()
            assert len(asked(one, "SetSynchronizationPoint")) == 2
            assert len(asked(one, "CreatePullPointSubscription")) == 6
            assert len(asked(one, "Unsubscribe")) == 4 and one.point.lost_s is None, "the last one is compared yet"

    asyncio.run(play())


def test_who_does_not_know_the_question_is_subscribed_to_anew_at_once_and_never_asked_again() -> None:
    unknown = fault("ter:ActionNotSupported", "no such action")
    addresses = [created("/a"), created("/b"), created("/c")]

    async def play() -> None:
        async with held(
            {
                "CreatePullPointSubscription": lambda _: addresses.pop(0),
                "PullMessages": NOTHING,
                "SetSynchronizationPoint": unknown,
            }
        ) as one:
            await one.point.create()
            for pause_s in (9, 13):
                one.now_s += pause_s
                silent_since_s = one.now_s - pause_s if one.point.doubted_s is None else one.point.doubted_s
                assert await one.values() == []
                assert one.point.doubted_s == silent_since_s == 100.0
            assert len(asked(one, "SetSynchronizationPoint")) == 1
            assert [each.path for each in asked(one, "Unsubscribe")] == ["/a"], "the second is compared yet"

    asyncio.run(play())


def test_who_answers_the_question_and_says_nothing_is_subscribed_to_anew() -> None:
    addresses = [created("/a"), created("/b"), created("/c"), created("/d")]

    async def play() -> None:
        manners = Manners()
        async with held(
            {"CreatePullPointSubscription": lambda _: addresses.pop(0), "PullMessages": NOTHING}, manners
        ) as one:
            await one.point.create()
            for pause_s in (9, 9, 13):
                one.now_s += pause_s
                assert await one.values() == []
            assert not manners.is_provable and len(asked(one, "SetSynchronizationPoint")) == 2
            assert [each.path for each in asked(one, "Unsubscribe")] == ["/a", "/b"], "the third is compared yet"
            await one.point.end()
            assert [each.path for each in asked(one, "Unsubscribe")] == ["/a", "/b", "/c", "/d"]

    asyncio.run(play())


def test_one_that_is_forgotten_says_so() -> None:
    async def play() -> None:
        async with held({"PullMessages": GONE}) as one:
            await one.point.create()
            with pytest.raises(DeviceFault) as raised:
                await one.point.next()
            assert raised.value.trouble is Trouble.FAULT

    asyncio.run(play())


def test_it_goes_on_in_another_conversation_with_what_lay_there() -> None:
    async def play() -> None:
        async with held({}) as one:
            await one.point.create()
            one.talk.close()
            again = one.another_talk()
            await again.open()
            assert [each.data for each in await one.point.resume(again)] == [(("State", "true"),)]
            assert len(asked(one, "CreatePullPointSubscription")) == 1
            again.close()

    asyncio.run(play())


def test_a_poll_that_does_not_wait_is_not_repeated_at_once() -> None:
    async def play() -> None:
        async with held({"PullMessages": NOTHING}) as one:
            await one.point.create()
            began_s = asyncio.get_running_loop().time()
            for _ in range(3):
                await one.point.next()
            assert asyncio.get_running_loop().time() - began_s >= 0.9

    asyncio.run(play())


def wants_token(answer: bytes) -> Callable[[Asked], bytes]:
    return lambda asked: answer if asked.has_token else RIGHTS


def test_a_login_that_may_not_ask_for_events_is_no_wrong_password() -> None:
    async def play() -> None:
        identity = wants_token(soap("<GetDeviceInformationResponse/>"))
        answers: Answers = {"GetDeviceInformation": identity, "CreatePullPointSubscription": RIGHTS}
        async with held(answers, login=LOGIN) as one:
            await one.talk.open()
            with pytest.raises(DeviceFault, match="may not ask for events") as raised:
                await one.point.create()
            one.talk.close()
            assert raised.value.trouble is Trouble.FAULT
            assert one.desk.told_all == [(Login.PROVEN, None)]

    asyncio.run(play())


def test_a_wrong_password_is_sent_once() -> None:
    async def play() -> None:
        async with held({"GetDeviceInformation": RIGHTS}, login=LOGIN) as one:
            with pytest.raises(DeviceFault) as raised:
                await one.talk.open()
            assert raised.value.trouble is Trouble.LOGIN and len(one.device.logins) == 1
            assert one.desk.told_all == [(Login.REFUSED, Trouble.LOGIN)]

    asyncio.run(play())
