"""The control port's list of devices: who each is, where it answers, and what it has seen of its clients."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from wall.simulator.onvif.device_http import DeviceHttp

if TYPE_CHECKING:
    from wall.simulator.server import Simulator


def devices_json(simulator: Simulator) -> list[dict[str, Any]]:
    """One object a device, in their order; nothing in it opens anything."""
    parts = simulator.parts
    return [
        {
            "number": device.number,
            "endpoint": device.endpoint,
            "make": device.maker,
            "model": device.model,
            "serial": device.serial,
            "kind": device.kind,
            "cameras": list(device.channels),
            "http": parts.addresses.onvif_url(device.number),
            "certificate_sha256": parts.certificates.fingerprint(device.number) if parts.certificates else "",
            "refused_logins": parts.refused.of(device.number),
            **_seen(simulator, device.number),
        }
        for device in parts.city.devices
    ]


def _seen(simulator: Simulator, number: int) -> dict[str, int]:
    http = simulator.http.get(number)
    if not isinstance(http, DeviceHttp):
        return {}
    subscriptions = len(http.unit.pull_points)
    return {"requests": http.calls, "most_connections": http.most_connections, "subscriptions": subscriptions}
