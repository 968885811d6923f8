"""Until when something waits: a few usual times, or any day and hour as one types it. Unix seconds, local time."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

_QUARTER_S = 900.0
_MORNING_HOUR = 6
_TYPED = re.compile(
    r"(?:(?P<day>\d{1,2})[/.-](?P<month>\d{1,2})(?:[/.-](?P<year>\d{4}))?)?\s*"
    r"(?:(?P<hour>\d{1,2})(?:[:hg](?P<minute>\d{2})|[hg]))?"
)


def usual_times(now_s: float) -> list[tuple[str, float | None]]:
    """Words with what they stand for; None: what is typed."""
    translate = QCoreApplication.translate
    return [
        (translate("Later", "15 minutes"), now_s + _QUARTER_S),
        (translate("Later", "1 hour"), now_s + 4 * _QUARTER_S),
        (translate("Later", "4 hours"), now_s + 16 * _QUARTER_S),
        (translate("Later", "until tomorrow at 6"), _morning_s(now_s, 1)),
        (translate("Later", "until another day and hour"), None),
    ]


def typed_hint() -> str:
    """How a day and an hour are written."""
    return QCoreApplication.translate("Later", "Until when: 14:30, or 5/12, or 5/12 14:30")


def time_in(text: str, now_s: float) -> float | None:
    """The next moment after now that is written so: an hour alone is the next time that it is that late, a day alone is
    its morning, a day without a year the next such day. None for what is no time, or over.
    """
    found = _TYPED.fullmatch(text.strip())
    if found is None or not text.strip():
        return None
    now = datetime.fromtimestamp(now_s)
    hour, minute = int(found["hour"] or _MORNING_HOUR), int(found["minute"] or 0)
    try:
        if found["day"] is None:
            at = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
            at += timedelta(days=at <= now)
        else:
            at = _on_day(now, int(found["day"]), int(found["month"]), found["year"], hour, minute)
    except ValueError:
        return None
    return at.timestamp() if at > now else None


def _on_day(now: datetime, day: int, month: int, year: str | None, hour: int, minute: int) -> datetime:
    at = datetime(int(year) if year else now.year, month, day, hour, minute)
    return at if year or at > now else at.replace(year=now.year + 1)


def _morning_s(now_s: float, days: int) -> float:
    then = datetime.fromtimestamp(now_s) + timedelta(days=days)
    return then.replace(hour=_MORNING_HOUR, minute=0, second=0, microsecond=0).timestamp()
