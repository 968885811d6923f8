"""Which device is which: by its endpoint, then by maker and serial number, then by where it answers. Pure.

Two that contradict each other are two, whatever they share: cloned firmware gives a whole delivery one endpoint, and an
address may have gone to another device since.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from urllib.parse import urlsplit

from wall.model.device import Device, FoundDevice
from wall.model.inventory import DeviceRecord

_PORTS = {"http": 80, "https": 443, "rtsp": 554}


class Identities:
    """Finds kept devices again. One thread."""

    def __init__(self, records: Iterable[DeviceRecord] = ()) -> None:
        self._devices: dict[int, Device] = {}
        self._by_mark: dict[tuple[str, ...], list[int]] = {}
        for record in records:
            self.add(record)

    def add(self, record: DeviceRecord) -> None:
        """Know this device, or what is new about it."""
        self._devices[record.device_id] = record.device
        for mark in _marks(record.device):
            known = self._by_mark.setdefault(mark, [])
            if record.device_id not in known:
                known.append(record.device_id)

    def find(self, device: Device) -> int | None:
        """The id of the kept device that this one is; None for one that is not kept."""
        for mark in _marks(device):
            for device_id in self._by_mark.get(mark, ()):
                known = self._devices[device_id]
                if mark in _marks(known) and not _contradict(known, device):
                    return device_id
        return None


def key_of(device: Device | FoundDevice) -> str:
    """What a row of found devices goes by: the endpoint, or the address where it told none."""
    if isinstance(device, FoundDevice):
        return device.endpoint or (device.addresses[0] if device.addresses else "")
    return device.endpoint or device.address


@lru_cache(maxsize=20_000)  # Asked every second for every camera.
def where(address: str) -> str:
    """Host and port of an address, as one writes it or as another does."""
    try:
        parts = urlsplit(address.strip())
        port = parts.port or _PORTS.get(parts.scheme.lower(), 80)
    except ValueError:
        return address.strip().lower()
    return f"{(parts.hostname or '').lower()}:{port}"


def host_of(address: str) -> str:
    return where(address).rpartition(":")[0]


def _marks(device: Device) -> list[tuple[str, ...]]:
    """What it is known by, the surest first."""
    marks: list[tuple[str, ...]] = []
    if device.endpoint:
        marks.append(("endpoint", device.endpoint.lower()))
    if device.serial:
        marks.append(("serial", device.manufacturer.lower(), device.serial.lower()))
    return [*marks, ("address", where(device.address))]


def _contradict(one: Device, other: Device) -> bool:
    if one.serial and other.serial:
        return _named(one) != _named(other)
    return bool(one.endpoint and other.endpoint) and one.endpoint.lower() != other.endpoint.lower()


def _named(device: Device) -> tuple[str, str]:
    return device.manufacturer.lower(), device.serial.lower()
