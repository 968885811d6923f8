"""Stops one dome by all means: again and again, each time by a connection of its own, until it has said yes twice.

Twice, because there are domes that say yes to the first and go on, and because a move that was under way when the
program died may reach the dome after the first stop.
"""

from __future__ import annotations

import asyncio
import os
import time
from collections.abc import Sequence
from dataclasses import dataclass

from wall.model.device import Auth, Login, Trouble
from wall.model.stream import Credentials
from wall.onvif.budget import ConnectionBudget
from wall.onvif.exchange import Exchange, Habits
from wall.onvif.faults import DeviceFault
from wall.onvif.http_message import ReplyLimits
from wall.onvif.line import Line
from wall.onvif.ptz.stop_order import StopOrder
from wall.onvif.transport import Times, Wire, trusting_context

_WAITS_S = (0.0, 0.3, 0.5, 0.8, 1.5, 3.0, 5.0, 8.0)
"""Before each attempt, from the one before on: none waits for another's answer, for a slow dome's may take seconds."""
_ENOUGH = 2
_TIMES = Times(connect_s=3.0, call_s=8.0)


async def stop_dome(order: StopOrder, waits_s: Sequence[float] = _WAITS_S) -> bool:
    """Has it said yes often enough? Raises nothing for what a device does."""
    attempts: list[asyncio.Task[bool]] = []
    for wait_s in waits_s:
        await asyncio.sleep(wait_s)
        if _confirmed(attempts) >= _ENOUGH:
            break
        attempts.append(asyncio.create_task(_attempt(order, is_first=not attempts)))
    while _confirmed(attempts) < _ENOUGH and any(not each.done() for each in attempts):
        await asyncio.wait([each for each in attempts if not each.done()], return_when=asyncio.FIRST_COMPLETED)
    done = _confirmed(attempts) >= _ENOUGH
    for each in attempts:
        each.cancel()
    await asyncio.gather(*attempts, return_exceptions=True)
    return done


def _confirmed(attempts: list[asyncio.Task[bool]]) -> int:
    return sum(each.done() and each.result() for each in attempts)


async def _attempt(order: StopOrder, *, is_first: bool) -> bool:
    wire = Wire(ConnectionBudget(1), trusting_context(), _TIMES, ReplyLimits(), order.certificate_sha256)
    habits = Habits(time.time, os.urandom)
    try:
        line = _line(order, Exchange(wire, habits), habits, is_first=is_first)
        await line.ask(order.stop, order.url)
        return True
    except DeviceFault:
        return False
    finally:
        wire.close()


def _line(order: StopOrder, exchange: Exchange, habits: Habits, *, is_first: bool) -> Line:
    """The first attempt goes on with the challenge that the program answered; the others have one of their own."""
    proven = order.proven
    line = Line(exchange, habits, order.clock_question, _Desk(None if proven is None else proven.credentials))
    if proven is None:
        return line
    if is_first or proven.answers is None:
        line.begin_with(proven)
    else:
        line.auth, line.clock = Auth.DIGEST, proven.clock
    return line


@dataclass(frozen=True, slots=True)
class _Desk:
    """The login is known to be right: the program has proven it."""

    credentials: Credentials | None

    async def request(self) -> Credentials | None:
        return self.credentials

    def told(self, outcome: Login, trouble: Trouble | None = None) -> None:
        """Nobody is left to be told."""
