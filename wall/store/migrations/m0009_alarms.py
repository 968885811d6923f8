"""Alarms: the log of signals, the cases, what was done with them, the text by which they are found, rules and mutes."""

from __future__ import annotations

import sqlite_utils


def apply(database: sqlite_utils.Database) -> None:
    """All tables of the ninth version."""
    _signals(database)
    _alarms(database)
    _activity(database)
    _rules(database)


def _signals(database: sqlite_utils.Database) -> None:
    texts = ("source", "kind", "phase", "topic", "detail", "key", "fate")
    numbers = {"camera_id": int, "site_id": int, "at_s": float, "is_drill": int, "alarm_id": int}
    database.table("alarm_signal").create(
        {"signal_id": int, **dict.fromkeys(texts, str), **numbers, "told_s": float},
        pk="signal_id",
        not_null={*texts, *numbers},
    )
    # What a source says twice is counted once.
    database.execute("create unique index alarm_signal_key on alarm_signal (source, key) where key <> ''")
    database.execute("create index alarm_signal_waiting on alarm_signal (signal_id) where fate = 'WAITING'")


def _alarms(database: sqlite_utils.Database) -> None:
    texts = ("kind", "state", "source", "cameras", "name", "site", "ward", "title", "detail")
    people = ("owner", "reason", "checked", "acknowledged_by")
    times = ("began_s", "last_s", "raised_s")
    numbers = ("alarm_id", "camera_id", "site_id", "rule_id", "priority", "number", "count", "level", "part_of")
    truths = ("is_drill", "is_flood", "lasts")
    needed = (*texts, *people, *times, *numbers, *truths)
    database.table("alarm").create(
        {
            # The time at which it began, and its id: lists walk along it and stop when the page is full.
            "moment": int,
            **dict.fromkeys((*numbers, *truths), int),
            **dict.fromkeys((*texts, *people, "verdict"), str),
            **dict.fromkeys((*times, "ended_s", "hold_until_s", "acknowledged_s", "closed_s"), float),
        },
        pk="moment",
        not_null=set(needed),
    )
    database.execute("create unique index alarm_number on alarm (alarm_id)")
    database.execute("create index alarm_open on alarm (alarm_id) where state <> 'CLOSED'")
    # As for bookmarks: row ids are moments, there is an index for each length of a word's beginning. `marks` are what
    # filters ask for, one word each, with "#" in front, so that every combination is one walk; `said` is what people
    # wrote.
    database.execute(
        "create virtual table alarm_text using fts5 (marks, folded, said, detail = none, columnsize = 0,"
        " prefix = '1 2 3 4 5 6 7 8', tokenize = \"ascii tokenchars '#'\")"
    )


def _activity(database: sqlite_utils.Database) -> None:
    texts = ("deed", "state", "who", "text")
    database.table("alarm_activity").create(
        {"activity_id": int, "alarm_id": int, "at_s": float, **dict.fromkeys(texts, str), "has_picture": int},
        pk="activity_id",
        not_null={"alarm_id", "at_s", *texts, "has_picture"},
    )
    database.execute("create index alarm_activity_of on alarm_activity (alarm_id)")
    # What was done stays done, whoever has the file open.
    for what in ("update", "delete"):
        database.execute(
            f"create trigger alarm_activity_no_{what} before {what} on alarm_activity"
            " begin select raise(abort, 'the record of what was done is only added to'); end"
        )
    # So that no list ever reads past a picture.
    database.table("alarm_picture").create(
        {"activity_id": int, "jpeg": bytes},
        pk="activity_id",
        not_null={"jpeg"},
        foreign_keys=[("activity_id", "alarm_activity", "activity_id")],
    )


def _rules(database: sqlite_utils.Database) -> None:
    # JSON: read whole, never searched.
    database.table("alarm_rule").create({"rule_id": int, "data": str}, pk="rule_id", not_null={"data"})
    database.table("alarm_mute").create(
        {
            "mute_id": int,
            "camera_id": int,
            "site_id": int,
            "from_s": float,
            "until_s": float,
            "reason": str,
            "who": str,
            "kinds": str,
        },
        pk="mute_id",
        not_null={"camera_id", "site_id", "from_s", "until_s", "reason", "who", "kinds"},
    )
