"""Drills: something is made to happen, marked as such, to see whether it is noticed: by the program, and by people."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from wall.model.alarms import kinds
from wall.model.alarms.alarm import Alarm
from wall.model.picture import PictureDrill

MINUTES_A_DAY = 24 * 60
_MOST_PASSED = 2


class DrillKind(Enum):
    """What is made to happen. The value is the English word; the UI translates by name."""

    ALARM = "marked alarm"
    """As from the panic key: it proves what comes after an alarm, sound and wall."""
    FROZEN = "picture that stands"
    BLACK = "black picture"
    """These two on a tile of the wall: they prove what comes before an alarm, too."""

    @property
    def alarm_kind(self) -> str:
        """Of the alarm that it must become."""
        return {DrillKind.ALARM: kinds.PANIC, DrillKind.FROZEN: kinds.FROZEN, DrillKind.BLACK: kinds.BLACK}[self]

    @property
    def picture(self) -> PictureDrill | None:
        """What is done to a picture; None where none is needed."""
        return {DrillKind.FROZEN: PictureDrill.STANDS, DrillKind.BLACK: PictureDrill.BLACK}.get(self)


@dataclass(frozen=True, slots=True)
class DrillResult:
    """What came of one that became an alarm. Seconds; None as long as nobody has noticed it."""

    alarm: Alarm
    people_s: float | None

    @classmethod
    def of(cls, alarm: Alarm) -> DrillResult:
        noticed_s = alarm.acknowledged_s
        return cls(alarm, None if noticed_s is None else max(0.0, noticed_s - alarm.raised_s))


def is_due(nightly: int | None, last: int | None, minute: int) -> bool:
    """Does the nightly drill come now? `nightly` is its minute of the day; `last` and `minute`: the minute of the day
    of the look before, and of this one. Never after a pause of the program: a drill that is late is a surprise.
    """
    if nightly is None or last is None:
        return False
    passed = (minute - last) % MINUTES_A_DAY
    return 0 < passed <= _MOST_PASSED and (nightly - last - 1) % MINUTES_A_DAY < passed
