"""The inventory in memory and on disk, always the same in both: every change is written first and then believed.

All work on the store is done by one thread ("db"), one thing after the other; so a change that is made of the present
inventory is never lost to another. What is in memory is an immutable value that is swapped: whoever reads it, from any
thread, has one moment of it. The finder's index belongs to it and is swapped with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import Future

from wall.model.device import ClockReading
from wall.model.events import Event, InventoryChanged
from wall.model.finder import Finder
from wall.model.inventory import CameraRecord, DeviceRecord, Inventory
from wall.services.db_thread import DbThread
from wall.services.edits import with_records
from wall.services.ports import KeepsInventory

Learnt = tuple[list[DeviceRecord], list[CameraRecord]]


class Directory:
    """The city's inventory. Any thread; everything returns at once, and futures end on the db thread.

    `publish` is called on the db thread. A change that cannot be made is published as WorkFailed, too: nobody has to
    wait for a future to hear of it.
    """

    def __init__(self, open_store: Callable[[], KeepsInventory], publish: Callable[[Event], None]) -> None:
        self._db = DbThread(publish)
        self._open_store = open_store
        self._publish = publish
        self._store: KeepsInventory | None = None
        self._inventory = Inventory()
        self._finder = Finder(self._inventory)

    @property
    def inventory(self) -> Inventory:
        return self._inventory

    def find(self, text: str) -> list[int]:
        """Camera ids, the best first."""
        return self._finder.find(text)

    @property
    def db(self) -> DbThread:
        """The thread that works for it; whoever else keeps something in the same database shares it."""
        return self._db

    def open(self) -> Future[Inventory]:
        """Open the store and load what is in it."""
        return self._db.work("open the inventory", self._load)

    def change(self, why: str, make: Callable[[Inventory], Inventory]) -> Future[Inventory]:
        """Change the inventory as it is by then; gives it as it is kept. One step that can be undone, called `why`."""
        return self._db.work(why, lambda: self._save(why, make(self._inventory)))

    def undo(self) -> Future[Inventory]:
        """Take the last change back, if there is one."""
        return self._db.work("undo", self._undo)

    def learn(self, renew: Callable[[Inventory], Learnt]) -> Future[None]:
        """Keep what devices told of themselves. Nobody decided it, so it is no step to undo."""
        return self._db.work("keep what was surveyed", lambda: self._learn(*renew(self._inventory)))

    def note_clocks(self, readings: Mapping[int, ClockReading]) -> Future[None]:
        """Add to the clock ledger what says something new, by device."""
        return self._db.work("keep the clock ledger", lambda: self._opened.note_clocks(readings))

    def clock_ledger(self, device_id: int) -> Future[tuple[ClockReading, ...]]:
        """How a device's clock went, the oldest first."""
        return self._db.work("read the clock ledger", lambda: self._opened.clock_ledger(device_id))

    def close(self) -> None:
        """Finish what is waiting and end the thread."""
        self._db.close()

    @property
    def _opened(self) -> KeepsInventory:
        if self._store is None:
            self._store = self._open_store()
        return self._store

    def _load(self) -> Inventory:
        return self._become(self._opened.load())

    def _save(self, why: str, wanted: Inventory) -> Inventory:
        if wanted == self._inventory:
            return wanted
        return self._become(self._opened.save(wanted, why))

    def _undo(self) -> Inventory:
        before = self._opened.undo()
        return self._inventory if before is None else self._become(before)

    def _learn(self, devices: list[DeviceRecord], cameras: list[CameraRecord]) -> None:
        if not devices and not cameras:
            return
        self._opened.note_survey(devices, cameras)
        after = with_records(self._inventory, devices, cameras)
        self._become(after, finder=self._finder)  # No name changed: the index still holds.

    def _become(self, inventory: Inventory, finder: Finder | None = None) -> Inventory:
        self._finder = finder or Finder(inventory)
        self._inventory = inventory
        self._publish(InventoryChanged(inventory, self._opened.undo_text))
        return inventory
