"""What a device says of itself in WS-Discovery and GetScopes (ONVIF Core, section 7.3.3)."""

from __future__ import annotations

import unicodedata
from urllib.parse import quote

from wall.simulator.city import City, Device

SCOPE_ROOT = "onvif://www.onvif.org"


def device_name(city: City, device: Device) -> str:
    """What somebody has called the device: its camera's name, or for a recorder its site's."""
    if device.kind == "recorder":
        return f"{city.sites[device.site - 1].name} – đầu ghi {device.number}"
    return city.cameras_of(device)[0].name


def fixed_scopes(device: Device) -> tuple[str, ...]:
    """Type, profiles and hardware: what the maker has set."""
    kinds = ["type/Network_Video_Transmitter", "type/video_encoder"]
    if device.kind == "dome":
        kinds.append("type/ptz")
    kinds += ["Profile/Streaming", "Profile/T", f"hardware/{quote(device.model, safe='')}"]
    return tuple(f"{SCOPE_ROOT}/{kind}" for kind in kinds)


def chosen_scopes(city: City, device: Device) -> tuple[str, ...]:
    """Name and location: what the installer has set."""
    site = city.sites[device.site - 1]
    return (
        f"{SCOPE_ROOT}/name/{quote(device_name(city, device), safe='')}",
        f"{SCOPE_ROOT}/location/country/vietnam",
        f"{SCOPE_ROOT}/location/city/bac-ninh",
        f"{SCOPE_ROOT}/location/ward/{quote(_plain(site.ward), safe='')}",
        f"{SCOPE_ROOT}/location/site/{quote(site.name, safe='')}",
    )


def _plain(text: str) -> str:
    """Without diacritics, in small letters, with dashes: how installers write where they fear encodings."""
    split = unicodedata.normalize("NFD", text.replace("Đ", "D").replace("đ", "d"))
    return "".join(c for c in split if not unicodedata.combining(c)).lower().replace(" ", "-")
