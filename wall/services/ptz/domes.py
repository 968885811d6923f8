"""All domes that somebody drives or waits to, and the hands on them. On the io loop.

A move goes from here to the dome's line in the same turn of the loop: who may is asked of the arbiter, which answers at
once; the journal and everybody who listens hear of it afterwards.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable
from contextlib import suppress
from typing import Any

from wall.model.dome_events import PtzAbilityKnown
from wall.model.errors import WallError
from wall.model.events import Event
from wall.model.ptz.ability import PtzAbility
from wall.model.ptz.journal import Deed
from wall.model.ptz.move import Velocity
from wall.model.ptz.operator import SYSTEM, Operator, Rank
from wall.model.tile import Cause
from wall.services.ptz.arbitration import Arbiter
from wall.services.ptz.dome import FINE, OF_HOLDS, Dome
from wall.services.ptz.lease import Grip, Hands
from wall.services.ptz.looking import Looking
from wall.services.ptz.ports import NotesDeeds, ReachesDomes, Touched
from wall.services.ptz.standings import Standings

_LINGERS_S = 20.0
"""So long is a line kept that nobody needs: whoever comes back finds it warm."""
_ENDS_WITHIN_S = 2.5
_AGAIN_AFTER_S = 5.0


class Domes:
    """`arbiter` says who may, `journal` writes it down. `begin` runs what nobody waits for."""

    def __init__(
        self,
        reach: ReachesDomes,
        arbiter: Arbiter,
        journal: NotesDeeds,
        publish: Callable[[Event], None],
        monotonic: Callable[[], float],
    ) -> None:
        self.arbiter = arbiter
        self.journal = journal
        self.standings = Standings(publish)
        self.monotonic = monotonic
        self._reach = reach
        self._publish = publish
        self._hands = Hands()
        self._domes: dict[int, Dome] = {}
        self._lookings: dict[int, Looking] = {}
        self._abilities: dict[int, PtzAbility] = {}
        self._listeners: list[Touched] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._timer: asyncio.TimerHandle | None = None
        self._resting: dict[int, asyncio.TimerHandle] = {}
        self._is_closing = False
        self._news = asyncio.Event()

    def ability(self, camera_id: int) -> PtzAbility | None:
        """From any thread."""
        told = self._abilities.get(camera_id)
        return told if told is not None else self._reach.known(camera_id)

    def dome(self, camera_id: int) -> Dome:
        """Of any camera: what is no dome has no line."""
        if camera_id not in self._domes:
            dome = Dome(camera_id, lambda: self._reach.line(camera_id), self.monotonic, self.tell)
            self._domes[camera_id] = dome
            self._lookings[camera_id] = Looking(dome, lambda place: self.standings.see(camera_id, place))
        return self._domes[camera_id]

    def listen(self, touched: Touched) -> None:
        self._listeners.append(touched)

    # -- somebody comes and goes

    def open(self, camera_id: int) -> None:
        dome = self.dome(camera_id)
        dome.opened += 1
        if dome.opened == 1 and not self._is_closing:
            self.begin(self._make_ready(dome))

    def close(self, camera_id: int) -> None:
        dome = self._domes.get(camera_id)
        if dome is not None and dome.opened:
            dome.opened -= 1
            if not dome.opened:
                self.take_from(camera_id)
                self.tell(camera_id)

    # -- hands

    def drive(self, camera_id: int, hand: str, velocity: Velocity, operator: Operator, said_s: float) -> None:
        """`said_s` is when the hand said so: what has waited here too long is no word of a hand any more."""
        if self._is_closing:
            return
        if not velocity.is_still and not self.may(camera_id, operator):
            self._follow(self._hands.let_go(hand))
            return
        changed = self._hands.hold(hand, Grip(camera_id, velocity, operator, said_s))
        self._follow(changed | self._hands.expire(self.monotonic()))

    def renew(self, hand: str, said_s: float) -> None:
        self._hands.renew(hand, said_s)

    def let_go(self, hand: str) -> None:
        self._follow(self._hands.let_go(hand))

    def let_all_go(self, hands: str = "") -> None:
        self._follow(self._hands.let_all_go(hands))

    def take_from(self, camera_id: int) -> None:
        """No hand holds this camera any more."""
        self._follow(self._hands.take_from(camera_id))

    # -- who may

    def may(self, camera_id: int, operator: Operator) -> bool:
        """May they move it? Then they hold it, and everybody hears of it; else its standing says why not."""
        cause = self.arbiter.grasp(camera_id, operator, self.monotonic())
        if cause is not Cause.NONE:
            self.refuse(camera_id, cause)
            return False
        dome = self.dome(camera_id)
        if dome.trouble[0] in OF_HOLDS:
            dome.trouble = FINE
        if operator.rank is not Rank.SYSTEM:
            for touched in self._listeners:
                touched(camera_id, operator)
        return True

    def refuse(self, camera_id: int, cause: Cause) -> None:
        self.dome(camera_id).complain(cause)
        self.tell(camera_id)

    def leave(self, camera_id: int) -> None:
        """It is in nobody's hand any more, but for a while."""
        if self._hands.velocity(camera_id).is_still:
            self.arbiter.leave(camera_id, self.monotonic())
            self.tell(camera_id)
            self._schedule()

    def hold_changed(self, camera_id: int) -> None:
        """Somebody else may have it now: then no other hand stays on it."""
        hold = self.arbiter.hold(camera_id, self.monotonic())
        if hold is not None and self._hands.others(camera_id, hold.operator):
            self._follow(self._hands.take_from(camera_id))
        self.tell(camera_id)
        self._schedule()

    def renew_line(self, camera_id: int) -> None:
        """Something about it was settled anew: every hand lets go, and once it stands it gets a new line."""
        self.take_from(camera_id)
        self.begin(self._renew_line(self.dome(camera_id)))

    # -- beginning and end

    def recover(self, camera_ids: Iterable[int]) -> None:
        """These were left moving by a program that came to a sudden end: have them stopped."""
        for camera_id in camera_ids:
            dome = self.dome(camera_id)
            dome.mover = SYSTEM
            dome.suspect()
            self.look(camera_id, by_hand=True)

    async def stop(self) -> None:
        """Let all go and wait a little until all stand; the journal and the guardian know those that do not."""
        self.let_all_go()
        self._is_closing = True
        with suppress(TimeoutError):
            async with asyncio.timeout(_ENDS_WITHIN_S):
                while any(each.drive.may_move for each in self._domes.values()):
                    self._news.clear()
                    await self._news.wait()
        for timer in (self._timer, *self._resting.values()):
            if timer is not None:
                timer.cancel()
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for looking in self._lookings.values():
            await looking.end()
        for dome in self._domes.values():
            await dome.close()

    @property
    def is_closing(self) -> bool:
        return self._is_closing

    def begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._ended)

    def look(self, camera_id: int, *, by_hand: bool) -> None:
        """Follow where it looks, until it stands."""
        if not self._is_closing:
            self._lookings[camera_id].begin(by_hand=by_hand)

    def tell(self, camera_id: int) -> None:
        """Something about it may have changed."""
        dome, now_s = self.dome(camera_id), self.monotonic()
        self._write_down(dome)
        self.standings.tell(dome, self.arbiter.hold(camera_id, now_s), now_s)
        self._let_rest(dome)
        self._news.set()

    # -- inside

    def _follow(self, cameras: Iterable[int]) -> None:
        for camera_id in cameras:
            velocity = self._hands.velocity(camera_id)
            self.dome(camera_id).want(velocity)
            if velocity.is_still:
                self.leave(camera_id)
        self._schedule()

    def _write_down(self, dome: Dome) -> None:
        """Where a move begins, and where it has surely ended."""
        may_move = dome.drive.may_move
        if may_move and dome.mover is None:
            hold = self.arbiter.hold(dome.camera_id, self.monotonic())
            dome.mover = hold.operator if hold is not None else SYSTEM
            self.journal.note(dome.camera_id, Deed.MOVED, dome.mover)
            self.look(dome.camera_id, by_hand=True)
        elif not may_move and dome.mover is not None:
            self.journal.note(dome.camera_id, Deed.STOPPED, dome.mover)
            dome.mover = None

    def _schedule(self) -> None:
        """Wake when the next hand has not been heard for too long, or the next hold ends."""
        times_s = [each for each in (self._hands.next_s(), self.arbiter.next_s()) if each is not None]
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        if times_s:
            wait_s = max(0.005, min(times_s) - self.monotonic())
            self._timer = asyncio.get_running_loop().call_later(wait_s, self._wake)

    def _wake(self) -> None:
        now_s = self.monotonic()
        self._follow(self._hands.expire(now_s))
        for camera_id, standing in self.standings.held():
            if standing.hold != self.arbiter.hold(camera_id, now_s):
                self.hold_changed(camera_id)
        self._schedule()

    async def _make_ready(self, dome: Dome) -> None:
        """Connect, and learn what it can do; again and again while somebody is there for it. Its standing says why."""
        while dome.opened:
            try:
                await dome.ask(lambda line: line.open())
                ability = await dome.ask(lambda line: line.ability())
            except WallError as error:
                if error.cause is Cause.NO_PTZ:
                    return
                await asyncio.sleep(_AGAIN_AFTER_S)
                continue
            self._abilities[dome.camera_id] = ability
            self._publish(PtzAbilityKnown(dome.camera_id, ability))
            if ability.tells_place:
                self.look(dome.camera_id, by_hand=False)
            return

    async def _renew_line(self, dome: Dome) -> None:
        await dome.until_it_stands()
        dome.hang_up()
        await self._make_ready(dome)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._tasks.discard(task)
        if not task.cancelled() and (error := task.exception()) is not None:
            context = {"message": "the desk of the domes has a mistake", "exception": error}
            task.get_loop().call_exception_handler(context)

    def _let_rest(self, dome: Dome) -> None:
        """Hang up after a while without anything, if nobody needs it then either."""
        if dome.camera_id in self._resting:
            self._resting.pop(dome.camera_id).cancel()
        if dome.is_quiet and dome.has_line and not self._is_closing:
            loop = asyncio.get_running_loop()
            self._resting[dome.camera_id] = loop.call_later(_LINGERS_S, self._hang_up, dome)

    def _hang_up(self, dome: Dome) -> None:
        del self._resting[dome.camera_id]
        if dome.is_quiet:
            dome.hang_up()
