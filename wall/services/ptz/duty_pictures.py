"""Dated pictures of duty views that are taken by themselves, and by hand."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial

from wall.model.errors import WallError
from wall.model.events import Event, WorkFailed
from wall.model.ptz.duty import DutyView, DutyWatch
from wall.model.ptz.reference import Occasion, Reference
from wall.model.ptz.standing import Duty
from wall.model.tile import Cause
from wall.services.ptz.homecoming import Homecoming
from wall.services.ptz.picture_hours import PictureHours
from wall.services.ptz.references import References

_DISK = frozenset({Cause.DISK_FULL, Cause.FILE, Cause.DATABASE, Cause.DATABASE_BUSY, Cause.DATABASE_DAMAGED})

_MOST_AT_ONCE = 3


class DutyPictures:
    """At home on the thread of the UI. `publish` is called there.

    A few at once, so that each is taken as soon as it is begun: at nine o'clock all domes are due. One during which its
    dome was turned away is thrown away: it shows something else.
    """

    def __init__(
        self,
        pictures: References,
        hours: PictureHours,
        home: Homecoming,
        publish: Callable[[Event], None],
        unix: Callable[[], float],
    ) -> None:
        self._pictures = pictures
        self._hours = hours
        self._home = home
        self._publish = publish
        self._unix = unix
        self._is_disk_told = False
        self._is_loaded = False
        self._under_way: set[int] = set()
        self._spoilt: set[int] = set()
        self._came_back: set[int] = set()
        """Those that wait for their turn since they came back."""

    def load(self) -> None:
        """Read when the last were taken; until that is known none is taken by itself."""
        self._home.follow(self._pictures.last_taken(), self._hours.know, always=self._begin)
        self._home.follow(self._pictures.sweep())

    def forget(self, camera_id: int) -> None:
        """It belongs elsewhere now."""
        self._hours.forget(camera_id)
        self._leave(camera_id)

    def look(self, watch: DutyWatch, *, came_back: bool) -> None:
        """Take one if it is time, and nobody has the dome in hand. To be called whenever it was looked at."""
        camera_id = watch.view.camera_id
        if watch.duty is not Duty.THERE or watch.last.is_moving:
            self._leave(camera_id)
            return
        if came_back:
            self._came_back.add(camera_id)
        is_free = camera_id not in self._under_way and len(self._under_way) < _MOST_AT_ONCE
        if self._is_loaded and is_free and not watch.last.is_held:
            self._take_if_due(watch.view)

    def take_by_hand(self, watch: DutyWatch | None, operator: str) -> Future[Reference]:
        """Now. ValueError where the dome is not there."""
        if watch is None or watch.duty is not Duty.THERE:
            refused: Future[Reference] = Future()
            refused.set_exception(ValueError("the dome does not look where it belongs"))
            return refused
        taking = self._pictures.take(watch.view, Occasion.HAND, operator)
        self._home.follow(taking, self._note)
        return taking

    # -- inside

    def _begin(self) -> None:
        self._is_loaded = True

    def _leave(self, camera_id: int) -> None:
        """It does not look there any more."""
        self._came_back.discard(camera_id)
        if camera_id in self._under_way:
            self._spoilt.add(camera_id)

    def _take_if_due(self, view: DutyView) -> None:
        now_s = self._unix()
        is_back = view.camera_id in self._came_back
        self._came_back.discard(view.camera_id)
        if is_back and self._hours.begin_on_return(view.camera_id, now_s):
            self._take(view, Occasion.RETURN)
        elif self._hours.begin_daily(view, now_s):
            self._take(view, Occasion.DAILY)

    def _take(self, view: DutyView, occasion: Occasion) -> None:
        self._under_way.add(view.camera_id)
        taking = self._pictures.take(view, occasion)
        failed, ended = partial(self._not_taken, view.camera_id), partial(self._ended, view.camera_id)
        self._home.follow(taking, self._was_taken, failed, ended)

    def _was_taken(self, reference: Reference) -> None:
        if reference.camera_id in self._spoilt:
            self._pictures.remove(reference)
            self._hours.failed(reference.camera_id, self._unix())
        else:
            self._note(reference)

    def _note(self, reference: Reference) -> None:
        self._is_disk_told = False
        self._hours.taken(reference.camera_id, reference.occasion, reference.taken_s)

    def _not_taken(self, camera_id: int, error: WallError) -> None:
        """A camera that gives none is on the health page; a disk that takes none is told once."""
        self._hours.failed(camera_id, self._unix())
        if error.cause in _DISK and not self._is_disk_told:
            self._is_disk_told = True
            self._publish(WorkFailed("keep a picture of a duty view", error.cause, error.detail))

    def _ended(self, camera_id: int) -> None:
        self._under_way.discard(camera_id)
        self._spoilt.discard(camera_id)
