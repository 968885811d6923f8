"""Writes down how the cameras' clocks go: every ten minutes, for all of them at once."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from wall.model.inventory import CameraRecord, DeviceRecord, Inventory
from wall.services.directory import Directory
from wall.services.health import HealthWatch

_EVERY_S = 600.0
_MOVED_S = 1.0
_MOVED_S_PER_DAY = 0.1


class LedgerKeeper:
    """Hands the clock ledger from the health watch to the directory. On the io loop."""

    def __init__(self, health: HealthWatch, directory: Directory) -> None:
        self._health = health
        self._directory = directory

    async def run(self) -> None:
        """Keep it every ten minutes until cancelled."""
        while True:
            await asyncio.sleep(_EVERY_S)
            self.keep()

    def keep(self) -> None:
        """Keep it now."""
        clocks = self._health.clocks
        if clocks:
            self._directory.note_clocks({device: reading for device, (reading, _) in clocks.items()})
            self._directory.learn(self._moved)

    def _moved(self, inventory: Inventory) -> tuple[list[DeviceRecord], list[CameraRecord]]:
        """Devices of whose clock something else is known now than the inventory says. On the db thread."""
        clocks = self._health.clocks
        moved: list[DeviceRecord] = []
        for record in inventory.devices:
            reading, drift = clocks.get(record.device_id, (record.device.clock, record.drift_s_per_day))
            before = record.device.clock
            is_set = reading is not None and (before is None or abs(reading.offset_s - before.offset_s) > _MOVED_S)
            if is_set or abs((drift or 0.0) - (record.drift_s_per_day or 0.0)) > _MOVED_S_PER_DAY:
                moved.append(replace(record, device=replace(record.device, clock=reading), drift_s_per_day=drift))
        return moved, []
