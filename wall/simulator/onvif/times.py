"""Points in time and durations as XML Schema writes them."""

from __future__ import annotations

import re
from datetime import UTC, datetime

_DURATION = re.compile(r"(-)?P(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,8})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?)?")
_FIRST_S, _LAST_S = 0.0, 253_402_300_799.0


def utc(now_s: float) -> datetime:
    """The UTC time of a clock that may be far off, kept within the years 1970 to 9999."""
    return datetime.fromtimestamp(min(max(now_s, _FIRST_S), _LAST_S), UTC)


def utc_text(now_s: float) -> str:
    """Such as 2026-11-23T02:44:12Z."""
    return f"{utc(now_s):%Y-%m-%dT%H:%M:%SZ}"


def parse_duration_s(text: str) -> float | None:
    """Seconds of a duration such as PT1M30S; None where it is none. Months and years are not understood."""
    match = _DURATION.fullmatch(text.strip())
    if match is None or text.strip().endswith(("P", "T")):
        return None
    days, hours, minutes, seconds = (float(part or 0) for part in match.groups()[1:])
    total = days * 86400 + hours * 3600 + minutes * 60 + seconds
    return -total if match[1] else total


def parse_moment_s(text: str) -> float | None:
    """Seconds since 1970 of a dateTime such as 2026-11-23T02:44:12Z; None where it is none."""
    try:
        moment = datetime.fromisoformat(text.strip())
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError):
        return None
