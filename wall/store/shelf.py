"""Puts rows into the tables and takes them out. A row's lists lie in tables of their own, in their order."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlite_utils

from wall.store.rows import Row


@dataclass(frozen=True, slots=True)
class Part:
    """A list inside a row: `table` holds one row for each item, `columns` are the item's fields."""

    table: str
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of row: its table, its key, and the fields that are lists."""

    table: str
    key: str
    parts: Mapping[str, Part]


SITE = Kind("site", "site_id", {"former_wards": Part("site_former_ward", ("name",))})
DEVICE = Kind("device", "device_id", {"capabilities": Part("capability", ("kind", "data"))})
CAMERA = Kind(
    "camera",
    "camera_id",
    {
        "streams": Part("stream", ("token", "url", "codec", "width", "height", "fps", "transport")),
        "tags": Part("camera_tag", ("tag",)),
    },
)
KINDS = (SITE, DEVICE, CAMERA)
"""Of the inventory, in an order in which they can be written: each refers only to those before it."""

VIEW = Kind("view", "view_id", {})
TOUR = Kind("tour", "tour_id", {})
SCREEN = Kind("screen", "screen_id", {})
BOOKMARK = Kind("bookmark", "bookmark_id", {})
RECORDING = Kind("recording", "recording_id", {})
MAP = Kind("base_map", "map_id", {})
MAP_VIEW = Kind("map_view", "view_id", {})
PATROL = Kind("patrol", "patrol_id", {})
REFERENCE = Kind("reference_picture", "reference_id", {})
ALARM_RULE = Kind("alarm_rule", "rule_id", {})
ALARM_MUTE = Kind("alarm_mute", "mute_id", {})

_OWN = {
    SITE.table: "select site_id, site.name, coalesce(ward.name, '') as ward, latitude, longitude, address"
    " from site left join ward using (ward_id)",
}
_AMONG = "in (select value from json_each(?))"
"""One parameter for however many keys: SQLite has a limit to their number."""


def read(tables: sqlite_utils.Database, kind: Kind, keys: Sequence[int] | None = None) -> dict[int, Row]:
    """The rows of a kind by their key, in its order; those of some keys only, where they are given."""
    chosen, values = ("", []) if keys is None else (f" where {kind.key} {_AMONG}", [json.dumps(list(keys))])
    parts = {field: _read_part(tables, kind, part, chosen, values) for field, part in kind.parts.items()}
    asked = _OWN.get(kind.table, f"select * from {kind.table}")
    own = tables.query(f"{asked}{chosen} order by {kind.key}", values)
    return {row[kind.key]: {**row, **{field: part[row[kind.key]] for field, part in parts.items()}} for row in own}


def write(tables: sqlite_utils.Database, kind: Kind, rows: Sequence[Row]) -> None:
    """Put the rows in their places, new or not. What a row refers to must be there."""
    keys = [row[kind.key] for row in rows]
    own = [{name: value for name, value in row.items() if name not in kind.parts} for row in rows]
    if kind is SITE:
        own = _with_wards(tables, own)
    if kind is CAMERA:
        # Two cameras that change their numbers with each other must not meet halfway.
        _where(tables, "update camera set number = null where camera_id", keys)
    tables.table(kind.table).upsert_all(own, pk=kind.key)
    for field, part in kind.parts.items():
        _where(tables, f"delete from {part.table} where {kind.key}", keys)
        tables.table(part.table).insert_all(
            {kind.key: row[kind.key], "rank": rank, **item} for row in rows for rank, item in enumerate(row[field])
        )


def remove(tables: sqlite_utils.Database, kind: Kind, keys: Sequence[int]) -> None:
    """Take rows away, with their lists. Nothing may refer to them any more."""
    for table in (*(part.table for part in kind.parts.values()), kind.table):
        _where(tables, f"delete from {table} where {kind.key}", keys)


def sweep(tables: sqlite_utils.Database) -> None:
    """Forget the wards in which no site lies any more."""
    tables.execute("delete from ward where ward_id not in (select ward_id from site where ward_id is not null)")


def _read_part(
    tables: sqlite_utils.Database, kind: Kind, part: Part, chosen: str, keys: list[str]
) -> Mapping[int, list[Row]]:
    items: dict[int, list[Row]] = defaultdict(list)
    asked = f"select {kind.key}, {', '.join(part.columns)} from {part.table}{chosen} order by {kind.key}, rank"
    for key, *values in tables.execute(asked, keys):
        items[key].append(dict(zip(part.columns, values, strict=True)))
    return items


def _with_wards(tables: sqlite_utils.Database, rows: Sequence[Row]) -> list[Row]:
    """The rows with the numbers of their wards for the names; a ward that is not there yet is made."""
    names = {row["ward"] for row in rows if row["ward"]}
    tables.table("ward").insert_all(({"name": name} for name in sorted(names)), ignore=True)
    ids: dict[Any, Any] = {name: ward_id for ward_id, name in tables.execute("select ward_id, name from ward")}
    return [
        {name: value for name, value in row.items() if name != "ward"} | {"ward_id": ids.get(row["ward"])}
        for row in rows
    ]


def _where(tables: sqlite_utils.Database, statement: str, keys: Sequence[int]) -> None:
    """Run a statement that ends in the name of a column, for all keys at once."""
    tables.execute(f"{statement} {_AMONG}", [json.dumps(list(keys))])
