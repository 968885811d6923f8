"""Base maps in the database: which there are, and which one is shown. Their files are not its business."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import sqlite_utils

from wall.model.map_kinds import SHIPPED, KeptMap
from wall.store.database import Database
from wall.store.last_id import count_up, new_ids
from wall.store.map_rows import map_row, read_map
from wall.store.rows import Row
from wall.store.shelf import MAP

Place = Callable[[int], str]
"""Puts the file of a map under its id where it belongs; its name there, "" for a map without a file."""


@dataclass(frozen=True, slots=True)
class KeptMaps:
    """All of them, in the order in which they came. `left_out`: those that cannot be understood, in plain words."""

    maps: tuple[KeptMap, ...] = ()
    shown: int = SHIPPED
    left_out: tuple[str, ...] = ()


class MapStore:
    """Reads and writes base maps. Blocks, on one thread at a time; StoreError where the disk does not."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def load(self) -> KeptMaps:
        """All that is kept."""
        with self._database.reading() as tables:
            return _load(tables)

    def add(self, kept: KeptMap, place: Place) -> int:
        """A new one; its id, whatever it was.

        `place` is called while nobody else can write: what it raises, and a kill, leave the table as it was.
        """
        with self._database.transaction() as tables:
            (key,) = new_ids(tables, MAP, 1, above=0)
            tables.table("base_map").insert(map_row(kept, key, place(key)))
            count_up(tables, {MAP.table: key})
        return key

    def remove(self, map_id: int) -> None:
        """Take one out for good. One that is not there any more is passed over."""
        with self._database.transaction() as tables:
            tables.execute("delete from base_map where map_id = ?", [map_id])

    def choose(self, map_id: int) -> None:
        """This one is shown now; one that is not there any more means the shipped one."""
        with self._database.transaction() as tables:
            tables.execute("update base_map set is_shown = 0 where is_shown")
            tables.execute("update base_map set is_shown = 1 where map_id = ?", [map_id])

    def alone(self, job: Callable[[frozenset[str]], None]) -> None:
        """Do something with the names of all files that are kept, while no map can be added or taken out."""
        with self._database.transaction() as tables:
            job(frozenset(row[0] for row in tables.execute("select file from base_map where file != ''")))


def _load(tables: sqlite_utils.Database) -> KeptMaps:
    maps: list[KeptMap] = []
    left_out: list[str] = []
    shown = SHIPPED
    for row in _rows(tables):
        try:
            maps.append(read_map(row))
        except ValueError as error:
            left_out.append(f"map {row['map_id']}: {error}")
        else:
            shown = row["map_id"] if row["is_shown"] else shown
    return KeptMaps(tuple(maps), shown, tuple(left_out))


def _rows(tables: sqlite_utils.Database) -> Sequence[Row]:
    return list(tables.query("select * from base_map order by map_id"))
