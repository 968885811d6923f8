"""The list of cameras as a CSV file that any product could read. It holds no password."""

from __future__ import annotations

import csv
from pathlib import Path

from wall.simulator.parts import Parts

COLUMNS = (
    *("number", "name", "site", "ward", "lat", "lon", "ptz", "url", "sub_url", "username"),
    *("device", "channel", "make", "model", "serial", "http"),
)


def write_inventory(path: Path, parts: Parts) -> None:
    """Write it as UTF-8. OSError where that is not possible."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        for camera in parts.city.cameras:
            site, device = parts.city.sites[camera.site - 1], parts.city.devices[camera.device - 1]
            urls = (parts.addresses.rtsp_url(camera, stream) for stream in ("main", "sub"))
            place = (site.name, site.ward, camera.lat, camera.lon)
            box = (device.number, camera.channel, device.maker, device.model, device.serial)
            row = (camera.number, camera.name, *place, int(camera.ptz), *urls, parts.accounts.user, *box)
            writer.writerow((*row, parts.addresses.onvif_url(device.number)))
