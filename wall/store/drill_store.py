"""Drills in the database: each with what came of its parts, and how soon people noticed it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable

import sqlite_utils

from wall.model.alarms.drill import Drill, DrillKind, DrillPart, DrillStanding, DrillWhy, Proof, Why
from wall.model.alarms.push import Answer
from wall.model.tile import Cause
from wall.store.database import Database
from wall.store.plain import fraction, text, whole
from wall.store.rows import Row

_REASONS = {kind.__name__: kind for kind in (DrillWhy, Cause, Answer)}
_PEOPLE = (
    "select drill.*, alarm.acknowledged_s - alarm.raised_s as people_s, alarm.acknowledged_by as people"
    " from alarm_drill as drill left join alarm on drill.alarm_id > 0 and alarm.alarm_id = drill.alarm_id"
)
"""What people did is on the alarm: it is not written down twice."""
_UNSEEN = "is_nightly = 1 and seen_s is null"


class DrillStore:
    """Reads and writes them. Blocks, on one thread at a time; StoreError where the disk does not."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, drill: Drill) -> int:
        """A new one; gives its id."""
        with self._database.transaction() as tables:
            drill_id = tables.table("alarm_drill").insert(_row(drill)).last_pk
            assert isinstance(drill_id, int)
            _keep_parts(tables, drill_id, drill)
            return drill_id

    def keep(self, drill: Drill) -> None:
        """How it stands now. Who has taken note of it is not touched."""
        with self._database.transaction() as tables:
            tables.table("alarm_drill").update(drill.drill_id, _row(drill))
            _keep_parts(tables, drill.drill_id, drill)

    def cut_off(self) -> None:
        """What is still under way is so because a program ended in the middle of it."""
        with self._database.transaction() as tables:
            tables.execute(
                "update alarm_drill set standing = ? where standing = ?",
                [DrillStanding.CUT_OFF.name, DrillStanding.UNDER_WAY.name],
            )

    def find(self, limit: int, before_id: int | None = None) -> tuple[Drill, ...]:
        """The newest first; those before that one. Of what this program does not know it says nothing."""
        where, values = ("where drill.drill_id < ?", [before_id]) if before_id is not None else ("", [])
        return self._read(f"{_PEOPLE} {where} order by drill.drill_id desc limit ?", [*values, limit])

    def unseen(self, limit: int) -> tuple[Drill, ...]:
        """The nightly ones that failed, and of which nobody has taken note; the newest first."""
        found = self._read(f"{_PEOPLE} where {_UNSEEN} order by drill.drill_id desc limit ?", [limit])
        return tuple(drill for drill in found if drill.is_to_be_seen)

    def last_nightly(self) -> Drill | None:
        """The last one of a night."""
        found = self._read(f"{_PEOPLE} where drill.is_nightly = 1 order by drill.drill_id desc limit 1", [])
        return found[0] if found else None

    def see(self, drill_ids: Collection[int], who: str, now_s: float) -> None:
        """Somebody has taken note of them."""
        with self._database.transaction() as tables:
            for drill_id in drill_ids:
                asked = "update alarm_drill set seen_s = ?, seen_by = ? where drill_id = ? and seen_s is null"
                tables.execute(asked, [fraction(now_s), text(who), drill_id])

    def _read(self, asked: str, values: list[int]) -> tuple[Drill, ...]:
        with self._database.reading() as tables:
            rows = [row for row in tables.query(asked, values) if row["kind"] in DrillKind.__members__]
            parts = _parts(tables, [row["drill_id"] for row in rows])
        return tuple(_drill(row, parts[row["drill_id"]]) for row in rows)


def _keep_parts(tables: sqlite_utils.Database, drill_id: int, drill: Drill) -> None:
    rows = (
        {
            "drill_id": drill_id,
            "part": part.name,
            "after_s": fraction(proof.after_s),
            "why": f"{type(proof.why).__name__}.{proof.why.name}" if proof.why is not None else "",
            "is_wanted": int(proof.is_wanted),
        }
        for part, proof in drill.proofs.items()
    )
    tables.table("alarm_drill_part").upsert_all(rows, pk=("drill_id", "part"))


def _parts(tables: sqlite_utils.Database, drill_ids: list[int]) -> dict[int, dict[DrillPart, Proof]]:
    found: dict[int, dict[DrillPart, Proof]] = defaultdict(dict)
    if drill_ids:
        asked = "select * from alarm_drill_part where drill_id between ? and ?"
        for row in tables.query(asked, [min(drill_ids), max(drill_ids)]):
            if row["part"] in DrillPart.__members__:
                proof = Proof(row["after_s"], _why(row["why"]), bool(row["is_wanted"]))
                found[row["drill_id"]][DrillPart[row["part"]]] = proof
    return found


def _why(kept: str) -> Why | None:
    """A reason that this program does not know is one all the same."""
    kind, _, name = kept.partition(".")
    known: Iterable[Why] = _REASONS.get(kind, ())
    return next((each for each in known if each.name == name), DrillWhy.UNKNOWN) if kept else None


def _row(drill: Drill) -> Row:
    return {
        "kind": drill.kind.name,
        "began_s": fraction(drill.began_s) or 0.0,
        "camera_id": whole(drill.camera_id) or 0,
        "name": text(drill.name),
        "is_nightly": int(drill.is_nightly),
        "alarm_id": whole(drill.alarm_id) or 0,
        "screen": whole(drill.screen) or 0,
        "cell": whole(drill.cell) or 0,
        "pictures": whole(drill.pictures) or 0,
        "standing": drill.standing.name,
    }


def _drill(row: Row, proofs: dict[DrillPart, Proof]) -> Drill:
    same = ("began_s", "camera_id", "name", "alarm_id", "screen", "cell", "pictures", "seen_s", "seen_by", "drill_id")
    people_s = row["people_s"]
    return Drill(
        DrillKind[row["kind"]],
        **{name: row[name] for name in same},
        is_nightly=bool(row["is_nightly"]),
        proofs={part: proofs[part] for part in DrillPart if part in proofs},
        standing=DrillStanding.__members__.get(row["standing"], DrillStanding.CUT_OFF),
        people_s=None if people_s is None else max(0.0, people_s),
        people=row["people"] or "",
    )
