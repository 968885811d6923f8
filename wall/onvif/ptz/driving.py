"""Moves and stops: nothing that a stop has overtaken goes out, and a stop waits for no answer."""

from __future__ import annotations

import asyncio

from wall.model.device import Trouble
from wall.model.ptz.move import Place, Velocity, Way
from wall.onvif.contract import Message
from wall.onvif.faults import DeviceFault
from wall.onvif.line import Proven
from wall.onvif.ptz.guard import Guard
from wall.onvif.ptz.learnt import Learnt
from wall.onvif.ptz.moving import Velocities, position_parts, speed_parts
from wall.onvif.ptz.order import Order
from wall.onvif.ptz.stop_order import StopOrder
from wall.onvif.ptz.talk import Talk
from wall.onvif.transport import Overtaken

_STILL = (False, False)
_MAY_REFUSE = frozenset({Trouble.FAULT, Trouble.UNSUPPORTED})


class Driving:
    """Event-loop thread only. `guard` stops it where this program cannot any more."""

    def __init__(self, talk: Talk, learnt: Learnt, guard: Guard | None) -> None:
        self.order = Order()
        self._talk = talk
        self._learnt = learnt
        self._guard = guard
        self._key = f"{talk.target.ptz_url} {talk.target.profile}"
        self._velocities = Velocities(talk.calls, talk.target, learnt)
        self._begun = _STILL
        self._again: asyncio.Task[None] | None = None
        self._again_for = 0
        self._is_guarded = False
        self._told: Proven | None = None

    async def move(self, velocity: Velocity, timeout_s: float) -> None:
        if velocity.is_still:
            await self.stop()
            return
        await self._talk.ready()
        parts = self._velocities.parts(velocity, self._begun)
        self._begun = (self._begun[0] or parts[0], self._begun[1] or parts[1])
        self._tell_guard()
        stops = self.order.stops
        try:
            await self.send(self._velocities.message(velocity, parts, timeout_s))
        except DeviceFault as fault:
            if not self._is_about_timeout(fault) or self.order.stops != stops:
                raise
            self._learnt.takes_timeout = False
            await self.send(self._velocities.message(velocity, parts, timeout_s))
        self._begun = (bool(velocity.pan or velocity.tilt), bool(velocity.zoom))
        self._tell_guard()

    async def stop(self) -> None:
        awaited, moves = self.order.stop(), self.order.moves
        await self._talk.ready()
        message = self._talk.calls.stop()
        if not awaited:
            await self._talk.stop(message)
        else:
            again = asyncio.shield(self._stop_once_after(awaited, moves, message))
            _, outcome = await asyncio.gather(self._talk.stop(message), again, return_exceptions=True)
            if isinstance(outcome, BaseException):
                raise outcome
        if self.order.moves == moves:
            self._begun = _STILL
            self._is_guarded = False
            if self._guard is not None:
                self._guard.rests(self._key)

    async def relative(self, way: Way, speed: float) -> None:
        await self._talk.ready()
        parts = self._velocities.way(way)
        if parts:
            await self.send(self._talk.calls.relative(parts, speed_parts(self._learnt, speed, tuple(parts))))

    async def go_to(self, place: Place, speed: float) -> None:
        """Pan and tilt both or neither."""
        await self._talk.ready()
        parts = position_parts(self._learnt, place)
        if parts:
            await self.send(self._talk.calls.absolute(parts, speed_parts(self._learnt, speed, tuple(parts))))

    async def home(self, speed: float) -> None:
        await self._talk.ready()
        await self.send(self._talk.calls.home(speed_parts(self._learnt, speed)))

    async def go_preset(self, token: str, speed: float) -> None:
        await self._talk.ready()
        await self.send(self._talk.calls.go_preset(token, speed_parts(self._learnt, speed)))

    async def send(self, message: Message) -> None:
        """Something that moves it, unless a stop overtakes it."""
        with self.order.move() as may_send:
            try:
                await self._talk.move(message, may_send)
            except Overtaken:
                return

    def _stop_once_after(
        self, awaited: tuple[asyncio.Future[None], ...], moves: int, message: Message
    ) -> asyncio.Task[None]:
        """However often it is told to stop meanwhile: after the moves' answers once more is enough."""
        if self._again is None or self._again.done() or self._again_for != moves:
            self._again, self._again_for = asyncio.create_task(self._stop_after(awaited, moves, message)), moves
            self._again.add_done_callback(_noticed)
        return self._again

    async def _stop_after(self, awaited: tuple[asyncio.Future[None], ...], moves: int, message: Message) -> None:
        """The device may take a stop before a move that it got earlier, by another connection."""
        await asyncio.wait(awaited)
        if self.order.moves == moves:
            await self._talk.stop(message)

    def _is_about_timeout(self, fault: DeviceFault) -> bool:
        is_said = fault.trouble in _MAY_REFUSE and "timeout" in fault.detail.lower()
        return is_said and self._learnt.takes_timeout

    def _tell_guard(self) -> None:
        if self._guard is None:
            return
        talk, known = self._talk, self._talk.lanes.known
        if self._is_guarded and known.proven is self._told:
            self._guard.renews(self._key)
            return
        self._is_guarded, self._told = True, known.proven
        order = StopOrder(
            url=talk.ptz_url,
            device_url=talk.target.device_url,
            stop=talk.calls.stop(),
            clock_question=talk.calls.clock(),
            certificate_sha256=known.certificate_sha256,
            proven=known.proven,
        )
        self._guard.moves(self._key, order)


def _noticed(task: asyncio.Task[None]) -> None:
    """Its fault was told to whoever waited; perhaps nobody did."""
    if not task.cancelled():
        task.exception()
