"""The one step that can be taken back: which fields of which rows it changed, and what they were.

Only what the step changed goes back; what was learnt of the same row since stays.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

import sqlite_utils

from wall.store import shelf
from wall.store.changes import Change
from wall.store.rows import Row
from wall.store.shelf import KINDS, TOUR, VIEW, Kind


@dataclass(frozen=True, slots=True)
class UndoStep:
    """Where a step is kept: the table of its name, the table of its rows; and which kinds of rows it changes."""

    step_table: str
    row_table: str
    kinds: tuple[Kind, ...]

    def remember(self, tables: sqlite_utils.Database, why: str, steps: Iterable[Change]) -> None:
        """Keep what the changes will replace; the step remembered before is forgotten."""
        self.forget(tables)
        tables.table(self.step_table).insert({"step_id": 1, "why": why})
        for change in steps:
            there = shelf.read(tables, change.kind, change.keys)
            written = {row[change.kind.key]: row for row in change.written}
            tables.table(self.row_table).insert_all(
                _kept(change.kind, key, there.get(key), written.get(key)) for key in change.keys
            )

    def text_of(self, tables: sqlite_utils.Database) -> str | None:
        """What the step was; None where there is none."""
        row = tables.execute(f"select why from {self.step_table}").fetchone()
        return row[0] if row else None

    def take_back(self, tables: sqlite_utils.Database) -> list[Change]:
        """What must be written and removed to be where we were, in an order in which it can be written."""
        return [change for kind in self.kinds if (change := self._back(tables, kind)).keys]

    def forget(self, tables: sqlite_utils.Database) -> None:
        """There is nothing to undo any more."""
        tables.execute(f"delete from {self.step_table}")
        tables.execute(f"delete from {self.row_table}")

    def _back(self, tables: sqlite_utils.Database, kind: Kind) -> Change:
        rows = tables.table(self.row_table).rows_where("kind = ?", [kind.table], order_by="row_id")
        former = {row["row_id"]: json.loads(row["former"]) if row["was_there"] else None for row in rows}
        there = shelf.read(tables, kind, list(former))
        written = ({**there.get(key, {}), **fields} for key, fields in former.items() if fields is not None)
        # A row that was changed by the step and taken away by another program since cannot be made whole again.
        whole = tuple(row for row in written if kind.key in row)
        return Change(kind, whole, tuple(key for key, fields in former.items() if fields is None and key in there))


INVENTORY_STEP = UndoStep("undo_step", "undo_row", KINDS)
WALL_STEP = UndoStep("wall_undo_step", "wall_undo_row", (VIEW, TOUR))


def _kept(kind: Kind, key: int, before: Row | None, after: Row | None) -> Row:
    if before is None:
        former: Row = {}
    elif after is None:
        former = before
    else:
        former = {name: value for name, value in before.items() if value != after[name]}
    return {"kind": kind.table, "row_id": key, "was_there": int(before is not None), "former": json.dumps(former)}
