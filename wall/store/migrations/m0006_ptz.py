"""Domes: the journal of who moved and held them, and the operators with their ranks."""

from __future__ import annotations

import sqlite_utils


def apply(database: sqlite_utils.Database) -> None:
    """All tables of the sixth version."""
    texts = ("deed", "operator", "desk", "detail")
    numbers = {"entry_id": int, "at_s": float, "camera_id": int, "rank": int}
    database.table("ptz_journal").create(
        {**numbers, **dict.fromkeys(texts, str)}, pk="entry_id", not_null={*numbers, *texts}
    )
    # What was written stays as it was written.
    for deed in ("update", "delete"):
        database.execute(
            f"create trigger ptz_journal_{deed} before {deed} on ptz_journal"
            " begin select raise(abort, 'the journal is only added to'); end"
        )
    database.execute("create index ptz_journal_camera on ptz_journal (camera_id, entry_id)")
    # Which domes were left moving is the last word on each: found without reading the rest.
    database.execute(
        "create index ptz_journal_moves on ptz_journal (camera_id, entry_id) where deed in ('moved', 'stopped')"
    )
    database.table("ptz_operator").create(
        {"name": str, "rank": int, "last_s": float}, pk="name", not_null={"rank", "last_s"}
    )
