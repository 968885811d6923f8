"""Real sessions played back: what two cameras said over minutes, and one that lets nobody subscribe."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Callable

import pytest

from tests.onvif.desks import NotingDesk
from tests.onvif.events.said import contract, usual
from tests.onvif.fixtures import needs_captures, replies_of
from tests.onvif.scripted import Asked, fault, http, scripted, soap
from wall.model.alarms import kinds
from wall.model.alarms.signal import Phase, Signal
from wall.model.device import Login, Trouble
from wall.model.stream import Credentials
from wall.onvif.events.manners import Manners
from wall.onvif.events.pull_point import PullPoint
from wall.onvif.events.talk import EventTarget
from wall.onvif.events.talks import Talks
from wall.onvif.events.telling import Telling
from wall.onvif.events.whose import Whose
from wall.onvif.faults import DeviceFault

pytestmark = needs_captures
PULL = "PullMessages"
LOGIN = Credentials("admin", "secret")


def played_back(session: str) -> tuple[Callable[[Asked], bytes], int]:
    """The answers in the order in which they were recorded, and how many polls there were."""
    recorded: dict[str, list[bytes]] = {}
    for action, status, reply in replies_of(session):
        call = action.rpartition("/")[2].removesuffix("Request")
        recorded.setdefault(call, []).append(http(reply, status))
    pulls = len(recorded.get(PULL, ()))

    def answer(asked: Asked) -> bytes:
        if recorded.get(asked.call):
            return recorded[asked.call].pop(0)
        given = usual().get(asked.call, soap("<Response/>"))
        assert isinstance(given, bytes)
        return given

    return answer, pulls


async def listened_to(session: str) -> list[Signal]:
    answer, pulls = played_back(session)
    now_s, found = 100.0, list[Signal]()

    def waits(asked: Asked) -> bytes:
        """What was recorded waited as it was told to. Nobody told it to say how it stands."""
        nonlocal now_s
        now_s += 1
        return answer(asked)

    manners = Manners()
    while manners.is_provable:
        manners.silent()
    async with scripted(waits) as device:
        talk = Talks(contract()).talk(EventTarget(device.address, device.address), NotingDesk(None))
        await talk.open()
        point = PullPoint(talk, manners, lambda: now_s)
        await point.create()
        telling = Telling(Whose({"00000": 7, "000": 7}))
        for _ in range(pulls):
            found += telling.signals(await point.next(), now_s)
        talk.close()
    return found


def test_people_and_vehicles_come_and_go() -> None:
    signals = asyncio.run(listened_to("hikvision_compatible"))
    told = Counter((each.kind, each.phase) for each in signals)
    assert told[kinds.PEOPLE, Phase.BEGINS] == told[kinds.PEOPLE, Phase.ENDS] == 2
    assert told[kinds.VEHICLE, Phase.BEGINS] == told[kinds.VEHICLE, Phase.ENDS] == 3
    assert {each.camera_id for each in signals} == {7} and len(signals) == 10


def test_a_person_is_seen() -> None:
    signals = asyncio.run(listened_to("reolink_bullet"))
    assert [(each.kind, each.phase) for each in signals][:2] == [
        (kinds.PEOPLE, Phase.BEGINS),
        (kinds.PEOPLE, Phase.ENDS),
    ]


def test_who_lets_nobody_subscribe_does_not_spoil_the_login() -> None:
    answer, _ = played_back("hikvision_pullpoint_notauthorized")
    refusal = fault("ter:NotAuthorized", "Sender not authorized")

    def guarded(asked: Asked) -> bytes:
        return refusal if asked.call == "GetDeviceInformation" and not asked.has_token else answer(asked)

    async def play() -> NotingDesk:
        desk = NotingDesk(LOGIN)
        async with scripted(guarded) as device:
            talk = Talks(contract()).talk(EventTarget(device.address, device.address), desk)
            await talk.open()
            with pytest.raises(DeviceFault, match="may not ask for events") as raised:
                await PullPoint(talk, Manners(), lambda: 0.0).create()
            assert raised.value.trouble is Trouble.FAULT
            talk.close()
        return desk

    assert asyncio.run(play()).told_all == [(Login.PROVEN, None)]
