"""The kept cameras, as the wall shows them."""

from __future__ import annotations

from pathlib import Path

from wall.commands.database import open_inventory, open_logins
from wall.model.camera import Camera
from wall.model.errors import StartError
from wall.model.inventory import Inventory, to_show
from wall.model.stream import Credentials
from wall.store.secrets import SecretStore


def kept_cameras(path: Path) -> list[Camera]:
    """Every kept camera that has a stream, by its number. StartError where there is none."""
    if not path.exists():
        raise StartError(f"{path} is not there yet: find cameras with «citywall console» or «citywall discover --keep»")
    with open_inventory(path) as store:
        inventory = store.load()
    logins = open_logins(path) if _needs_logins(inventory) else None
    devices = {record.device_id: record for record in inventory.devices}
    sites = {site.site_id: site.name for site in inventory.sites}
    shown = []
    for place, record in enumerate(inventory.cameras, 1):
        device = devices.get(record.device_id or 0)
        name = device.credential if device else record.credential
        if any(stream.url for stream in record.streams):
            shown.append(to_show(record, place, sites.get(record.site_id or 0, ""), _login(logins, name)))
    if not shown:
        raise StartError(f"{path} has no camera yet: find some with «citywall console» or «citywall discover --keep»")
    return sorted(shown, key=lambda camera: camera.number)


def _needs_logins(inventory: Inventory) -> bool:
    names = [*(each.credential for each in inventory.devices), *(each.credential for each in inventory.cameras)]
    return any(names)


def _login(logins: SecretStore | None, name: str) -> Credentials | None:
    return logins.get(name) if logins is not None and name else None
