"""A subscription that lives, and all the ways in which it dies; on a device that does exactly what a test wants."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import pytest

from tests.onvif.desks import NotingDesk
from tests.onvif.events.said import (
    GONE,
    NEWS,
    NOTHING,
    STATE,
    TOPIC,
    Answers,
    contract,
    created,
    notification,
    pulled,
    usual,
)
from tests.onvif.scripted import Asked, Scripted, fault, http, scripted, soap
from wall.model.device import Login, Trouble
from wall.model.stream import Credentials
from wall.onvif.events.manners import Manners
from wall.onvif.events.pull_point import PullPoint
from wall.onvif.events.talk import EventTarget, Talk, has_lost
from wall.onvif.events.talks import Talks
from wall.onvif.faults import DeviceFault

LOGIN = Credentials("admin", "secret")
RIGHTS = fault("ter:NotAuthorized", "Sender not authorized")


class Held:
    """A pull point on a scripted device, and a clock that a test turns."""

    def __init__(self, device: Scripted, talks: Talks, manners: Manners, desk: NotingDesk) -> None:
        self.device = device
        self.desk = desk
        self.now_s = 100.0
        self.talks = talks
        self.talk = self.another_talk()
        self.point = PullPoint(self.talk, manners, lambda: self.now_s)

    def another_talk(self) -> Talk:
        return self.talks.talk(EventTarget(self.device.address, self.device.address + "/events"), self.desk)

    async def values(self) -> list[str]:
        return [each.data[0][1] for each in await self.point.next()]


@asynccontextmanager
async def held(
    answers: Answers, manners: Manners | None = None, login: Credentials | None = None
) -> AsyncIterator[Held]:
    def answer(asked: Asked) -> bytes | Awaitable[bytes]:
        given = (usual() | answers)[asked.call]
        return given if isinstance(given, bytes) else given(asked)

    async with scripted(answer) as device:
        one = Held(device, Talks(contract()), manners or Manners(), NotingDesk(login))
        yield one
        one.talk.close()


def asked(one: Held, call: str) -> list[Asked]:
    return [each for each in one.device.asked if each.call == call]


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
        async with held({"PullMessages": NOTHING, "SetSynchronizationPoint": refused}, manners) as one:
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
            assert len(asked(one, "Unsubscribe")) == 5 and one.point.lost_s is None

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
            assert [each.path for each in asked(one, "Unsubscribe")] == ["/a", "/b"]

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
            assert [each.path for each in asked(one, "Unsubscribe")] == ["/a", "/b", "/c"]

    asyncio.run(play())


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
