"""The inventory, looked at by id, and as the tree of wards, sites and cameras that people think in."""

from __future__ import annotations

from dataclasses import dataclass

from wall.model.device import Channel, Device
from wall.model.health import Health, Verdict
from wall.model.inventory import CameraRecord, DeviceRecord, Inventory, Site
from wall.ui.console.alphabet import alphabetic

IN_ORDER_OF_NUMBER = 1 << 30
"""Stands in for the number of a camera that has none yet."""


@dataclass(frozen=True, slots=True)
class SiteBranch:
    """A site and its cameras by id. `site` is None for cameras without one."""

    site: Site | None
    cameras: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class WardBranch:
    """A ward and its sites; "" for sites without one."""

    ward: str
    sites: tuple[SiteBranch, ...]

    @property
    def cameras(self) -> int:
        return sum(len(site.cameras) for site in self.sites)


class City:
    """Made anew for every inventory; 10,000 cameras take some milliseconds."""

    def __init__(self, inventory: Inventory) -> None:
        self.inventory = inventory
        self.cameras = {camera.camera_id: camera for camera in inventory.cameras}
        self.sites = {site.site_id: site for site in inventory.sites}
        self.devices = {record.device_id: record for record in inventory.devices}

    def site_of(self, camera: CameraRecord) -> Site | None:
        """Where the camera stands, if that is known."""
        return self.sites.get(camera.site_id) if camera.site_id is not None else None

    def device_of(self, camera: CameraRecord) -> DeviceRecord | None:
        """The device that the camera belongs to; None for a plain stream."""
        return self.devices.get(camera.device_id) if camera.device_id is not None else None

    def channel_of(self, camera: CameraRecord) -> Channel | None:
        """Which video source of its device the camera is."""
        record = self.device_of(camera)
        return _channel(record.device, camera.source_token) if record else None

    def branches(self) -> tuple[WardBranch, ...]:
        """Wards and sites in the order of their names, as people look for them; what has no name comes last."""
        by_site: dict[int | None, list[CameraRecord]] = {}
        for camera in self.inventory.cameras:
            by_site.setdefault(camera.site_id if camera.site_id in self.sites else None, []).append(camera)
        by_ward: dict[str, list[SiteBranch]] = {}
        for site in [*sorted(self.inventory.sites, key=lambda site: alphabetic(site.name)), None]:
            cameras = by_site.get(site.site_id if site else None, [])
            if cameras:
                branch = SiteBranch(site, tuple(each.camera_id for each in sorted(cameras, key=_by_number)))
                by_ward.setdefault(site.ward if site else "", []).append(branch)
        wards = sorted(by_ward, key=lambda ward: (not ward, alphabetic(ward)))
        return tuple(WardBranch(ward, tuple(by_ward[ward])) for ward in wards)


def site_label(site: Site) -> str:
    """A site as it is told apart from one of the same name in another ward."""
    return f"{site.name} · {site.ward}" if site.ward else site.name


def is_lost(health: Health | None) -> bool:
    """Is there nothing to be seen of it? Ill cameras answer, but show nothing either."""
    return health is not None and health.verdict in (Verdict.LOST, Verdict.ILL)


def _by_number(camera: CameraRecord) -> tuple[int, str]:
    return (IN_ORDER_OF_NUMBER if camera.number is None else camera.number, camera.name)


def _channel(device: Device, token: str) -> Channel | None:
    return next((channel for channel in device.channels if channel.source_token == token), None)
