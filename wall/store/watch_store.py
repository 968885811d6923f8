"""The watch-coverage ledger in the database: which camera was live on a screen, when last, and for how long.

A camera has one total, and for every hour in which it was watched what the total had been before that hour. How long it
was watched since any hour is then one subtraction, be it a day or a year ago; and within an hour only the total grows.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import sqlite_utils

from wall.model.watching import Seen, Watched
from wall.store.database import Database

KEPT_HOURS = 400 * 24
_HOUR_S = 3600.0
_SET_BACK_S = 3600.0
"""A clock that jumps back by more than this was wrong before: what was noted by it is not the last sight any more."""


class WatchStore:
    """Reads and writes the ledger. Blocks, on one thread at a time; StoreError where the disk does not."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, watched: Sequence[Watched]) -> None:
        """Add to the ledger, in one transaction. What makes no sense (no time, a negative one) is passed over."""
        sound = [each for each in watched if _makes_sense(each)]
        if sound:
            with self._database.transaction() as tables:
                for each in sorted(sound, key=lambda each: each.last_s):
                    _begin_hour(tables, each.camera_id, int(each.last_s // _HOUR_S))
                    _add(tables, each)

    def seen(self, since_s: float) -> Mapping[int, Seen]:
        """Of every camera that was ever seen; seconds are those since then, from the full hour on."""
        asked = (
            "select camera_id, last_s, total_s - (select before_s from watch_hour where"
            " watch_hour.camera_id = watch_total.camera_id and hour >= ? order by hour limit 1) from watch_total"
        )
        hour = int(max(0.0, since_s) // _HOUR_S) if math.isfinite(since_s) else 0
        with self._database.reading() as tables:
            rows = tables.execute(asked, [hour]).fetchall()
        return {camera_id: Seen(camera_id, last_s, seconds or 0.0) for camera_id, last_s, seconds in rows}


def _makes_sense(watched: Watched) -> bool:
    return math.isfinite(watched.seconds) and watched.seconds >= 0 and 0 <= watched.last_s < 1e11


def _begin_hour(tables: sqlite_utils.Database, camera_id: int, hour: int) -> None:
    """A row for the hour, if there is none. With the first of an hour, what is too old is dropped."""
    begun = tables.execute(
        "insert or ignore into watch_hour (camera_id, hour, before_s) values (?1, ?2, coalesce("
        "(select before_s from watch_hour where camera_id = ?1 and hour > ?2 order by hour limit 1),"
        "(select total_s from watch_total where camera_id = ?1), 0))",
        [camera_id, hour],
    )
    if begun.rowcount > 0:
        # Reckoned from the hour before this one: a clock that is wrong for a moment must not empty the ledger.
        tables.execute(
            "delete from watch_hour where camera_id = ?1 and hour <"
            " (select max(hour) from watch_hour where camera_id = ?1 and hour < ?2) - ?3",
            [camera_id, hour, KEPT_HOURS],
        )


def _add(tables: sqlite_utils.Database, watched: Watched) -> None:
    hour = int(watched.last_s // _HOUR_S)
    tables.execute(
        "update watch_hour set before_s = before_s + ? where camera_id = ? and hour > ?",
        [watched.seconds, watched.camera_id, hour],
    )
    tables.execute(
        "insert into watch_total (camera_id, last_s, total_s) values (?, ?, ?) on conflict (camera_id) do update set"
        " total_s = total_s + excluded.total_s,"
        f" last_s = iif(last_s > excluded.last_s + {_SET_BACK_S}, excluded.last_s, max(last_s, excluded.last_s))",
        [watched.camera_id, watched.last_s, watched.seconds],
    )
