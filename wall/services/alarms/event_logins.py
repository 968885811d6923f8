"""Logins for events, before the guard that all logins pass.

Like the small pictures (`glimpse_logins`), subscriptions come again and again, so a device that has accepted a login
gets it again without a place at the guard, as long as the guard holds nothing back there.
"""

from __future__ import annotations

import asyncio
from typing import Self

from wall.model.device import Login, Trouble
from wall.model.stream import Credentials
from wall.onvif.faults import DeviceFault
from wall.services.identity import where
from wall.services.login_desk import Desk, Desks

_AT_ONCE = 8
"""So many devices of one login queue at the guard, which wakes all who wait whenever one of them is through."""


class EventLogins:
    """On the io loop."""

    def __init__(self, desks: Desks) -> None:
        self._desks = desks
        self._accepted: set[tuple[str, str, Credentials]] = set()
        self._turns: dict[str, asyncio.Semaphore] = {}

    def desk(self, name: str, login: Credentials | None, address: str) -> EventDesk:
        """For one conversation with one device; leave it (it is a context manager) when that has ended."""
        return EventDesk(self, self._desks.desk(name, login, where(address), address), login)

    async def opened(self, name: str, place: str) -> None:
        """Wait until the guard would let this login pass to that device."""
        while not self._desks.guard.is_open(name, place):
            await self._desks.news(name)

    def turn(self, name: str) -> asyncio.Semaphore:
        return self._turns.setdefault(name, asyncio.Semaphore(_AT_ONCE))

    def knows(self, desk: Desk, login: Credentials) -> bool:
        """Has that device accepted it, and is nothing held back there?"""
        is_open = self._desks.guard.is_open(desk.credential, desk.device)
        return is_open and (desk.credential, desk.device, login) in self._accepted

    def withholds(self, desk: Desk) -> bool:
        return bool(desk.credential) and self._desks.guard.withholds(desk.credential, desk.device)

    def accept(self, desk: Desk, login: Credentials) -> None:
        self._accepted.add((desk.credential, desk.device, login))

    def hear(self, desk: Desk, login: Credentials, *, accepted: bool) -> None:
        """What a device answered that was asked without a place."""
        if not accepted:
            self._accepted.discard((desk.credential, desk.device, login))
        self._desks.hear(desk.credential, desk.device, desk.address, accepted=accepted)


class EventDesk:
    """One device's way to its login for one conversation: what `wall.onvif` calls a LoginDesk."""

    def __init__(self, logins: EventLogins, desk: Desk, login: Credentials | None) -> None:
        self._logins = logins
        self._desk = desk
        self._login = login
        self._is_known = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._desk.leave()

    async def request(self) -> Credentials | None:
        """The login, perhaps after a wait; None for none. DeviceFault (WITHHELD) where it must not be sent."""
        if self._logins.withholds(self._desk):
            raise DeviceFault(Trouble.WITHHELD)
        if self._login is None:
            return None
        self._is_known = self._logins.knows(self._desk, self._login)
        if self._is_known:
            return self._login
        async with self._logins.turn(self._desk.credential):
            login = await self._desk.request()
        if login is None:
            raise DeviceFault(Trouble.WITHHELD)
        return login

    def told(self, outcome: Login, trouble: Trouble | None = None) -> None:
        if self._login is None:
            return
        if not self._is_known:
            self._desk.told(outcome, trouble)
            if outcome is Login.PROVEN:
                self._logins.accept(self._desk, self._login)
        elif outcome in (Login.PROVEN, Login.REFUSED):
            self._logins.hear(self._desk, self._login, accepted=outcome is Login.PROVEN)
