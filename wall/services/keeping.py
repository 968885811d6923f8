"""Makes sites and cameras of surveyed devices, and brings kept ones up to date. Pure: an inventory in, one out.

What a device tells (streams, snapshot, PTZ) is renewed each time; what an operator may have edited (name, nickname,
number, site, tags, position, notes, priority) is written once, when the camera is new, and never again. Nothing is
deleted: a channel that the device does not name any more stays, and its health says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from wall.model.device import Channel, Device, Login, StreamProfile
from wall.model.fold import fold
from wall.model.inventory import CameraRecord, DeviceRecord, Inventory, Site, StreamRecord
from wall.services.edits import numbered
from wall.services.identity import Identities, host_of
from wall.services.places import place_of, spelled

_FACTORY_NAME = re.compile(
    r"(video|input|source|src|config|configuration|vsc|vs|channel|ch|camera|ipcam|default|main|token)*\d*"
)
"""What makers call a channel before anybody has given it a name."""


@dataclass(frozen=True, slots=True)
class Surveyed:
    """A device, the name of the login that it was surveyed with ("" for none), and when (Unix time)."""

    device: Device
    credential: str = ""
    at_s: float | None = None


def kept(inventory: Inventory, surveyed: Sequence[Surveyed]) -> Inventory:
    """The inventory with these devices in it; new sites, devices and cameras have ids below 0.

    New cameras get the next free numbers, those of one site following one another.
    """
    draft = _Draft(inventory)
    for each in sorted(surveyed, key=_in_order):
        draft.take(each)
    return draft.inventory()


def renewed(
    record: DeviceRecord, cameras: Iterable[CameraRecord], now: Surveyed
) -> tuple[DeviceRecord, list[CameraRecord]]:
    """A kept device and those of its cameras that are not as they were, after another survey."""
    after = _renewed_record(record, now)
    channels = {channel.source_token: channel for channel in now.device.channels}
    pairs = ((camera, channels.get(camera.source_token)) for camera in cameras if camera.device_id == record.device_id)
    changed = [(camera, _renewed_camera(camera, channel)) for camera, channel in pairs if channel is not None]
    return after, [camera for before, camera in changed if camera != before]


class _Draft:
    """An inventory that is being added to."""

    def __init__(self, inventory: Inventory) -> None:
        self._sites = list(inventory.sites)
        self._devices = {record.device_id: record for record in inventory.devices}
        self._cameras = list(inventory.cameras)
        self._identities = Identities(inventory.devices)
        self._site_ids = {(fold(site.name), fold(site.ward)): site.site_id for site in inventory.sites}
        self._next = -1

    def take(self, surveyed: Surveyed) -> None:
        known = self._identities.find(surveyed.device)
        if known is None:
            record = DeviceRecord(surveyed.device, surveyed.credential, seen_s=surveyed.at_s, device_id=self._new_id())
        else:
            record, changed = renewed(self._devices[known], self._cameras, surveyed)
            after = {camera.camera_id: camera for camera in changed}
            self._cameras = [after.get(camera.camera_id, camera) for camera in self._cameras]
        self._devices[record.device_id] = record
        self._identities.add(record)
        self._add_cameras(record, surveyed.device)

    def _add_cameras(self, record: DeviceRecord, device: Device) -> None:
        mine = [camera for camera in self._cameras if camera.device_id == record.device_id]
        tokens = {camera.source_token for camera in mine}
        site_id = mine[0].site_id if mine else self._site_id(device)
        for place, channel in enumerate(device.channels, start=1):
            if channel.source_token not in tokens:
                tokens.add(channel.source_token)
                name = camera_name(device, channel, place)
                camera = CameraRecord(name, None, "", site_id, record.device_id, channel.source_token)
                self._cameras.append(replace(_renewed_camera(camera, channel), camera_id=self._new_id()))

    def inventory(self) -> Inventory:
        return Inventory(tuple(self._sites), tuple(self._devices.values()), numbered(self._cameras))

    def _site_id(self, device: Device) -> int | None:
        place = place_of(device.location, device.name)
        if not place.site:
            return None
        ward = spelled(place.ward, self._sites)
        key = fold(place.site), fold(ward)
        if key not in self._site_ids:
            # A site that is known under this name is the same one if only one of the two names a ward.
            same = [site for site in self._sites if fold(site.name) == key[0] and (not ward or not site.ward)]
            site_id = same[0].site_id if same else self._new_site(place.site, ward)
            self._site_ids[key] = site_id
        return self._site_ids[key]

    def _new_site(self, name: str, ward: str) -> int:
        site = Site(name, ward, site_id=self._new_id())
        self._sites.append(site)
        return site.site_id

    def _new_id(self) -> int:
        self._next -= 1
        return self._next


def camera_name(device: Device, channel: Channel, place: int) -> str:
    """What to call a new camera: as its device is called, or for one of several channels as its channel is.

    `place` counts the channels from 1.
    """
    is_own = channel.name != channel.source_token and not _FACTORY_NAME.fullmatch(fold(channel.name).replace(" ", ""))
    own = channel.name if is_own else ""
    box = device.name or f"{device.manufacturer} {device.model}".strip() or host_of(device.address)
    if len(device.channels) == 1:
        return box if device.name or not own else own
    if not own or sum(1 for each in device.channels if each.name == own) > 1:
        return f"{box} {place}"
    return own


def _renewed_record(record: DeviceRecord, now: Surveyed) -> DeviceRecord:
    """What it told now; what it did not tell this time stays as it was."""
    before, device = record.device, now.device
    if device.channels:
        merged = device
    else:
        merged = replace(device, channels=before.channels, topics=device.topics or before.topics)
        merged = replace(merged, relays=device.relays or before.relays, services=device.services or before.services)
    texts = ("endpoint", "name", "location", "manufacturer", "model", "firmware", "serial", "hardware")
    others = ("certificate_sha256", "clock", "auth")
    missing = {name: getattr(before, name) for name in (*texts, *others) if not getattr(device, name)}
    merged = replace(merged, **missing)
    if device.login is Login.WITHHELD and before.login is Login.REFUSED and now.credential == record.credential:
        merged = replace(merged, login=Login.REFUSED)  # Not sent again because it was refused: that is what to say.
    is_accepted = device.login in (Login.PROVEN, Login.NOT_NEEDED) or not record.credential
    return replace(
        record,
        device=merged,
        credential=now.credential if now.credential and is_accepted else record.credential,
        seen_s=now.at_s if device.clock is not None or device.channels else record.seen_s,
    )


def _renewed_camera(camera: CameraRecord, channel: Channel) -> CameraRecord:
    """Streams that were not told this time (a refused login, full sessions) stay as they were."""
    told = tuple(_stream(each, camera.streams) for each in channel.streams if each.url)
    return replace(
        camera,
        streams=told or camera.streams,
        snapshot_url=channel.snapshot_url or camera.snapshot_url,
        has_ptz=channel.ptz is not None or (camera.has_ptz and not channel.streams),
    )


def _stream(told: StreamProfile, before: Sequence[StreamRecord]) -> StreamRecord:
    """How it is to be transported, an operator may have chosen."""
    same = next((each for each in before if each.token == told.token), None)
    record = StreamRecord(told.url, told.token, told.codec, told.width, told.height, told.fps)
    return record if same is None else replace(record, transport=same.transport)


def _in_order(surveyed: Surveyed) -> tuple[str, str, str, str]:
    """Wards, sites and names as they would be read, numbers in them by their size."""
    place = place_of(surveyed.device.location, surveyed.device.name)
    name = " ".join(word.zfill(6) if word.isdigit() else word for word in fold(surveyed.device.name).split())
    return fold(place.ward), fold(place.site), name, surveyed.device.address
