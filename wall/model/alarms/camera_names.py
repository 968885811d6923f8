"""Finds cameras by what other systems call them.

They spell names in their own way: `cong_truong` is the camera "Cổng trường". What a tag `alias:NAME` says holds, too;
devices go by serial number, endpoint, host, or name.
"""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from wall.model.device import Device
from wall.model.fold import fold
from wall.model.inventory import CameraRecord, Inventory

ALIAS = "alias:"


class CameraNames:
    """Of one inventory. A name that two have is nobody's."""

    def __init__(self, inventory: Inventory) -> None:
        self._numbers = {each.number: each.camera_id for each in inventory.cameras if each.number}
        self._cameras: dict[str, set[int]] = {}
        self._devices: dict[str, set[int]] = {}
        self._eyes: dict[int, dict[str, int]] = {}
        for camera in inventory.cameras:
            self._add_camera(camera)
        for record in inventory.devices:
            if record.device_id in self._eyes:
                for name in _names_of(record.device):
                    _add(self._devices, name, record.device_id)

    def find(self, names: Iterable[str], number: int = 0, eye: str = "") -> int:
        """The camera's id; 0 where none or more than one is called so. `eye` says which one of a device."""
        if number:
            return self._numbers.get(number, 0)
        for name in names:
            found = self._cameras.get(_plain(name), set())
            if len(found) == 1:
                return next(iter(found))
            devices = self._devices.get(_plain(name), set())
            if len(devices) == 1:
                return self._eye(next(iter(devices)), eye)
        return 0

    def _eye(self, device_id: int, token: str) -> int:
        """Its first camera for what belongs to the whole device, such as an input."""
        eyes = self._eyes[device_id]
        return eyes.get(token) or next(iter(eyes.values()))

    def _add_camera(self, camera: CameraRecord) -> None:
        aliases = (tag[len(ALIAS) :] for tag in camera.tags if tag.startswith(ALIAS))
        for name in (camera.name, camera.nickname, *aliases):
            _add(self._cameras, name, camera.camera_id)
        if camera.device_id is not None:
            self._eyes.setdefault(camera.device_id, {})[camera.source_token] = camera.camera_id


def _names_of(device: Device) -> Iterable[str]:
    yield device.serial
    yield device.endpoint.rpartition(":")[2]
    yield urlsplit(device.address).hostname or ""
    yield urlsplit(device.address).netloc
    yield device.name


def _add(index: dict[str, set[int]], name: str, which: int) -> None:
    if _plain(name):
        index.setdefault(_plain(name), set()).add(which)


def _plain(name: str) -> str:
    return fold(name).replace(" ", "")
