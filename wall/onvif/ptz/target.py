"""Where one dome is driven: which device, which of its profiles, which services."""

from __future__ import annotations

from dataclasses import dataclass

from wall.model.device import Auth, Channel, ClockReading, Device
from wall.onvif.contract import Service


@dataclass(frozen=True, slots=True)
class PtzTarget:
    """`imaging_url` and `source_token` are for focus and iris, "" where the device has no such service.

    `inverts_*`: this dome turns the other way than it is told (hung upside down, or a vendor's habit).
    """

    device_url: str
    ptz_url: str
    profile: str
    node: str = ""
    source_token: str = ""
    imaging_url: str = ""
    auth: Auth | None = None
    clock: ClockReading | None = None
    certificate_sha256: str = ""
    inverts_pan: bool = False
    inverts_tilt: bool = False
    inverts_zoom: bool = False


def ptz_target(device: Device, channel: Channel) -> PtzTarget | None:
    """Where that camera is driven; None where it is no dome, or where nobody knows its profile."""
    services = dict(device.services)
    ptz_url = services.get(Service.PTZ.value, "")
    if channel.ptz is None or not channel.ptz_profile or not ptz_url:
        return None
    return PtzTarget(
        device_url=device.address,
        ptz_url=ptz_url,
        profile=channel.ptz_profile,
        node=channel.ptz.token,
        source_token=channel.source_token,
        imaging_url=services.get(Service.IMAGING.value, ""),
        auth=device.auth,
        clock=device.clock,
        certificate_sha256=device.certificate_sha256,
    )
