"""Where devices wait for their login: the guard's rules for many interrogations at once. On the io loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from types import TracebackType
from typing import Self

from wall.model.device import Login, Trouble
from wall.model.events import CredentialHeld
from wall.model.stream import Credentials
from wall.services.login_guard import Answer, LoginGuard


class Desks:
    """Gives each device its desk. `on_held` is told of a credential in the moment it is held."""

    def __init__(self, guard: LoginGuard, on_held: Callable[[CredentialHeld], None]) -> None:
        self.guard = guard
        self._on_held = on_held
        self._news: dict[str, asyncio.Event] = {}

    def desk(self, credential: str, login: Credentials | None, device: str, address: str) -> Desk:
        """For one interrogation of one device; leave it (it is a context manager) when that has ended."""
        return Desk(self, credential, login, device, address)

    def wish(self, credential: str, devices: list[str]) -> None:
        self.guard.wish(credential, devices)
        self.stir(credential)

    def release(self, credential: str) -> None:
        self.guard.release(credential)
        self.stir(credential)

    def renew(self, credential: str) -> None:
        self.guard.renew(credential)
        self.stir(credential)

    def tell(self, desk: Desk, outcome: Login, trouble: Trouble | None) -> None:
        """Pass on what a device answered, and wake whoever waits for this credential."""
        if self.guard.tell(desk.credential, desk.device, outcome, trouble, desk.address):
            self._on_held(CredentialHeld(desk.credential, self.guard.refused_by(desk.credential)))
        self.stir(desk.credential)

    def hear(self, credential: str, device: str, address: str, *, accepted: bool) -> None:
        """Pass on what a device answered that had accepted it before; see `LoginGuard.hear`."""
        if self.guard.hear(credential, device, accepted=accepted, at=address):
            self._on_held(CredentialHeld(credential, self.guard.refused_by(credential)))
            self.stir(credential)

    def stir(self, credential: str) -> None:
        """Let everybody who waits ask again."""
        news = self._news.pop(credential, None)
        if news is not None:
            news.set()

    async def news(self, credential: str) -> None:
        """Wait until something has changed for this credential."""
        await self._news.setdefault(credential, asyncio.Event()).wait()


class Desk:
    """One device's way to its login: what `wall.onvif` calls a LoginDesk.

    `was_withheld`: there is a login, and the guard did not let it be sent.
    """

    def __init__(self, desks: Desks, credential: str, login: Credentials | None, device: str, address: str) -> None:
        self.credential = credential
        self.device = device
        self.address = address
        self.was_withheld = False
        self._desks = desks
        self._login = login
        self._has_place = False
        self._is_decided = False
        self._was_refused = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.leave()

    def leave(self) -> None:
        """The device has gone without a decision: whoever waits is next."""
        if self._has_place:
            self._settle(Login.UNTRIED, None)

    async def request(self) -> Credentials | None:
        """The login, perhaps after a wait; None where there is none, or where it must not be sent."""
        if self._login is None or self._was_refused:
            return None
        if self._is_decided:
            return self._login
        while (answer := self._desks.guard.ask(self.credential, self.device)) is Answer.WAIT:
            await self._desks.news(self.credential)
        self._has_place = answer is Answer.SEND
        self.was_withheld = not self._has_place
        return self._login if self._has_place else None

    def told(self, outcome: Login, trouble: Trouble | None = None) -> None:
        """What the device made of it. The first decision counts: a later refusal is about rights, not the password."""
        if not self._has_place:
            return
        self._is_decided = outcome is Login.PROVEN
        self._was_refused = outcome is Login.REFUSED
        self._settle(outcome, trouble)

    def _settle(self, outcome: Login, trouble: Trouble | None) -> None:
        self._has_place = False
        self._desks.tell(self, outcome, trouble)
