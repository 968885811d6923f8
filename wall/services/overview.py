"""Small pictures of all cameras at once, as long as somebody looks.

The UI calls `look`, `look_away` and `sight` on its own thread; each returns at once. What is new is published as
GlimpsesTaken, at most ten times a second. While nobody looks nothing is asked, no timer runs and no process is there.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from random import Random
from typing import Protocol

from wall.model.errors import UnreachableError, WallError
from wall.model.events import Event, GlimpsesTaken
from wall.model.glimpse import Glimpse, Sight
from wall.model.health import Health, Verdict
from wall.model.inventory import Inventory
from wall.model.tile import RETRY_NEVER, Cause
from wall.services.glimpse_album import Album
from wall.services.glimpse_logins import Waiting
from wall.services.glimpse_plan import GlimpsePlan, Pace
from wall.services.glimpse_subjects import Subject, subjects_of
from wall.services.glimpsing import Box, Glimpsing, Hands
from wall.services.health import Clocks

_LOOK_EVERY_S = 0.05
_TELL_EVERY_S = 0.1
_FOLLOW_EVERY_S = 1.0
_REST_AFTER_S = 20.0
"""Nobody has looked for so long: the process that makes pictures may go."""
_LEAST_BOX, _MOST_BOX = 32, 480
_NEVER_SEEN = Sight()


class SeesFleet(Protocol):
    """What is asked of `wall.services.fleet.Fleet`."""

    @property
    def inventory(self) -> Inventory: ...

    @property
    def health(self) -> Mapping[int, Health]: ...


class Overview:
    """Takes pictures of the cameras of a fleet. `rest` is called when nobody has looked for a while."""

    def __init__(
        self,
        loop: asyncio.AbstractEventLoop,
        publish: Callable[[Event], None],
        fleet: SeesFleet,
        hands: Hands,
        rest: Callable[[], None],
        clocks: Clocks | None = None,
        pace: Pace | None = None,
        random: Random | None = None,
    ) -> None:
        self._loop = loop
        self._publish = publish
        self._fleet = fleet
        self._logins = hands.logins
        self._rest = rest
        self._clocks = clocks or Clocks()
        self._glimpsing = Glimpsing(hands, self._clocks)
        self._plan = GlimpsePlan(pace or Pace(), random or Random())
        self._album = Album()
        self._inventory: Inventory | None = None
        self._subjects: dict[int, Subject] = {}
        self._lost: frozenset[int] = frozenset()
        self._box: Box = (160, 90)
        self._new: set[int] = set()
        self._running: asyncio.Task[None] | None = None
        self._under_way: dict[int, asyncio.Task[None]] = {}
        self._resting: asyncio.TimerHandle | None = None

    # -- what the UI wants

    def look(self, cameras: Sequence[int], in_sight: int, width: int, height: int) -> None:
        """Have pictures taken of these cameras, by id, no larger than so many device pixels. The first `in_sight` of
        them are seen at this moment, and come first.
        """
        wanted = tuple(cameras)
        self._loop.call_soon_threadsafe(self._look, wanted, in_sight, (_side(width), _side(height)))

    def look_away(self) -> None:
        """Nobody looks any more. What is known stays."""
        self._loop.call_soon_threadsafe(self._look_away)

    def sight(self, camera_id: int) -> Sight:
        """What is known of a camera. Any thread."""
        return self._album.get(camera_id) or _NEVER_SEEN

    # -- on the io loop

    async def stop(self) -> None:
        """End everything that is under way."""
        under_way = list(self._under_way.values())
        self._look_away()
        if self._resting is not None:
            self._resting.cancel()
        await asyncio.gather(*under_way, return_exceptions=True)
        self._logins.close()

    def _look(self, wanted: tuple[int, ...], in_sight: int, box: Box) -> None:
        self._box = box
        self._follow()
        self._plan.want([camera for camera in wanted if camera in self._subjects], in_sight)
        self._album.in_sight = frozenset(wanted[:in_sight])
        if self._resting is not None:
            self._resting.cancel()
            self._resting = None
        if self._running is None:
            self._running = asyncio.create_task(self._run())

    def _look_away(self) -> None:
        if self._running is None:
            return
        self._running.cancel()
        self._running = None
        for task in list(self._under_way.values()):
            task.cancel()
        self._tell()
        self._resting = self._loop.call_later(_REST_AFTER_S, self._rest)

    async def _run(self) -> None:
        told_s = followed_s = self._clocks.monotonic()
        while True:
            now_s = self._clocks.monotonic()
            if now_s - followed_s >= _FOLLOW_EVERY_S:
                followed_s = now_s
                self._follow()
            for camera in self._plan.due(now_s):
                self._begin(camera, now_s)
            if now_s - told_s >= _TELL_EVERY_S:
                told_s = now_s
                self._tell()
            await asyncio.sleep(_LOOK_EVERY_S)

    def _follow(self) -> None:
        """What has changed with the cameras: which there are, which are back, which login may be sent again."""
        inventory = self._fleet.inventory
        if inventory is not self._inventory:
            self._inventory = inventory
            former, self._subjects = self._subjects, subjects_of(inventory)
            changed = [camera for camera, each in self._subjects.items() if each.road != _road(former.get(camera))]
            self._plan.hurry(changed)
            self._plan.follow({camera: subject.place for camera, subject in self._subjects.items()})
            self._glimpsing.forget_all_but(self._subjects)
            self._album.keep_only(self._subjects)
        lost = frozenset(camera for camera, each in self._fleet.health.items() if each.verdict is Verdict.LOST)
        self._plan.hurry(self._lost - lost)
        self._lost = lost
        self._plan.hurry(self._let_in_again())

    def _let_in_again(self) -> list[int]:
        """Those whose login was refused or held back, and is not any more."""
        refused = (camera for camera, sight in self._album.items() if sight.cause in RETRY_NEVER)
        found = ((camera, self._subjects[camera]) for camera in refused)
        held = self._logins.is_held_back
        return [camera for camera, each in found if each.credential and not held(each.credential, each.places)]

    def _begin(self, camera: int, now_s: float) -> None:
        self._plan.begun(camera, now_s)
        task = asyncio.create_task(self._take(camera, self._subjects[camera]))
        self._under_way[camera] = task
        task.add_done_callback(partial(self._ended, camera))

    async def _take(self, camera: int, subject: Subject) -> None:
        """One picture, or the reason why there is none. Waiting where nothing is known."""
        before = self.sight(camera)
        try:
            self._note(camera, before, await self._glimpsing.take(subject, self._box, before.glimpse))
        except TimeoutError:
            self._fail(camera, before, UnreachableError(cause=Cause.TIMEOUT))
            raise
        except WallError as error:
            self._fail(camera, before, error)
            raise

    def _ended(self, camera: int, task: asyncio.Task[None]) -> None:
        self._under_way.pop(camera, None)
        now_s = self._clocks.monotonic()
        error = asyncio.CancelledError() if task.cancelled() else task.exception()
        is_nobodys = isinstance(error, asyncio.CancelledError | Waiting) or (
            isinstance(error, WallError) and error.cause is Cause.DECODER_LOST
        )
        if is_nobodys:
            self._plan.put_off(camera, now_s)
            return
        self._plan.ended(camera, now_s, went_well=error is None)
        if error is not None and not isinstance(error, WallError | TimeoutError):
            # A mistake of ours: for the crash handler. The camera is asked again.
            context = {"message": f"the small picture of camera {camera}", "exception": error, "task": task}
            self._loop.call_exception_handler(context)

    def _note(self, camera: int, before: Sight, glimpse: Glimpse) -> None:
        former = before.glimpse
        if former is None or glimpse.taken_s >= former.taken_s:
            self._put(camera, Sight(glimpse))
        else:  # Never back in time: another way may be slower.
            self._put(camera, Sight(former))

    def _fail(self, camera: int, before: Sight, error: WallError) -> None:
        if error.cause is Cause.DECODER_LOST:
            return
        is_own = error.cause is Cause.LOGIN_WITHHELD and before.cause is Cause.LOGIN
        since_s = before.failing_since_s if before.failing_since_s is not None else self._clocks.monotonic()
        self._put(camera, Sight(before.glimpse, Cause.LOGIN if is_own else error.cause, since_s))

    def _put(self, camera: int, sight: Sight) -> None:
        if camera in self._subjects:
            self._album.put(camera, sight)
            self._new.add(camera)

    def _tell(self) -> None:
        if self._new:
            new, self._new = frozenset(self._new), set()
            self._publish(GlimpsesTaken(new))


def _road(subject: Subject | None) -> tuple[object, ...] | None:
    return subject.road if subject is not None else None


def _side(pixels: int) -> int:
    return min(_MOST_BOX, max(_LEAST_BOX, pixels))
