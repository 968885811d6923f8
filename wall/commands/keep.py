"""Puts what an expedition found into the database."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from wall.commands.expedition import CREDENTIAL
from wall.model.device import Device, Login
from wall.model.inventory import Inventory
from wall.model.stream import Credentials
from wall.services.identity import Identities
from wall.services.keeping import Surveyed, kept
from wall.services.logins import Logins
from wall.services.ports import KeepsInventory
from wall.store.secrets import SecretStore


@dataclass(frozen=True, slots=True)
class Kept:
    """How many cameras there are now, how many of them are new, and whether some are opened with the login."""

    cameras: int
    added: int
    with_login: bool


def keep(
    store: KeepsInventory, devices: Sequence[Device], login: Credentials | None, secrets: SecretStore | None
) -> Kept:
    """Keep the devices that have cameras, in one step that can be undone; first the login that they accepted."""
    wanted = [device for device in devices if device.channels]
    before, name = store.load(), ""
    if login is not None and secrets is not None and any(device.login is Login.PROVEN for device in wanted):
        name = Logins(lambda: secrets).keep(CREDENTIAL, login, _names_of_others(before, wanted))
    now_s = time.time()
    surveyed = [Surveyed(device, name if device.login is Login.PROVEN else "", now_s) for device in wanted]
    after = store.save(kept(before, surveyed), f"{len(wanted)} devices added")
    return Kept(len(after.cameras), len(after.cameras) - len(before.cameras), bool(name))


def _names_of_others(inventory: Inventory, devices: Sequence[Device]) -> set[str]:
    """The names of logins by which other devices than these are opened: they must stay as they are."""
    identities = Identities(inventory.devices)
    mine = {identities.find(device) for device in devices}
    return {record.credential for record in inventory.devices if record.device_id not in mine} - {""}
