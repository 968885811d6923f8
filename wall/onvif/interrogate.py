"""Interrogates devices: one `Interrogator` for the whole fleet, which shares the contract and the budgets."""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import TracebackType

from wall.model.device import ClockReading, Device, Login, RawReply, Trouble
from wall.model.stream import Credentials
from wall.onvif.budget import ConnectionBudget
from wall.onvif.calls import Calls
from wall.onvif.contract import Contract
from wall.onvif.exchange import Exchange, Habits
from wall.onvif.faults import DeviceFault
from wall.onvif.http_message import ReplyLimits
from wall.onvif.interrogation import Interrogation, Target
from wall.onvif.line import Line, LoginDesk
from wall.onvif.transport import Times, Wire, trusting_context

__all__ = ["Interrogator", "Limits", "LoginDesk", "Target"]


@dataclass(frozen=True, slots=True)
class Limits:
    """What one device may use up. A recorder has `many_channels` or more and so much to tell that it gets more time."""

    connections: int = 2
    whole_s: float = 20.0
    whole_of_recorder_s: float = 40.0
    many_channels: int = 8
    retry_after_s: tuple[float, ...] = (0.5, 1.0, 2.0)
    """The waits where all sessions of the device are taken: each once, then it is told."""
    times: Times = field(default_factory=Times)
    reply: ReplyLimits = field(default_factory=ReplyLimits)


class Interrogator:
    """Asks devices over ONVIF. Event-loop thread only. `calls` counts requests since it was made.

    `clock` is Unix time; `random_bytes` is for nonces.
    """

    def __init__(
        self,
        contract: Contract,
        clock: Callable[[], float] = time.time,
        *,
        random_bytes: Callable[[int], bytes] = os.urandom,
        limits: Limits | None = None,
    ) -> None:
        self.calls = 0
        self._contract = contract
        self._calls = Calls(contract)
        self._limits = limits or Limits()
        self._habits = Habits(clock, random_bytes, self._limits.retry_after_s)
        self._budget = ConnectionBudget(self._limits.connections)
        self._context = trusting_context()
        self._wires: set[Wire] = set()

    async def interrogate(
        self, target: Target, desk: LoginDesk, on_reply: Callable[[RawReply], None] | None = None
    ) -> Device:
        """Everything that the device tells; its problems say what it does not.

        Raises nothing for what a device does. Takes at most 20 s (40 s for a recorder), not counting the wait at the
        desk.
        """
        await self._contract.prepare()
        patience = _Patience(desk, self._limits.whole_s)
        with self._wire(target) as wire:
            exchange = Exchange(wire, self._habits, on_reply)
            line = self._line(target, exchange, patience)
            work = Interrogation(target, self._calls, exchange, line, wire)
            try:
                await self._bounded(work, patience)
            finally:
                self.calls += exchange.calls
                line.conclude()
            return work.device()

    async def check(self, target: Target) -> ClockReading:
        """Does it live, and what does its clock say? One question, no login. DeviceFault where it does not answer."""
        await self._contract.prepare()
        with self._wire(target) as wire:
            exchange = Exchange(wire, self._habits)
            line = Line(exchange, self._habits, self._calls.clock(), _NoDesk())
            try:
                problems = await line.ask_clock(target.address)
            finally:
                self.calls += exchange.calls
        if line.clock is None:
            raise DeviceFault(problems[0].trouble if problems else Trouble.INCOMPLETE, "it does not tell its clock")
        return line.clock

    async def close(self) -> None:
        """End every connection; who is asking a device just now gets to hear that it does not answer."""
        for wire in tuple(self._wires):
            wire.close()

    @contextmanager
    def _wire(self, target: Target) -> Iterator[Wire]:
        pinned = target.remembered.certificate_sha256 if target.remembered else ""
        wire = Wire(self._budget, self._context, self._limits.times, self._limits.reply, pinned)
        self._wires.add(wire)
        try:
            yield wire
        finally:
            self._wires.discard(wire)
            wire.close()

    def _line(self, target: Target, exchange: Exchange, desk: LoginDesk) -> Line:
        line = Line(exchange, self._habits, self._calls.clock(), desk)
        if target.remembered is not None:
            line.auth, line.clock = target.remembered.auth, target.remembered.clock
        return line

    async def _bounded(self, work: Interrogation, patience: _Patience) -> None:
        """Ask it all within the time that a device of its size has."""

        def give_recorder_time(channels: int) -> None:
            if channels >= self._limits.many_channels:
                patience.extend(self._limits.whole_of_recorder_s - self._limits.whole_s)

        try:
            async with patience:
                await work.run(give_recorder_time)
        except TimeoutError:
            work.cut_off(patience.bound_s)


class _Patience:
    """The time that an interrogation has. It stands still while the desk lets the device wait."""

    def __init__(self, desk: LoginDesk, bound_s: float) -> None:
        self.bound_s = bound_s
        self._desk = desk
        self._deadline = asyncio.timeout(bound_s)

    async def __aenter__(self) -> None:
        await self._deadline.__aenter__()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._deadline.__aexit__(kind, error, trace)

    def extend(self, more_s: float) -> None:
        """Give it more time, before it is over."""
        self.bound_s += more_s
        self._deadline.reschedule((self._deadline.when() or 0.0) + more_s)

    async def request(self) -> Credentials | None:
        loop = asyncio.get_running_loop()
        left_s = (self._deadline.when() or 0.0) - loop.time()
        self._deadline.reschedule(None)
        try:
            return await self._desk.request()
        finally:
            self._deadline.reschedule(loop.time() + left_s)

    def told(self, outcome: Login, trouble: Trouble | None = None) -> None:
        self._desk.told(outcome, trouble)


class _NoDesk:
    """For who never logs in."""

    async def request(self) -> Credentials | None:
        return None

    def told(self, outcome: Login, trouble: Trouble | None = None) -> None:
        pass
