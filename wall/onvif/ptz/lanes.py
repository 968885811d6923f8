"""The connections to one dome: one for moves, one for questions, and more for a stop that must not wait for either.

A lane is a connection with the conversation on it. They share one login: what the first has proven, the others sign
with from their first word. A lane has one question under way; the next waits for its turn.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from wall.model.device import ClockReading, Login, Trouble
from wall.onvif.contract import Message
from wall.onvif.exchange import Exchange
from wall.onvif.faults import DeviceFault
from wall.onvif.line import Line, Proven
from wall.onvif.ptz.one_login import LaneLogin
from wall.onvif.ptz.places import Places
from wall.onvif.transport import Wire
from wall.onvif.xml import Element

_MOST_FOR_STOPS = 4
_SLOW_S = 0.2
MaySend = Callable[[], bool]


def always() -> bool:
    """For what nothing overtakes."""
    return True


@dataclass(slots=True)
class Known:
    """What the lanes to one dome share: the login that its device has accepted, its clock, its certificate."""

    proven: Proven | None = None
    clock: ClockReading | None = None
    certificate_sha256: str = ""


class Lane:
    """One connection. `make_line` begins a conversation on it."""

    def __init__(
        self,
        wire: Wire,
        exchange: Exchange,
        login: LaneLogin,
        known: Known,
        make_line: Callable[[Exchange, LaneLogin], Line],
    ) -> None:
        self._wire = wire
        self._exchange = exchange
        self._login = login
        self._known = known
        self._make_line = make_line
        self._line: Line | None = None
        self._turn = asyncio.Lock()

    @property
    def is_busy(self) -> bool:
        return self._turn.locked()

    @property
    def is_shut(self) -> bool:
        """Has the device refused the login, so that nothing is asked here any more?"""
        line = self._line
        return line is not None and line.is_shut and line.login in (Login.PROVEN, Login.REFUSED)

    async def ask(
        self, message: Message, places: Places, may_send: MaySend = always, *, is_first: bool = False
    ) -> Element:
        """The answer. DeviceFault for everything else; Overtaken where it was not sent."""
        async with self._turn:
            line = self._begun()
            self._wire.may_send = may_send
            try:
                body = await self._ask_around(line, message, places, is_first)
            except BaseException:
                if line.login is Login.UNTRIED:
                    self._line = None  # Half a proof proves nothing: the next begins anew.
                raise
            finally:
                self._login.leave()
            self._learn_from(line)
            return body

    async def ask_clock(self, url: str) -> None:
        """Learn the device's clock by this connection."""
        async with self._turn:
            line = self._begun()
            self._wire.may_send = always
            await line.ask_clock(url)
            self._known.clock = line.clock or self._known.clock

    async def warm(self, url: str) -> None:
        """Have the connection before it is needed; nothing where it is there, or in use."""
        if not self.is_busy and not self._wire.is_open_to(url):
            async with self._turn:
                await self._wire.open(url)

    def hang_up(self) -> None:
        """End the connection until it is needed again."""
        self._wire.hang_up()

    def close(self) -> None:
        self._wire.close()

    def _begun(self) -> Line:
        """The conversation; a new one where the last came to nothing without the login's being refused."""
        if self.is_shut:
            raise DeviceFault(Trouble.LOGIN, "the device refuses this login")
        if self._line is None or self._line.is_shut:
            self._line = self._make_line(self._exchange, self._login)
            self._line.clock = self._known.clock or self._line.clock
        if self._line.login is not Login.PROVEN and self._known.proven is not None:
            self._line.begin_with(self._known.proven)
        return self._line

    def _learn_from(self, line: Line) -> None:
        known, proven = self._known, line.proven
        known.certificate_sha256 = known.certificate_sha256 or self._wire.certificate_sha256
        known.clock = line.clock or known.clock
        if proven is None:
            return
        if known.proven != proven or known.proven.answers is not proven.answers:
            known.proven = proven

    async def _ask_around(self, line: Line, message: Message, places: Places, is_first: bool) -> Element:
        """Where the service is not where the device told, ask where it usually is."""
        url = places.url
        try:
            body = await line.ask(message, url, is_first=is_first)
        except DeviceFault as fault:
            body, url = await self._ask_elsewhere(line, message, places, fault)
        places.settle(url)
        return body

    async def _ask_elsewhere(
        self, line: Line, message: Message, places: Places, fault: DeviceFault
    ) -> tuple[Element, str]:
        for url in places.others(self._exchange.status):
            try:
                return await line.ask(message, url), url
            except DeviceFault as other:
                if not places.others(self._exchange.status):
                    places.settle(url)  # It is there, and says no.
                    raise other from None
        raise fault from None


class Lanes:
    """All connections to one dome. `known` is what they share."""

    def __init__(self, known: Known, make_lane: Callable[[], Lane]) -> None:
        self.known = known
        self._make_lane = make_lane
        self._for_moves = make_lane()
        self._for_questions = make_lane()
        self._for_stops: list[Lane] = []
        self._answered_after_s = 0.0
        """So long took the last command, with its wait for its turn."""

    @property
    def is_shut(self) -> bool:
        """Has the device refused the login?"""
        return self._for_moves.is_shut or self._for_questions.is_shut

    async def move(self, message: Message, places: Places, may_send: MaySend) -> None:
        """Tell it to move, one after another."""
        await self._timed(self._for_moves, message, places, may_send)

    async def stop(self, message: Message, places: Places, may_send: MaySend = always) -> None:
        """Tell it at once, over a connection on which nothing is awaited. Where answers take their time, not over that
        of moves: the next one is not to wait for this answer, and be overtaken by the next stop.
        """
        first = self._for_questions if self._answered_after_s > _SLOW_S else self._for_moves
        await self._tell(self._free_one(first), message, places, may_send)

    async def beside(self, message: Message, places: Places, may_send: MaySend = always) -> None:
        """The same, and without letting a move wait for the answer."""
        await self._tell(self._free_one(self._for_questions), message, places, may_send)

    async def question(self, message: Message, places: Places, *, is_first: bool = False) -> Element:
        return await self._for_questions.ask(message, places, is_first=is_first)

    async def learn_clock(self, url: str) -> None:
        await self._for_questions.ask_clock(url)

    async def warm(self, url: str) -> None:
        """Have the connection for moves before it is needed."""
        await self._for_moves.warm(url)

    def close(self) -> None:
        for lane in (self._for_moves, self._for_questions, *self._for_stops):
            lane.close()

    async def _tell(self, lane: Lane, message: Message, places: Places, may_send: MaySend) -> None:
        try:
            await self._timed(lane, message, places, may_send)
        finally:
            if lane in self._for_stops and not lane.is_busy:
                lane.hang_up()  # Cameras have few sessions.

    async def _timed(self, lane: Lane, message: Message, places: Places, may_send: MaySend) -> None:
        clock = asyncio.get_running_loop().time
        began_s = clock()
        await lane.ask(message, places, may_send)
        self._answered_after_s = clock() - began_s

    def _free_one(self, first: Lane) -> Lane:
        """That one, or one of those for stops; where all wait for answers, that one."""
        free = next((lane for lane in (first, *self._for_stops) if not lane.is_busy), None)
        if free is None and len(self._for_stops) < _MOST_FOR_STOPS:
            free = self._make_lane()
            self._for_stops.append(free)
        return free or first
