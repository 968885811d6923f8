"""The outbox of what a supervisor is told of alarms."""

from __future__ import annotations

import sqlite_utils


def apply(database: sqlite_utils.Database) -> None:
    """All tables of the tenth version."""
    needed = {"alarm_id": int, "rule_id": int, "way": str, "body": str, "made_s": float, "tries": int, "next_s": float}
    database.table("alarm_push").create(
        {"push_id": int, **needed, "ended_s": float},
        pk="push_id",
        not_null=set(needed),
    )
    # What was told once is not told again after a restart.
    database.execute("create unique index alarm_push_once on alarm_push (alarm_id, rule_id, way)")
    database.execute("create index alarm_push_waiting on alarm_push (way, next_s) where ended_s is null")
