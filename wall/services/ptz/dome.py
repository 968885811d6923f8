"""One dome: its line, and the drive that decides what goes over it. On the io loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

from wall.model.errors import UnsupportedError, WallError
from wall.model.ptz.move import Velocity
from wall.model.ptz.operator import Operator
from wall.model.tile import Cause
from wall.services.ptz.drive import Command, Drive, Kind, Outcome, Pace
from wall.services.ptz.outcomes import in_words, is_about_login, outcome_of
from wall.services.ptz.ports import DrivesDome

T = TypeVar("T")
Order = Callable[[DrivesDome], Coroutine[Any, Any, T]]
NewLine = Callable[[], DrivesDome | None]


FINE = (Cause.NONE, "")
OF_HOLDS = frozenset({Cause.HELD, Cause.OUTRANKED})
_FREE_WITHIN_S = 6.0
_TOLD_FOR_S = 10.0


class Overtaken(WallError):
    """Something newer was wanted before this was said to the dome. Nobody is to blame."""


class Dome:
    """`told` is called whenever something about it may have changed; `new_line` gives None for what is no dome.

    It has a line as long as somebody needs one, and a new one where the last was not let in.
    """

    def __init__(
        self,
        camera_id: int,
        new_line: NewLine,
        monotonic: Callable[[], float],
        told: Callable[[int], None],
        pace: Pace | None = None,
    ) -> None:
        self.camera_id = camera_id
        self.pace = pace or Pace()
        self.drive = Drive(self.pace)
        self.trouble: tuple[Cause, str] = FINE
        self.opened = 0
        """By so many hands."""
        self.mover: Operator | None = None
        """Whose move is in the journal without its end."""
        self._new_line = new_line
        self._monotonic = monotonic
        self._told = told
        self._line: DrivesDome | None = None
        self._is_shut_out = False
        self._tasks: set[asyncio.Task[None]] = set()
        self._timer: asyncio.TimerHandle | None = None
        self._fading: asyncio.TimerHandle | None = None
        self._has_changed = asyncio.Event()
        self._asking = 0
        self._orders = 0
        """How many there were: the last one counts."""
        self._is_closed = False

    @property
    def is_quiet(self) -> bool:
        """Does nobody want anything of it, nor seem to be about to?"""
        return not (self.opened or self._asking or self.drive.may_move)

    @property
    def has_line(self) -> bool:
        return self._line is not None

    # -- what hands want

    def want(self, velocity: Velocity) -> None:
        if not velocity.is_still:
            self._orders += 1  # Whatever waits to be said to it does so no longer.
        self.drive.want(velocity, self._monotonic())
        self.pump()

    def suspect(self) -> None:
        """It may be moving: have it stopped."""
        self.drive.suspect(self._monotonic())
        self.pump()

    def pump(self) -> None:
        """Send what is due, and see to it that what is due later is sent then."""
        if self._is_closed:
            return
        now_s = self._monotonic()
        for command in self.drive.due(now_s):
            task = asyncio.create_task(self._send(command))
            self._tasks.add(task)
            task.add_done_callback(self._ended)
        if self._timer is not None:
            self._timer.cancel()
        next_s = self.drive.next_s(now_s)
        loop = asyncio.get_running_loop()
        self._timer = None if next_s is None else loop.call_later(max(0.001, next_s - now_s), self.pump)
        self._has_changed.set()
        self._told(self.camera_id)

    # -- what is asked of it beside that

    async def ask(self, question: Order[T], *, quietly: bool = False) -> T:
        """Something that does not move it. WallError; `quietly`: that is no trouble to the operator."""
        self._asking += 1
        try:
            return await question(self._need_line())
        except WallError as error:
            if not quietly or is_about_login(error):
                self.take_note(error)
            raise
        finally:
            self._asking -= 1
            self._told(self.camera_id)

    async def order(self, order: Order[T]) -> T:
        """Send it somewhere, once it stands as far as hands go. The newest order replaces one that waits.

        What it was told to do before, it does no more when it goes there (ONVIF PTZ, section 5.3). Where it does not,
        the one stop that it has said yes to may have been one of those that are ignored: it is stopped then.

        WallError, also where a stop does not get through.
        """
        self._orders += 1
        number = self._orders
        try:
            await self._be_free(number)
        except WallError as error:
            if not isinstance(error, Overtaken):
                self.take_note(error)
            raise
        is_sure, goes = not self.drive.may_move, False
        self.drive.forget()
        self.pump()
        try:
            result = await self.ask(order)
            goes = True
        finally:
            if not (goes or is_sure):
                self.suspect()
        self._be_fine()
        return result

    async def until_it_stands(self) -> None:
        """As far as hands go: for ever where a stop is never confirmed."""
        while self.drive.may_move:
            self._has_changed.clear()
            await self._has_changed.wait()

    def take_note(self, error: WallError) -> None:
        self._is_shut_out = self._is_shut_out or is_about_login(error)
        self.complain(*in_words(error))

    def complain(self, cause: Cause, detail: str = "") -> None:
        """Why something came to nothing: told until something succeeds, or for a while."""
        self.trouble = trouble = (cause, detail)
        if self._fading is not None:
            self._fading.cancel()
        self._fading = asyncio.get_running_loop().call_later(_TOLD_FOR_S, self._fade, trouble)

    def _be_fine(self) -> None:
        """Something succeeded. That somebody was refused stays true: it may have been said before."""
        if self.trouble[0] not in OF_HOLDS:
            self.trouble = FINE

    def _fade(self, trouble: tuple[Cause, str]) -> None:
        if self.trouble is trouble:
            self.trouble = FINE
            self.pump()

    def hang_up(self) -> None:
        """Nobody needs the line any more: the next one who does gets a new one."""
        if self._line is not None:
            self._line.close()
            self._line = None
        self._is_shut_out = False

    async def close(self) -> None:
        """Give up whatever is under way."""
        self._is_closed = True
        tasks = list(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for timer in (self._timer, self._fading):
            if timer is not None:
                timer.cancel()
        self.hang_up()

    # -- inside

    async def _send(self, command: Command) -> None:
        outcome = Outcome.UNKNOWN
        try:
            line = self._need_line()
            if command.kind is Kind.MOVE:
                await line.move(command.velocity, self.pace.timeout_s)
            else:
                await line.stop()
            outcome = Outcome.DONE
            self._be_fine()
        except WallError as error:
            outcome = Outcome.REFUSED if self._line is None else outcome_of(error)
            self.take_note(error)
        finally:
            if self._line is None and outcome is Outcome.REFUSED:
                self.drive.forget()  # It is not in the city any more.
            self.drive.answered(command, outcome, self._monotonic())
            self.pump()

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            context = {"message": f"the drive of camera {self.camera_id} has a mistake", "exception": error}
            task.get_loop().call_exception_handler(context)

    async def _be_free(self, number: int) -> None:
        try:
            async with asyncio.timeout(_FREE_WITHIN_S):
                while number == self._orders and not self.drive.is_free(self._monotonic()):
                    self._has_changed.clear()
                    await self._has_changed.wait()
        except TimeoutError:
            raise WallError("it does not answer to a stop", cause=Cause.TIMEOUT) from None
        if number != self._orders:
            raise Overtaken("something newer was wanted of it", cause=Cause.PTZ_REFUSED)

    def _need_line(self) -> DrivesDome:
        if self._is_shut_out and len(self._tasks) + self._asking <= 1:  # Nobody else uses it.
            self.hang_up()
        if self._line is None:
            self._line = self._new_line()
        if self._line is None:
            raise UnsupportedError(cause=Cause.NO_PTZ)
        return self._line
