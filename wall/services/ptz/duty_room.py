"""Where domes belong and where they go on their own: duty views, patrols, and the pictures that are taken of them.

All of it belongs to the thread of the UI, which lets its time go on (`tick`), as with the control room: what answers
elsewhere comes home with the next tick. What an operator wishes is on the disk before it is believed.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from wall.model.dome_events import DutyChanged
from wall.model.errors import WallError
from wall.model.events import Event
from wall.model.ptz.duty import DutyView
from wall.model.ptz.journal import Deed
from wall.model.ptz.operator import SYSTEM, Operator
from wall.model.ptz.patrol import Order, Patrol, TourOrder
from wall.model.ptz.reference import PresetPicture, Reference
from wall.model.ptz.status import CameraTour
from wall.services.db_thread import DbThread
from wall.services.ptz.dome_stores import KeepsDuty
from wall.services.ptz.duty_pictures import DutyPictures
from wall.services.ptz.homecoming import Homecoming
from wall.services.ptz.picture_hours import PictureHours
from wall.services.ptz.ports import SendsDomes
from wall.services.ptz.post import Note, Post
from wall.services.ptz.references import References

T = TypeVar("T")
STEP_EVERY_S = 0.25
_MOST_ASKED = 8
"""Domes that are asked at once where they look."""


@dataclass(frozen=True, slots=True)
class Clocks:
    """Seconds that only go forward, and Unix time."""

    monotonic: Callable[[], float] = time.monotonic
    unix: Callable[[], float] = time.time


class DutyRoom:
    """Fulfils `wall.ui.ptz.presets.port.DutyPort`. One thread, that of the UI; it never waits.

    `publish` is called there. `operator` says who is at the desk. Nothing is known until the first ticks have brought
    it from the disk: told by DutyChanged.
    """

    def __init__(
        self,
        desk: SendsDomes,
        db: DbThread,
        store: KeepsDuty,
        pictures: References,
        publish: Callable[[Event], None],
        operator: Callable[[], Operator],
        clocks: Clocks | None = None,
        hours: PictureHours | None = None,
    ) -> None:
        self._desk = desk
        self._db = db
        self._store = store
        self._pictures = pictures
        self._publish = publish
        self._operator = operator
        self._clocks = clocks or Clocks()
        self._home = Homecoming()
        self._taken = DutyPictures(pictures, hours or PictureHours(), self._home, publish, self._clocks.unix)
        self._posts: dict[int, Post] = {}
        self._noted: dict[int, Note] = {}
        self._patrols: dict[int, Patrol] = {}
        self._asked = 0
        self._stepped_s = float("-inf")
        desk.listen(lambda camera_id, operator: self._home.put(partial(self._touched, camera_id, operator)))
        self._load()

    # -- what there is

    @property
    def views(self) -> Mapping[int, DutyView]:
        """Where each dome belongs, by camera."""
        return {camera: post.watch.view for camera, post in self._posts.items() if post.watch is not None}

    @property
    def patrols(self) -> tuple[Patrol, ...]:
        """All of them, in the order in which they were made."""
        return tuple(self._patrols[key] for key in sorted(self._patrols))

    # -- duty views

    def set_duty(self, view: DutyView) -> Future[None]:
        """A dome belongs there from now on; where its preset is a new one, it goes there at once."""
        return self._keep(lambda: self._store.keep_duty_view(view), lambda _done: self._take_view(view))

    def clear_duty(self, camera_id: int) -> Future[None]:
        """It belongs nowhere any more. Its pictures stay."""
        return self._keep(lambda: self._store.remove_duty_view(camera_id), lambda _done: self._drop_view(camera_id))

    def go_back(self, camera_id: int) -> Future[None]:
        """To its duty view, at once: as the operator. Nothing for one that belongs nowhere."""
        post = self._posts.get(camera_id)
        if post is None or post.watch is None:
            nothing: Future[None] = Future()
            nothing.set_result(None)
            return nothing
        going = self._send_back(post, self._operator())
        post.sent_back(self._operator(), self._clocks.monotonic())
        return going

    def preset_was_set(self, camera_id: int, token: str) -> None:
        """A preset looks elsewhere now, at what the dome looks at: where that is has to be learnt anew."""
        view = self.views.get(camera_id)
        if view is not None and view.token == token:
            self._posts[camera_id].belongs(replace(view, place=None), self._clocks.monotonic())
            self.go_back(camera_id)

    # -- patrols

    def keep_patrol(self, patrol: Patrol) -> Future[int]:
        """A new one, or what one is now; its id. One that is under way begins anew."""
        return self._keep(
            lambda: self._store.keep_patrol(patrol), lambda key: self._take_patrol(replace(patrol, patrol_id=key))
        )

    def remove_patrol(self, patrol_id: int) -> Future[None]:
        """Take it away; to keep it again, with its id, brings it back."""
        return self._keep(lambda: self._store.remove_patrol(patrol_id), lambda _done: self._drop_patrol(patrol_id))

    def start(self, patrol_id: int) -> None:
        """Send its dome on this patrol, until `stop`, also after a restart of the program. KeyError."""
        self.keep_patrol(replace(self._patrols[patrol_id], is_on=True))

    def stop(self, camera_id: int) -> None:
        """No patrol any more for this dome."""
        for patrol in self.patrols:
            if patrol.camera_id == camera_id and patrol.is_on:
                self.keep_patrol(replace(patrol, is_on=False))

    def tours(self, camera_id: int) -> Future[tuple[CameraTour, ...]]:
        """Patrols that the camera has of its own."""
        return self._desk.tours(camera_id)

    # -- pictures

    def take_reference(self, camera_id: int) -> Future[Reference]:
        """A dated picture of its duty view now. ValueError where the dome is not there."""
        post = self._posts.get(camera_id)
        return self._taken.take_by_hand(post.watch if post is not None else None, self._operator().name)

    def references(self, camera_id: int) -> Future[tuple[Reference, ...]]:
        """The dated pictures of a camera, the oldest first, of whichever preset."""
        return self._pictures.of_camera(camera_id)

    def remove_reference(self, reference: Reference) -> Future[None]:
        return self._pictures.remove(reference)

    def picture(self, file: str) -> Future[bytes]:
        """The JPEG of a Reference or a PresetPicture."""
        return self._pictures.picture(file)

    def preset_pictures(self, camera_id: int) -> Future[tuple[PresetPicture, ...]]:
        return self._pictures.presets_of(camera_id)

    def take_preset_picture(self, camera_id: int, token: str) -> Future[PresetPicture]:
        """Of a preset at which the dome is now."""
        return self._pictures.take_preset(camera_id, token)

    def forget_preset(self, camera_id: int, token: str) -> Future[None]:
        """A preset is gone, and what belonged to it."""
        view = self.views.get(camera_id)
        if view is not None and view.token == token:
            self.clear_duty(camera_id)
        return self._pictures.forget_preset(camera_id, token)

    # -- time

    def tick(self) -> None:
        """To be called some times a second."""
        self._home.bring()
        now_s = self._clocks.monotonic()
        if now_s - self._stepped_s >= STEP_EVERY_S:
            self._stepped_s = now_s
            for post in list(self._posts.values()):
                self._step(post, now_s)

    def close(self) -> None:
        """Before the database is closed."""
        self._pictures.close()

    # -- beginning

    def _load(self) -> None:
        def load() -> tuple[tuple[DutyView, ...], tuple[Patrol, ...]]:
            return self._store.duty_views(), self._store.patrols()

        self._home.follow(self._db.work("read where domes belong", load), lambda both: self._begin(*both))
        self._taken.load()

    def _begin(self, views: tuple[DutyView, ...], patrols: tuple[Patrol, ...]) -> None:
        now_s = self._clocks.monotonic()
        for view in views:
            self._post(view.camera_id).belongs(view, now_s)
        for patrol in patrols:
            self._patrols[patrol.patrol_id] = patrol
            if patrol.is_on:
                self._post(patrol.camera_id).patrols(patrol, now_s)
        self._tell()

    # -- changes that are on the disk

    def _take_view(self, view: DutyView) -> None:
        post = self._post(view.camera_id)
        former = post.watch.view if post.watch is not None else None
        post.belongs(view, self._clocks.monotonic())
        if former is None or former.token != view.token:
            self._write_down(view.camera_id, Deed.CHANGED, f"duty view: {view.name or view.token}")
            self._taken.forget(view.camera_id)
            self.go_back(view.camera_id)
        self._tell()

    def _drop_view(self, camera_id: int) -> None:
        self._post(camera_id).belongs(None, self._clocks.monotonic())
        self._write_down(camera_id, Deed.CHANGED, "no duty view")
        self._taken.forget(camera_id)
        self._tell()

    def _take_patrol(self, patrol: Patrol) -> None:
        before = self._patrols.get(patrol.patrol_id)
        self._patrols[patrol.patrol_id] = patrol
        was_on = before is not None and before.is_on
        if patrol.is_on:
            self._only(patrol)
            self._go_on_patrol(patrol.camera_id, patrol)
        elif was_on:
            self._go_on_patrol(patrol.camera_id, None)
        if patrol.is_on is not was_on:
            self._write_down(patrol.camera_id, Deed.PATROLLED, f"{'begun' if patrol.is_on else 'ended'}: {patrol.name}")
        self._tell()

    def _drop_patrol(self, patrol_id: int) -> None:
        patrol = self._patrols.pop(patrol_id, None)
        if patrol is not None and patrol.is_on:
            self._go_on_patrol(patrol.camera_id, None)
            self._write_down(patrol.camera_id, Deed.PATROLLED, f"ended: {patrol.name}")
        self._tell()

    def _only(self, chosen: Patrol) -> None:
        """A dome goes on one patrol at a time."""
        for each in self.patrols:
            if each.camera_id == chosen.camera_id and each.is_on and each.patrol_id != chosen.patrol_id:
                off = self._patrols[each.patrol_id] = replace(each, is_on=False)
                self._db.work("keep a patrol", partial(self._store.keep_patrol, off))

    def _go_on_patrol(self, camera_id: int, patrol: Patrol | None) -> None:
        post = self._post(camera_id)
        if post.run is not None and post.run.patrol.tour:
            self._order(post, TourOrder.STOP)
        post.patrols(patrol, self._clocks.monotonic())

    def _write_down(self, camera_id: int, deed: Deed, detail: str) -> None:
        """Who is at the desk has done it."""
        self._desk.write_down(camera_id, deed, self._operator(), detail)

    # -- one dome

    def _post(self, camera_id: int) -> Post:
        return self._posts.setdefault(camera_id, Post(camera_id))

    def _touched(self, camera_id: int, operator: Operator) -> None:
        if camera_id in self._posts:
            self._posts[camera_id].touched(operator, self._clocks.monotonic())

    def _step(self, post: Post, now_s: float) -> None:
        deeds = post.step(now_s, self._desk.standing(post.camera_id))
        if deeds.order is not None:
            self._order(post, deeds.order)
        if deeds.goes_back:
            self._send_back(post, SYSTEM)
        if deeds.learnt is not None:
            self._db.work("keep where a dome belongs", partial(self._store.keep_duty_view, deeds.learnt))
            self._tell()
        if post.watch is not None:
            self._taken.look(post.watch, came_back=deeds.came_back)
        self._note(post)
        if post.is_needed:
            self._ask(post, now_s)
        else:
            del self._posts[post.camera_id]

    def _note(self, post: Post) -> None:
        if self._noted.get(post.camera_id, Note()) != post.note:
            note = self._noted[post.camera_id] = post.note
            self._desk.note(
                post.camera_id,
                duty=note.duty,
                moved_by=note.moved_by,
                returns_at_s=note.returns_at_s,
                patrol=note.patrol,
                is_patrol_paused=note.is_patrol_paused,
            )

    def _ask(self, post: Post, now_s: float) -> None:
        if self._asked < _MOST_ASKED and post.is_to_be_asked(now_s):
            self._asked += 1
            looking = self._desk.look(post.camera_id)
            self._home.follow(
                looking,
                lambda place: post.place_told(place, self._clocks.monotonic()),
                lambda _error: post.not_told(),
                self._has_answered,
            )

    def _has_answered(self) -> None:
        self._asked -= 1

    def _order(self, post: Post, order: Order) -> None:
        run = post.run
        if isinstance(order, TourOrder):
            if run is None:
                return
            told = self._desk.run_tour(post.camera_id, run.patrol.tour, SYSTEM, on=order is TourOrder.START)
        else:
            told = self._desk.send(post.camera_id, order.token, SYSTEM, order.speed)

        def refuse(_error: WallError) -> None:
            if run is not None and post.run is not None and post.run.patrol is run.patrol:
                post.order_refused(self._clocks.monotonic())

        self._home.follow(told, failed=refuse)

    def _send_back(self, post: Post, operator: Operator) -> Future[None]:
        assert post.watch is not None
        going = self._desk.send(post.camera_id, post.watch.view.token, operator)
        self._home.follow(going, failed=lambda _error: post.return_refused(self._clocks.monotonic()))
        return going

    # -- threads

    def _keep(self, job: Callable[[], T], then: Callable[[T], None]) -> Future[T]:
        kept = self._db.ask(job)
        self._home.follow(kept, then)
        return kept

    def _tell(self) -> None:
        self._publish(DutyChanged(tuple(self.views.values()), self.patrols))
