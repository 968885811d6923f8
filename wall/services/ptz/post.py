"""One dome that belongs somewhere or goes on patrol: what is known of it, and what it is to be told."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wall.model.ptz.duty import DutyView, DutyWatch, Glance, is_near
from wall.model.ptz.move import Place
from wall.model.ptz.operator import Operator, Rank
from wall.model.ptz.patrol import Leg, Order, Patrol, PatrolRun
from wall.model.ptz.standing import Duty, PtzStanding

LOOK_EVERY_S, LOOK_CLOSELY_S = 10.0, 1.0
"""How often a dome is asked where it looks: at rest, and while it goes somewhere or somebody has it in hand."""
_CLOSELY_FOR_S = 15.0
_SHIFT = 0.002
_SAME_WISH_S = 1.0
"""To send it back is a wish, too, and is heard of as one."""
_SOMEBODY = "?"
"""Who holds a dome without a name."""
_REMEMBERED_S = 30.0
"""Who sent it somewhere is to blame where it is so long after that: it takes time to get there, and to be asked."""
_SOON_S = 3.0
"""What was told before that says nothing of whether it moves now."""


@dataclass(frozen=True, slots=True)
class Note:
    """What tile and map are told of a dome beside what the desk knows."""

    duty: Duty = Duty.NONE
    moved_by: str = ""
    returns_at_s: float | None = None
    patrol: str = ""
    is_patrol_paused: bool = False


@dataclass(frozen=True, slots=True)
class Deeds:
    """What is to be done now: `order` is of the patrol, `goes_back` to the duty view; `came_back` is what just was.

    `learnt` is the duty view where something new is known of it.
    """

    order: Order | None = None
    goes_back: bool = False
    came_back: bool = False
    learnt: DutyView | None = None


class Post:
    """Times are monotonic seconds."""

    def __init__(self, camera_id: int) -> None:
        self.camera_id = camera_id
        self.watch: DutyWatch | None = None
        self.run: PatrolRun | None = None
        self.is_asked = False
        """Is it being asked where it looks?"""
        self._place: Place | None = None
        self._is_mute = False
        self._told_s = float("-inf")
        self._asked_s = float("-inf")
        self._closely_until_s = float("-inf")
        self._is_shifting = False
        self._toucher = ""
        self._touched_by, self._touched_s = "", float("-inf")
        self._sent_s = float("-inf")
        self._sender = ""
        """Who has sent it back by hand: what holds it for him then is that wish."""

    @property
    def is_needed(self) -> bool:
        """Does it belong anywhere, or go on patrol?"""
        return self.watch is not None or self.run is not None

    @property
    def note(self) -> Note:
        """How it stands."""
        watch, run = self.watch, self.run
        patrol = (run.patrol.name, run.is_paused) if run is not None else ("", False)
        if watch is None:
            return Note(patrol=patrol[0], is_patrol_paused=patrol[1])
        return Note(watch.duty, watch.moved_by, watch.returns_at_s, *patrol)

    # -- what it is for

    def belongs(self, view: DutyView | None, now_s: float) -> None:
        """There from now on; None: nowhere. Where it stands is found out anew."""
        if view is None or self.watch is None or self.watch.view.token != view.token:
            self.watch = DutyWatch(view, now_s) if view is not None else None
        else:
            self.watch = replace(self.watch, view=view)

    def patrols(self, patrol: Patrol | None, now_s: float) -> None:
        """On this one from now on; None: on none, which counts as a hand that rests from now on."""
        self.run = PatrolRun(patrol, now_s) if patrol is not None else None
        if self.watch is not None:
            self.watch = replace(self.watch, quiet_s=now_s)

    # -- what is heard of it

    def touched(self, operator: Operator, now_s: float) -> None:
        """A person has moved it, or sent it somewhere."""
        if operator.name == self._sender and now_s - self._sent_s < _SAME_WISH_S:
            return
        self._sender, self._toucher = "", operator.name
        self._touched_by, self._touched_s = operator.name, now_s
        self._closely_until_s = now_s + _CLOSELY_FOR_S

    def is_to_be_asked(self, now_s: float) -> bool:
        """Where does it look now? To be followed by `place_told`, or `not_told`."""
        if self.is_asked or now_s - self._asked_s < (LOOK_CLOSELY_S if self._is_busy(now_s) else LOOK_EVERY_S):
            return False
        self.is_asked, self._asked_s = True, now_s
        return True

    def place_told(self, place: Place | None, now_s: float) -> None:
        """It looks there; None: it does not tell."""
        before, self._place = self._place, place
        self._is_mute = place is None
        self.is_asked, self._told_s = False, now_s
        self._is_shifting = before is not None and place is not None and not is_near(before, place, _SHIFT)

    def not_told(self) -> None:
        """It did not answer."""
        self.is_asked = False
        self._place = None

    def order_refused(self, now_s: float) -> None:
        """What the patrol ordered could not be done."""
        if self.run is not None:
            self.run = self.run.refused(now_s)

    def return_refused(self, now_s: float) -> None:
        """It could not be sent back."""
        if self.watch is not None and self.watch.duty is Duty.RETURNING:
            self.watch = self.watch.refused(now_s)

    def sent_back(self, operator: Operator, now_s: float) -> None:
        """Somebody has sent it back by hand."""
        self._toucher, self._sender, self._sent_s = "", operator.name, now_s
        self._closely_until_s = now_s + _CLOSELY_FOR_S
        if self.watch is not None:
            self.watch = self.watch.sent(now_s)

    # -- time goes on

    def step(self, now_s: float, standing: PtzStanding) -> Deeds:
        """What is to be done now."""
        seen = self._glance(now_s, standing)
        order = None
        if self.run is not None:
            self.run, order = self.run.looked(now_s, is_held=seen.is_held, is_moving=seen.is_moving)
        if self.watch is None:
            return Deeds(order)
        before = self.watch
        self.watch, goes_back = before.looked(now_s, seen)
        came_back = before.duty is Duty.RETURNING and self.watch.duty is Duty.THERE
        learnt = self.watch.view if self.watch.view != before.view else None
        return Deeds(order, goes_back, came_back, learnt)

    def _glance(self, now_s: float, standing: PtzStanding) -> Glance:
        """Who has touched it counts as holding it for this look; a hold tells the rest."""
        toucher, self._toucher = self._toucher, ""
        holder = toucher or self._holder(standing)
        is_held = bool(holder)
        if not holder and now_s - self._touched_s < _REMEMBERED_S:
            holder = self._touched_by
        if is_held:
            self._closely_until_s = now_s + _CLOSELY_FOR_S
        shifts = self._is_shifting and now_s - self._told_s < _SOON_S
        is_moving = standing.is_moving or shifts or bool(toucher)
        return Glance(self._place, self._told_s, self._is_mute, is_moving, is_held, holder, self.run is not None)

    def _holder(self, standing: PtzStanding) -> str:
        """The person who has it; "" for nobody, and for who has sent it back and has not touched it since."""
        hold = standing.hold
        if hold is None or hold.operator.rank <= Rank.SYSTEM:
            return ""
        is_coming_back = self.watch is not None and self.watch.duty is Duty.RETURNING
        return "" if is_coming_back and hold.operator.name == self._sender else hold.operator.name or _SOMEBODY

    def _is_busy(self, now_s: float) -> bool:
        returns = self.watch is not None and self.watch.duty is Duty.RETURNING
        walks = self.run is not None and self.run.leg is Leg.WAY
        return returns or walks or now_s < self._closely_until_s
