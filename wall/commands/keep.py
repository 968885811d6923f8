"""Puts what an expedition found into the database."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from wall.commands.database import open_inventory, open_logins
from wall.commands.expedition import CREDENTIAL
from wall.model.device import Device, Login
from wall.model.inventory import Inventory
from wall.model.stream import Credentials
from wall.services.identity import Identities
from wall.services.keeping import Surveyed, kept
from wall.services.logins import Logins


class Keeper:
    """Keeps devices, and the login that opens them, where this user keeps both."""

    def __init__(self, path: Path, login: Credentials | None) -> None:
        """Opens everything at once: what is wrong with it shall be said before minutes of work, not after."""
        self._path = path
        self._login = login
        with open_inventory(path) as store:
            store.load()
        self._secrets = open_logins(path) if login else None

    def keep(self, devices: Sequence[Device]) -> Iterator[str]:
        """Keep the devices that have cameras, in one step that can be undone; says in sentences what became of it."""
        wanted = [device for device in devices if device.channels]
        with open_inventory(self._path) as store:
            before = store.load()
            # The login first: no camera may name one that is not there.
            name = self._keep_login(before, wanted)
            now_s = time.time()
            surveyed = [Surveyed(each, name if each.login is Login.PROVEN else "", now_s) for each in wanted]
            after = store.save(kept(before, surveyed), f"{len(wanted)} devices added")
        more = len(after.cameras) - len(before.cameras)
        yield f"{self._path} has {len(after.cameras)} cameras now, {more} more than before."
        if name and self._secrets is not None:
            yield f"Login: {self._secrets.place}."

    def _keep_login(self, inventory: Inventory, devices: Sequence[Device]) -> str:
        """The name under which it is kept; "" where no device has accepted it."""
        secrets, login = self._secrets, self._login
        if secrets is None or login is None or all(device.login is not Login.PROVEN for device in devices):
            return ""
        return Logins(lambda: secrets).keep(CREDENTIAL, login, _names_of_others(inventory, devices))


def _names_of_others(inventory: Inventory, devices: Sequence[Device]) -> set[str]:
    """The names of logins by which others than these are opened, plain streams too: they must stay as they are."""
    identities = Identities(inventory.devices)
    mine = {identities.find(device) for device in devices}
    of_devices = {record.credential for record in inventory.devices if record.device_id not in mine}
    return (of_devices | {camera.credential for camera in inventory.cameras}) - {""}
