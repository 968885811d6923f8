"""Interrogates many devices at once: in the order of their coming, so many at a time, to be stopped at any moment."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import partial

from wall.model.device import Device, Login, Problem, RawReply, Step, Trouble
from wall.model.stream import Credentials
from wall.onvif.interrogate import Target
from wall.services.identity import where
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
        self._under_way: dict[str, asyncio.Task[Device]] = {}

    @property
    def left(self) -> int:
        """How many errands have not come to their end."""
        return len(self._waiting) + len(self._under_way)

    def add(self, errands: Iterable[Errand]) -> None:
        """Interrogate these after all that wait already."""
        for errand in errands:
            before = self._waiting.get(errand.key)
            listens = errand.on_reply or (before.on_reply if before else None)
            self._waiting[errand.key] = replace(errand, on_reply=listens)
        self._begin()

    def add_first(self, errand: Errand) -> None:
        """Interrogate this one next: somebody stands before the screen and waits."""
        self._waiting.pop(errand.key, None)
        self._waiting = {errand.key: errand, **self._waiting}
        self._begin(extra=1)

    def is_pending(self, key: str) -> bool:
        """Has an errand for this device not come to its end?"""
        return key in self._waiting or key in self._under_way

    def drop_waiting(self) -> None:
        """Begin no more, but for those that somebody stands and waits for. Those under way come to their end."""
        self._waiting = {key: errand for key, errand in self._waiting.items() if errand.on_reply is not None}

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
                errand = self._waiting.pop(key)
                task = asyncio.create_task(self._interrogate(errand))
                self._under_way[key] = task
                task.add_done_callback(partial(self._ended, errand))

    def _ended(self, errand: Errand, task: asyncio.Task[Device]) -> None:
        del self._under_way[errand.key]
        if task.cancelled():
            return
        error = task.exception()
        if error is not None:
            # A mistake of ours: the crash handler gets it, and the row still comes to an end.
            context = {"message": f"interrogating {errand.target.address}", "exception": error, "task": task}
            task.get_loop().call_exception_handler(context)
        self._on_done(errand, _broken(errand) if error is not None else task.result())
        self._begin()

    async def _interrogate(self, errand: Errand) -> Device:
        address = errand.target.address
        with self._desks.desk(errand.credential, errand.login, where(address), address) as desk:
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
