"""Alarms in figures, counted by the database. `tables` are those of one moment."""

from __future__ import annotations

from math import ceil
from typing import Any

import sqlite_utils

from wall.model.alarms.figures import WAITS_S, WINDOW_S, FigurePart, Noisy, windows_of
from wall.store.bookmark_rows import moment

_THOSE = "from alarm where moment >= :first and moment < :last and is_drill = 0 and part_of = 0"
_GROUP = " ".join(f"when acknowledged_s - raised_s < {bound} then {place}" for place, bound in enumerate(WAITS_S))


def figures(tables: sqlite_utils.Database, from_s: float, until_s: float) -> FigurePart:
    """Of the alarms that began in this stretch (Unix seconds, `until_s` excluded)."""
    asked = {"first": moment(from_s, 0), "last": moment(until_s, 0), "from_s": from_s}
    seen = f"{_THOSE} and acknowledged_s is not null"
    windows = _pairs(tables, f"cast((began_s - :from_s) / {WINDOW_S} as int)", _THOSE, asked)
    waits = _pairs(tables, f"case {_GROUP} else {len(WAITS_S)} end", seen, asked)
    verdicts = dict(_pairs(tables, "verdict", f"{_THOSE} and verdict in ('REAL', 'FALSE')", asked))
    return FigurePart(
        windows_of(windows, ceil((until_s - from_s) / WINDOW_S)),
        windows_of(waits, len(WAITS_S) + 1),
        sum(verdicts.values()),
        verdicts.get("FALSE", 0),
        tuple(_sources(tables, asked)),
    )


def _pairs(tables: sqlite_utils.Database, what: str, those: str, asked: dict[str, Any]) -> list[tuple[Any, int]]:
    return list(tables.execute(f"select {what} as part, count(*) {those} group by part", asked).fetchall())


def _sources(tables: sqlite_utils.Database, asked: dict[str, Any]) -> list[Noisy]:
    said = "camera_id, site_id, kind, max(number), max(name), max(site), count(*), sum(count)"
    judged = "coalesce(sum(verdict = 'FALSE'), 0), coalesce(sum(verdict in ('REAL', 'FALSE')), 0)"
    rows = tables.execute(f"select {said}, {judged} {_THOSE} group by camera_id, site_id, kind", asked)
    return [Noisy(*row) for row in rows.fetchall()]
