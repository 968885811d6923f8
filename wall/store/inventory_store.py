"""The inventory in the database: loaded whole, saved by what differs, one step back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import sqlite_utils

from wall.model.device import ClockReading
from wall.model.inventory import CameraRecord, DeviceRecord, Inventory
from wall.store import clock_ledger, shelf
from wall.store.changes import Change, changed, changes, inventory_of, with_ids
from wall.store.database import Database
from wall.store.last_id import count_up, new_ids
from wall.store.rows import camera_row, device_row
from wall.store.shelf import CAMERA, DEVICE, KINDS, SITE, Kind
from wall.store.undo_step import INVENTORY_STEP


@dataclass(frozen=True, slots=True)
class _Told:
    """What the caller was told last: what it saves differs from this by what it wants changed."""

    inventory: Inventory
    changes_by_others: int
    """As the database counted them then."""


class InventoryStore:
    """Reads and writes what the city has. Blocks, on one thread at a time; StoreError where the disk does not."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._told: _Told | None = None

    def load(self) -> Inventory:
        """All of it, each kind in the order of its ids."""
        with self._database.reading() as tables:
            self._told = self._read(tables)
        return self._told.inventory

    def save(self, inventory: Inventory, why: str) -> Inventory:
        """Keep what differs from what was loaded or saved last, in one transaction; the inventory as it is then.

        An id of 0 means new. An id below 0 means new, too, and may be referred to by it inside this inventory. The
        former state becomes the one undo step, named `why`; where nothing differs, nothing is written and the step
        stays. Rows that another program added since are kept. ValueError, in plain words, for an inventory that
        contradicts itself (two cameras of one number, a site that is not there).
        """
        with self._database.transaction() as tables:
            told = self._told or self._read(tables)
            wanted = with_ids(inventory, lambda kind, many, above: new_ids(tables, kind, many, above))
            steps = changes(told.inventory, wanted)
            if steps:
                INVENTORY_STEP.remember(tables, why, steps)
                count_up(tables, _largest(wanted))
            saved = self._carried_out(tables, told, steps)
        self._told = saved
        return saved.inventory

    def undo(self) -> Inventory | None:
        """Take the last save back and return what is there then; None where there is nothing to take back."""
        with self._database.transaction() as tables:
            if INVENTORY_STEP.text_of(tables) is None:
                return None
            steps = INVENTORY_STEP.take_back(tables)
            INVENTORY_STEP.forget(tables)
            restored = self._carried_out(tables, self._told or self._read(tables), steps)
        self._told = restored
        return restored.inventory

    @property
    def undo_text(self) -> str:
        """What one undo step would take back; "" where there is nothing."""
        with self._database.reading() as tables:
            return INVENTORY_STEP.text_of(tables) or ""

    def note_survey(self, devices: Sequence[DeviceRecord], cameras: Sequence[CameraRecord] = ()) -> None:
        """Keep what was learnt of devices and cameras that are kept already. Nobody decided it: it is no undo step.

        Records of what is gone by now are passed over. The caller's inventory must take them over as well, or its next
        save would write the old ones back.
        """
        with self._database.transaction() as tables:
            there = {kind.table: _keys(tables, kind) for kind in (DEVICE, CAMERA)}
            known = [each for each in devices if each.device_id in there["device"]]
            known_cameras = [each for each in cameras if each.camera_id in there["camera"]]
            shelf.write(tables, DEVICE, [device_row(each) for each in known])
            shelf.write(tables, CAMERA, [camera_row(each) for each in known_cameras])
        if self._told is not None:
            self._told = replace(self._told, inventory=_with(self._told.inventory, known, known_cameras))

    def note_clock(self, device_id: int, reading: ClockReading) -> None:
        """Add a reading to a device's clock ledger, if it says something new."""
        self.note_clocks({device_id: reading})

    def note_clocks(self, readings: Mapping[int, ClockReading]) -> None:
        """The same for many devices, in one transaction: cheaper."""
        with self._database.transaction() as tables:
            there = _keys(tables, DEVICE)
            clock_ledger.note(tables, {key: reading for key, reading in readings.items() if key in there})

    def clock_ledger(self, device_id: int) -> tuple[ClockReading, ...]:
        """How the device's clock went, the oldest first; at most a few hundred readings, thinner the older."""
        with self._database.reading() as tables:
            return clock_ledger.ledger(tables, device_id)

    def _read(self, tables: sqlite_utils.Database) -> _Told:
        inventory = inventory_of(*(shelf.read(tables, kind).values() for kind in KINDS))
        return _Told(inventory, self._database.changes_by_others)

    def _carried_out(self, tables: sqlite_utils.Database, told: _Told, steps: Sequence[Change]) -> _Told:
        """Change the tables; what is in them then. Read again only where another program wrote, too."""
        _carry_out(tables, steps)
        if told.changes_by_others != self._database.changes_by_others:
            return self._read(tables)
        return replace(told, inventory=changed(told.inventory, steps))


def _carry_out(tables: sqlite_utils.Database, steps: Sequence[Change]) -> None:
    """Cameras go first, to free their numbers; what they referred to goes last."""
    by_kind = {change.kind.table: change for change in steps}
    if CAMERA.table in by_kind:
        shelf.remove(tables, CAMERA, by_kind[CAMERA.table].removed)
    for change in steps:
        shelf.write(tables, change.kind, change.written)
    for kind in (DEVICE, SITE):
        if kind.table in by_kind:
            shelf.remove(tables, kind, by_kind[kind.table].removed)
    shelf.sweep(tables)
    clock_ledger.sweep(tables)


def _largest(inventory: Inventory) -> Mapping[str, int]:
    return {
        SITE.table: max((each.site_id for each in inventory.sites), default=0),
        DEVICE.table: max((each.device_id for each in inventory.devices), default=0),
        CAMERA.table: max((each.camera_id for each in inventory.cameras), default=0),
    }


def _keys(tables: sqlite_utils.Database, kind: Kind) -> set[int]:
    return {row[0] for row in tables.execute(f"select {kind.key} from {kind.table}")}


def _with(inventory: Inventory, devices: Sequence[DeviceRecord], cameras: Sequence[CameraRecord]) -> Inventory:
    """The inventory with some records in the place of their former selves."""
    new_devices = {each.device_id: each for each in devices}
    new_cameras = {each.camera_id: each for each in cameras}
    return Inventory(
        inventory.sites,
        tuple(new_devices.get(each.device_id, each) for each in inventory.devices),
        tuple(new_cameras.get(each.camera_id, each) for each in inventory.cameras),
    )
