"""One device's subscription, on a device that does exactly what a test wants."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Sequence
from concurrent.futures import Future
from contextlib import asynccontextmanager
from random import Random

import pytest

from tests.onvif.events.said import GONE, NEWS, Answers, contract, notification, pulled, usual
from tests.onvif.scripted import Asked, Scripted, fault, scripted, soap
from tests.support.waiting import until
from wall.model.alarms.signal import Signal
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
    """`heard` are the signals. While `disk` is a future, what is handed on is on the disk when that is done."""

    def __init__(self, device: Scripted, cameras: tuple[tuple[str, int], ...]) -> None:
        self.device = device
        self.heard: list[Signal] = []
        self.disk: Future[None] | None = None
        target = EventTarget(device.address, device.address + "/events", device.address + "/media")
        desks = Desks(LoginGuard(), lambda _: None)
        means = Means(Talks(contract()), EventLogins(desks), lambda _: LOGIN, self.receive, Clocks(), Random(1))
        self.subscription = Subscription(EventSubject(1, target, "city", cameras), means)

    def receive(self, signals: Sequence[Signal]) -> Future[None]:
        self.heard.extend(signals)
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
        task = asyncio.create_task(one.subscription.run())
        yield one
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


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


def test_a_connection_that_breaks_is_no_gap() -> None:
    says = [NEWS, b"", b"", NEWS]

    async def play() -> None:
        async with running({"PullMessages": lambda _: says.pop(0) if len(says) > 1 else says[0]}) as one:
            await until(lambda: len(one.heard) > 2)
            assert len(one.asked("CreatePullPointSubscription")) == 1
            assert one.subscription.health.gap is None and one.hearing is Hearing.FINE

    asyncio.run(play())
