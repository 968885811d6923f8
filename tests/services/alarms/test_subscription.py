"""One device's subscription, on a device that does exactly what a test wants."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import Future
from contextlib import asynccontextmanager
from dataclasses import replace
from random import Random

import pytest

from tests.onvif.events.said import GONE, NEWS, STATE, TOPIC, Answers, contract, notification, pulled, usual
from tests.onvif.scripted import Asked, Scripted, fault, http, scripted, soap
from tests.support.waiting import until
from wall.model.alarms import kinds
from wall.model.alarms.signal import Phase, Signal, Source
from wall.model.alarms.subscription import Hearing
from wall.model.device import Trouble
from wall.model.stream import Credentials
from wall.onvif.events.talk import EventTarget
from wall.onvif.events.talks import Talks
from wall.services.alarms.event_logins import EventLogins
from wall.services.alarms.event_subjects import EventSubject
from wall.services.alarms.subscription import Means, Subscription
from wall.services.health import Clocks
from wall.services.login_desk import Desks
from wall.services.login_guard import LoginGuard

LOGIN = Credentials("admin", "secret")
RIGHTS = fault("ter:NotAuthorized", "Sender not authorized")
FULL = fault("ter:BlockedThreadUpperLimit", "too many", 503)
CONFIGURATIONS = soap(
    '<GetVideoSourceConfigurationsResponse><Configurations token="c1"><SourceToken>v1</SourceToken></Configurations>'
    '<Configurations token="c2"><SourceToken>v2</SourceToken></Configurations></GetVideoSourceConfigurationsResponse>'
)


class Running:
    """`heard` are the signals of the device, `missed` what is said of gaps. While `disk` is a future, what is handed on
    is on the disk when that is done.
    """

    def __init__(self, device: Scripted, cameras: tuple[tuple[str, int], ...]) -> None:
        self.device = device
        self.heard: list[Signal] = []
        self.missed: list[Signal] = []
        self.disk: Future[None] | None = None
        target = EventTarget(device.address, device.address + "/events", device.address + "/media")
        desks = Desks(LoginGuard(), lambda _: None)
        self._means = Means(Talks(contract()), EventLogins(desks), lambda _: LOGIN, self.receive, Clocks(), Random(1))
        self.subscription = Subscription(EventSubject(1, target, "city", cameras), self._means)
        self._task: asyncio.Task[None] | None = None

    def begin(self) -> None:
        self._task = asyncio.create_task(self.subscription.run())

    async def end(self) -> None:
        assert self._task is not None
        self._task.cancel()
        await asyncio.gather(self._task, return_exceptions=True)

    async def change(self, cameras: tuple[tuple[str, int], ...]) -> Subscription:
        """Let another subscription follow, for these cameras of the same device."""
        former = self.subscription
        self.subscription = Subscription(replace(former.subject, cameras=cameras), self._means)
        self.subscription.follow(former)
        await self.end()
        self.begin()
        return self.subscription

    def receive(self, signals: Sequence[Signal]) -> Future[None]:
        self.heard.extend(each for each in signals if each.source is Source.ONVIF)
        self.missed.extend(each for each in signals if each.kind == kinds.MISSED)
        if self.disk is not None:
            return self.disk
        done: Future[None] = Future()
        done.set_result(None)
        return done

    def asked(self, call: str) -> list[Asked]:
        return [each for each in self.device.asked if each.call == call]

    @property
    def hearing(self) -> Hearing:
        return self.subscription.health.hearing


@asynccontextmanager
async def running(answers: Answers, cameras: tuple[tuple[str, int], ...] = (("v1", 11),)) -> AsyncIterator[Running]:
    async def quietly(asked: Asked) -> bytes:
        await asyncio.sleep(30)
        return NEWS

    given = usual() | {"PullMessages": quietly} | answers

    def answer(asked: Asked) -> object:
        found = given[asked.call]
        return found if isinstance(found, bytes) else found(asked)

    async with scripted(answer) as device:  # type: ignore[arg-type]
        one = Running(device, cameras)
        one.begin()
        yield one
        await one.end()


def test_one_that_is_refused_is_asked_again_ever_later() -> None:
    async def play() -> None:
        async with running({"CreatePullPointSubscription": GONE}) as one:
            await until(lambda: one.hearing is Hearing.DEAD)
            await asyncio.sleep(2)
            assert len(one.asked("CreatePullPointSubscription")) in (2, 3)
            assert "no such subscription" in one.subscription.health.detail

    asyncio.run(play())


@pytest.mark.parametrize(
    ("answers", "trouble"),
    [({"CreatePullPointSubscription": FULL}, Trouble.SESSIONS_FULL), ({"GetDeviceInformation": RIGHTS}, Trouble.LOGIN)],
)
def test_who_has_no_room_and_who_refuses_the_login_is_left_alone(answers: Answers, trouble: Trouble) -> None:
    async def play() -> None:
        async with running(answers) as one:
            await until(lambda: one.hearing is Hearing.DEAD)
            await asyncio.sleep(1)
            assert one.subscription.health.trouble is trouble
            assert len(one.device.logins) + len(one.asked("CreatePullPointSubscription")) == 1

    asyncio.run(play())


def test_it_takes_leave() -> None:
    async def play() -> Scripted:
        async with running({}) as one:
            await until(lambda: one.asked("PullMessages"))
        return one.device

    assert [each.call for each in asyncio.run(play()).asked][-1] == "Unsubscribe"


def test_a_rule_is_the_camera_of_its_configuration() -> None:
    told = pulled(notification("tns1:RuleEngine/LineDetector/Crossed", {}, {"VideoSourceConfigurationToken": "c2"}, ""))

    async def play() -> None:
        answers: Answers = {"PullMessages": told, "GetVideoSourceConfigurations": CONFIGURATIONS}
        async with running(answers, (("v1", 11), ("v2", 12))) as one:
            await until(lambda: one.heard)
            assert one.heard[0].camera_id == 12

    asyncio.run(play())


def test_a_device_that_does_not_tell_its_configurations_is_heard_all_the_same() -> None:
    async def play() -> None:
        answers: Answers = {"PullMessages": NEWS, "GetVideoSourceConfigurations": RIGHTS}
        async with running(answers, (("v1", 11), ("v2", 12))) as one:
            await until(lambda: one.heard)
            assert one.heard[0].camera_id == 11 and one.hearing is Hearing.FINE

    asyncio.run(play())


def test_more_is_asked_for_only_when_what_came_is_on_the_disk() -> None:
    async def play() -> None:
        async with running({"PullMessages": NEWS}) as one:
            one.disk = Future()
            await until(lambda: one.heard)
            await asyncio.sleep(0.3)
            assert len(one.asked("PullMessages")) == 1
            one.disk.set_result(None)
            await until(lambda: len(one.asked("PullMessages")) > 2)

    asyncio.run(play())


def test_one_that_forgets_us_is_subscribed_to_at_once_and_the_gap_is_told() -> None:
    says = [NEWS, GONE, NEWS]

    async def play() -> None:
        async with running({"PullMessages": lambda _: says.pop(0) if len(says) > 1 else says[0]}) as one:
            await until(lambda: len(one.asked("CreatePullPointSubscription")) == 2)
            await until(lambda: len(one.heard) > 1)
            health = one.subscription.health
            assert health.hearing is Hearing.FINE and health.gap is not None and health.gap.lasts_s < 5

    asyncio.run(play())


def closing(answer: bytes) -> bytes:
    """It says that the connection ends with it."""
    return answer.replace(b"\r\n", b"\r\nConnection: close\r\n", 1)


def test_a_connection_that_ends_between_two_answers_is_no_gap() -> None:
    async def play() -> None:
        async with running({"PullMessages": closing(NEWS)}) as one:
            await until(lambda: len(one.heard) > 2)
            assert len(one.asked("CreatePullPointSubscription")) == 1
            assert one.subscription.health.gap is None and one.hearing is Hearing.FINE

    asyncio.run(play())


@pytest.mark.parametrize("lost", [b"", closing(NEWS)[:-60]], ids=["reset", "half"])
def test_an_answer_that_is_lost_on_the_way_is_a_gap_and_what_stands_otherwise_now_is_told(lost: bytes) -> None:
    """The answer that is lost said that something had begun. The device has not forgotten the subscription."""
    begun = pulled(notification(TOPIC, {"State": "true"}, operation="Initialized"))
    says = [STATE, lost, begun]

    async def play() -> None:
        async def answer(_: Asked) -> bytes:
            if not says:
                await asyncio.sleep(30)
            return says.pop(0)

        async with running({"PullMessages": answer}) as one:
            await until(lambda: one.heard)
            assert [each.phase for each in one.heard] == [Phase.BEGINS]
            assert len(one.asked("CreatePullPointSubscription")) == 1
            assert len(one.asked("SetSynchronizationPoint")) == 1
            health = one.subscription.health
            assert health.hearing is Hearing.FINE and health.gap is not None and health.gap.lasts_s < 5
            (missed,) = one.missed
            assert (missed.source, missed.camera_id, missed.at_s) == (Source.WALL, 11, health.gap.until_s)

    asyncio.run(play())


def test_an_answer_that_nobody_can_read_is_a_gap_and_the_subscription_goes_on() -> None:
    says = [NEWS, http("<"), STATE, NEWS]

    async def play() -> None:
        async with running({"PullMessages": lambda _: says.pop(0) if len(says) > 1 else says[0]}) as one:
            await until(lambda: len(one.heard) > 1)
            assert len(one.asked("CreatePullPointSubscription")) == 1
            assert one.subscription.health.gap is not None

    asyncio.run(play())


def test_what_came_before_the_way_broke_again_is_not_forgotten() -> None:
    """Found again, it says what lay in it; then the way breaks before it is known whose words those are."""
    asks, says = [b"", b"", b"", b"", CONFIGURATIONS], [NEWS, STATE]

    async def play() -> None:
        async def answer(_: Asked) -> bytes:
            if not says:
                await asyncio.sleep(30)
            return says.pop(0)

        answers: Answers = {"PullMessages": answer, "GetVideoSourceConfigurations": lambda _: asks.pop(0)}
        async with running(answers, (("v1", 11), ("v2", 12))) as one:
            await until(lambda: len(one.heard) > 1)
            assert [each.phase for each in one.heard] == [Phase.BEGINS, Phase.ENDS] and not asks
            assert len(one.asked("CreatePullPointSubscription")) == 1

    asyncio.run(play())


def test_another_way_to_the_same_device_goes_on_with_its_subscription() -> None:
    """The operator has given it another camera: what lies in its subscription comes, and what is known is known."""
    says = [STATE, NEWS]

    async def play() -> None:
        async def answer(_: Asked) -> bytes:
            if not says:
                await asyncio.sleep(30)
            return says.pop(0)

        async with running({"PullMessages": answer, "GetVideoSourceConfigurations": CONFIGURATIONS}) as one:
            await until(lambda: len(one.asked("PullMessages")) == 3)
            former = one.subscription
            says.append(pulled(notification(TOPIC, {"State": "false"}, operation="Initialized")))
            successor = await one.change((("v1", 11), ("v2", 12)))
            await until(lambda: len(one.heard) == 2)
            assert [each.phase for each in one.heard] == [Phase.BEGINS, Phase.ENDS]
            assert len(one.asked("CreatePullPointSubscription")) == 1 and not one.asked("Unsubscribe")
            assert successor.health.gap is not None, "a poll was under way"
            assert former.subject != successor.subject

    asyncio.run(play())
