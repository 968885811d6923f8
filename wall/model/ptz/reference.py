"""Reference pictures: what a duty view looked like on a day. When one is due, and which may go in the end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from wall.model.ptz.duty import DutyView

KEEP_ALL_DAYS = 60
"""After that one a week is enough: what is built or dumped slowly is seen in a week's steps, too."""
LEAST_BETWEEN_RETURNS_S = 3600.0
"""A dome that is turned away all day long gives no picture for each time."""


class Occasion(Enum):
    """Why a reference picture was taken."""

    DAILY = "at its hour"
    RETURN = "when it came back"
    HAND = "by hand"


@dataclass(frozen=True, slots=True)
class Reference:
    """One dated picture of a duty view. `taken_s` is Unix time, `file` its name in the folder beside the database."""

    camera_id: int
    token: str
    taken_s: float
    occasion: Occasion
    file: str = ""
    width: int = 0
    height: int = 0
    view_name: str = ""
    operator: str = ""
    """Who took it by hand."""
    reference_id: int = 0
    """0 until it is kept."""


@dataclass(frozen=True, slots=True)
class PresetPicture:
    """What a preset looked like when it was set."""

    camera_id: int
    token: str
    taken_s: float
    file: str = ""


def is_due(view: DutyView, now: datetime, last_daily: datetime | None) -> bool:
    """Is its picture of the day to be taken now? Both times are local; one that was missed is taken later that day."""
    if view.picture_minute is None or now.hour * 60 + now.minute < view.picture_minute:
        return False
    return last_daily is None or last_daily.date() < now.date()


def may_follow_return(now_s: float, last_s: float | None) -> bool:
    """Is a picture worth taking when it has come back now? `last_s`: when the last one of any kind was taken."""
    return last_s is None or now_s - last_s >= LEAST_BETWEEN_RETURNS_S


def to_let_go(references: Iterable[Reference], today: date) -> tuple[Reference, ...]:
    """Of those of one camera: what is old and not the first of its preset in its week. What was taken by hand stays."""
    since = today - timedelta(days=KEEP_ALL_DAYS)
    weeks: set[tuple[str, int, int]] = set()
    going: list[Reference] = []
    for each in sorted(references, key=lambda each: (each.taken_s, each.reference_id)):
        day = datetime.fromtimestamp(each.taken_s).date()
        week = (each.token, *day.isocalendar()[:2])
        if day < since and week in weeks and each.occasion is not Occasion.HAND:
            going.append(each)
        weeks.add(week)
    return tuple(going)
