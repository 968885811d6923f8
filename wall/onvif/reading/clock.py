"""GetSystemDateAndTime (ONVIF Core, section 8.3.8): what the device's clock shows."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from wall.model.device import Problem, Step, Trouble
from wall.onvif.reading.values import problem, truth, whole
from wall.onvif.xml import Element, child, first_below, text

_ZONE = re.compile(r"(?:<[^>]{1,20}>|[A-Za-z]{1,20})([+-]?)(\d{1,2})(?::(\d{1,2}))?", re.ASCII)
_ISO = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?", re.ASCII)
_PARTS = (
    ("Date", "Year"),
    ("Date", "Month"),
    ("Date", "Day"),
    ("Time", "Hour"),
    ("Time", "Minute"),
    ("Time", "Second"),
)


def read_clock(body: Element) -> tuple[datetime | None, tuple[Problem, ...]]:
    """What the clock shows, in UTC; None where that cannot be understood (`2022-13-45`).

    A device that tells only its local time is understood by its time zone, and a problem says so.
    """
    utc = first_below(body, "UTCDateTime")
    when = _moment(utc)
    if when is not None:
        return when, ()
    local = _moment(first_below(body, "LocalDateTime"))
    if local is None:
        return None, (_no_time(utc),)
    shift = _shift_of(body)
    detail = "only the local time" if shift is not None else "only the local time, without a time zone: taken for UTC"
    try:
        when = local + (shift or timedelta())
    except OverflowError:
        return None, (_no_time(utc),)
    return when, (problem(Step.CLOCK, Trouble.INCOMPLETE, detail),)


def _no_time(utc: Element | None) -> Problem:
    if utc is None:
        return problem(Step.CLOCK, Trouble.INCOMPLETE, "no UTCDateTime")
    shown = [text(utc, *part) or "?" for part in _PARTS]
    return problem(Step.CLOCK, Trouble.MALFORMED, f"{'-'.join(shown[:3])} {':'.join(shown[3:])}")


def _moment(element: Element | None) -> datetime | None:
    """A date and time as ONVIF writes it, or as one text."""
    if element is None:
        return None
    try:
        if child(element, "Date") is None:
            found = _ISO.search(text(element))
            return datetime.fromisoformat(found.group()).replace(tzinfo=UTC) if found else None
        numbers = [whole(text(element, *part)) for part in _PARTS]
        year, month, day, hour, minute, second = (-1 if number is None else number for number in numbers)
        return datetime(year, month, day, hour, minute, 59 if second == 60 else second, tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


def _shift_of(body: Element) -> timedelta | None:
    """What must be added to local time for UTC, by a POSIX time zone like `CST-7` or `EST5EDT,M3.2.0,M11.1.0`."""
    zone = first_below(body, "TZ")
    found = _ZONE.match(text(zone))
    if found is None:
        return None
    shift = timedelta(hours=int(found.group(2)), minutes=int(found.group(3) or 0))
    shift = -shift if found.group(1) == "-" else shift
    is_summer = truth(text(first_below(body, "DaylightSavings")))
    return shift - timedelta(hours=1) if is_summer else shift
