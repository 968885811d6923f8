"""The outbox in the database: messages to a supervisor that wait, and which were sent."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from wall.model.alarms.push import Parcel
from wall.model.alarms.ways_out import Way
from wall.store.database import Database
from wall.store.plain import text
from wall.store.rows import Row

_WAITING = "ended_s is null"


class PushStore:
    """Reads and writes them. Blocks, on one thread at a time; StoreError where the disk does not."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, parcels: Iterable[Parcel]) -> None:
        """New ones. What is told of an alarm on one way by one rule, or at one level of escalation, is told once:
        another one is passed over.
        """
        with self._database.transaction() as tables:
            tables.table("alarm_push").insert_all((_row(parcel) for parcel in parcels), ignore=True)

    def waiting(self, way: Way, limit: int) -> tuple[Parcel, ...]:
        """Those whose turn comes first, first."""
        asked = f"select * from alarm_push where way = ? and {_WAITING} order by next_s, push_id limit ?"
        with self._database.reading() as tables:
            return tuple(_parcel(row) for row in tables.query(asked, [way.name, limit]))

    def count(self, way: Way) -> int:
        """How many wait."""
        with self._database.reading() as tables:
            asked = f"select count(*) from alarm_push where way = ? and {_WAITING}"
            return int(tables.execute(asked, [way.name]).fetchone()[0])

    def postpone(self, parcel_id: int, tries: int, next_s: float) -> None:
        """It was tried so often, and comes again then (Unix seconds)."""
        with self._database.transaction() as tables:
            asked = f"update alarm_push set tries = ?, next_s = ? where push_id = ? and {_WAITING}"
            tables.execute(asked, [tries, next_s, parcel_id])

    def end(self, parcel_ids: Collection[int], now_s: float) -> None:
        """They were sent, or given up. That there was one is still known."""
        with self._database.transaction() as tables:
            asked = f"update alarm_push set ended_s = ?, body = '' where push_id = ? and {_WAITING}"
            for parcel_id in parcel_ids:
                tables.execute(asked, [now_s, parcel_id])

    def forget(self, before_s: float) -> None:
        """Let go of what ended before then, but of alarms that are open: those must not be told again."""
        with self._database.transaction() as tables:
            tables.execute(
                "delete from alarm_push where ended_s < ?"
                " and alarm_id not in (select alarm_id from alarm where state <> 'CLOSED')",
                [before_s],
            )


def _row(parcel: Parcel) -> Row:
    return {
        "alarm_id": parcel.alarm_id,
        # What makes it the only one of its alarm and way: rules count from 1, levels stand below 0.
        "rule_id": -parcel.level or parcel.rule_id,
        "way": parcel.way.name,
        "body": text(parcel.body),
        "made_s": parcel.made_s,
        "tries": parcel.tries,
        "next_s": parcel.next_s or parcel.made_s,
    }


def _parcel(row: Row) -> Parcel:
    own = ("alarm_id", "body", "made_s", "tries", "next_s")
    why = {"rule_id": max(row["rule_id"], 0), "level": max(-row["rule_id"], 0)}
    return Parcel(way=Way[row["way"]], parcel_id=row["push_id"], **why, **{name: row[name] for name in own})
