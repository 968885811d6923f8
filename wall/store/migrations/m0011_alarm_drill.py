"""What came of drills."""

from __future__ import annotations

import sqlite_utils


def apply(database: sqlite_utils.Database) -> None:
    """All tables of the eleventh version."""
    numbers = {"camera_id": int, "alarm_id": int, "is_nightly": int, "screen": int, "cell": int, "pictures": int}
    needed = {"kind": str, "began_s": float, "name": str, "standing": str, "seen_by": str, **numbers}
    database.table("alarm_drill").create(
        {"drill_id": int, **needed, "seen_s": float},
        pk="drill_id",
        not_null=set(needed),
        defaults={"seen_by": ""} | dict.fromkeys(numbers, 0),
    )
    # Few fail: those of which nobody has taken note are looked for at each start.
    database.execute(
        "create index alarm_drill_unseen on alarm_drill (drill_id) where is_nightly = 1 and seen_s is null"
    )
    database.table("alarm_drill_part").create(
        {"drill_id": int, "part": str, "after_s": float, "why": str, "is_wanted": int},
        pk=("drill_id", "part"),
        not_null={"drill_id", "part", "why", "is_wanted"},
        foreign_keys=[("drill_id", "alarm_drill", "drill_id")],
    )
