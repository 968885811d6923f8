"""Databases of former versions, as SQL text in `databases/`; run this file to write the one of the present version.

A file here is written once, when its version is released, and never again: python -m tests.store.old_database
"""

from __future__ import annotations

import re
import sqlite3
import tempfile
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from tests.store import kept_alarms, room
from tests.store.city import city
from wall.model.device import ClockReading
from wall.model.kept import UnderWay
from wall.model.watching import Watched
from wall.store.alarm_rule_store import AlarmRuleStore
from wall.store.alarm_store import AlarmStore
from wall.store.bookmark_store import BookmarkStore
from wall.store.database import Database
from wall.store.drill_store import DrillStore
from wall.store.duty_store import DutyStore
from wall.store.inventory_store import InventoryStore
from wall.store.map_store import MapStore
from wall.store.map_view_store import MapViewStore
from wall.store.ptz_journal import PtzJournalStore
from wall.store.push_store import PushStore
from wall.store.recording_store import RecordingStore
from wall.store.reference_store import ReferenceStore
from wall.store.stick_store import StickStore
from wall.store.wall_store import WallStore
from wall.store.watch_store import WatchStore

FOLDER = Path(__file__).with_name("databases")


def dump(path: Path) -> str:
    """The whole database as SQL, with what SQLite's own dump leaves out."""
    with closing(sqlite3.connect(path)) as connection:
        virtual = dict(
            connection.execute(
                "select name, sql from sqlite_master where sql like 'create virtual table %' order by name"
            )
        )
        *statements, commit = (each for each in connection.iterdump() if not _is_of_virtual(each, virtual))
        names = ("application_id", "user_version")
        pragmas = [f"PRAGMA {name} = {connection.execute(f'pragma {name}').fetchone()[0]};" for name in names]
        texts = [line for name, sql in virtual.items() for line in (f"{sql};", *_rows_of_text(connection, name))]
        return "\n".join((*statements, *texts, commit, *pragmas, ""))


def _is_of_virtual(statement: str, virtual: Iterable[str]) -> bool:
    """SQLite's dump tells them by their inner tables, and cannot read that back."""
    if statement.startswith(("INSERT INTO sqlite_master", "PRAGMA writable_schema")):
        return True
    return any(re.match(rf"(CREATE TABLE|INSERT INTO) ['\"]{name}", statement) for name in virtual)


def _rows_of_text(connection: sqlite3.Connection, name: str) -> list[str]:
    columns = [row[1] for row in connection.execute(f"pragma table_info({name})")]
    quoted = ", ".join(f"quote({column})" for column in columns)
    rows = connection.execute(f"select rowid, {quoted} from {name} order by rowid")
    into = f"INSERT INTO {name} (rowid, {', '.join(columns)})"
    return [f"{into} VALUES ({', '.join(map(str, row))});" for row in rows]


def restore(version: int, path: Path) -> None:
    """Make the database of a former version."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((FOLDER / f"{version:04}.sql").read_text(encoding="utf-8"))


def schema(path: Path) -> list[tuple[str, str, str]]:
    """All that the schema says, without regard to the order in which it came about."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("select type, name, sql from sqlite_master where name not like 'sqlite_%'")
        return sorted((kind, name, " ".join(sql.split())) for kind, name, sql in found)


def fill(database: Database) -> None:
    """Something of everything that is kept."""
    store = InventoryStore(database)
    kept = store.save(city(devices=3, cameras=4, sites=2), "a search")
    store.note_clock(kept.devices[0].device_id, ClockReading(0.5, 1_790_000_000.0, 0.01))
    of_wall = WallStore(database)
    of_wall.load()
    of_wall.save_views(room.views(), room.tours(), "saving views")
    of_wall.keep_boards({each.screen_id: room.board(each.screen_id) for each in of_wall.keep_screens(room.screens())})
    of_wall.keep_tours([UnderWay(1, 1, None, 1), UnderWay(2, 2, 0, 0, is_paused=True)])
    of_wall.keep_keys({"open": ("Return", "Ctrl+O"), "close": ()})
    bookmarks = BookmarkStore(database)
    removed, *_ = (bookmarks.add(room.bookmark(number), b"jpeg" if number == 2 else b"") for number in range(1, 4))
    bookmarks.remove([removed])
    recordings = RecordingStore(database)
    gone, open_still, *_ = (recordings.add(room.recording(number)) for number in range(1, 4))
    recordings.keep(replace(room.recording(2), recording_id=open_still, end=None, ended_s=None))
    recordings.keep_picture(open_still, b"jpeg")
    recordings.remove([gone], room.NOW_S)
    maps = MapStore(database)
    ids = [maps.add(each, lambda key: f"{key}.mbtiles") for each in room.maps()]
    maps.remove(ids[0])
    maps.choose(ids[1])
    views = MapViewStore(database)
    for view in room.map_views():
        views.keep(view)
    StickStore(database).keep(*room.stick())
    duty, pictures = DutyStore(database), ReferenceStore(database)
    duty.keep_patrol(room.patrol())
    duty.keep_duty_view(room.duty_view())
    pictures.add(room.reference())
    pictures.keep_preset(room.preset_picture())
    rules = AlarmRuleStore(database)
    rules.load(kept_alarms.alarm_rules())
    rules.mute(kept_alarms.alarm_mute())
    AlarmStore(database).keep(kept_alarms.alarms(), b"jpeg")
    pushes = PushStore(database)
    pushes.add(kept_alarms.pushes())
    pushes.end([2], room.NOW_S)
    drills = DrillStore(database)
    ids = [drills.add(drill) for drill in kept_alarms.drills()]
    drills.see(ids[:1], "Lê Bình", room.NOW_S)
    journal = PtzJournalStore(database)
    journal.add(room.ptz_journal())
    journal.keep_operator(room.ptz_journal()[0].operator, room.NOW_S)
    WatchStore(database).note([Watched(1, 60.0, room.NOW_S), Watched(1, 30.0, room.NOW_S + 7200)])


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "citywall.db"
        with closing(Database(path)) as database:
            fill(database)
            version = database.version
        target = FOLDER / f"{version:04}.sql"
        if target.exists():
            raise SystemExit(f"{target} is there already: a released version does not change")
        target.write_text(dump(path), encoding="utf-8")


if __name__ == "__main__":
    main()
