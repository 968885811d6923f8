"""What the services need of the rooms below, as far as a test may want to stand in for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from wall.model.device import ClockReading, Device, RawReply
from wall.model.inventory import CameraRecord, DeviceRecord, Inventory
from wall.onvif.interrogate import LoginDesk, Target


class Interrogates(Protocol):
    """What `wall.onvif.interrogate.Interrogator` does. On the io loop."""

    async def interrogate(
        self, target: Target, desk: LoginDesk, on_reply: Callable[[RawReply], None] | None = None
    ) -> Device:
        """Everything that the device tells; raises nothing for what a device does."""
        ...

    async def check(self, target: Target) -> ClockReading:
        """One unauthenticated question. WallError where it is not answered."""
        ...

    async def close(self) -> None: ...


class KeepsInventory(Protocol):
    """What `wall.store.inventory_store.InventoryStore` does. Blocks; StoreError where the disk does not."""

    def load(self) -> Inventory: ...

    def save(self, inventory: Inventory, why: str) -> Inventory:
        """Keep what differs in one transaction; the inventory as it is then. Ids below 1 are new."""
        ...

    def undo(self) -> Inventory | None: ...

    @property
    def undo_text(self) -> str: ...

    def note_survey(self, devices: Sequence[DeviceRecord], cameras: Sequence[CameraRecord] = ()) -> None:
        """Keep what was learnt of kept devices: no undo step."""
        ...

    def note_clocks(self, readings: Mapping[int, ClockReading]) -> None: ...

    def clock_ledger(self, device_id: int) -> tuple[ClockReading, ...]: ...
