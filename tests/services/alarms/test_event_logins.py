"""A login for events passes the guard once for each device, and never again where it was refused."""

from __future__ import annotations

import asyncio

import pytest

from wall.model.device import Login, Trouble
from wall.model.events import CredentialHeld
from wall.model.stream import Credentials
from wall.onvif.faults import DeviceFault
from wall.services.alarms.event_logins import EventLogins
from wall.services.identity import where
from wall.services.login_desk import Desks
from wall.services.login_guard import LoginGuard

LOGIN = Credentials("admin", "secret")


class Guarded:
    def __init__(self) -> None:
        self.held: list[CredentialHeld] = []
        self.desks = Desks(LoginGuard(), self.held.append)
        self.logins = EventLogins(self.desks)

    async def conversation(self, number: int, outcome: Login | None, login: Credentials | None = LOGIN) -> str:
        """What the desk of a device gives; and what the device makes of that."""
        with self.logins.desk("city", login, _address(number)) as desk:
            try:
                given = await asyncio.wait_for(desk.request(), 5)
            except DeviceFault as fault:
                return fault.trouble.name
            if given is not None and outcome is not None:
                desk.told(outcome, Trouble.LOGIN if outcome is Login.REFUSED else None)
            return "nothing" if given is None else "sent"


def _address(number: int) -> str:
    return f"http://10.0.0.{number}/onvif/device_service"


def test_one_that_was_accepted_is_sent_again_without_a_place() -> None:
    async def play() -> None:
        guarded = Guarded()
        assert await guarded.conversation(1, Login.PROVEN) == "sent"
        # Three others hold all places there are.
        others = [guarded.desks.desk("city", LOGIN, f"other {number}", "") for number in range(3)]
        for each in others:
            assert await each.request() == LOGIN
        assert await guarded.conversation(1, None) == "sent"
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(guarded.conversation(2, None), 0.1)

    asyncio.run(play())


def test_a_refusal_of_what_was_accepted_is_heard_by_the_guard() -> None:
    async def play() -> None:
        guarded = Guarded()
        assert await guarded.conversation(1, Login.PROVEN) == "sent"
        assert await guarded.conversation(1, Login.REFUSED) == "sent"
        assert guarded.desks.guard.withholds("city", where(_address(1)))
        assert await guarded.conversation(1, None) == "WITHHELD"
        assert await guarded.conversation(2, Login.PROVEN) == "sent"
        assert not guarded.held

    asyncio.run(play())


def test_who_is_held_back_waits_until_an_operator_gives_it_anew() -> None:
    async def play() -> None:
        guarded = Guarded()
        for outcome in (Login.PROVEN, Login.REFUSED):
            await guarded.conversation(1, outcome)
        waiting = asyncio.create_task(guarded.logins.opened("city", where(_address(1))))
        await asyncio.sleep(0)
        assert not waiting.done()
        guarded.desks.wish("city", [where(_address(1))])
        await asyncio.wait_for(waiting, 5)
        assert await guarded.conversation(1, Login.PROVEN) == "sent"

    asyncio.run(play())


def test_without_a_login_there_is_none() -> None:
    assert asyncio.run(Guarded().conversation(1, None, login=None)) == "nothing"


def test_one_that_leaves_without_a_word_leaves_its_place() -> None:
    async def play() -> None:
        guarded = Guarded()
        for number in range(1, 6):
            assert await guarded.conversation(number, None) == "sent"

    asyncio.run(play())
