"""What the city has as JSON: one object a device, as a probe would tell it, with what people have added to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from wall.commands.as_json import device_as_json
from wall.model.device import Channel, Device
from wall.model.inventory import CameraRecord, DeviceRecord, Inventory, Site, StreamRecord


def inventory_as_json(inventory: Inventory) -> Iterator[dict[str, Any]]:
    """Devices in the order of their ids, and then each camera without one as a device of its own."""
    sites: Mapping[int | None, Site] = {site.site_id: site for site in inventory.sites}
    devices = {record.device_id for record in inventory.devices}
    for record in inventory.devices:
        mine = [camera for camera in inventory.cameras if camera.device_id == record.device_id]
        yield _device(record, mine, sites)
    for camera in inventory.cameras:
        if camera.device_id not in devices:
            address = camera.streams[0].url if camera.streams else ""
            yield _device(DeviceRecord(Device(address, name=camera.name), camera.credential), [camera], sites)


def _device(record: DeviceRecord, cameras: list[CameraRecord], sites: Mapping[int | None, Site]) -> dict[str, Any]:
    channels = {channel.source_token: channel for channel in record.device.channels}
    told = device_as_json(record.device)
    told["cameras"] = [
        _camera(camera, channels.get(camera.source_token), record.device, sites.get(camera.site_id, Site("")))
        for camera in cameras
    ]
    return {**told, "credential": record.credential, "drift_s_per_day": record.drift_s_per_day, "seen_s": record.seen_s}


def _camera(camera: CameraRecord, channel: Channel | None, device: Device, site: Site) -> dict[str, Any]:
    position = camera.position or site.position
    return {
        "number": camera.number,
        "name": camera.name,
        "nickname": camera.nickname,
        "site": site.name,
        "ward": site.ward,
        "source": camera.source_token,
        "streams": [_stream(stream) for stream in camera.streams],
        "snapshot": camera.snapshot_url or None,
        "ptz": camera.has_ptz,
        "presets": [preset.name or preset.token for preset in channel.presets] if channel else [],
        "topics": list(device.topics),
        "tags": list(camera.tags),
        "position": [position.latitude, position.longitude] if position else None,
    }


def _stream(stream: StreamRecord) -> dict[str, Any]:
    return {
        "token": stream.token,
        "codec": stream.codec.name if stream.codec else None,
        "width": stream.width,
        "height": stream.height,
        "fps": stream.fps,
        "uri": stream.url or None,
    }
