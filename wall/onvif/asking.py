"""Asks one step of an interrogation after another: what fails becomes a problem, and the rest goes on."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from wall.model.device import Login, Problem, Step, Trouble
from wall.onvif.contract import Message
from wall.onvif.faults import DeviceFault
from wall.onvif.line import Line
from wall.onvif.xml import Element

Value = TypeVar("Value")
Read = Callable[[Element], tuple[Value, tuple[Problem, ...]]]
_SILENT = frozenset({Trouble.UNREACHABLE, Trouble.TIMEOUT, Trouble.SESSIONS_FULL})
"""Who is asked on after these is not helped by it."""
_MOST_SILENCES = 2
_MOST_PROBLEMS = 100


class InterrogationOver(Exception):
    """There is no use in asking this device more."""


class Asking:
    """What is asked of one device, and what went wrong in it. `step` is the one under way."""

    def __init__(self, line: Line) -> None:
        self.step = Step.CLOCK
        self._line = line
        self._problems: dict[Problem, None] = {}
        self._silences = 0

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Each once, in the order in which they were met."""
        return tuple(self._problems)

    @property
    def is_useless(self) -> bool:
        """Does the device take no login, so that asking on makes no sense?"""
        return self._line.is_shut

    def note(self, *problems: Problem) -> None:
        """Keep problems; not endlessly many."""
        for problem in problems:
            if len(self._problems) < _MOST_PROBLEMS:
                self._problems[problem] = None

    async def clock(self, url: str) -> None:
        """Learn the clock. InterrogationOver where nothing answers there that speaks ONVIF."""
        self.step = Step.CLOCK
        try:
            self.note(*await self._line.ask_clock(url))
        except DeviceFault as fault:
            self.fail(fault)
            raise InterrogationOver from None

    async def ask(
        self,
        step: Step,
        message: Message,
        url: str,
        read: Read[Value],
        *,
        is_optional: bool = False,
        is_first: bool = False,
        is_open: bool = False,
    ) -> Value | None:
        """The value that the answer holds; None, and a problem, where there is no answer.

        `is_optional`: not to have this is no problem. For the other two see `Line.ask`.
        """
        try:
            return await self.ask_or_fault(step, message, url, read, is_first=is_first, is_open=is_open)
        except DeviceFault as fault:
            if not (is_optional and fault.trouble is Trouble.UNSUPPORTED):
                self.fail(fault)
            self.stop_if_useless(fault)
            return None

    async def ask_or_fault(
        self,
        step: Step,
        message: Message,
        url: str,
        read: Read[Value],
        *,
        is_first: bool = False,
        is_open: bool = False,
    ) -> Value:
        """The same, for who wants to know the fault."""
        self.step = step
        body = await self._line.ask(message, url, is_first=is_first, is_open=is_open)
        self._silences = 0
        value, problems = read(body)
        self.note(*problems)
        return value

    def fail(self, fault: DeviceFault, about: str = "") -> None:
        """Keep a fault as a problem of the step under way. `about` says what it is about, where that is not clear."""
        trouble = fault.trouble
        if trouble is Trouble.LOGIN and self._line.login is Login.PROVEN:
            trouble, about = Trouble.FAULT, about or "this login may not ask it"
        self.note(Problem(self.step, trouble, f"{about}: {fault.detail}" if about else fault.detail))

    def stop_if_useless(self, fault: DeviceFault) -> None:
        """InterrogationOver, with the fault noted, where the device is gone or lets nobody in."""
        self._silences += fault.trouble in _SILENT
        is_gone = self._silences >= _MOST_SILENCES or fault.trouble is Trouble.CERTIFICATE
        if is_gone or self._line.is_shut:
            self.fail(fault)
            raise InterrogationOver
