"""What differs between two states of what is kept, kind by kind, and ids for what is new."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from wall.model.inventory import CameraRecord, DeviceRecord, Inventory, Site
from wall.model.screen import Screen
from wall.model.view import Tour, View
from wall.store.rows import Row, camera_row, device_row, read_camera, read_device, read_site, site_row
from wall.store.shelf import CAMERA, DEVICE, SITE, Kind

Record = TypeVar("Record", Site, DeviceRecord, CameraRecord, View, Tour, Screen)
GiveIds = Callable[[Kind, int, int], Iterator[int]]
"""Of a kind, so many new ids, all larger than the one given."""


@dataclass(frozen=True, slots=True)
class Change:
    """The rows of one kind that are to be written, and the keys of those that are to go."""

    kind: Kind
    written: tuple[Row, ...]
    removed: tuple[int, ...]

    @property
    def keys(self) -> tuple[int, ...]:
        return (*(row[self.kind.key] for row in self.written), *self.removed)


def changes(before: Inventory, after: Inventory) -> tuple[Change, ...]:
    """Of every kind of which something differs. Every record in `after` has its id."""
    found = (
        change_of(SITE, {each.site_id: each for each in before.sites}, after.sites, site_row),
        change_of(DEVICE, {each.device_id: each for each in before.devices}, after.devices, device_row),
        change_of(CAMERA, {each.camera_id: each for each in before.cameras}, after.cameras, camera_row),
    )
    return tuple(change for change in found if change.written or change.removed)


def inventory_of(sites: Iterable[Row], devices: Iterable[Row], cameras: Iterable[Row]) -> Inventory:
    """The inventory that these rows are."""
    return Inventory(tuple(map(read_site, sites)), tuple(map(read_device, devices)), tuple(map(read_camera, cameras)))


def changed(inventory: Inventory, steps: Iterable[Change]) -> Inventory:
    """The inventory after these changes, each kind in the order of its ids."""
    sites = {each.site_id: each for each in inventory.sites}
    devices = {each.device_id: each for each in inventory.devices}
    cameras = {each.camera_id: each for each in inventory.cameras}
    for step in steps:
        if step.kind is SITE:
            _change_in(sites, step, read_site)
        elif step.kind is DEVICE:
            _change_in(devices, step, read_device)
        else:
            _change_in(cameras, step, read_camera)
    return Inventory(_ordered(sites), _ordered(devices), _ordered(cameras))


def with_ids(inventory: Inventory, give_ids: GiveIds) -> Inventory:
    """Give every record whose id is not positive one of its own, and follow the references to it.

    ValueError where two records have one id, or something refers to what is not there.
    """
    sites, new_sites = identified(SITE, inventory.sites, give_ids)
    devices, new_devices = identified(DEVICE, inventory.devices, give_ids)
    cameras, _ = identified(
        CAMERA, tuple(_follow(each, new_sites, new_devices) for each in inventory.cameras), give_ids
    )
    numbered = Inventory(sites, devices, cameras)
    _refuse_doubles(numbered)
    return numbered


def change_of(
    kind: Kind, before: Mapping[int, Record], after: Sequence[Record], row_of: Callable[[Record], Row]
) -> Change:
    """What to write and to remove, for one kind to become `after`."""
    written = tuple(row_of(each) for each in after if before.get(getattr(each, kind.key)) != each)
    kept = {getattr(each, kind.key) for each in after}
    return Change(kind, written, tuple(key for key in before if key not in kept))


def _change_in(records: dict[int, Record], step: Change, record_of: Callable[[Row], Record]) -> None:
    for key in step.removed:
        records.pop(key, None)
    records.update((row[step.kind.key], record_of(row)) for row in step.written)


def _ordered(records: Mapping[int, Record]) -> tuple[Record, ...]:
    return tuple(records[key] for key in sorted(records))


def identified(
    kind: Kind, records: tuple[Record, ...], give_ids: GiveIds
) -> tuple[tuple[Record, ...], Mapping[int, int]]:
    """The records with ids, and for each provisional id below 0 the one given for it."""
    given = [getattr(each, kind.key) for each in records]
    missing = sum(key <= 0 for key in given)
    if not missing:
        return records, {}
    unique(f"provisional {kind.table}", [key for key in given if key < 0])
    fresh = give_ids(kind, missing, max(given))
    keys = [key if key > 0 else next(fresh) for key in given]
    numbered = tuple(_with_key(kind, each, key) for each, key in zip(records, keys, strict=True))
    return numbered, {old: new for old, new in zip(given, keys, strict=True) if old < 0}


def _with_key(kind: Kind, record: Record, key: int) -> Record:
    field: dict[str, Any] = {kind.key: key}
    return record if getattr(record, kind.key) == key else replace(record, **field)


def _follow(camera: CameraRecord, sites: Mapping[int, int], devices: Mapping[int, int]) -> CameraRecord:
    """A reference to nothing was written 0 by some; it means none."""
    site_id = sites.get(camera.site_id or 0, camera.site_id) or None
    device_id = devices.get(camera.device_id or 0, camera.device_id) or None
    if (site_id, device_id) == (camera.site_id, camera.device_id):
        return camera
    return replace(camera, site_id=site_id, device_id=device_id)


def _refuse_doubles(inventory: Inventory) -> None:
    sites = unique("site", [each.site_id for each in inventory.sites])
    devices = unique("device", [each.device_id for each in inventory.devices])
    unique("camera", [each.camera_id for each in inventory.cameras])
    unique("camera number", [each.number for each in inventory.cameras if each.number is not None])
    for camera in inventory.cameras:
        if camera.site_id is not None and camera.site_id not in sites:
            raise ValueError(f"camera {camera.name}: there is no site {camera.site_id}")
        if camera.device_id is not None and camera.device_id not in devices:
            raise ValueError(f"camera {camera.name}: there is no device {camera.device_id}")


def unique(what: str, keys: Sequence[int]) -> set[int]:
    """The keys; ValueError where one is there twice."""
    seen: set[int] = set()
    for key in keys:
        if key in seen:
            raise ValueError(f"{what} {key} is there twice")
        seen.add(key)
    return seen
