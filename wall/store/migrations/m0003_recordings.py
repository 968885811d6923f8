"""Recordings by hand: what was recorded, in which files, and its first picture."""

from __future__ import annotations

import sqlite_utils


def apply(database: sqlite_utils.Database) -> None:
    """All tables of the third version."""
    texts = ("name", "site", "operator", "folded")
    numbers = {"recording_id": int, "moment": int, "camera_id": int, "number": int, "started_s": float}
    database.table("recording").create(
        {
            **numbers,
            **dict.fromkeys(texts, str),
            "ended_s": float,
            # None as long as it goes on: one that stands so at the next start was cut off.
            "end": str,
            "clock_offset_s": float,
            "missing_s": float,
            # When it was removed: its files stay for a while, so that it can be brought back.
            "removed_s": float,
        },
        pk="recording_id",
        not_null={*numbers, *texts, "missing_s"},
    )
    # Lists walk along these and stop when the page is full.
    database.execute("create unique index recording_moment on recording (moment) where removed_s is null")
    database.execute("create index recording_removed on recording (removed_s) where removed_s is not null")
    database.execute("create index recording_open on recording (recording_id) where end is null")
    part = {"recording_id": int, "place": int, "path": str, "started_s": float, "seconds": float, "size": int}
    database.table("recording_part").create(
        {**part, "codec": str, "width": int, "height": int},
        pk=("recording_id", "place"),
        not_null={*part, "width", "height"},
        foreign_keys=[("recording_id", "recording", "recording_id")],
    )
    # So that no list ever reads past a picture.
    database.table("recording_picture").create(
        {"recording_id": int, "jpeg": bytes},
        pk="recording_id",
        not_null={"jpeg"},
        foreign_keys=[("recording_id", "recording", "recording_id")],
    )
