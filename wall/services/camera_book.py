"""The cameras as the wall shows them: by id, by the number on the keypad, beside one another at their site.

An inventory is indexed when somebody first looks something up in it, and each kind of look-up only once it is needed:
a survey of 640 devices gives hundreds of inventories of which nobody asks for the neighbours of a camera.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from wall.model.camera import Camera
from wall.model.finder import Finder
from wall.model.geo.neighbours import Direction, Neighbour, Standpoint, neighbours, standpoints
from wall.model.inventory import CameraRecord, DeviceRecord, Inventory, Site, StreamRecord

Show = Callable[[CameraRecord, DeviceRecord | None, str], Camera]
"""The camera as it is shown, at its site. ValueError for one that has no stream."""


class CameraBook:
    """Fulfils `wall.ui.room_port.CamerasPort`. Any thread: an index is of one inventory and replaced with it."""

    def __init__(self, inventory: Callable[[], Inventory], find: Callable[[str], list[int]], show: Show) -> None:
        self._inventory = inventory
        self._find = find
        self._show = show
        self._indexed = _Index(inventory())

    @staticmethod
    def of(cameras: Sequence[Camera]) -> CameraBook:
        """Of a plain list, in which each has an id: see `identified`."""
        known = {each.camera_id: each for each in cameras}
        inventory = _listed(cameras)
        return CameraBook(lambda: inventory, Finder(inventory).find, lambda record, _, __: known[record.camera_id])

    @property
    def inventory(self) -> Inventory:
        """The present one."""
        return self._inventory()

    def camera(self, camera_id: int) -> Camera | None:
        index = self._index()
        record = index.cameras.get(camera_id)
        if record is None or not _is_shown(record):
            return None
        site = index.sites.get(record.site_id or 0)
        return self._show(record, index.devices.get(record.device_id or 0), site.name if site else "")

    def by_number(self, number: int) -> int | None:
        return self._index().numbers.get(number)

    def beside(self, camera_id: int, steps: int) -> int | None:
        index = self._index()
        record = index.cameras.get(camera_id)
        ring = index.at_site.get(record.site_id, []) if record is not None and record.site_id is not None else []
        return ring[(ring.index(camera_id) + steps) % len(ring)] if camera_id in ring else None

    def of_site(self, site_id: int) -> Sequence[int]:
        return tuple(self._index().at_site.get(site_id, ()))

    def around(self, camera_id: int) -> Mapping[Direction, Neighbour]:
        points = self._index().standpoints
        return neighbours(points[camera_id], points.values()) if camera_id in points else {}

    def ids(self) -> Sequence[int]:
        return self._index().shown

    def name_of(self, camera_id: int) -> str:
        record = self._index().cameras.get(camera_id)
        if record is None:
            return f"#{camera_id}"
        name = record.nickname or record.name
        return name if record.number is None else f"{record.number}  {name}"

    def find(self, text: str) -> list[int]:
        return self._find(text)

    def priorities(self) -> Mapping[int, int]:
        return self._index().priorities

    def _index(self) -> _Index:
        inventory = self._inventory()
        index = self._indexed
        if index.inventory is not inventory:
            self._indexed = index = _Index(inventory)
        return index


def identified(cameras: Sequence[Camera]) -> list[Camera]:
    """The same cameras with ids: their own where all have one, else their places from 1."""
    if all(each.camera_id for each in cameras):
        return list(cameras)
    return [replace(each, camera_id=place) for place, each in enumerate(cameras, 1)]


class _Index:
    """One inventory, looked up."""

    def __init__(self, inventory: Inventory) -> None:
        self.inventory = inventory

    @cached_property
    def cameras(self) -> dict[int, CameraRecord]:
        return {each.camera_id: each for each in self.inventory.cameras}

    @cached_property
    def devices(self) -> dict[int, DeviceRecord]:
        return {each.device_id: each for each in self.inventory.devices}

    @cached_property
    def sites(self) -> dict[int, Site]:
        return {each.site_id: each for each in self.inventory.sites}

    @cached_property
    def shown(self) -> tuple[int, ...]:
        """By number; those without one last, by name."""
        return tuple(each.camera_id for each in sorted(filter(_is_shown, self.inventory.cameras), key=_in_order))

    @cached_property
    def standpoints(self) -> dict[int, Standpoint]:
        """Of what can be shown and has a place."""
        shown = set(self.shown)
        return {camera: each for camera, each in standpoints(self.inventory).items() if camera in shown}

    @cached_property
    def numbers(self) -> dict[int, int]:
        return {each.number: each.camera_id for each in self.inventory.cameras if each.number is not None}

    @cached_property
    def at_site(self) -> dict[int | None, list[int]]:
        """What can be shown of each site, by number."""
        found: dict[int | None, list[int]] = {}
        for camera_id in self.shown:
            found.setdefault(self.cameras[camera_id].site_id, []).append(camera_id)
        return found

    @cached_property
    def priorities(self) -> dict[int, int]:
        return {each.camera_id: each.priority for each in self.inventory.cameras if each.priority > 0}


def _is_shown(record: CameraRecord) -> bool:
    return any(stream.url for stream in record.streams)


def _in_order(record: CameraRecord) -> tuple[bool, int, str]:
    return record.number is None, record.number or 0, record.name


def _listed(cameras: Iterable[Camera]) -> Inventory:
    """A plain list as an inventory: enough of it to be searched and stepped through."""
    sites: dict[str, int] = {}
    records = []
    for camera in cameras:
        site_id = sites.setdefault(camera.site, len(sites) + 1) if camera.site else None
        streams = tuple(StreamRecord(each.source.url) for each in camera.streams)
        records.append(
            CameraRecord(camera.name, camera.number, site_id=site_id, streams=streams, camera_id=camera.camera_id)
        )
    return Inventory(tuple(Site(name, site_id=site_id) for name, site_id in sites.items()), (), tuple(records))
