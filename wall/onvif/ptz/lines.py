"""Makes the lines of a fleet's domes: what they share."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from weakref import WeakSet

from wall.onvif.budget import ConnectionBudget
from wall.onvif.contract import Contract, Service
from wall.onvif.exchange import Exchange, Habits
from wall.onvif.http_message import ReplyLimits
from wall.onvif.line import Line, LoginDesk
from wall.onvif.ptz.guard import Guard
from wall.onvif.ptz.lanes import Known, Lane, Lanes
from wall.onvif.ptz.line import PtzLine
from wall.onvif.ptz.one_login import OneLogin
from wall.onvif.ptz.talk import Talk
from wall.onvif.ptz.target import PtzTarget
from wall.onvif.transport import Times, Wire, trusting_context

_UNLIMITED = 1_000_000
"""A stop waits for no place; how many connections a dome gets, `Lanes` bounds."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one command may use up. There are domes that answer after 5 s; but that it has reached them, their network
    says in no time.
    """

    times: Times = field(default_factory=lambda: Times(connect_s=3.0, call_s=8.0, undelivered_s=0.7))
    reply: ReplyLimits = field(default_factory=ReplyLimits)


class PtzLines:
    """One for the fleet. Event-loop thread only. `clock` is Unix time; `random_bytes` is for nonces.

    `guard`: stops what moves when this program dies; who gave it starts and closes it.
    """

    def __init__(
        self,
        contract: Contract,
        clock: Callable[[], float] = time.time,
        *,
        random_bytes: Callable[[int], bytes] = os.urandom,
        guard: Guard | None = None,
        limits: Limits | None = None,
    ) -> None:
        self._contract = contract
        self._habits = Habits(clock, random_bytes)
        self._guard = guard
        self._limits = limits or Limits()
        self._budget = ConnectionBudget(_UNLIMITED)
        self._context = trusting_context()
        self._lines: WeakSet[PtzLine] = WeakSet()

    async def ready(self) -> None:
        """Have the contract parsed, half a second beside the loop; at once where it is. Lines do it themselves too."""
        await self._contract.prepare()

    def line(self, target: PtzTarget, desk: LoginDesk) -> PtzLine:
        """A line to one dome; nothing is sent yet. `close` it when nobody drives it any more.

        `desk` is asked for the login where the device wants one, and stays open as long as the line.
        """
        login, known = OneLogin(desk), Known(certificate_sha256=target.certificate_sha256)
        lanes = Lanes(known, lambda: self._lane(target, login, known))
        line = PtzLine(Talk(target, lanes, self._contract), self._guard)
        self._lines.add(line)
        return line

    def close(self) -> None:
        """Close every line."""
        for line in tuple(self._lines):
            line.close()

    def _lane(self, target: PtzTarget, login: OneLogin, known: Known) -> Lane:
        limits = self._limits

        def make_line(exchange: Exchange, desk: LoginDesk) -> Line:
            question = self._contract.message(Service.DEVICE, "GetSystemDateAndTime")
            line = Line(exchange, self._habits, question, desk)
            line.auth, line.clock = target.auth, target.clock
            return line

        wire = Wire(self._budget, self._context, limits.times, limits.reply, known.certificate_sha256)
        return Lane(wire, Exchange(wire, self._habits), login.for_lane(), known, make_line)
