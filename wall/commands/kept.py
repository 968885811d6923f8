"""The kept cameras, as the wall shows them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from wall.commands.database import open_inventory, open_logins
from wall.model.camera import Camera
from wall.model.device import Login
from wall.model.errors import StartError
from wall.model.inventory import Inventory, credential_of, to_show
from wall.model.stream import Credentials
from wall.services.assignments import Assignments
from wall.services.identity import where
from wall.services.login_guard import LoginGuard
from wall.store.secrets import SecretStore


def kept_cameras(path: Path) -> tuple[list[Camera], LoginGuard]:
    """Every kept camera that has a stream, by its number, and what is known of their logins. StartError for none."""
    if not path.exists():
        raise StartError(f"{path} is not there yet: find cameras with «citywall console» or «citywall discover --keep»")
    with open_inventory(path) as store:
        inventory = store.load()
    logins = open_logins(path) if _needs_logins(inventory) else None
    devices = {record.device_id: record for record in inventory.devices}
    sites = {site.site_id: site.name for site in inventory.sites}
    shown: list[Camera] = []
    stopped: dict[str, dict[str, str]] = {}
    for place, record in enumerate(inventory.cameras, 1):
        device = devices.get(record.device_id or 0)
        name = credential_of(record, device)
        if not any(stream.url for stream in record.streams):
            continue
        shown.append(to_show(record, place, sites.get(record.site_id or 0, ""), _login(logins, name), name))
        if device and device.device.login is Login.REFUSED:
            stopped.setdefault(name, {})[where(shown[-1].main.url)] = device.device.address
    if not shown:
        raise StartError(f"{path} has no camera yet: find some with «citywall console» or «citywall discover --keep»")
    return sorted(shown, key=lambda camera: camera.number), _guard(inventory, stopped)


def _guard(inventory: Inventory, stopped: Mapping[str, Mapping[str, str]]) -> LoginGuard:
    """What a device refused when it was last interrogated is not sent to its streams either."""
    guard, assignments = LoginGuard(), Assignments()
    assignments.follow(inventory)
    for name, recalled in assignments.recalled().items():
        guard.recall(name, stopped.get(name, {}), recalled.is_held)
    return guard


def _needs_logins(inventory: Inventory) -> bool:
    names = [*(each.credential for each in inventory.devices), *(each.credential for each in inventory.cameras)]
    return any(names)


def _login(logins: SecretStore | None, name: str) -> Credentials | None:
    return logins.get(name) if logins is not None and name else None
