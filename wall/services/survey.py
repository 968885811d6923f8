"""Interrogates many devices at once: in the order of their coming, so many at a time, to be stopped at any moment."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from wall.model.device import Device, Login, Problem, RawReply, Step, Trouble
from wall.model.stream import Credentials
from wall.onvif.interrogate import Target
from wall.services.login_desk import Desks
from wall.services.ports import Interrogates

MOST_AT_ONCE = 64


@dataclass(frozen=True, slots=True)
class Errand:
    """One device to interrogate. `credential` is the name of its login, "" for none.

    `elsewhere` are more addresses of it, to be tried where this one does not answer.
    """

    key: str
    target: Target
    credential: str = ""
    login: Credentials | None = None
    elsewhere: tuple[str, ...] = ()
    on_reply: Callable[[RawReply], None] | None = field(default=None, compare=False)


class Survey:
    """Works errands off. On the io loop. `on_done` is called once for each errand that was not stopped.

    A device is never asked twice at a time: a second errand for a key replaces one that waits, and waits for one that
    is under way.
    """

    def __init__(
        self,
        interrogator: Interrogates,
        desks: Desks,
        on_done: Callable[[Errand, Device], None],
        most_at_once: int = MOST_AT_ONCE,
    ) -> None:
        self._interrogator = interrogator
        self._desks = desks
        self._on_done = on_done
        self._most_at_once = most_at_once
        self._waiting: dict[str, Errand] = {}
        self._under_way: dict[str, asyncio.Task[None]] = {}

    @property
    def left(self) -> int:
        """How many errands have not come to their end."""
        return len(self._waiting) + len(self._under_way)

    def add(self, errands: Iterable[Errand]) -> None:
        """Interrogate these after all that wait already."""
        for errand in errands:
            self._waiting[errand.key] = errand
        self._begin()

    def add_first(self, errand: Errand) -> None:
        """Interrogate this one next: somebody stands before the screen and waits."""
        self._waiting.pop(errand.key, None)
        self._waiting = {errand.key: errand, **self._waiting}
        self._begin(extra=1)

    def is_pending(self, key: str) -> bool:
        """Has an errand for this device not come to its end?"""
        return key in self._waiting or key in self._under_way

    async def stop(self) -> None:
        """Drop what waits and break off what is under way."""
        self._waiting.clear()
        tasks = list(self._under_way.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _begin(self, extra: int = 0) -> None:
        """Take up errands while there are places; `extra` places are for those who must not wait."""
        for key in list(self._waiting):
            if len(self._under_way) >= self._most_at_once + extra:
                return
            if key not in self._under_way:
                task = asyncio.create_task(self._run(self._waiting.pop(key)))
                self._under_way[key] = task

    async def _run(self, errand: Errand) -> None:
        device: Device | None = None
        try:
            device = await self._interrogate(errand)
        except asyncio.CancelledError:
            del self._under_way[errand.key]
            raise
        finally:
            # A mistake of ours still ends in a row that says so; the exception itself goes to the loop's handler.
            if errand.key in self._under_way:
                del self._under_way[errand.key]
                self._on_done(errand, device or _broken(errand))
                self._begin()

    async def _interrogate(self, errand: Errand) -> Device:
        with self._desks.desk(errand.credential, errand.login, errand.key, errand.target.address) as desk:
            device = await self._interrogator.interrogate(errand.target, desk, errand.on_reply)
            for address in errand.elsewhere:
                if not _is_silent(device):
                    break
                target = replace(errand.target, address=address)
                device = await self._interrogator.interrogate(target, desk, errand.on_reply)
            return _withheld(device) if desk.was_withheld else device


def _withheld(device: Device) -> Device:
    """The device asked for a login that was not sent: not its fault, and not for want of one."""
    if device.login is not Login.UNTRIED:
        return device
    problems = (
        replace(each, trouble=Trouble.WITHHELD)
        if each.trouble is Trouble.LOGIN_NEEDED and each.step != Step.CLOCK
        else each
        for each in device.problems
    )
    return replace(device, login=Login.WITHHELD, problems=tuple(problems))


def _is_silent(device: Device) -> bool:
    """Did nothing answer there?"""
    silent = (Trouble.UNREACHABLE, Trouble.TIMEOUT)
    return device.clock is None and any(problem.trouble in silent for problem in device.problems)


def _broken(errand: Errand) -> Device:
    problem = Problem(Step.DISCOVERY, Trouble.FAULT, "the interrogation broke off: a mistake in CityWall, see its log")
    return Device(errand.target.address, errand.target.endpoint, problems=(problem,))
