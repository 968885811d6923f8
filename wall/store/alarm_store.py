"""Alarms in the database: the log of signals, the cases, what was done with them, and how they are found again."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial

import sqlite_utils

from wall.model.alarms.activity import Activity, Deed
from wall.model.alarms.alarm import Alarm
from wall.model.alarms.figures import FigurePart
from wall.model.alarms.finding import AlarmFilter
from wall.model.alarms.outcome import Outcome
from wall.model.alarms.signal import Signal, Source
from wall.model.fold import fold
from wall.store.alarm_figures import figures
from wall.store.alarm_rows import (
    activity_row,
    alarm_moment,
    alarm_row,
    read_activity,
    read_alarm,
    read_signal,
    signal_row,
)
from wall.store.alarm_timeline import Counted, Stretches, count_some
from wall.store.alarm_words import TERMS, folded, marks, query, terms_of
from wall.store.bookmark_rows import moment
from wall.store.database import Database
from wall.store.rows import Row

MOST_SIGNALS = 3_000_000
"""Of the log, the newest are kept: about 600 MB."""

_AMONG = "in (select value from json_each(?))"
_LATEST = 2**63 - 1
_MOST_WAITING = 50_000
_MOST_SAID, _MOST_TOLD = 200_000, 2_000
"""Characters of one alarm that are found again: what people wrote; and what sources said, for they may say something
new a hundred times a second, and each time the whole text is written anew.
"""
_SAID = frozenset({Deed.NOTED, Deed.HELD, Deed.CLOSED, Deed.REOPENED, Deed.FORWARDED, Deed.JOINED})
"""Of these the text is found again."""


@dataclass(frozen=True, slots=True)
class KeptAlarms:
    """Where the program left off. The ids are the largest that were given."""

    open_alarms: tuple[Alarm, ...]
    waiting: tuple[tuple[int, Signal], ...]
    """Signals of which it was not known yet what would become of them, by id."""
    last_alarm: int
    last_signal: int


class AlarmStore:
    """Reads and writes alarms. Blocks, on one thread at a time; StoreError where the disk does not.

    Ids come from whoever sorts: there is one of them on a database.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        database.add_view(TERMS)

    def load(self) -> KeptAlarms:
        """All that sorting goes on with."""
        waiting = f"select * from alarm_signal where fate = 'WAITING' order by signal_id limit {_MOST_WAITING}"
        with self._database.reading() as tables:
            return KeptAlarms(
                tuple(map(read_alarm, tables.query("select * from alarm where state <> 'CLOSED' order by alarm_id"))),
                tuple((row["signal_id"], read_signal(row)) for row in tables.query(waiting)),
                _largest(tables, "alarm_id", "alarm"),
                _largest(tables, "signal_id", "alarm_signal"),
            )

    def last_ids(self) -> tuple[int, int]:
        """The largest of an alarm, and of a signal."""
        with self._database.reading() as tables:
            return _largest(tables, "alarm_id", "alarm"), _largest(tables, "signal_id", "alarm_signal")

    def keep(self, outcome: Outcome, jpeg: bytes = b"") -> None:
        """All of it in one step; `jpeg` goes with the notes in it that have a picture."""
        with self._database.transaction() as tables:
            _keep_signals(tables, outcome)
            _keep_alarms(tables, outcome.alarms.values())
            _keep_activities(tables, outcome.activities, jpeg)

    def known(self, keys: Collection[tuple[Source, str]]) -> frozenset[tuple[Source, str]]:
        """Which of these (source, key) were kept before."""
        asked = "select 1 from alarm_signal where source = ? and key = ? and key <> ''"
        with self._database.reading() as tables:
            found = [each for each in keys if tables.execute(asked, [each[0].name, each[1]]).fetchone()]
        return frozenset(found)

    # -- asked for

    def alarm(self, alarm_id: int) -> Alarm | None:
        with self._database.reading() as tables:
            rows = list(tables.query("select * from alarm where alarm_id = ?", [alarm_id]))
        return read_alarm(rows[0]) if rows else None

    def alarms(self, alarm_ids: Collection[int]) -> tuple[Alarm, ...]:
        """Those of these that there are."""
        asked = f"select * from alarm where alarm_id {_AMONG} order by alarm_id"
        with self._database.reading() as tables:
            return tuple(map(read_alarm, tables.query(asked, [json.dumps(list(alarm_ids))])))

    def find(
        self, asked: AlarmFilter, text: str = "", before: Alarm | None = None, limit: int = 200
    ) -> tuple[Alarm, ...]:
        """See `wall.ui.alarms.port.AlarmsPort.history`."""
        first, last = _between(asked)
        if before is not None:
            last = min(last, alarm_moment(before))
        with self._database.reading() as tables:
            words = query(asked, text, partial(terms_of, tables))
            rows = _matching(tables, words, first, last, limit) if words else _newest(tables, first, last, limit)
            return tuple(map(read_alarm, rows))

    def first_s(self) -> float | None:
        """When the first of all began; None: there is none."""
        with self._database.reading() as tables:
            row = tables.execute("select began_s from alarm order by moment limit 1").fetchone()
        return float(row[0]) if row else None

    def count(self, asked: AlarmFilter, text: str, stretches: Stretches, above: int, limit: int) -> Counted:
        """The next so many that a search finds, those above one moment, by stretch and priority."""
        first, last = _between(asked)
        with self._database.reading() as tables:
            words = query(asked, text, partial(terms_of, tables))
            return count_some(tables, words, max(above, first - 1), last, stretches, limit)

    def figures(self, from_s: float, until_s: float) -> FigurePart:
        """Of the alarms that began in this stretch (Unix seconds, `until_s` excluded)."""
        with self._database.reading() as tables:
            return figures(tables, from_s, until_s)

    def activity(self, alarm_id: int) -> tuple[Activity, ...]:
        """The oldest first."""
        asked = "select * from alarm_activity where alarm_id = ? order by activity_id"
        with self._database.reading() as tables:
            return tuple(map(read_activity, tables.query(asked, [alarm_id])))

    def picture(self, activity_id: int) -> bytes:
        """Its JPEG; b"" where there is none."""
        with self._database.reading() as tables:
            row = tables.execute("select jpeg from alarm_picture where activity_id = ?", [activity_id]).fetchone()
        return bytes(row[0]) if row else b""

    # -- the log of signals

    def signals(self, above: int, span: int, of: Collection[str] = frozenset()) -> tuple[tuple[int, Signal], ...]:
        """Those with an id above this one, and no further from it than `span`, in their order; only of these kinds,
        where any are given.
        """
        asked = "select * from alarm_signal where signal_id > ? and signal_id <= ?"
        if of:
            asked += f" and kind {_AMONG}"
        values = [above, above + span, *([json.dumps(sorted(of))] if of else [])]
        with self._database.reading() as tables:
            rows = tables.query(f"{asked} order by signal_id", values)
            return tuple((row["signal_id"], read_signal(row)) for row in rows)

    def last_before(self, since_s: float) -> int:
        """The id of the last signal that came before (Unix seconds); 0: of none that is known. They are in the order
        of time, so it is halved to, not searched for.
        """
        at = "select signal_id, at_s from alarm_signal where signal_id >= ? order by signal_id limit 1"
        with self._database.reading() as tables:
            low, high = _smallest(tables) - 1, _largest(tables, "signal_id", "alarm_signal")
            while low < high:
                middle = (low + high + 1) // 2
                row = tables.execute(at, [middle]).fetchone()
                if row is None or row[1] >= since_s:
                    high = middle - 1
                else:
                    low = row[0]
        return max(low, 0)

    def forget_signals(self, before_s: float, most: int = MOST_SIGNALS, at_once: int = 2000) -> int:
        """Let go of some that came before, and of those beyond so many; how many. What waits stays."""
        bound = self.last_before(before_s)
        with self._database.transaction() as tables:
            bound = max(bound, _largest(tables, "signal_id", "alarm_signal") - most)
            gone = tables.execute(
                "delete from alarm_signal where signal_id in (select signal_id from alarm_signal"
                " where signal_id <= ? and fate <> 'WAITING' order by signal_id limit ?)",
                [bound, at_once],
            )
            return int(gone.rowcount)


def _between(asked: AlarmFilter) -> tuple[int, int]:
    """The moments from the first that is asked for to that before which the last one is."""
    last = _LATEST if asked.to_s is None else moment(max(0.0, asked.to_s), 0)
    return moment(max(0.0, asked.from_s or 0.0), 0), last


def _keep_signals(tables: sqlite_utils.Database, outcome: Outcome) -> None:
    rows = [signal_row(signal_id, filed) for signal_id, filed in outcome.filed.items()]
    _insert(tables, "alarm_signal", rows)
    tables.conn.executemany(
        "update alarm_signal set fate = ?, alarm_id = ? where signal_id = ?",
        [(fate.name, alarm_id, signal_id) for signal_id, (fate, alarm_id) in outcome.refiled.items()],
    )


def _keep_alarms(tables: sqlite_utils.Database, alarms: Iterable[Alarm]) -> None:
    for alarm in alarms:
        row = alarm_row(alarm)
        columns = ", ".join(row)
        changed = ", ".join(f"{name} = excluded.{name}" for name in row if name != "moment")
        tables.conn.execute(
            f"insert into alarm ({columns}) values ({', '.join('?' * len(row))})"
            f" on conflict (moment) do update set {changed}",
            list(row.values()),
        )
        _keep_words(tables, row["moment"], marks(alarm), folded(alarm))


def _keep_words(tables: sqlite_utils.Database, key: int, told_marks: str, told: str) -> None:
    """A count that grows changes no word: then nothing is written."""
    there = tables.execute("select marks, folded from alarm_text where rowid = ?", [key]).fetchone()
    if there is None:
        words = [key, told_marks, told]
        tables.conn.execute("insert into alarm_text (rowid, marks, folded, said) values (?, ?, ?, '')", words)
    elif there != (told_marks, told):
        words = [told_marks, told, key]
        tables.conn.execute("update alarm_text set marks = ?, folded = ? where rowid = ?", words)


def _keep_activities(tables: sqlite_utils.Database, activities: Sequence[Activity], jpeg: bytes) -> None:
    plain = [activity for activity in activities if not activity.has_picture]
    _insert(tables, "alarm_activity", [activity_row(activity) for activity in plain])
    for activity in activities:
        if activity.has_picture:
            _keep_with_picture(tables, activity, jpeg)
        if activity.text and activity.deed in _SAID:
            most = _MOST_SAID if activity.who else _MOST_TOLD
            tables.conn.execute(
                "update alarm_text set said = said || ' ' || ?"
                " where rowid = (select moment from alarm where alarm_id = ?) and length(said) < ?",
                [fold(f"{activity.text} {activity.who}"), activity.alarm_id, most],
            )


def _keep_with_picture(tables: sqlite_utils.Database, activity: Activity, jpeg: bytes) -> None:
    row = activity_row(activity)
    made = tables.conn.execute(
        f"insert into alarm_activity ({', '.join(row)}) values ({', '.join('?' * len(row))})", list(row.values())
    )
    tables.conn.execute("insert into alarm_picture (activity_id, jpeg) values (?, ?)", [made.lastrowid, jpeg])


def _insert(tables: sqlite_utils.Database, table: str, rows: Sequence[Row]) -> None:
    if rows:
        columns, places = ", ".join(rows[0]), ", ".join("?" * len(rows[0]))
        values = [list(row.values()) for row in rows]
        tables.conn.executemany(f"insert into {table} ({columns}) values ({places})", values)


def _newest(tables: sqlite_utils.Database, first: int, last: int, limit: int) -> Iterable[Row]:
    asked = "select * from alarm where moment >= ? and moment < ? order by moment desc limit ?"
    return tables.query(asked, [first, last, limit])


def _matching(tables: sqlite_utils.Database, words: str, first: int, last: int, limit: int) -> Iterable[Row]:
    """Row ids of the text are moments: FTS5 walks them backwards and stops at the limit."""
    asked = (
        "select rowid from alarm_text where alarm_text match ? and rowid >= ? and rowid < ? order by rowid desc limit ?"
    )
    moments = json.dumps([row[0] for row in tables.execute(asked, [words, first, last, limit])])
    return tables.query(f"select * from alarm where moment {_AMONG} order by moment desc", [moments])


def _largest(tables: sqlite_utils.Database, column: str, table: str) -> int:
    return int(tables.execute(f"select coalesce(max({column}), 0) from {table}").fetchone()[0])


def _smallest(tables: sqlite_utils.Database) -> int:
    return int(tables.execute("select coalesce(min(signal_id), 1) from alarm_signal").fetchone()[0])
