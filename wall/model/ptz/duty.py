"""Where a dome belongs: whether it is there, who turned it away, and when it goes back by itself."""

from __future__ import annotations

from dataclasses import dataclass, replace

from wall.model.ptz.move import Place
from wall.model.ptz.operator import SYSTEM
from wall.model.ptz.standing import Duty

USUAL_RETURN_S = 120.0
LEAST_RETURN_S, MOST_RETURN_S = 10.0, 86_400.0
USUAL_PICTURE_MINUTE = 9 * 60

NEAR = 0.015
"""A share of half its range: at 360° of pan 2.7°, less than a tenth of a wide picture."""
SETTLE_S = 3.0
"""A dome that was sent somewhere and stands still after that has arrived."""
RETURN_WITHIN_S = 30.0
"""Else it has not come back, whatever it said."""


@dataclass(frozen=True, slots=True)
class DutyView:
    """The preset at which a dome belongs. ValueError for what cannot be.

    `return_after_s` is how long nobody must have had the dome in hand; `picture_minute` is the minute of the local day
    at which a reference picture is taken, None for never; `place` is where the preset looks, as far as that was learnt:
    the preset is the truth, and may be set anew by anybody.
    """

    camera_id: int
    token: str
    name: str = ""
    return_after_s: float = USUAL_RETURN_S
    picture_minute: int | None = USUAL_PICTURE_MINUTE
    place: Place | None = None

    def __post_init__(self) -> None:
        if not self.token:
            raise ValueError("a duty view needs a preset")
        if not LEAST_RETURN_S <= self.return_after_s <= MOST_RETURN_S:
            raise ValueError(f"a dome goes back after {LEAST_RETURN_S:g} seconds to a day")
        if self.picture_minute is not None and not 0 <= self.picture_minute < 1440:
            raise ValueError("a day has 1440 minutes")


@dataclass(frozen=True, slots=True)
class Glance:
    """What is seen of a dome at one moment. `place` was told at `told_s` (monotonic), and is the newest there is.

    `is_held`: by an operator's hand or reservation; `holder` is who that is, or who sent it somewhere a moment ago;
    `is_on_patrol`: it belongs to a patrol now.
    """

    place: Place | None = None
    told_s: float = 0.0
    is_mute: bool = False
    """It is a camera that does not tell where it looks: else a place that is missing is one that did not come."""
    is_moving: bool = False
    is_held: bool = False
    holder: str = ""
    is_on_patrol: bool = False


@dataclass(frozen=True, slots=True)
class DutyWatch:
    """How one dome stands to its duty view. Times are monotonic seconds; `quiet_s` is since when nobody has it in hand.

    `sent_s` and `sent_from` are of a way back that has not ended, and `before` how it stood then; `last` is what was
    seen of it before. One of which nobody knows where it looks stays until a person sends it back: perhaps it stands
    where it should, perhaps somebody outside looks through it. One that was seen to be turned away is known.
    """

    view: DutyView
    quiet_s: float
    duty: Duty = Duty.UNKNOWN
    moved_by: str = ""
    sent_s: float | None = None
    sent_from: Place | None = None
    before: Duty = Duty.UNKNOWN
    last: Glance = Glance()

    @property
    def returns_at_s(self) -> float | None:
        """When it goes back by itself; None where it does not: it is there, held, on patrol, or nobody knows."""
        if self.duty is not Duty.AWAY or self.last.is_held or self.last.is_on_patrol:
            return None
        return self.quiet_s + self.view.return_after_s

    def sent(self, now_s: float) -> DutyWatch:
        """It was told to go back, by us or by hand."""
        before = self.before if self.duty is Duty.RETURNING else self.duty
        return replace(self, duty=Duty.RETURNING, sent_s=now_s, sent_from=self.last.place, before=before)

    def refused(self, now_s: float) -> DutyWatch:
        """It could not be told; one that is known to be away is told again after another countdown."""
        before = self.before if self.duty is Duty.RETURNING else self.duty
        duty = Duty.UNKNOWN if before is Duty.UNKNOWN else Duty.AWAY
        return replace(self, duty=duty, sent_s=None, sent_from=None, quiet_s=now_s)

    def looked(self, now_s: float, seen: Glance) -> tuple[DutyWatch, bool]:
        """How it stands now, and whether it has to be sent back."""
        watch = self._judged(now_s, seen)
        watch = replace(watch, last=seen)
        at_s = watch.returns_at_s
        if at_s is not None and now_s >= at_s and not seen.is_moving:
            return watch.sent(now_s), True
        return watch, False

    # -- inside

    def _judged(self, now_s: float, seen: Glance) -> DutyWatch:
        if seen.is_held and not self._is_there(seen):
            return self._in_hand(now_s, seen)
        touched = replace(self, quiet_s=now_s) if seen.is_held or seen.is_on_patrol else self
        if self._is_there(seen) and not seen.is_moving:
            return replace(touched, duty=Duty.THERE, moved_by="", sent_s=None, sent_from=None)
        if touched.sent_s is not None:
            return touched._on_the_way(now_s, seen)
        return touched._elsewhere(now_s, seen)

    def _is_there(self, seen: Glance) -> bool:
        return seen.place is not None and self.view.place is not None and is_near(seen.place, self.view.place)

    def _in_hand(self, now_s: float, seen: Glance) -> DutyWatch:
        """One that does not tell where it looks is away once it was seen to move."""
        is_away = seen.is_moving or (seen.place is not None and self.view.place is not None)
        held = replace(self, quiet_s=now_s, sent_s=None, sent_from=None)
        if not is_away and self.duty is not Duty.RETURNING:
            return held
        turned_by = seen.holder if seen.is_moving or self.duty is not Duty.AWAY else self.moved_by
        return replace(held, duty=Duty.AWAY, moved_by=turned_by)

    def _on_the_way(self, now_s: float, seen: Glance) -> DutyWatch:
        assert self.sent_s is not None
        if now_s - self.sent_s >= RETURN_WITHIN_S:
            return self.refused(now_s)
        if now_s - self.sent_s < SETTLE_S or seen.is_moving:
            return self
        return self._arrived(seen) if seen.is_mute or self._stands_still(seen) else self

    def _stands_still(self, seen: Glance) -> bool:
        """Told twice the same, since it had time to begin."""
        assert self.sent_s is not None
        before = self.last.place
        return (
            before is not None
            and seen.place is not None
            and self.last.told_s >= self.sent_s + 1.0
            and seen.told_s > self.last.told_s
            and is_near(before, seen.place, NEAR / 5)
        )

    def _arrived(self, seen: Glance) -> DutyWatch:
        """It was sent to its preset and stands: where it stands now is where the preset looks. But one that has not
        stirred, and does not stand where it should, did not go.
        """
        before = self.sent_from
        is_stuck = (
            self.view.place is not None
            and before is not None
            and seen.place is not None
            and is_near(before, seen.place, NEAR / 5)
        )
        if is_stuck:
            return self  # Until it is given up.
        view = self.view if seen.place is None else replace(self.view, place=seen.place)
        return replace(self, view=view, duty=Duty.THERE, moved_by="", sent_s=None, sent_from=None)

    def _elsewhere(self, now_s: float, seen: Glance) -> DutyWatch:
        if seen.is_on_patrol and (seen.is_mute or self.duty is Duty.UNKNOWN):
            return replace(self, duty=Duty.AWAY, moved_by=SYSTEM.name)  # It does not tell, but we have sent it.
        if seen.place is None or self.view.place is None:
            return self
        if self.duty is Duty.AWAY:
            return self
        # Without a holder it was another program, or a hand that we did not see.
        return replace(self, duty=Duty.AWAY, moved_by=seen.holder, quiet_s=now_s)


def is_near(one: Place, two: Place, within: float = NEAR) -> bool:
    """Do these look at the same? What either does not tell is not compared; pan goes round."""
    pan = 0.0 if one.pan is None or two.pan is None else abs(one.pan - two.pan)
    tilt = 0.0 if one.tilt is None or two.tilt is None else abs(one.tilt - two.tilt)
    zoom = 0.0 if one.zoom is None or two.zoom is None else abs(one.zoom - two.zoom)
    return min(pan, 2.0 - pan) <= within and tilt <= within and zoom <= 2 * within
