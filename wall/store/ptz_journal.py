"""The journal of the domes in the database, and the operators with their ranks. What was written is never changed."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from wall.model.ptz.journal import Deed, JournalEntry, JournalQuestion
from wall.model.ptz.operator import Operator, Rank
from wall.store.database import Database
from wall.store.plain import text
from wall.store.rows import Row

_DEEDS = {each.value: each for each in Deed}
_RANKS = {each.value: each for each in Rank}


class PtzJournalStore:
    """Reads and writes it. Blocks, on one thread at a time; StoreError where the disk does not."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, entries: Sequence[JournalEntry]) -> None:
        """Write them down, in one transaction. Their ids are given anew."""
        with self._database.transaction() as tables:
            tables.table("ptz_journal").insert_all(map(_row, entries))

    def entries(
        self, camera_id: int | None = None, older_than: JournalEntry | None = None, limit: int = 200
    ) -> tuple[JournalEntry, ...]:
        """The newest first, of one camera or of all. A row of a newer program is passed over."""
        before = older_than.entry_id if older_than is not None else 2**63 - 1
        chosen, values = ("", []) if camera_id is None else (" and camera_id = ?", [camera_id])
        asked = f"select * from ptz_journal where entry_id < ?{chosen} order by entry_id desc limit ?"
        with self._database.reading() as tables:
            return tuple(_understood(tables.query(asked, [before, *values, limit])))

    def find(
        self, question: JournalQuestion, before_id: int | None = None, limit: int = 200
    ) -> tuple[JournalEntry, ...]:
        """Those that fit, the newest first; `before_id`: written before that one. Along their order, without an index
        of its own: of 100,000 all are looked through in 40 ms.
        """
        said, values = _conditions(question)
        asked = f"select * from ptz_journal where entry_id < ?{said} order by entry_id desc limit ?"
        with self._database.reading() as tables:
            return tuple(_understood(tables.query(asked, [before_id or 2**63 - 1, *values, limit])))

    def names(self) -> tuple[str, ...]:
        """Of all people who stand in it."""
        with self._database.reading() as tables:
            asked = "select distinct operator from ptz_journal where rank >= 0 order by operator"
            return tuple(row[0] for row in tables.execute(asked))

    def left_moving(self) -> tuple[int, ...]:
        """The cameras that were told to move, by any program, and of which no stop was written down since."""
        asked = (
            "select camera_id from ptz_journal where deed = 'moved' and entry_id in (select max(entry_id)"
            " from ptz_journal where deed in ('moved', 'stopped') group by camera_id) order by camera_id"
        )
        with self._database.reading() as tables:
            return tuple(row[0] for row in tables.execute(asked))

    def operators(self) -> tuple[Operator, ...]:
        """Everybody who was kept, by name."""
        with self._database.reading() as tables:
            rows = list(tables.query("select name, rank from ptz_operator order by name"))
        return tuple(Operator(row["name"], _RANKS[row["rank"]]) for row in rows if row["rank"] in _RANKS)

    def keep_operator(self, operator: Operator, at_s: float) -> None:
        """Who is at the desk now, with this rank from now on."""
        row = {"name": text(operator.name), "rank": int(operator.rank), "last_s": at_s if math.isfinite(at_s) else 0.0}
        with self._database.transaction() as tables:
            tables.table("ptz_operator").upsert(row, pk="name")


def _conditions(question: JournalQuestion) -> tuple[str, list[object]]:
    """In SQL, with their values."""
    deeds = sorted(each.value for each in question.deeds)
    every: list[tuple[bool, str, list[object]]] = [
        (question.camera_id is not None, "camera_id = ?", [question.camera_id]),
        (question.operator is not None, "operator = ?", [question.operator]),
        (bool(deeds), f"deed in ({', '.join('?' * len(deeds))})", [*deeds]),
        (question.is_of_people, "rank >= 0", []),
        (question.since_s is not None, "at_s >= ?", [question.since_s]),
        (question.before_s is not None, "at_s < ?", [question.before_s]),
    ]
    chosen = [(said, values) for is_asked, said, values in every if is_asked]
    return "".join(f" and {said}" for said, _ in chosen), [value for _, values in chosen for value in values]


def _row(entry: JournalEntry) -> Row:
    return {
        "at_s": entry.at_s if math.isfinite(entry.at_s) else 0.0,
        "camera_id": entry.camera_id,
        "deed": entry.deed.value,
        "operator": text(entry.operator.name),
        "desk": text(entry.operator.desk),
        "rank": int(entry.operator.rank),
        "detail": text(entry.detail),
    }


def _understood(rows: Iterable[Row]) -> Iterable[JournalEntry]:
    for row in rows:
        if row["deed"] in _DEEDS and row["rank"] in _RANKS:
            operator = Operator(row["operator"], _RANKS[row["rank"]], row["desk"])
            deed = _DEEDS[row["deed"]]
            yield JournalEntry(row["at_s"], row["camera_id"], deed, operator, row["detail"], row["entry_id"])
