"""Ids that no row of a kind ever had: what refers to a row must not come to mean another one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import sqlite_utils

from wall.store.shelf import Kind


def new_ids(tables: sqlite_utils.Database, kind: Kind, many: int, above: int) -> Iterator[int]:
    """So many of them, all larger than `above`. They are taken once `count_up` has been told."""
    row = tables.execute("select value from last_id where kind = ?", [kind.table]).fetchone()
    first = max(row[0] if row else 0, above) + 1
    return iter(range(first, first + many))


def count_up(tables: sqlite_utils.Database, largest: Mapping[str, int]) -> None:
    """Remember the largest ids that were ever given, by the name of the table."""
    for table, value in largest.items():
        tables.execute(
            "insert into last_id (kind, value) values (?, ?)"
            " on conflict (kind) do update set value = max(value, excluded.value)",
            [table, value],
        )
