"""Databases of former versions, as SQL text in `databases/`; run this file to write the one of the present version.

A file here is written once, when its version is released, and never again: python -m tests.store.old_database
"""

from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from tests.store.city import city
from wall.model.device import ClockReading
from wall.store.database import Database
from wall.store.inventory_store import InventoryStore

FOLDER = Path(__file__).with_name("databases")


def dump(path: Path) -> str:
    """The whole database as SQL, with what SQLite's own dump leaves out."""
    with closing(sqlite3.connect(path)) as connection:
        names = ("application_id", "user_version")
        pragmas = (f"PRAGMA {name} = {connection.execute(f'pragma {name}').fetchone()[0]};" for name in names)
        return "\n".join((*connection.iterdump(), *pragmas, ""))


def restore(version: int, path: Path) -> None:
    """Make the database of a former version."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((FOLDER / f"{version:04}.sql").read_text(encoding="utf-8"))


def schema(path: Path) -> list[tuple[str, str, str]]:
    """All that the schema says, without regard to the order in which it came about."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("select type, name, sql from sqlite_master where name not like 'sqlite_%'")
        return sorted((kind, name, " ".join(sql.split())) for kind, name, sql in found)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "citywall.db"
        with closing(Database(path)) as database:
            store = InventoryStore(database)
            kept = store.save(city(devices=3, cameras=4, sites=2), "a search")
            store.note_clock(kept.devices[0].device_id, ClockReading(0.5, 1_790_000_000.0, 0.01))
            version = database.version
        target = FOLDER / f"{version:04}.sql"
        if target.exists():
            raise SystemExit(f"{target} is there already: a released version does not change")
        target.write_text(dump(path), encoding="utf-8")


if __name__ == "__main__":
    main()
