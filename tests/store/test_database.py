"""A database file: made, brought up to date, refused; and what is told when the disk does not do as it should."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import sqlite_utils

from tests.store import old_database, room
from wall.model.alarms.drill import DrillVerdict
from wall.model.alarms.finding import EVERYTHING
from wall.model.alarms.ways_out import Way
from wall.model.errors import StartError, StoreError
from wall.model.recording import End
from wall.model.tile import Cause
from wall.model.view import View
from wall.store.alarm_rule_store import AlarmRuleStore
from wall.store.alarm_store import AlarmStore
from wall.store.before import copy_path
from wall.store.bookmark_store import BookmarkStore
from wall.store.database import Database
from wall.store.drill_store import DrillStore
from wall.store.duty_store import DutyStore
from wall.store.inventory_store import InventoryStore
from wall.store.map_store import MapStore
from wall.store.map_view_store import MapViewStore
from wall.store.migrations import MIGRATIONS
from wall.store.ptz_journal import PtzJournalStore
from wall.store.push_store import PushStore
from wall.store.recording_store import RecordingStore
from wall.store.reference_store import ReferenceStore
from wall.store.stick_store import StickStore
from wall.store.wall_store import WallStore

NEWEST = len(MIGRATIONS)
_UNDER_WAY = DrillVerdict.UNDER_WAY


def add_owner(tables: sqlite_utils.Database) -> None:
    """What a later migration may well be: a table made anew, to which others refer, and filled."""
    tables.table("site").transform(types={"address": str}, rename={"address": "street"}, defaults={"street": "?"})
    tables.table("site").add_column("owner", str)
    tables.table("site").update(1, {"owner": "đội 1"})


def fail(tables: sqlite_utils.Database) -> None:
    tables.table("camera").add_column("half_done", str)
    raise sqlite3.OperationalError("no more")


def lose_sites(tables: sqlite_utils.Database) -> None:
    tables.execute("delete from site")


def content(path: Path) -> str:
    return old_database.dump(path)


def room_as_kept() -> tuple[View, ...]:
    return tuple(replace(view, view_id=key) for key, view in enumerate(room.views(), 1))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "citywall.db"


@pytest.mark.parametrize("version", range(1, NEWEST + 1))
def test_a_database_of_every_version_opens_and_is_as_a_new_one(path: Path, tmp_path: Path, version: int) -> None:
    old_database.restore(version, path)
    with closing(Database(path)) as database, closing(Database(tmp_path / "new.db")):
        assert database.version == NEWEST
        inventory = InventoryStore(database).load()
        assert [camera.name for camera in inventory.cameras] == ["Camera 1", "Camera 2", "Camera 3", "Camera 4"]
        assert InventoryStore(database).clock_ledger(1)
        assert InventoryStore(database).undo_text == "a search"
        assert WallStore(database).load().views == (room_as_kept() if version >= 2 else ())
        assert [each.number for each in BookmarkStore(database).find("do rac").bookmarks] == (
            [104, 103] if version >= 2 else []
        )
        assert [each.end for each in RecordingStore(database).find("nga sau").recordings] == (
            [End.STOPPED, None] if version >= 3 else []
        )
        assert [each.base.name for each in MapStore(database).load().maps] == (
            ["Tầng 1", "bando.example"] if version >= 4 else []
        )
        assert [each.name for each in MapViewStore(database).load()] == (
            ["Trung tâm", "Ga Bắc Ninh"] if version >= 5 else []
        )
        assert PtzJournalStore(database).left_moving() == ((2,) if version >= 6 else ())
        model, settled = room.stick()
        assert StickStore(database).load() == ({model.key: settled} if version >= 7 else {})
        assert [each.name for each in DutyStore(database).patrols()] == (["Chợ Nhớn"] if version >= 8 else [])
        assert DutyStore(database).duty_views() == ((room.duty_view(),) if version >= 8 else ())
        assert [each.file for each in ReferenceStore(database).of_camera(2)] == (["1.jpg"] if version >= 8 else [])
        assert ReferenceStore(database).presets_of(2) == ((room.preset_picture(),) if version >= 8 else ())
        _has_alarms(database, version >= 9)
        assert [PushStore(database).count(way) for way in Way] == ([1, 0] if version >= 10 else [0, 0])
        _has_drills(database, version >= 11)
    assert old_database.schema(path) == old_database.schema(tmp_path / "new.db")


def _has_drills(database: Database, are_there: bool) -> None:
    kept = DrillStore(database).find(10)
    assert [drill.verdict for drill in kept] == [_UNDER_WAY, DrillVerdict.PASSED, DrillVerdict.FAILED][: 3 * are_there]
    assert [drill.seen_by for drill in kept if drill.seen_s] == ["Lê Bình"] * are_there


def _has_alarms(database: Database, are_there: bool) -> None:
    kept = AlarmStore(database).load()
    assert [alarm.count for alarm in kept.open_alarms] == [2] * are_there
    assert [signal.kind for _, signal in kept.waiting] == ["tamper"] * are_there
    assert [alarm.alarm_id for alarm in AlarmStore(database).find(EVERYTHING, "tai trang")] == [2] * are_there
    assert [rule.name for rule in AlarmRuleStore(database).load()[0]] == ["Cổng trường", "Khác"] * are_there
    assert [mute.reason for mute in AlarmRuleStore(database).mutes(room.NOW_S)] == ["cành cây"] * are_there


def test_the_migrations_one_by_one_make_what_all_at_once_make(path: Path, tmp_path: Path) -> None:
    for number in range(1, NEWEST + 1):
        Database(path, migrations=MIGRATIONS[:number]).close()
    Database(tmp_path / "new.db").close()
    assert old_database.schema(path) == old_database.schema(tmp_path / "new.db")


def test_a_migration_works_on_a_full_database_and_leaves_a_copy(path: Path) -> None:
    old_database.restore(1, path)
    before = content(path)
    with closing(Database(path, migrations=(MIGRATIONS[0], add_owner))) as database:
        assert database.version == 2
        with database.reading() as tables:
            sites = list(tables.query("select site_id, street, owner from site"))
            former = tables.execute("select count(*) from site_former_ward").fetchone()[0]
        assert sites[0] == {"site_id": 1, "street": "1 Lý Thái Tổ", "owner": "đội 1"}
        assert former == 2, "what refers to the table is still there"
    assert content(copy_path(path, 2)) == before
    assert copy_path(path, 2).name == "citywall.db.before-0002"


def test_a_copy_holds_what_is_still_in_the_write_ahead_log(path: Path) -> None:
    with closing(Database(path)) as open_still:
        with open_still.transaction() as tables:
            tables.table("ward").insert({"name": "Võ Cường"})
        assert path.with_name("citywall.db-wal").stat().st_size
        Database(path, migrations=(*MIGRATIONS, add_owner_column)).close()
    with closing(sqlite3.connect(copy_path(path, NEWEST + 1))) as copy:
        assert copy.execute("select name from ward").fetchall() == [("Võ Cường",)]


def add_owner_column(tables: sqlite_utils.Database) -> None:
    tables.table("ward").add_column("owner", str)


@pytest.mark.parametrize("migration", [fail, lose_sites])
def test_a_migration_that_fails_changes_nothing(path: Path, migration: object) -> None:
    old_database.restore(1, path)
    before = content(path)
    with pytest.raises(StoreError):
        Database(path, migrations=(MIGRATIONS[0], migration))  # type: ignore[arg-type]
    assert content(path) == before
    Database(path).close()


def test_no_migration_begins_before_its_copy_is_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old_database.restore(1, path)
    before = content(path)

    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match="make room") as caught:
        Database(path, migrations=(MIGRATIONS[0], add_owner))
    assert caught.value.cause is Cause.DISK_FULL
    assert content(path) == before
    assert [each.name for each in path.parent.iterdir()] == ["citywall.db"]


def test_a_new_database_needs_no_copy(path: Path) -> None:
    Database(path, migrations=(*MIGRATIONS, add_owner_column)).close()
    assert not list(path.parent.glob("*before*"))


def test_a_newer_database_is_refused_and_left_alone(path: Path) -> None:
    Database(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"pragma user_version = {NEWEST + 1}")
    before = path.read_bytes()
    with pytest.raises(StartError, match=rf"made by a newer CityWall.*version {NEWEST + 1}"):
        Database(path)
    assert path.read_bytes() == before


def test_another_programs_database_is_refused_and_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript("create table bookmarks (url text)")
    before = path.read_bytes()
    with pytest.raises(StartError, match="another program"):
        Database(path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("damage", ["text", "cut", "zeroed"])
def test_a_damaged_file_is_told_and_left_alone(path: Path, damage: str) -> None:
    old_database.restore(1, path)
    whole = path.read_bytes()
    broken = {
        "text": b"number,name,url\n" * 400,
        "cut": whole[:9000],
        "zeroed": whole[:4096] + bytes(len(whole) - 4096),
    }
    path.write_bytes(broken[damage])
    with pytest.raises(StoreError, match=r"citywall\.db.*left as it is") as caught:
        Database(path)
    assert caught.value.cause is Cause.DATABASE_DAMAGED
    assert path.read_bytes() == broken[damage]


@pytest.mark.parametrize("table", ["camera", "sqlite_master", "bookmark", "bookmark_text_data"])
def test_a_damaged_page_of_any_table_is_told(path: Path, table: str) -> None:
    old_database.restore(NEWEST, path)
    zero_page(path, table)
    with pytest.raises(StoreError, match="left as it is") as caught:
        Database(path)
    assert caught.value.cause is Cause.DATABASE_DAMAGED


def test_pictures_are_not_looked_through_and_a_damaged_one_hides_nothing(path: Path) -> None:
    """Gigabytes of them would hold up every start."""
    old_database.restore(NEWEST, path)
    zero_page(path, "bookmark_picture")
    with closing(Database(path)) as database:
        (_, seen) = BookmarkStore(database).find("").bookmarks
        assert seen.has_picture
        with pytest.raises(StoreError, match="left as it is"):
            BookmarkStore(database).picture(seen.bookmark_id)


def test_alarms_are_not_looked_through_and_damaged_ones_hide_nothing_else(path: Path) -> None:
    """A million of them would hold up every start for seconds."""
    old_database.restore(NEWEST, path)
    zero_page(path, "alarm_text_data")
    with closing(Database(path)) as database:
        assert [alarm.alarm_id for alarm in AlarmStore(database).find(EVERYTHING)]
        with pytest.raises(StoreError, match="left as it is"):
            AlarmStore(database).find(EVERYTHING, "tai trang")


def zero_page(path: Path, table: str) -> None:
    """What a bad sector does to the root page of a table."""
    with closing(sqlite3.connect(path)) as connection:
        (size,) = connection.execute("pragma page_size").fetchone()
        page = connection.execute("select rootpage from sqlite_master where name = ?", [table]).fetchone() or (1,)
    first = (page[0] - 1) * size
    content = path.read_bytes()
    begin = 100 if page[0] == 1 else 0
    path.write_bytes(content[: first + begin] + bytes(size - begin) + content[first + size :])


def test_a_folder_in_its_place_is_told(path: Path) -> None:
    path.mkdir()
    with pytest.raises(StoreError, match="cannot be opened") as caught:
        Database(path)
    assert caught.value.cause is Cause.DATABASE


def test_a_file_in_the_place_of_its_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError) as caught:
        Database(tmp_path / "file" / "citywall.db")
    assert caught.value.cause is Cause.FILE


def test_a_full_disk_is_told_and_nothing_is_lost(path: Path) -> None:
    with closing(Database(path)) as database:
        with database.transaction() as tables:
            tables.table("ward").insert({"name": "Võ Cường"})
        with pytest.raises(StoreError, match="make room") as caught, database.transaction() as tables:
            tables.execute(f"pragma max_page_count = {tables.execute('pragma page_count').fetchone()[0]}")
            tables.table("ward").insert_all({"name": f"{n}" * 500} for n in range(1000))
        assert caught.value.cause is Cause.DISK_FULL
        with database.reading() as tables:
            assert [row["name"] for row in tables.table("ward").rows] == ["Võ Cường"]


@contextmanager
def writing_elsewhere(path: Path, for_s: float) -> Iterator[None]:
    """Another process that holds the write lock for a while."""
    code = (
        "import sqlite3, sys, time\n"
        "connection = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "connection.execute('BEGIN IMMEDIATE')\n"
        "print('holding', flush=True)\n"
        "time.sleep(float(sys.argv[2]))\n"
        "connection.execute('COMMIT')\n"
    )
    with subprocess.Popen([sys.executable, "-c", code, str(path), str(for_s)], stdout=subprocess.PIPE) as other:
        try:
            assert other.stdout is not None and other.stdout.readline() == b"holding\n"
            yield
        finally:
            other.kill()


def test_the_second_of_two_waits(path: Path) -> None:
    Database(path).close()
    with writing_elsewhere(path, for_s=0.5), closing(Database(path, busy_timeout_s=30)) as database:
        with database.transaction() as tables:
            tables.table("ward").insert({"name": "Võ Cường"})
        with database.reading() as tables:
            assert tables.table("ward").count == 1


def test_the_second_of_two_says_that_it_waited_in_vain(path: Path) -> None:
    Database(path).close()
    with writing_elsewhere(path, for_s=60), closing(Database(path, busy_timeout_s=0.2)) as database:
        began_s = time.monotonic()
        with pytest.raises(StoreError, match="another program") as caught, database.transaction():
            pass
        assert caught.value.cause is Cause.DATABASE_BUSY
        assert time.monotonic() - began_s >= 0.15


def test_many_may_make_one_new_database_at_once(path: Path) -> None:
    code = "import sys; from pathlib import Path; from wall.store.database import Database; Database(Path(sys.argv[1]))"
    makers = [subprocess.Popen([sys.executable, "-c", code, str(path)]) for _ in range(4)]
    assert [maker.wait(timeout=60) for maker in makers] == [0, 0, 0, 0]
    with closing(Database(path)) as database:
        assert database.version == NEWEST


def test_what_goes_wrong_inside_a_transaction_takes_all_of_it_back(path: Path) -> None:
    with closing(Database(path)) as database:
        with pytest.raises(ZeroDivisionError), database.transaction() as tables:
            tables.table("ward").insert({"name": "Võ Cường"})
            raise ZeroDivisionError
        with database.reading() as tables:
            assert tables.table("ward").count == 0


def test_the_file_is_set_up_for_two_and_for_power_cuts(path: Path) -> None:
    with closing(Database(path)) as database, database.reading() as tables:
        found = [
            tables.execute(f"pragma {name}").fetchone()[0] for name in ("journal_mode", "foreign_keys", "synchronous")
        ]
    assert found == ["wal", 1, 2]


def test_the_folder_of_the_file_is_made_for_its_owner_alone(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "citywall"
    Database(folder / "citywall.db").close()
    assert folder.stat().st_mode & 0o777 == 0o700
    shutil.rmtree(folder)
