"""The inventory in memory and on a real disk: the same in both, whatever goes wrong."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from wall.model.device import ClockReading, Device
from wall.model.errors import StoreError
from wall.model.events import Event, InventoryChanged, WorkFailed
from wall.model.inventory import CameraRecord, DeviceRecord, Inventory, Site
from wall.model.tile import Cause
from wall.services.directory import Directory
from wall.store.database import Database
from wall.store.inventory_store import InventoryStore

PATIENCE_S = 10.0
CITY = Inventory(
    (Site("Ngã Sáu", "Võ Cường", site_id=-1),),
    (DeviceRecord(Device("http://10.0.0.1/"), device_id=-2),),
    (CameraRecord("Cổng Đông", 1, site_id=-1, device_id=-2, camera_id=-3),),
)


class Room:
    def __init__(self, path: Path) -> None:
        self.events: list[Event] = []
        self.path = path
        self.databases: list[Database] = []
        self.directory = Directory(self._open, self.events.append)

    def _open(self) -> InventoryStore:
        self.databases.append(Database(self.path, busy_timeout_s=0.1))
        return InventoryStore(self.databases[0])

    def close(self) -> None:
        self.directory.close()
        for database in self.databases:
            database.close()

    def keep_city(self) -> Inventory:
        return self.directory.change("1 device added", lambda now: CITY).result(PATIENCE_S)


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    room = Room(tmp_path / "citywall.db")
    room.directory.open().result(PATIENCE_S)
    yield room
    room.close()


def on_disk(path: Path) -> Inventory:
    """What another program would read."""
    database = Database(path)
    try:
        return InventoryStore(database).load()
    finally:
        database.close()


def test_a_change_is_on_disk_told_and_found(room: Room) -> None:
    kept = room.keep_city()
    assert kept.cameras[0].camera_id > 0 and kept.cameras[0].device_id == kept.devices[0].device_id
    assert room.directory.inventory == on_disk(room.path) == kept
    assert room.events[-1] == InventoryChanged(kept, "1 device added")
    assert room.directory.find("nga sau dong") == [kept.cameras[0].camera_id]


def test_one_step_back(room: Room) -> None:
    room.keep_city()
    assert room.directory.undo().result(PATIENCE_S) == Inventory()
    assert room.events[-1] == InventoryChanged(Inventory(), "")
    assert room.directory.undo().result(PATIENCE_S) == Inventory()


def test_what_changes_nothing_is_not_told(room: Room) -> None:
    room.keep_city()
    told = len(room.events)
    room.directory.change("nothing", lambda now: now).result(PATIENCE_S)
    assert len(room.events) == told


def test_changes_made_at_once_all_count(room: Room) -> None:
    def one_more(now: Inventory) -> Inventory:
        camera = CameraRecord(f"camera {len(now.cameras)}", len(now.cameras) + 1)
        return replace(now, cameras=(*now.cameras, camera))

    futures = [room.directory.change("added", one_more) for _ in range(20)]
    assert len(futures[-1].result(PATIENCE_S).cameras) == 20


def test_a_contradiction_changes_nothing_and_is_told(room: Room) -> None:
    kept = room.keep_city()
    twice = replace(kept, cameras=(*kept.cameras, CameraRecord("other", 1)))
    with pytest.raises(ValueError):
        room.directory.change("2 cameras of one number", lambda now: twice).result(PATIENCE_S)
    failed = room.events[-1]
    assert isinstance(failed, WorkFailed) and failed.work == "2 cameras of one number" and failed.detail
    assert room.directory.inventory == on_disk(room.path) == kept


def test_a_disk_that_fails_leaves_both_as_they_were_and_says_so(room: Room) -> None:
    kept = room.keep_city()
    other = Database(room.path)
    try:
        with other.transaction():
            future = room.directory.change("renamed", lambda now: replace(now, cameras=()))
            with pytest.raises(StoreError):
                future.result(PATIENCE_S)
    finally:
        other.close()
    assert room.events[-1] == WorkFailed("renamed", Cause.DATABASE_BUSY, room.events[-1].detail)  # type: ignore[attr-defined]
    assert room.directory.inventory == on_disk(room.path) == kept
    assert room.directory.change("renamed", lambda now: replace(now, cameras=())).result(PATIENCE_S).cameras == ()


def test_what_devices_told_is_kept_without_a_step_to_undo(room: Room) -> None:
    kept = room.keep_city()
    camera = replace(kept.cameras[0], has_ptz=True)
    record = replace(kept.devices[0], seen_s=5.0)
    room.directory.learn(lambda now: ([record], [camera])).result(PATIENCE_S)
    changed = room.events[-1]
    assert isinstance(changed, InventoryChanged) and changed.undo == "1 device added"
    assert room.directory.inventory == on_disk(room.path)
    assert room.directory.inventory.cameras == (camera,) and room.directory.inventory.devices == (record,)


def test_the_clock_ledger_is_kept(room: Room) -> None:
    device = room.keep_city().devices[0].device_id
    reading = ClockReading(1.5, 1e9, 0.1)
    room.directory.note_clocks({device: reading, 999: reading}).result(PATIENCE_S)
    assert room.directory.clock_ledger(device).result(PATIENCE_S) == (reading,)


def test_all_work_is_done_on_one_thread_and_none_is_lost_at_the_end(tmp_path: Path) -> None:
    room = Room(tmp_path / "citywall.db")
    names = [room.directory.db.ask(lambda: threading.current_thread().name) for _ in range(3)]
    future = room.directory.change("added", lambda now: CITY)
    room.close()
    assert {name.result(0) for name in names} == {"db_0"}
    assert len(future.result(0).cameras) == 1


def test_a_database_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    shutil.copyfile(__file__, tmp_path / "citywall.db")
    room = Room(tmp_path / "citywall.db")
    with pytest.raises(StoreError):
        room.directory.open().result(PATIENCE_S)
    assert isinstance(room.events[-1], WorkFailed)
    room.close()
