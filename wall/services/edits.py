"""What an operator does to the inventory, as pure functions: an inventory in, one out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from wall.model.inventory import CameraRecord, DeviceRecord, Inventory, renumbered


def with_records(inventory: Inventory, devices: Sequence[DeviceRecord], cameras: Sequence[CameraRecord]) -> Inventory:
    """Some records in the place of their former selves. Those that are gone stay gone."""
    new_devices = {each.device_id: each for each in devices}
    new_cameras = {each.camera_id: each for each in cameras}
    return replace(
        inventory,
        devices=tuple(new_devices.get(each.device_id, each) for each in inventory.devices),
        cameras=tuple(new_cameras.get(each.camera_id, each) for each in inventory.cameras),
    )


def with_camera(inventory: Inventory, camera: CameraRecord) -> Inventory:
    """One more camera, with the next free number."""
    return replace(inventory, cameras=renumbered((*inventory.cameras, camera)))


def without(inventory: Inventory, camera_ids: Collection[int]) -> Inventory:
    """Without these cameras, nor devices whose last camera was among them: nobody asks for their health any more."""
    cameras = tuple(each for each in inventory.cameras if each.camera_id not in camera_ids)
    emptied = {each.device_id for each in inventory.cameras} - {each.device_id for each in cameras}
    devices = tuple(each for each in inventory.devices if each.device_id not in emptied)
    return replace(inventory, devices=devices, cameras=cameras)


def credentials_of(inventory: Inventory) -> set[str]:
    """The names of all logins that it refers to."""
    names = {each.credential for each in inventory.devices} | {each.credential for each in inventory.cameras}
    return names - {""}


def counted(cameras: int, done: str) -> str:
    """`1 camera changed`, `12 cameras changed`."""
    return f"{cameras} camera{'s' * (cameras != 1)} {done}"
