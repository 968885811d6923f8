"""What an operator does to the inventory, as pure functions: an inventory in, one out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import fields, replace
from typing import TypeVar

from wall.model.inventory import CameraRecord, DeviceRecord, Inventory, Site, renumbered

Record = TypeVar("Record", Site, DeviceRecord, CameraRecord)


def with_records(inventory: Inventory, devices: Sequence[DeviceRecord], cameras: Sequence[CameraRecord]) -> Inventory:
    """Some records in the place of their former selves. Those that are gone stay gone."""
    new_devices = {each.device_id: each for each in devices}
    new_cameras = {each.camera_id: each for each in cameras}
    return replace(
        inventory,
        devices=tuple(new_devices.get(each.device_id, each) for each in inventory.devices),
        cameras=tuple(new_cameras.get(each.camera_id, each) for each in inventory.cameras),
    )


def edited(inventory: Inventory, cameras: Sequence[CameraRecord]) -> Inventory:
    """With these edits, made of what the editor saw: what the device has told since is kept, but for the transport."""
    now = {each.camera_id: each for each in inventory.cameras}
    return with_records(
        inventory, [], [_edited(now[each.camera_id], each) for each in cameras if each.camera_id in now]
    )


def _edited(now: CameraRecord, wanted: CameraRecord) -> CameraRecord:
    if now.device_id is None:
        return wanted
    chosen = {(each.token, each.url): each.transport for each in wanted.streams}
    streams = (replace(each, transport=chosen.get((each.token, each.url), each.transport)) for each in now.streams)
    return replace(wanted, streams=tuple(streams), snapshot_url=now.snapshot_url, has_ptz=now.has_ptz)


def rebased(base: Inventory, wanted: Inventory, now: Inventory) -> Inventory:
    """What `wanted` changes of `base`, done to `now`, field by field. What is gone by now stays gone."""
    if now == base:
        return wanted
    return Inventory(
        _rebased(base.sites, wanted.sites, now.sites, lambda each: each.site_id),
        _rebased(base.devices, wanted.devices, now.devices, lambda each: each.device_id),
        _rebased(base.cameras, wanted.cameras, now.cameras, lambda each: each.camera_id),
    )


def _rebased(
    base: Sequence[Record], wanted: Sequence[Record], now: Sequence[Record], key: Callable[[Record], int]
) -> tuple[Record, ...]:
    before = {key(each): each for each in base}
    after = {key(each): each for each in wanted}
    merged: list[Record] = []
    for each in now:
        name = key(each)
        if name not in before:
            merged.append(each)
        elif name in after:
            merged.append(_merged(before[name], after[name], each))
    merged.extend(each for each in wanted if key(each) <= 0)
    return tuple(merged)


def _merged(before: Record, after: Record, now: Record) -> Record:
    changed = {
        each.name: getattr(after, each.name)
        for each in fields(after)
        if getattr(after, each.name) != getattr(before, each.name)
    }
    return replace(now, **changed)


def with_camera(inventory: Inventory, camera: CameraRecord) -> Inventory:
    """One more camera, with the next free number."""
    return replace(inventory, cameras=numbered((*inventory.cameras, camera)))


def numbered(cameras: Sequence[CameraRecord]) -> tuple[CameraRecord, ...]:
    """Give new cameras (ids below 1) the next free numbers. Whose number an operator took away goes without one."""
    owners = [place for place, each in enumerate(cameras) if each.camera_id < 1 or each.number is not None]
    given = dict(zip(owners, renumbered(tuple(cameras[place] for place in owners)), strict=True))
    return tuple(given.get(place, each) for place, each in enumerate(cameras))


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
