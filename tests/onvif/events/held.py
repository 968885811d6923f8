"""A pull point on a device that does exactly what a test wants."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager

from tests.onvif.desks import NotingDesk
from tests.onvif.events.said import (
    Answers,
    contract,
    usual,
)
from tests.onvif.scripted import Asked, Scripted, scripted
from wall.model.stream import Credentials
from wall.onvif.events.manners import Manners
from wall.onvif.events.pull_point import PullPoint
from wall.onvif.events.talk import EventTarget, Talk
from wall.onvif.events.talks import Talks


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
