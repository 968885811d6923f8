"""Alarms counted over the time by the database, some at a time. `tables` are those of one moment."""

from __future__ import annotations

from dataclasses import dataclass

import sqlite_utils

_PLAIN = (
    "select began_s, priority, moment from alarm where moment > :above and moment < :last order by moment limit :limit"
)
_FOUND = (
    "select began_s, priority, moment from (select rowid as found from alarm_text where alarm_text match :words"
    " and rowid > :above and rowid < :last order by rowid limit :limit) join alarm on moment = found"
)
_PART = "min(:parts - 1, max(0, cast((began_s - :from_s) / :step_s as int)))"


@dataclass(frozen=True, slots=True)
class Stretches:
    """Into how many, from when on (Unix seconds), and how long each."""

    from_s: float
    step_s: float
    parts: int


@dataclass(frozen=True, slots=True)
class Counted:
    """By stretch and priority, and the last that was counted; None: there are no more."""

    counts: dict[tuple[int, int], int]
    last: int | None


def count_some(
    tables: sqlite_utils.Database, words: str, above: int, last: int, stretches: Stretches, limit: int
) -> Counted:
    """The next `limit` above one moment and below another that the words find."""
    asked = {
        "above": above,
        "last": last,
        "limit": limit,
        "from_s": stretches.from_s,
        "step_s": stretches.step_s,
        "parts": stretches.parts,
        **({"words": words} if words else {}),
    }
    inner = _FOUND if words else _PLAIN
    counted = f"select {_PART} as part, priority, count(*), max(moment) from ({inner}) group by part, priority"
    rows = tables.execute(counted, asked).fetchall()
    total = sum(row[2] for row in rows)
    return Counted({(row[0], row[1]): row[2] for row in rows}, max(row[3] for row in rows) if total >= limit else None)
