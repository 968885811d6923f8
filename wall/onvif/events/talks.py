"""Opens conversations about events: one `Talks` for the fleet, which shares the contract."""

from __future__ import annotations

import os
import time
from collections.abc import Callable

from wall.onvif.budget import ConnectionBudget
from wall.onvif.contract import Contract
from wall.onvif.events.calls import EventCalls
from wall.onvif.events.talk import EventTarget, Talk
from wall.onvif.exchange import Exchange, Habits
from wall.onvif.http_message import ReplyLimits
from wall.onvif.line import Line, LoginDesk
from wall.onvif.transport import Times, Wire, trusting_context

_CONNECTIONS = 1
"""To each device, beside those of the survey and the health check: a poll holds it nearly all the time."""
_TIMES = Times(connect_s=3.0, call_s=6.0, undelivered_s=8.0, gone_s=8)
_REPLY = ReplyLimits(head=32 * 1024, body=1024 * 1024)


class Talks:
    """Event-loop thread only. `Contract.prepare` must have been awaited. `clock` is Unix time."""

    def __init__(
        self,
        contract: Contract,
        clock: Callable[[], float] = time.time,
        random_bytes: Callable[[int], bytes] = os.urandom,
        times: Times = _TIMES,
    ) -> None:
        self._calls = EventCalls(contract)
        self._habits = Habits(clock, random_bytes)
        self._times = times
        self._budget = ConnectionBudget(_CONNECTIONS)
        self._context = trusting_context()

    def talk(self, target: EventTarget, desk: LoginDesk) -> Talk:
        """A conversation that begins; close it when it has ended."""
        wire = Wire(self._budget, self._context, self._times, _REPLY, target.certificate_sha256)
        line = Line(Exchange(wire, self._habits), self._habits, self._calls.clock(), desk)
        line.auth, line.clock = target.auth, target.clock
        return Talk(target, self._calls, line, wire)
